// The root as iPhones and iPads take it: a configuration profile (Apple, "Configuration Profile Reference").

import { createHash } from 'node:crypto'
import type { Language } from '../../public/shared/languages.ts'
import { profileText } from '../text/profile.ts'
import type { Root } from './root.ts'

/** The same root makes the same profile, so that a phone that gets it twice has it once. */
export function mobileconfig(root: Root, language: Language): string {
  const identifier = `beddybytes.root.${createHash('sha256').update(root.der).digest('hex').slice(0, 16)}`
  const name = escapeXml(root.commonName)
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>PayloadContent</key>
  <array>
    <dict>
      <key>PayloadCertificateFileName</key>
      <string>beddybytes.crt</string>
      <key>PayloadContent</key>
      <data>${root.der.toString('base64')}</data>
      <key>PayloadDisplayName</key>
      <string>${name}</string>
      <key>PayloadIdentifier</key>
      <string>${identifier}.certificate</string>
      <key>PayloadType</key>
      <string>com.apple.security.root</string>
      <key>PayloadUUID</key>
      <string>${uuid(root, 'certificate')}</string>
      <key>PayloadVersion</key>
      <integer>1</integer>
    </dict>
  </array>
  <key>PayloadDescription</key>
  <string>${escapeXml(profileText[language])}</string>
  <key>PayloadDisplayName</key>
  <string>${name}</string>
  <key>PayloadIdentifier</key>
  <string>${identifier}</string>
  <key>PayloadOrganization</key>
  <string>BeddyBytes</string>
  <key>PayloadRemovalDisallowed</key>
  <false/>
  <key>PayloadType</key>
  <string>Configuration</string>
  <key>PayloadUUID</key>
  <string>${uuid(root, 'profile')}</string>
  <key>PayloadVersion</key>
  <integer>1</integer>
</dict>
</plist>
`
}

/** RFC 9562, version 8: of our own making. */
function uuid(root: Root, part: string): string {
  const bytes = createHash('sha256').update(part).update(root.der).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex').toUpperCase()
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

const escapeXml = (text: string) => text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`)
