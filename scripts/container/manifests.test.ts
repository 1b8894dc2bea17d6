// The app stores' manifests against what the stores ask for, as far as that is written down: CasaOS docs/specs/compose-and-x-casaos.md,
// Umbrel's app framework, Portainer's template format 3, Unraid's template version 2.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import * as v from 'valibot'
import { readSettings } from '../../server/settings.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const { version } = v.parse(v.object({ version: v.string() }), JSON.parse(read('package.json')))
const image = `beddybytes:${version}`

/** The values of one level of a simple YAML file. */
function fields(text: string, indent: string): Map<string, string> {
  const pairs = text.matchAll(new RegExp(`^${indent}([\\w-]+):[ ]?(.*)$`, 'gm'))
  return new Map(Array.from(pairs, ([, name = '', value = '']) => [name, value.replace(/^(['"])(.*)\1$/, '$2')]))
}

test('every manifest runs the image of this version', () => {
  for (const file of ['casaos/docker-compose.yml', 'umbrel/docker-compose.yml', 'portainer/docker-compose.yml']) {
    assert.match(read(`docker/${file}`), new RegExp(`^    image: ${image}$`, 'm'), file)
  }
  assert.match(read('docker/unraid/beddybytes.xml'), new RegExp(`<Repository>${image}</Repository>`))
  assert.match(read('docker/portainer/templates.json'), new RegExp(`"image": "${image}"`))
})

test('every manifest gives no more than the rights that are needed', () => {
  for (const file of ['casaos/docker-compose.yml', 'umbrel/docker-compose.yml']) {
    const text = read(`docker/${file}`)
    assert.match(
      text,
      / {4}cap_drop:\n {6}- ALL\n {4}cap_add:\n {6}- CHOWN\n {6}- NET_BIND_SERVICE\n {6}- SETGID\n {6}- SETUID\n {4}\w/,
    )
    assert.match(text, / {4}read_only: true\n/)
    assert.match(text, /no-new-privileges:true/)
    assert.match(text, / {4}network_mode: host\n/)
    assert.doesNotMatch(text, /privileged: true|docker\.sock/)
  }
})

test('every setting that a manifest names exists and takes its preset', () => {
  const texts = ['casaos/docker-compose.yml', 'umbrel/docker-compose.yml'].map((file) => read(`docker/${file}`))
  const given = texts.flatMap((text) => Array.from(text.matchAll(/^ {6}(BEDDYBYTES_\w+): '(.*)'$/gm)))
  const xml = read('docker/unraid/beddybytes.xml')
  const configured = Array.from(xml.matchAll(/Target="(BEDDYBYTES_\w+)"[^>]*>([^<]*)</g))
  assert.ok(given.length >= 4 && configured.length >= 3)
  const known = read('server/settings.ts')
  for (const [, name = '', value = ''] of [...given, ...configured]) {
    assert.ok(known.includes(`'${name}'`), name)
    assert.doesNotThrow(() => readSettings({ [name]: value }, '/'), name)
  }
})

test('CasaOS: the block of the store has what its specification asks for', () => {
  const text = read('docker/casaos/docker-compose.yml')
  const store = fields(text.slice(text.indexOf('x-casaos:')), '  ')
  for (const name of ['id', 'main', 'index', 'port_map', 'icon', 'title', 'category', 'version'])
    assert.ok(store.has(name), name)
  assert.match(store.get('id') ?? '', /^[\w-]+(?:\.[\w-]+)+$/)
  assert.equal(store.get('main'), 'beddybytes')
  assert.equal(store.get('version'), version)
  assert.match(text, /^ {2}port_map: '8480'$/m, 'a string')
  const categories = ['Media', 'Productivity', 'Home', 'Networking', 'AI', 'Finance', 'Social', 'Developer', 'Others']
  assert.ok(categories.includes(store.get('category') ?? ''))
  for (const name of ['title', 'tagline', 'description']) {
    assert.match(text, new RegExp(`^  ${name}:\\n    en_US: \\S`, 'm'), name)
  }
})

test('Umbrel: the manifest has every field that the framework lists', () => {
  const app = fields(read('docker/umbrel/umbrel-app.yml'), '')
  const listed =
    'manifestVersion id category name version tagline description releaseNotes developer website dependencies repo support ' +
    'port gallery path defaultUsername defaultPassword submitter submission'
  for (const name of listed.split(' ')) assert.ok(app.has(name), name)
  assert.match(app.get('id') ?? '', /^[a-z][a-z-]{0,63}$/)
  assert.equal(app.get('version'), version)
  const categories = [
    'files',
    'finance',
    'media',
    'networking',
    'social',
    'automation',
    'developer',
    'ai',
    'gaming',
    'bitcoin',
  ]
  assert.ok(categories.includes(app.get('category') ?? ''))
  assert.match(read('docker/umbrel/docker-compose.yml'), new RegExp(`BEDDYBYTES_HTTP_PORT: '${app.get('port')}'`))
})

test('Portainer: the template has the shape of format 3', () => {
  const option = v.strictObject({ text: v.string(), value: v.string(), default: v.optional(v.boolean()) })
  const variable = v.strictObject({
    name: v.pipe(v.string(), v.regex(/^BEDDYBYTES_\w+$/)),
    label: v.string(),
    default: v.optional(v.string()),
    select: v.optional(v.array(option)),
  })
  const template = v.strictObject({
    id: v.pipe(v.number(), v.integer()),
    type: v.literal(1),
    title: v.string(),
    name: v.string(),
    description: v.string(),
    note: v.string(),
    logo: v.pipe(v.string(), v.url()),
    categories: v.array(v.string()),
    platform: v.picklist(['linux', 'windows']),
    image: v.string(),
    network: v.literal('host'),
    restart_policy: v.picklist(['no', 'unless-stopped', 'on-failure', 'always']),
    volumes: v.array(v.strictObject({ container: v.string() })),
    env: v.array(variable),
  })
  const schema = v.strictObject({ version: v.literal('3'), templates: v.tuple([template]) })
  assert.doesNotThrow(() => v.parse(schema, JSON.parse(read('docker/portainer/templates.json'))))
})

test("Portainer: the stack is this project's compose file without the build", () => {
  const withoutBuild = read('compose.yaml')
    .replace(/ {4}build:\n(?: {6}.*\n)+/, '')
    .replace('image: beddybytes\n', `image: ${image}\n`)
  const body = (text: string) => text.slice(text.indexOf('services:'))
  assert.equal(body(read('docker/portainer/docker-compose.yml')), body(withoutBuild))
})

test('Unraid: the template is well formed and every configuration has its attributes', () => {
  const xml = read('docker/unraid/beddybytes.xml')
  assert.match(xml, /^<\?xml version="1\.0"\?>\n<Container version="2">\n/)
  const opened = Array.from(xml.matchAll(/<([A-Z]\w*)(?:\s[^>]*[^/])?>/g), ([, name = '']) => name)
  const closed = Array.from(xml.matchAll(/<\/([A-Z]\w*)>/g), ([, name = '']) => name)
  assert.deepEqual(opened.toSorted(), closed.toSorted())
  for (const name of ['Name', 'Repository', 'Network', 'Privileged', 'Overview', 'Category', 'WebUI', 'ExtraParams']) {
    assert.match(xml, new RegExp(`<${name}>[^<]+</${name}>`))
  }
  const configurations = xml.match(/<Config [^>]*>/g) ?? []
  for (const configuration of configurations) {
    for (const name of ['Name', 'Target', 'Default', 'Mode', 'Description', 'Type', 'Display', 'Required', 'Mask']) {
      assert.match(configuration, new RegExp(` ${name}="`))
    }
  }
})
