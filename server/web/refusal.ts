// An expected "no": a status, a code for programs and a sentence for people. Thrown by handlers, answered by the router.

import { json, type WebResponse } from './exchange.ts'

export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number
  readonly code: string
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.status = status
    this.code = code
    this.headers = headers
  }

  toResponse(): WebResponse {
    return json({ error: { code: this.code, message: this.message } }, this.status, this.headers)
  }
}
