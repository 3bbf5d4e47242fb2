import multipart, { type MultipartFile } from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import type { House, Request } from '../house.ts'
import { AppError } from '../platform/error.ts'
import { type Kept, roomUsed } from './document.ts'
import { cleanName } from './file-name.ts'
import { brokenOff, type Limits, type Refusal, takeIn } from './intake.ts'
import type { Vault } from './vault.ts'

/** What came with a form beside its text, by the field it was chosen in. */
export type Uploads = {
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

export const limitsOf = (config: House['config'], used: number): Limits => ({
  file: config.DOCUMENT_MEGABYTES * megabyte,
  room: Math.max(config.SPACE_MEGABYTES * megabyte - used, 0),
})

/** Lets the routes of this scope be sent files. Only those with `takeUploads` before them read any. */
export async function acceptUploads(app: FastifyInstance, { config }: House): Promise<void> {
  app.decorateRequest('uploads')
  app.addHook('onRequest', async (request) => {
    request.uploads = { kept: [], refused: [] }
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
    const { space, values } = await house.look(request, 'manager', (tx) => ({ room: roomUsed(tx) }))
    request.body = await readParts(house, request, space.id, limitsOf(house.config, values.room.used))
  }
}

const mostBytes = ({ config }: House) => (mostFiles * config.DOCUMENT_MEGABYTES + 1) * megabyte

/** Whoever sends nothing for long, or more than they said, is cut off. */
function watch(house: House, { raw }: Request) {
  let length = 0
  const stalled = setTimeout(() => raw.destroy(), patience)
  raw.on('data', (piece: Buffer) => {
    stalled.refresh()
    length += piece.length
    if (length > mostBytes(house)) raw.destroy()
  })
  raw.on('close', () => clearTimeout(stalled))
  raw.on('end', () => clearTimeout(stalled))
}

async function readParts(house: House, request: Request, spaceId: string, given: Limits): Promise<Body> {
  const body: Body = Object.create(null)
  const limits = { ...given }
  watch(house, request)
  const parts = request.parts()
  for (;;) {
    const { done, value: part } = await parts.next().catch(brokenOff)
    if (done) return body
    if (part.type === 'field') addText(body, part.fieldname, part.value)
    else limits.room -= await readFile(house.vault, request.uploads, part, { spaceId, limits })
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
