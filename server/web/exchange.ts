// A request and its answer as plain values. Node's own Request and Response would bring 11 MiB into an idle box.

export interface WebRequest {
  /** In upper case. */
  readonly method: string
  /** Absolute, with the host that was asked for. */
  readonly url: string
  /** As it was sent, without the query. */
  readonly path: string
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>
  readonly body: Uint8Array
  /** Of the phone, or of the last machine before this one. */
  readonly address: string
}

export interface WebResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly body: string | Uint8Array
  readonly policy?: PagePolicy
}

/** What one page may do that the policy of all pages forbids. */
export interface PagePolicy {
  /** Sources, such as `'sha256-...'` of what is inline. */
  readonly scripts?: readonly string[]
  readonly styles?: readonly string[]
  /** What it may show in a frame. */
  readonly frames?: string
  /** Who may show it in a frame. */
  readonly framedBy?: string
  /** Origins beside its own that it may ask. */
  readonly connects?: readonly string[]
}

export type Headers = WebResponse['headers']

export function json(value: unknown, status = 200, headers: Headers = {}): WebResponse {
  return { status, headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(value) }
}

export function empty(status: number, headers: Headers = {}): WebResponse {
  return { status, headers, body: '' }
}
