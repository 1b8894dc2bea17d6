// The shell: starts in every phone's browser, finds out who is logged in, and opens the page that the address names.

import { effect, untracked } from '@preact/signals'
import { h, render } from 'preact'
import { createApi, createAsk } from './shell/api.ts'
import { createRouter } from './shell/router.ts'
import { createSession } from './shell/session.ts'
import { createShell } from './shell/shell.ts'
import { ShellView } from './shell/view.ts'
import { clientId } from './signalling/client-id.ts'
import { phoneStorage } from './signalling/storage.ts'
import { followTheme } from './ui/theme.ts'

const fetching = { fetch: (path: string, init: RequestInit) => fetch(path, init) }
const ask = createAsk(fetching)
const api = createApi(fetching)
const more = () => import('./shell/more-pages.ts')
const saying = async () => (await more()).sayNewcomers
const joining = async () => (await import('./joining/api.ts')).createJoiningApi(ask)
const session = createSession({ api })
const router = createRouter({ window })

const shell = createShell({
  session,
  router,
  pages: {
    '/': async () => (await import('./shell/home.ts')).createHome({ api, session, newcomers: { ask, saying } }),
    '/baby': async () => (await import('./baby/page.ts')).openPage,
    '/parent': async () => (await import('./parent/page.ts')).openPage,
    '/account': async () => (await more()).createAccountPage({ api, session }),
    '/licence': async () => (await more()).createLicencePage({ api, session }),
    '/add-phone': async () => (await more()).createAddPhonePage({ api: await joining() }),
    '/guests': async () => (await more()).createGuestsPage({ api: await joining() }),
    '/join': async () => (await more()).createJoinPage({ api: await joining(), session }),
    '/guest': async () => (await import('./joining/guest.ts')).createGuestPage({ api: await joining() }),
    '/find': async () => (await more()).createFindPage({ api: await joining() }),
  },
  // By the service worker; without one, or with a certificate in error, they are fetched at the tap.
  isKept: () => Boolean((navigator as Partial<Navigator>).serviceWorker?.controller),
  signIn: async () => (await more()).createSignIn({ api, session }),
  reload: () => location.reload(),
})

followTheme(document, phoneStorage)

// The phone's own name towards the box is made when the app is first opened, whatever is opened first.
clientId(phoneStorage)

const root = document.querySelector('#app')
if (root === null) throw new Error('index.html has no #app')
shell.start()
// Until there is something to show, the page stays as the build wrote it (shell/frame.ts).
const stopWaiting = effect(() => {
  if (shell.screen.value.state === 'waiting') return
  root.replaceChildren()
  untracked(() => render(h(ShellView, { shell }), root))
  queueMicrotask(() => stopWaiting())
})
