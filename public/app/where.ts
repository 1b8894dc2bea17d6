// Where a page is by now, asked by the service worker: browsers tell it only which address the page was opened at.

import * as v from 'valibot'
import { fromWorkerSchema } from './messages.ts'
import type { FromWorker } from './messages.ts'

export interface AskedPage {
  readonly url: string
  postMessage(message: FromWorker, ports: [MessagePort]): void
}

/** A page that stands still does not answer. */
export async function pathOf(page: AskedPage, patienceMs = 500): Promise<string> {
  const { port1, port2 } = new MessageChannel()
  const answer = new Promise<string>((resolve) => {
    port1.addEventListener('message', ({ data }: MessageEvent<unknown>) => resolve(String(data)), { once: true })
    port1.start()
    setTimeout(resolve, patienceMs, new URL(page.url).pathname)
  })
  page.postMessage({ type: 'where' }, [port2])
  return answer.finally(() => port1.close())
}

/** In the page. */
export function answerWhere({ data, ports }: Pick<MessageEvent<unknown>, 'data' | 'ports'>, path: string): void {
  if (v.is(fromWorkerSchema, data)) ports[0]?.postMessage(path)
}
