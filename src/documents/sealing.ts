import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

type Bytes = AsyncIterable<Uint8Array>

/** What a sealed document belongs to: bytes of another place do not open here. */
export type Place = { spaceId: string; id: string }

/** Its bytes are not those that were sealed: shortened, put in another order, changed, or of another place. */
export class Damaged extends Error {}

const chunkSize = 64 * 1024
const tagSize = 16

export const newFileKey = (): Buffer => randomBytes(32)

/**
 * Encrypts chunk by chunk (STREAM, Hoang et al. 2015, as age does it, with AES-256-GCM). A nonce is the chunk’s
 * number and whether it is the last, which a key used for one file only allows; each chunk names its place.
 */
export async function* seal(plain: Bytes, key: Buffer, place: Place): AsyncGenerator<Buffer> {
  let number = 0
  for await (const { chunk, last } of inChunks(plain, chunkSize)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number++, last), { authTagLength: tagSize })
    cipher.setAAD(contextOf(place))
    yield cipher.update(chunk)
    cipher.final()
    yield cipher.getAuthTag()
  }
}

/** Gives no byte that was not checked; throws `Damaged` at the first chunk that is not in order. */
export async function* unseal(sealed: Bytes, key: Buffer, place: Place): AsyncGenerator<Buffer> {
  let number = 0
  for await (const { chunk, last } of inChunks(sealed, chunkSize + tagSize))
    yield openChunk(chunk, key, nonceOf(number++, last), place)
}

function openChunk(chunk: Buffer, key: Buffer, nonce: Buffer, place: Place): Buffer {
  if (chunk.length < tagSize) throw new Damaged('a sealed document was cut off')
  const cipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagSize })
  cipher.setAAD(contextOf(place))
  cipher.setAuthTag(chunk.subarray(-tagSize))
  const plain = cipher.update(chunk.subarray(0, -tagSize))
  try {
    cipher.final()
  } catch {
    throw new Damaged('a sealed document is not as it was stored')
  }
  return plain
}

/** The file’s key under the portal’s; no other place’s key opens with it. */
export function wrapKey(fileKey: Buffer, portalKey: Buffer, place: Place): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', portalKey, nonce, { authTagLength: tagSize })
  cipher.setAAD(contextOf(place))
  return Buffer.concat([nonce, cipher.update(fileKey), cipher.final(), cipher.getAuthTag()])
}

export function unwrapKey(wrapped: Buffer, portalKey: Buffer, place: Place): Buffer {
  return openChunk(wrapped.subarray(12), portalKey, wrapped.subarray(0, 12), place)
}

const contextOf = ({ spaceId, id }: Place) => Buffer.from(`openguichet document 1 ${spaceId} ${id}`)

function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(number, 5, 6)
  nonce[11] = last ? 1 : 0
  return nonce
}

/**
 * All full but the last, which comes even when there is nothing in it. They share their memory: each is to be
 * used before the next is asked for.
 */
async function* inChunks(bytes: Bytes, size: number): AsyncGenerator<{ chunk: Buffer; last: boolean }> {
  const chunk = Buffer.allocUnsafe(size)
  let filled = 0
  for await (const piece of bytes)
    for (let at = 0; at < piece.length; ) {
      if (filled === size) {
        yield { chunk, last: false }
        filled = 0
      }
      const taken = Math.min(size - filled, piece.length - at)
      chunk.set(piece.subarray(at, at + taken), filled)
      filled += taken
      at += taken
    }
  yield { chunk: chunk.subarray(0, filled), last: true }
}
