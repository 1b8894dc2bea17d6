import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signal } from '@preact/signals'
import type { LicenceState, OpenPage } from './page.ts'
import { readPath } from './router.ts'
import type { Path, Router, Visit } from './router.ts'
import type { Session, SessionState } from './session.ts'
import { createShell } from './shell.ts'

test('an unknown path leads home', () => {
  assert.equal(readPath('/baby'), '/baby')
  assert.equal(readPath('/baby/'), '/')
  assert.equal(readPath('/__proto__'), '/')
})

function household({ failing = false, isKept = false } = {}) {
  const log: string[] = []
  const loaded: Path[] = []
  const visit = signal<Visit>({ path: '/' })
  const state = signal<SessionState>({ state: 'asking' })
  const page = (path: Path) => async (): Promise<OpenPage> => {
    loaded.push(path)
    if (failing) throw new Error('The code cannot be had.')
    return () => {
      log.push(`open ${path}`)
      return { view: path, close: () => log.push(`close ${path}`) }
    }
  }
  const router: Router = { visit, navigate: (path) => (visit.value = { path: readPath(path) }), start() {}, close() {} }
  const session: Session = {
    state,
    licence: signal<LicenceState | null>(null),
    ask: async () => {},
    isStill: async () => true,
    untilReachable: async () => {},
    setLicence() {},
    close() {},
  }
  const shell = createShell({
    session,
    router,
    pages: {
      '/': page('/'),
      '/baby': page('/baby'),
      '/parent': page('/parent'),
      '/account': page('/account'),
      '/licence': page('/licence'),
      '/add-phone': page('/add-phone'),
      '/guests': page('/guests'),
      '/join': page('/join'),
      '/guest': page('/guest'),
      '/find': page('/find'),
    },
    isKept: () => isKept,
    signIn: async () => (guest) => guest.registration,
    reload: () => log.push('reload'),
  })
  return { shell, router, state, log, loaded }
}

/** All promises that are ready have had their turn. */
const settled = () => new Promise((resolve) => setImmediate(resolve))
const member = { state: 'member', username: 'ada' } as const
const guest = { state: 'guest', registration: 'open', ended: false } as const

test('a guest sees the sign-in form at any path and goes on to that page', async () => {
  const { shell, router, state, log } = household()
  router.navigate('/parent')
  shell.start()
  assert.equal(shell.screen.value.state, 'waiting')
  state.value = guest
  await settled()
  assert.deepEqual(shell.screen.value, { state: 'sign-in', view: 'open' })
  state.value = member
  await settled()
  assert.equal(shell.screen.value.state, 'page')
  assert.deepEqual(log, ['open /parent'])
  shell.close()
})

test('the page before is closed, once, before the next one opens', async () => {
  const { shell, router, state, log } = household()
  shell.start()
  state.value = member
  await settled()
  router.navigate('/baby')
  router.navigate('/parent')
  await settled()
  shell.close()
  shell.close()
  assert.deepEqual(log, ['open /', 'close /', 'open /parent', 'close /parent'])
})

test('an open page stays when the log-in ends or the box goes away, and is left for the sign-in form at the next visit', async () => {
  const { shell, router, state, log } = household()
  router.navigate('/baby')
  shell.start()
  state.value = member
  await settled()
  state.value = guest
  await settled()
  state.value = { state: 'unreachable' }
  await settled()
  assert.deepEqual(log, ['open /baby'])
  state.value = guest
  router.navigate('/baby')
  await settled()
  assert.equal(shell.screen.value.state, 'sign-in')
  assert.deepEqual(log, ['open /baby', 'close /baby'])
  shell.close()
})

test('a page whose code cannot be had says so and loads the document anew when the box answers', async () => {
  const { shell, state, log } = household({ failing: true })
  shell.start()
  state.value = member
  await settled()
  assert.equal(shell.screen.value.state, 'unreachable')
  assert.deepEqual(log, ['reload'])
  shell.close()
})

test('at home the stations are loaded before the tap by a phone that keeps them, and opened in the tap itself', async ({
  mock,
}) => {
  mock.timers.enable({ apis: ['setTimeout'] })
  const { shell, router, state, log, loaded } = household({ isKept: true })
  shell.start()
  state.value = member
  await settled()
  assert.deepEqual(new Set(loaded), new Set(['/']))
  mock.timers.tick(1000)
  assert.deepEqual(new Set(loaded), new Set(['/', '/parent', '/baby']))
  await settled()
  router.navigate('/parent')
  assert.deepEqual(log, ['open /', 'close /', 'open /parent'])
  shell.close()
})

test('a phone that does not keep them, or that has gone on, loads what is wanted', async ({ mock }) => {
  mock.timers.enable({ apis: ['setTimeout'] })
  for (const isKept of [false, true]) {
    const { shell, router, state, loaded } = household({ isKept })
    shell.start()
    state.value = member
    await settled()
    if (isKept) router.navigate('/account')
    await settled()
    mock.timers.tick(1000)
    assert.deepEqual(new Set(loaded), new Set(isKept ? ['/', '/account'] : ['/']))
    shell.close()
  }
})
