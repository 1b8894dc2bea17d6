// Where a phone comes to trust the box: at its plain HTTP port. The box tells which one that is while it is there, for the page that
// is shown without it.

type PhoneStorage = () => Pick<Storage, 'getItem' | 'setItem'> | null

const key = 'beddybytes.trust-port'

/** @param url of that page by any name of the box; null where a phone need not trust it */
export function keepTrustPort(storage: PhoneStorage, url: string | null): void {
  storage()?.setItem(key, url === null ? '' : new URL(url).port)
}

/** Of a box that has never told, the port of its container. */
export function trustUrl(storage: PhoneStorage, host: string): string {
  return Object.assign(new URL(`http://${host}`), { port: storage()?.getItem(key) ?? '' }).origin
}
