// A reference: PeerServer as its package starts it.

import { readFileSync } from 'node:fs'
import { PeerServer } from 'peer'
import { settings } from './peer-settings.ts'

PeerServer({
  port: settings.port,
  path: '/',
  ssl: { key: readFileSync(settings.keyFile, 'utf8'), cert: readFileSync(settings.certificateFile, 'utf8') },
})
