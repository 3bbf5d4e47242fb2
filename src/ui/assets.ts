import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { extname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { acceptedEncoding, compress, type Encoding } from '../platform/compression.ts'

/**
 * Style sheets, fonts, scripts and pictures, kept in memory. Their address carries a hash of their content,
 * one per group, so that browsers keep them for a year and files of a group may refer to each other.
 */
type Asset = { content: Buffer; type: string; packed: Partial<Record<Encoding, Promise<Buffer>>> }
type Group = { hash: string; files: Map<string, Asset> }

/** In this order: what comes later wins. */
const sheets = [
  'vendor/theme',
  'vendor/components',
  'fonts',
  'texts',
  'base',
  'shell',
  'parts',
  'fields',
  'forms',
  'home',
  'spaces',
  'documents',
  'contrast',
  'print',
]

const here = import.meta.dirname
const packages = createRequire(import.meta.url)

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.woff2': 'font/woff2',
}

const fonts = group(
  ['latin', 'latin-ext', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'].map((subset) => [
    `inter-${subset}.woff2`,
    readFileSync(packages.resolve(`@fontsource-variable/inter/files/inter-${subset}-wght-normal.woff2`)),
  ]),
)
const groups = { fonts, pictures: openPictures(), scripts: openScripts(), styles: openStyles() }
type GroupName = keyof typeof groups

/** The address of an asset: `assetUrl('styles', 'portal.css')`. */
export function assetUrl(name: GroupName, file: string): string {
  const found = groups[name]
  if (!found.files.has(file)) throw new Error(`no asset ${name}/${file}`)
  return `/assets/${name}/${found.hash}/${file}`
}

/** The text of a style sheet or script as it is served, for tests. */
export const assetText = (name: GroupName, file: string) =>
  groups[name].files.get(file)?.content.toString('utf8') ?? ''

export function assetRoutes(app: FastifyInstance) {
  app.addHook('onListen', async () => {
    void warmAssets()
  })
  app.get<{ Params: { group: string; hash: string; file: string } }>(
    '/assets/:group/:hash/:file',
    { config: { rateLimit: false } },
    async (request, reply) => {
      const { group: name, hash, file } = request.params
      const found = Object.entries(groups).find(([key]) => key === name)?.[1]
      const asset = found?.files.get(file)
      if (!found || !asset) return reply.callNotFound()
      const etag = `"${found.hash}"`
      // A page of the version before, open during an update, still gets its files, but keeps none.
      const lasting = hash === found.hash
      reply.headers({
        etag,
        vary: 'accept-encoding',
        'cache-control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
      })
      if (request.headers['if-none-match'] === etag) return reply.code(304).send()
      const encoding = asset.type.startsWith('font/')
        ? null
        : acceptedEncoding(request.headers['accept-encoding'])
      if (encoding) reply.header('content-encoding', encoding)
      return reply.type(asset.type).send(encoding ? await pack(asset, encoding) : asset.content)
    },
  )
}

/** Compresses everything before the first visitor waits for it. */
async function warmAssets(): Promise<void> {
  const all = Object.values(groups).flatMap(({ files }) => [...files.values()])
  await Promise.all(
    all
      .filter(({ type }) => !type.startsWith('font/'))
      .flatMap((one) => [pack(one, 'br'), pack(one, 'gzip')]),
  )
}

function pack(asset: Asset, encoding: Encoding): Promise<Buffer> {
  asset.packed[encoding] ??= compress(asset.content, encoding, 'best')
  return asset.packed[encoding]
}

function group(entries: (readonly [string, Buffer])[]): Group {
  const hash = createHash('sha256')
  const files = new Map<string, Asset>()
  for (const [name, content] of entries) {
    hash.update(name).update(content)
    files.set(name, { content, type: types[extname(name)] ?? 'application/octet-stream', packed: {} })
  }
  return { hash: hash.digest('base64url').slice(0, 12), files }
}

function openStyles(): Group {
  const theme = join(here, 'theme')
  const css = sheets
    .map((file) => readFileSync(join(theme, `${file}.css`), 'utf8'))
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^@charset[^;]*;/gm, '')
    .replaceAll('/assets/fonts/', `/assets/fonts/${fonts.hash}/`)
  return group([['portal.css', Buffer.from(css)]])
}

function openScripts(): Group {
  const folder = join(here, 'enhance')
  const ours = readdirSync(folder)
    .filter((file) => file.endsWith('.js'))
    .sort()
  return group([
    ...ours.map((file) => [file, readFileSync(join(folder, file))] as const),
    ['htmx.js', readFileSync(packages.resolve('htmx.org/dist/htmx.esm.min.js'))],
  ])
}

function openPictures(): Group {
  const folder = join(here, 'pictures')
  return group(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file))] as const))
}
