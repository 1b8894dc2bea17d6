import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSettings, SettingsError } from './settings.ts'

test('without any variable the box has its usual settings', () => {
  assert.deepEqual(readSettings({}, '/srv/beddybytes'), {
    dataFolder: '/srv/beddybytes/data',
    httpsPort: 8443,
    httpPort: 8080,
    bind: null,
    hostname: 'beddybytes.local',
    interfaces: null,
    registration: 'open',
    licencePublicKey: null,
    tlsCertificate: null,
    tlsKey: null,
    trustProxy: [],
  })
})

test('an empty variable is an unset one, as compose passes it', () => {
  assert.equal(readSettings({ BEDDYBYTES_HTTPS_PORT: '', BEDDYBYTES_BIND: ' ' }, '/').httpsPort, 8443)
})

test('a host name is taken in any spelling', () => {
  assert.equal(readSettings({ BEDDYBYTES_HOSTNAME: 'Nas.Home.Arpa.' }, '/').hostname, 'nas.home.arpa')
})

const wrong: readonly (readonly [string, string])[] = [
  ['BEDDYBYTES_HTTPS_PORT', 'https'],
  ['BEDDYBYTES_HTTPS_PORT', '65536'],
  ['BEDDYBYTES_HTTPS_PORT', '-1'],
  ['BEDDYBYTES_HTTPS_PORT', '8443.5'],
  ['BEDDYBYTES_HTTP_PORT', '0x50'],
  ['BEDDYBYTES_HTTP_PORT', '8443'],
  ['BEDDYBYTES_BIND', 'everywhere'],
  ['BEDDYBYTES_BIND', '192.168.1'],
  ['BEDDYBYTES_HOSTNAME', 'nursery room'],
  ['BEDDYBYTES_HOSTNAME', '192.168.1.7'],
  ['BEDDYBYTES_HOSTNAME', 'https://beddybytes.local'],
  ['BEDDYBYTES_HOSTNAME', `${'a'.repeat(64)}.local`],
  ['BEDDYBYTES_INTERFACES', ', ,'],
  ['BEDDYBYTES_INTERFACES', 'eth0; reboot'],
  ['BEDDYBYTES_REGISTRATION', 'Open'],
  ['BEDDYBYTES_LICENCE_PUBLIC_KEY', 'not a key'],
  ['BEDDYBYTES_TLS_CERT', '/etc/certificate.pem'],
  ['BEDDYBYTES_TLS_KEY', '/etc/key.pem'],
  ['BEDDYBYTES_TRUST_PROXY', 'proxy'],
  ['BEDDYBYTES_TRUST_PROXY', '192.168.1.2/33'],
  ['BEDDYBYTES_TRUST_PROXY', '192.168.1.2/'],
  ['BEDDYBYTES_TRUST_PROXY', '192.168.1.2, fd00::/129'],
]
for (const [name, text] of wrong) {
  test(`${name}=${text.slice(0, 30)} is one clear line that names the variable`, () => {
    assert.throws(
      () => readSettings({ [name]: text }, '/'),
      (error) => error instanceof SettingsError && error.message.includes(name) && !error.message.includes('\n'),
    )
  })
}
