// The form of the key that the owner sets. Apart from token.ts, so that a box without licences never loads jose.

const publicKeyBytes = 32

/** The key as `keygen` prints it, base64url of 32 bytes, or null when the text is none. */
export function parsePublicKey(text: string): string | null {
  const key = text.trim()
  const bytes = Buffer.from(key, 'base64url')
  return bytes.length === publicKeyBytes && bytes.toString('base64url') === key ? key : null
}
