import { createHouse } from './house.ts'
import { expectLive, openParent, startBaby, markPicture, status, longestGapMs } from './stations.ts'
const house = createHouse()
house.journey('probe', async (family) => {
  const baby = await family.phone('baby')
  await baby.page.evaluate(() => { const w = window as any; w.net=[]; const t=()=>Math.round(performance.now())
    const log = (x: string) => w.net.push(t()+' '+x)
    w.WebSocket = new Proxy(w.WebSocket, {construct(a,b,c){ const s = Reflect.construct(a,b,c); log('ws new'); for (const e of ['open','error','close']) s.addEventListener(e, ()=>log('ws '+e)); const send=s.send.bind(s); s.send=(d: string)=>{log('send '+d.slice(0,40)+' rs'+s.readyState); send(d)}; const cl=s.close.bind(s); s.close=()=>{log('ws.close()'); cl()}; s.addEventListener('message',(m: any)=>log('got '+m.data.slice(0,60))); return s}})
    w.EventSource = new Proxy(w.EventSource, {construct(a,b,c){ const s = Reflect.construct(a,b,c); log('es new'); for (const e of ['open','error','connection']) s.addEventListener(e, ()=>log('es '+e)); return s}})
    const f = w.fetch; w.fetch = (...a: any[]) => { log('fetch '+a[0]); return f(...a).then((r: any) => {log('fetched '+a[0]); return r}, (e: any) => {log('fetch failed '+a[0]+e); throw e}) }
    for (const e of ['freeze','resume','visibilitychange']) document.addEventListener(e, () => log(e+document.visibilityState))
  })
  await startBaby(baby, family.account)
  await baby.page.evaluate(() => { const w = window as any; w.log=[]; for (const t of ['freeze','resume','visibilitychange']) document.addEventListener(t, () => w.log.push(t+document.visibilityState)); for (const t of ['pagehide','pageshow']) window.addEventListener(t, () => w.log.push(t)); setInterval(()=>w.log.push(Math.round(performance.now())),2000) })
  const parent = await family.phone('parent')
  await openParent(parent)
  await expectLive(parent)
  baby.expectErrors(/./)
  const devtools = await baby.page.createCDPSession()
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' })
  for (let i = 0; i < 11; i++) {
    await markPicture(parent)
    const e = await parent.page.evaluate(() => window.observed.soundEnergy())
    await new Promise((r) => setTimeout(r, 1000))
    console.log(i, await status(parent), await parent.page.evaluate(() => ({...window.observed.picture})), (await parent.page.evaluate(() => window.observed.soundEnergy())) - e, (await parent.text()).replaceAll('\n', '|').slice(0, 200))
  }
  await devtools.send('Page.setWebLifecycleState', { state: 'active' })
  if (process.env.FRONT) await baby.page.bringToFront()
  console.log('visible', await baby.page.evaluate(() => document.visibilityState))
  console.log('fetch', await Promise.race([baby.page.evaluate(() => fetch('/api/welcome').then((r) => r.status, String)), new Promise((r) => setTimeout(() => r('hangs'), 4000))]))
  console.log('ws', await Promise.race([baby.page.evaluate(() => new Promise<string>((r) => { const s = new WebSocket(location.origin.replace('https', 'wss') + '/signal'); s.onopen = () => r('open'); s.onerror = () => r('error') })), new Promise((r) => setTimeout(() => r('hangs'), 4000))]))
  for (let i = 0; i < 12; i++) { await new Promise((r) => setTimeout(r, 1000)); console.log(i, (await parent.text()).replaceAll('\n', '|').slice(-30), (await baby.text()).replaceAll('\n','|').slice(30,60)) }
  console.log((await baby.page.evaluate(() => (window as any).net)).join('\n'))
})
