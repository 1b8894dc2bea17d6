// `beddybytes trust`: the fingerprint of the root, to compare with what a phone shows, and the way to the page that installs it.

import { renderUnicodeCompact } from 'uqr'
import { askStatus } from '../../control/ask.ts'
import { readRoot } from '../../trust/root.ts'
import { inert, OwnerError, type Owner } from './owner.ts'

export async function showTrust(owner: Owner): Promise<void> {
  if (owner.bringsCertificate) {
    throw new OwnerError('This box uses the certificate of BEDDYBYTES_TLS_CERT; there is no root to install.')
  }
  const root = readRoot(owner.dataFolder)
  if (root === null) throw new OwnerError('There is no root yet. Start BeddyBytes first.')
  const url = (await askStatus(owner.dataFolder))?.welcomeUrl ?? owner.welcomeUrl
  await owner.write(
    [
      inert(root.commonName),
      `SHA-256 ${root.fingerprint}`,
      '',
      'Point the camera of a phone here; the page says how this phone comes to trust the box:',
      renderUnicodeCompact(url, { border: 2 }),
      url,
      '',
    ].join('\n'),
  )
}
