// What a browser says of a box that does not answer, where a journey has taken it away.

import type { Phone } from './phone.ts'

export function expectAbsence(...phones: readonly Phone[]): void {
  for (const phone of phones)
    phone.expectErrors(
      /WebSocket connection to .* failed/,
      /ERR_CONNECTION_(REFUSED|RESET|CLOSED)/,
      /ERR_EMPTY_RESPONSE/,
      /ERR_INCOMPLETE_CHUNKED_ENCODING/,
      // Of the service worker, which looks for another version.
      /error occurred when fetching the script/,
    )
}
