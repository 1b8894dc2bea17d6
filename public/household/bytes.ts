// 32 random bytes and their like as text: base64url without padding, as in every id that a phone makes.

/** Of 32 bytes. */
export const secretForm = /^[A-Za-z0-9_-]{43}$/

export function encodeBytes(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}

/** @throws DOMException when it is no base64url */
export function decodeBytes(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}
