import multipart, { type MultipartFile } from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import type { House, Request } from '../house.ts'
import { AppError } from '../platform/error.ts'
import { collect } from './collection.ts'
import { type Kept, roomUsed } from './document.ts'
import { cleanName } from './file-name.ts'
import { brokenOff, type Limits, type Refusal, takeIn } from './intake.ts'
import type { Vault } from './vault.ts'

/** What came with a form beside its text, by the field it was chosen in. */
export type Uploads = {
  /** Where they were kept. */
  spaceId: string | null
  kept: (Kept & { field: string })[]
  refused: { field: string; name: string; why: Refusal }[]
}

declare module 'fastify' {
  interface FastifyRequest {
    uploads: Uploads
  }
}

/** In one request. */
export const mostFiles = 20
const mostFields = 2000
const megabyte = 1_000_000
/** Bytes must come at least this often. */
const patience = 60_000
const letGoAfter = 60_000

export const limitsOf = (config: House['config'], used: number): Limits => ({
  file: config.DOCUMENT_MEGABYTES * megabyte,
  room: Math.max(config.SPACE_MEGABYTES * megabyte - used, 0),
})

/** Lets the routes of this scope be sent files. Only those with `takeUploads` before them read any. */
export async function acceptUploads(app: FastifyInstance, { config, pools, vault }: House): Promise<void> {
  app.decorateRequest('uploads')
  app.addHook('onRequest', async (request) => {
    request.uploads = { spaceId: null, kept: [], refused: [] }
  })
  // What failed has written no rows, unless only the answer of its commit was lost: that is known in a while.
  app.addHook('onError', async ({ uploads, log }) => {
    const places = uploads.kept.flatMap(({ id }) => (uploads.spaceId ? { spaceId: uploads.spaceId, id } : []))
    if (places.length > 0)
      setTimeout(() => collect({ pools, vault, log }, places).catch(() => {}), letGoAfter).unref()
  })
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: {
      fieldNameSize: 200,
      fieldSize: 200_000,
      fields: mostFields,
      parts: mostFields + 2 * mostFiles,
      files: 2 * mostFiles,
      // One byte more tells that it is too much; the rest is thrown away.
      fileSize: config.DOCUMENT_MEGABYTES * megabyte + 1,
    },
  })
}

/**
 * Reads a form that carries files before its handler runs, which gets the texts as the body and the files as
 * `request.uploads`. Who may not write in the space is refused before a byte is kept. No transaction is open
 * meanwhile, because uploads take as long as somebody’s line does.
 */
export function takeUploads(house: House) {
  return async (request: Request): Promise<void> => {
    if (!request.isMultipart()) return
    if (Number(request.headers['content-length']) > mostBytes(house)) throw new AppError('too_large')
    const { space, values } = await house
      .look(request, 'manager', (tx) => ({ room: roomUsed(tx) }))
      .catch((error) => keepTexts(house, request, error))
    const limits = limitsOf(house.config, values.room.used)
    request.uploads.spaceId = space.id
    request.body = await readForm(house, request, async (part) => {
      limits.room -= await readFile(house.vault, request.uploads, part, { spaceId: space.id, limits })
    })
  }
}

/** A form whose session is over is kept for its person: its texts, for nobody says whose the files would be. */
async function keepTexts(house: House, request: Request, error: unknown): Promise<never> {
  if (error instanceof AppError && error.code === 'session_over')
    request.body = await readForm(house, request, async ({ file }) => void file.resume())
  throw error
}

const mostBytes = ({ config }: House) => (mostFiles * config.DOCUMENT_MEGABYTES + 1) * megabyte

/** Whoever sends nothing for long, or more than they said, is cut off. */
function watch(house: House, { raw }: Request) {
  let length = 0
  const stalled = setTimeout(() => raw.destroy(), patience).unref()
  raw.on('data', (piece: Buffer) => {
    stalled.refresh()
    length += piece.length
    if (length > mostBytes(house)) raw.destroy()
  })
  raw.on('close', () => clearTimeout(stalled))
  raw.on('end', () => clearTimeout(stalled))
}

/** Gives the texts; each file is for `take` to read, or to let go by. */
async function readForm(
  house: House,
  request: Request,
  take: (file: MultipartFile) => Promise<void>,
): Promise<Body> {
  const body: Body = Object.create(null)
  watch(house, request)
  const parts = request.parts()
  for (;;) {
    const { done, value: part } = await parts.next().catch(brokenOff)
    if (done) return body
    if (part.type === 'field') addText(body, part.fieldname, part.value)
    else await take(part)
  }
}

type Body = Record<string, string | string[]>

/** Gives how much room it takes. A file field in which nothing was chosen sends an empty file without a name. */
async function readFile(
  vault: Vault,
  { kept, refused }: Uploads,
  { fieldname: field, filename: name = '', file }: MultipartFile,
  given: { spaceId: string; limits: Limits },
): Promise<number> {
  const full = kept.length + refused.length >= mostFiles
  const taken = full ? 'tooMany' : await takeIn(vault, file, { ...given, name, otherwise: 'document' })
  if (full) file.resume()
  if (typeof taken !== 'string') {
    kept.push({ ...taken, field })
    return taken.size
  }
  if (name !== '' || taken !== 'empty') refused.push({ field, name: cleanName(name), why: taken })
  return 0
}

function addText(body: Body, name: string, value: unknown) {
  if (typeof value !== 'string') return
  const before = body[name]
  body[name] = before === undefined ? value : [before, value].flat()
}
