// The welcome page as the box fills it in: its addresses, its root, and the steps of the phone at hand opened.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { encode } from 'uqr'
import type { Language } from '../../public/shared/languages.ts'
import { isIP } from '../ip-address.ts'
import type { PagePolicy } from '../web/exchange.ts'
import type { Names, Trust } from './trust.ts'

/** What scripts/build leaves in `.build/welcome`, each read when it is first asked for. */
export interface WelcomeFiles {
  page(language: Language): string
  /** Framed by the page on plain HTTP: tells it how far HTTPS works. */
  check(language: Language): string
  worker(): string
}

export interface Page {
  readonly html: string
  readonly policy: PagePolicy
}

export interface Welcome {
  /** @param hostname what the visitor asked for, without brackets and port */
  page(hostname: string, userAgent: string, language: Language): Page
  check(hostname: string, language: Language): Page
  worker(): string
}

export interface WelcomeDeps {
  readonly files: WelcomeFiles
  readonly trust: Pick<Trust, 'root' | 'covers'>
  names(): Names
  ports(): { readonly https: number; readonly http: number }
}

export function openWelcomeFiles(folder: string): WelcomeFiles {
  const known = new Map<string, string>()
  const read = (name: string): string => {
    const text = known.get(name) ?? readFileSync(join(folder, name), 'utf8')
    known.set(name, text)
    return text
  }
  return {
    page: (language) => read(`${language}/welcome.html`),
    check: (language) => read(`${language}/check.html`),
    worker: () => read('worker.js'),
  }
}

export function createWelcome({ files, trust, names, ports }: WelcomeDeps): Welcome {
  /** Where the app is for this visitor: by the name that brought them here, if the certificate has it. */
  function reachable(hostname: string): string {
    if (trust.covers(hostname)) return hostname
    const { hostnames, addresses } = names()
    return addresses.find(trust.covers) ?? hostnames[0] ?? 'localhost'
  }

  return {
    worker: files.worker,
    page(hostname, userAgent, language) {
      const page = files.page(language)
      const { https, http } = ports()
      const { hostnames, addresses } = names()
      const [name = 'localhost'] = hostnames
      const covered = addresses.filter(trust.covers)
      // A certificate of the owner's own may name none; this page, on plain HTTP, is there all the same.
      const [address, ...others] = covered.length === 0 ? addresses : covered
      const root = trust.root()
      const app = originOf('https', reachable(hostname), https)
      const byName = originOf('http', name, http)
      const byAddress = address === undefined ? null : originOf('http', address, http)
      const platform = platformOf(userAgent)
      const filled = keep(page, { root: root !== null, own: root === null, address: byAddress !== null })
      const values: Readonly<Record<string, string>> = {
        app,
        root: escapeHtml(root?.commonName ?? ''),
        fingerprint: root?.fingerprint.replaceAll(':', ' ') ?? '',
        'name-url': byName,
        'name-code': qrCode(byName),
        'address-url': byAddress ?? '',
        'address-code': byAddress === null ? '' : qrCode(byAddress),
        'more-urls': others.map((other) => `<li>${originOf('http', other, http)}</li>`).join(''),
        'app-urls': [name, ...covered].map((host) => `<li>${originOf('https', host, https)}</li>`).join(''),
        ...Object.fromEntries(platforms.map((one) => [`open-${one}`, one === platform ? ' open' : ''])),
      }
      const html = filled.replace(/%([a-z-]+)%/g, (place, key: string) => values[key] ?? place)
      return { html, policy: { ...inlineSources(page), frames: source('https', reachable(hostname), https) } }
    },
    check(hostname, language) {
      const html = files.check(language)
      return { html, policy: { ...inlineSources(html), framedBy: source('http', hostname, ports().http) } }
    },
  }
}

const platforms = ['iphone', 'android', 'windows', 'mac', 'linux', 'firefox'] as const

/** Firefox on a computer has a list of roots of its own; an iPad says that it is a Mac, which the page's script corrects. */
export function platformOf(userAgent: string): (typeof platforms)[number] | null {
  if (/iPhone|iPad|iPod/.test(userAgent)) return 'iphone'
  if (userAgent.includes('Android')) return 'android'
  if (userAgent.includes('Firefox')) return 'firefox'
  if (userAgent.includes('Windows')) return 'windows'
  if (userAgent.includes('Macintosh')) return 'mac'
  return /Linux|CrOS/.test(userAgent) ? 'linux' : null
}

const usualPorts = { http: 80, https: 443 } as const

export function originOf(scheme: 'http' | 'https', host: string, port: number): string {
  const name = isIP(host) === 6 ? `[${host}]` : host
  return `${scheme}://${name}${port === usualPorts[scheme] ? '' : `:${port}`}`
}

/** Content Security Policy has no form for an IPv6 address. */
function source(scheme: 'http' | 'https', host: string, port: number): string {
  return isIP(host) === 6 ? `${scheme}:` : originOf(scheme, host, port)
}

/** `<!--word-->...<!--/word-->` stays or goes. */
function keep(page: string, parts: Readonly<Record<string, boolean>>): string {
  return Object.entries(parts).reduce(
    (text, [word, stays]) => text.replace(new RegExp(`<!--${word}-->([^]*?)<!--/${word}-->`, 'g'), stays ? '$1' : ''),
    page,
  )
}

function inlineSources(page: string): PagePolicy {
  const hashes = (tag: string) =>
    [...page.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, 'g'))].map(
      ([, content = '']) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`,
    )
  return { scripts: hashes('script'), styles: hashes('style') }
}

/** Dark on light with its quiet zone, whatever the page's colours: readers do not all take the inverse. */
function qrCode(url: string): string {
  const { data, size } = encode(url, { border: 4 })
  const rows = data.map((row, y) => {
    const runs = row
      .map((dark) => (dark ? '1' : '0'))
      .join('')
      .matchAll(/1+/g)
    return [...runs].map(({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}`).join('')
  })
  return `<svg class="code" viewBox="0 0 ${size} ${size}" role="img" aria-label="${escapeHtml(url)}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${rows.join('')}"/></svg>`
}

const escapeHtml = (text: string) => text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`)
