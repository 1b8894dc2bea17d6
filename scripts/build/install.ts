// What makes the pages an app: the list of everything that its service worker keeps, and the manifest that phones install it by,
// both once for each language.

import { appFilesPath } from '../../public/app/app-files.ts'
import type { AppFiles } from '../../public/app/app-files.ts'
import { languageCodes } from '../../public/shared/languages.ts'
import type { Language } from '../../public/shared/languages.ts'
import { documentWords } from './catalogue.ts'
import { integrityOf } from './integrity.ts'
import type { Asset } from './manifest.ts'

/** As public/ui/base.css has it. */
const night = '#0b0f17'

/**
 * @param assets everything else that is served, but for the worker, which the browser keeps itself
 * @param bundled by language, the paths of what is bundled for it; some of them are the same for several
 */
export function installAssets(assets: readonly Asset[], bundled: ReadonlyMap<Language, ReadonlySet<string>>): Asset[] {
  const inBundles = new Set([...bundled.values()].flatMap((paths) => [...paths]))
  return languageCodes.flatMap((language) => {
    const manifest = appManifest(language)
    const own = assets.filter((asset) =>
      inBundles.has(asset.path)
        ? bundled.get(language)?.has(asset.path)
        : asset.language === undefined || asset.language === language,
    )
    return [manifest, listAppFiles([...own, manifest], language)]
  })
}

function listAppFiles(assets: readonly Asset[], language: Language): Asset {
  const list = (isImmutable: boolean) =>
    assets
      .filter(({ immutable }) => immutable === isImmutable)
      .map(({ path, content }) => ({ path, integrity: integrityOf(content) }))
  return jsonAsset(appFilesPath, language, { files: list(true), pages: list(false) } satisfies AppFiles)
}

function appManifest(language: Language): Asset {
  const { name, description, babyStation, parentStation } = documentWords[language].app
  const shortcut = (station: string, url: string) => ({ name: station, url, icons: [icon(192)] })
  return jsonAsset('/manifest.webmanifest', language, {
    id: '/',
    name,
    short_name: name,
    description,
    lang: language,
    dir: 'ltr',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: night,
    theme_color: night,
    categories: ['lifestyle', 'utilities'],
    icons: [icon(192), icon(512), { ...icon(512, 'maskable-512'), purpose: 'maskable' }],
    shortcuts: [shortcut(babyStation, '/baby'), shortcut(parentStation, '/parent')],
  })
}

function jsonAsset(path: string, language: Language, content: unknown): Asset {
  return {
    path,
    file: `${language}${path}`,
    language,
    content: Buffer.from(JSON.stringify(content)),
    immutable: false,
  }
}

function icon(size: number, name = `icon-${size}`) {
  return { src: `/${name}.png`, sizes: `${size}x${size}`, type: 'image/png' }
}
