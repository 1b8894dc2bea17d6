// The shell: starts in every phone's browser, finds out who is logged in, and opens the page that the address names.

import { h, render } from 'preact'
import { createApi } from './shell/api.ts'
import { createRouter } from './shell/router.ts'
import { createSession } from './shell/session.ts'
import { createShell } from './shell/shell.ts'
import { ShellView } from './shell/view.ts'
import { clientId } from './signalling/client-id.ts'
import { phoneStorage } from './signalling/storage.ts'

const api = createApi({ fetch: (path, init) => fetch(path, init) })
const session = createSession({ api })
const router = createRouter({ window })

const shell = createShell({
  session,
  router,
  pages: {
    '/': async () => (await import('./shell/home.ts')).createHome({ api, session }),
    '/baby': async () => (await import('./baby/page.ts')).openPage,
    '/parent': async () => (await import('./parent/page.ts')).openPage,
    '/account': async () => (await import('./account/page.ts')).createAccountPage({ api, session }),
    '/licence': async () => (await import('./licence/page.ts')).createLicencePage({ api, session }),
  },
  signIn: async () => (await import('./account/sign-in.ts')).createSignIn({ api, session }),
  reload: () => location.reload(),
})

// The phone's own name towards the box is made when the app is first opened, whatever is opened first.
clientId(phoneStorage)

const root = document.querySelector('#app')
if (root === null) throw new Error('index.html has no #app')
shell.start()
render(h(ShellView, { shell }), root)
