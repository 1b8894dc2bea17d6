// An expected "no": a status, a code for programs and a sentence for people. Thrown by handlers, answered by the router.

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

  toJson(): string {
    return JSON.stringify({ error: { code: this.code, message: this.message } })
  }

  toResponse(): Response {
    return new Response(this.toJson(), {
      status: this.status,
      headers: { 'Content-Type': 'application/json', ...this.headers },
    })
  }
}
