// An app that was put aside for days comes back as the page that it was. Home, where nothing runs, takes the box's newer version
// when somebody looks at it again; a station is never touched.

import * as v from 'valibot'
import { appFilesPath, appFilesSchema } from './app-files.ts'

export interface NewerDeps {
  readonly page: Pick<Document, 'addEventListener' | 'visibilityState'>
  /** The page's own, which a version of other code does not have. */
  readonly script: string
  fetch(path: string, init: RequestInit): Promise<Response>
  reload(): void
}

/** Gives what ends it. */
export function takeNewer({ page, script, fetch, reload }: NewerDeps): () => void {
  const open = new AbortController()
  const { signal } = open

  const look = async (): Promise<void> => {
    const answer = await fetch(appFilesPath, { cache: 'no-cache', signal })
    const { files } = v.parse(appFilesSchema, await answer.json())
    if (!signal.aborted && files.every(({ path }) => path !== script)) reload()
  }
  const onVisibility = (): void => {
    // A box that is away has no newer version now.
    if (page.visibilityState === 'visible') look().catch(() => undefined)
  }
  page.addEventListener('visibilitychange', onVisibility, { signal })
  return () => open.abort()
}
