import { createHash, randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import { AppError } from '../platform/error.ts'
import type { Kept } from './document.ts'
import { fileName } from './file-name.ts'
import { kindOf, tellingBytes } from './kind.ts'
import type { Vault } from './vault.ts'

/** Why a file is not kept. */
export type Refusal = 'empty' | 'kind' | 'tooLarge' | 'room' | 'tooMany'

/** In bytes: for one file, and for what is left of the space’s room. */
export type Limits = { file: number; room: number }

class Refused extends Error {
  readonly why: Refusal
  constructor(why: Refusal) {
    super(why)
    this.why = why
  }
}

/**
 * Keeps one file as it arrives, encrypted, counted and hashed, never whole in memory. Its row is for the
 * caller to write; without one the bytes are collected again. What is refused leaves nothing.
 */
export async function takeIn(
  vault: Vault,
  file: Readable,
  given: { spaceId: string; name: string; otherwise: string; limits: Limits },
): Promise<Kept | Refusal> {
  const pieces: AsyncIterator<Buffer> = file.iterator({ destroyOnReturn: false })
  const id = randomUUID()
  try {
    const beginning = await readBeginning(pieces)
    if (beginning.length === 0) return 'empty'
    const mediaType = await kindOf(beginning)
    if (!mediaType) return 'kind'
    const { counted, told } = measure(beginning, pieces, given.limits)
    const wrappedKey = await vault.keep({ spaceId: given.spaceId, id }, counted)
    return { id, name: fileName(given.name, mediaType, given.otherwise), mediaType, wrappedKey, ...told() }
  } catch (error) {
    if (error instanceof Refused) return error.why
    throw error
  } finally {
    void readOn(file, pieces)
  }
}

/** What follows a file in the same request cannot be read before; a stream flows only once nobody iterates it. */
async function readOn(file: Readable, pieces: AsyncIterator<Buffer>): Promise<void> {
  await pieces.return?.().catch(() => {})
  file.resume()
}

async function readBeginning(pieces: AsyncIterator<Buffer>): Promise<Buffer> {
  const read: Buffer[] = []
  for (let length = 0; length < tellingBytes; ) {
    const piece = await nextOf(pieces)
    if (!piece) break
    read.push(piece)
    length += piece.length
  }
  return Buffer.concat(read)
}

function measure(beginning: Buffer, pieces: AsyncIterator<Buffer>, { file, room }: Limits) {
  const hash = createHash('sha256')
  let size = 0
  async function* counted() {
    for (let piece: Buffer | null = beginning; piece; piece = await nextOf(pieces)) {
      size += piece.length
      if (size > file) throw new Refused('tooLarge')
      if (size > room) throw new Refused('room')
      hash.update(piece)
      yield piece
    }
  }
  return { counted: counted(), told: () => ({ size, sha256: hash.digest('hex') }) }
}

/** What fails here is what was sent, not where it is kept. */
async function nextOf(pieces: AsyncIterator<Buffer>): Promise<Buffer | null> {
  const next = await pieces.next().catch(brokenOff)
  return next.done ? null : next.value
}

/** A form that is cut off or not written as RFC 7578 says is the sender’s; a limit has its own answer. */
export function brokenOff(error: unknown): never {
  const told = error instanceof Error && 'statusCode' in error
  throw told ? error : new AppError('bad_request')
}
