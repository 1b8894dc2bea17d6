// What an iPhone asks of a configuration profile.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { issueRoot } from './issue.ts'
import { mobileconfig } from './profile.ts'
import { rootOf, type Root } from './root.ts'

const makeRoot = async (): Promise<Root> =>
  rootOf(await issueRoot('nursery.local', Date.UTC(2026, 10, 22))) ?? assert.fail('no root')

/** The keys of a profile with their values, in order, after what must be around them; anything else fails. */
function parse(profile: string): readonly (readonly [string, string])[] {
  const frame =
    /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<!DOCTYPE plist [^>]+>\n<plist version="1\.0">\n([^]*)<\/plist>\n$/
  const body = frame.exec(profile)?.[1] ?? assert.fail('not framed as a property list')
  const tokens = [...body.matchAll(/<(\/?)([a-z]+)(\/?)>([^<]*)/g)]
  assert.equal(tokens.map(([token]) => token).join(''), body.trimStart())
  const open: string[] = []
  const entries: [string, string][] = []
  for (const [, isEnd, tag = '', isEmpty, text = ''] of tokens) {
    if (isEnd !== '') assert.equal(open.pop(), tag)
    else if (isEmpty === '') open.push(tag)
    if (tag === 'key' && isEnd === '') entries.push([text, ''])
    else if (['string', 'data', 'integer'].includes(tag) && isEnd === '') entries.at(-1)![1] = text
  }
  assert.deepEqual(open, [])
  return entries
}

const valuesOf = (profile: string, wanted: string): string[] =>
  parse(profile).flatMap(([key, value]) => (key === wanted ? [value] : []))

test('it is a property list with one root in it, which may be removed again, and it is not signed', async () => {
  const root = await makeRoot()
  const profile = mobileconfig(root, 'en')
  assert.deepEqual(valuesOf(profile, 'PayloadType'), ['com.apple.security.root', 'Configuration'])
  assert.deepEqual(valuesOf(profile, 'PayloadVersion'), ['1', '1'])
  assert.deepEqual(Buffer.from(valuesOf(profile, 'PayloadContent')[1] ?? '', 'base64'), root.der)
  assert.match(profile, /<key>PayloadRemovalDisallowed<\/key>\s+<false\/>/)
  assert.deepEqual(valuesOf(profile, 'PayloadDisplayName'), [root.commonName, root.commonName])
})

test('its two UUIDs and identifiers differ from each other and from those of another root, and stay', async () => {
  const [one, other] = [mobileconfig(await makeRoot(), 'en'), mobileconfig(await makeRoot(), 'en')]
  for (const key of ['PayloadUUID', 'PayloadIdentifier']) {
    assert.equal(new Set([...valuesOf(one, key), ...valuesOf(other, key)]).size, 4)
  }
  for (const uuid of valuesOf(one, 'PayloadUUID')) {
    assert.match(uuid, /^[0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/)
  }
  const root = await makeRoot()
  assert.equal(mobileconfig(root, 'en'), mobileconfig({ ...root }, 'en'))
})

test('a name made of markup is text in it', async () => {
  const root = { ...(await makeRoot()), commonName: '</string><key>"&\'' }
  assert.deepEqual(
    valuesOf(mobileconfig(root, 'en'), 'PayloadDisplayName')[0],
    '&#60;/string&#62;&#60;key&#62;&#34;&#38;&#39;',
  )
})
