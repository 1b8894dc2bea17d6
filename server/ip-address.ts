// What is an IP address, by the system's own parser: that of node:net is a regular expression, which is compiled at each start and kept
// for as long as the box runs.

import { SocketAddress } from 'node:net'

/** 4 or 6, or 0 for what is no address; IPv6 with or without a zone. The same as that of node:net. */
export function isIP(text: string): 0 | 4 | 6 {
  // The system's parser is one of C, for which a text ends at its first NUL.
  if (!/^[\da-f:.]+(?:%[\w.:-]+)?$/i.test(text)) return 0
  const version = text.includes(':') ? 6 : 4
  try {
    void new SocketAddress({ address: text, family: version === 6 ? 'ipv6' : 'ipv4' })
    return version
  } catch {
    return 0
  }
}
