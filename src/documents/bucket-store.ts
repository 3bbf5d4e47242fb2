import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { S3mini } from 's3mini'
import { ConfigError } from '../platform/start-error.ts'
import type { Place } from './sealing.ts'
import { placeOf, type Store, type Stored } from './store.ts'

/** S3 takes no smaller ones but the last; a document in one part needs no second step to become visible. */
const partSize = 8 * 1024 * 1024
const pageSize = 1000

/**
 * An S3-compatible bucket, `https://key:secret@s3.example/bucket?region=eu-1`. A document becomes visible as a
 * whole or not at all: in one request, or by completing an upload of parts.
 */
export function openBucketStore(address: string): Store {
  const bucket = openBucket(address)
  const keyOf = ({ spaceId, id }: Place) => `${spaceId}/${id}`
  return {
    async put(place, bytes) {
      const parts = inParts(bytes)
      const first = await parts.next()
      const second = first.done ? first : await parts.next()
      if (first.done) throw new Error('there is nothing to store')
      if (second.done) await bucket.putObject(keyOf(place), first.value)
      else await putParts(bucket, keyOf(place), [first.value, second.value], parts)
    },
    async get(place) {
      const answer = await bucket.getObjectResponse(keyOf(place))
      if (!answer?.body) throw new Error(`there is no document ${keyOf(place)} in the bucket`)
      return Readable.fromWeb(answer.body as ReadableStream)
    },
    async remove(place) {
      await bucket.deleteObject(keyOf(place))
    },
    list: () => listBucket(bucket),
    // A rule of the bucket does that (docs/operate.md): most servers know it, few list uploads in the same way.
    forgetUnfinished: async () => {},
  }
}

function openBucket(address: string): S3mini {
  const url = new URL(address)
  const [accessKeyId, secretAccessKey] = [url.username, url.password].map(decodeURIComponent)
  const region = url.searchParams.get('region') ?? 'auto'
  if (!accessKeyId || !secretAccessKey || !/^\/[^/]+\/?$/.test(url.pathname))
    throw new ConfigError('DOCUMENTS_URL: needs key, secret and bucket, https://key:secret@s3.example/bucket')
  const endpoint = `${url.origin}${url.pathname.replace(/\/$/, '')}`
  return new S3mini({
    ...{ accessKeyId, secretAccessKey, endpoint, region, requestAbortTimeout: 120_000 },
    // A document goes nowhere but to the configured address.
    fetch: (input, init) => fetch(input, { ...init, redirect: 'error' }),
  })
}

async function putParts(
  bucket: S3mini,
  key: string,
  begun: Buffer[],
  rest: AsyncIterable<Buffer>,
): Promise<void> {
  const uploadId = await bucket.getMultipartUploadId(key)
  try {
    const parts: { partNumber: number; etag: string }[] = []
    const putPart = async (bytes: Buffer) => {
      parts.push(await bucket.uploadPart(key, uploadId, bytes, parts.length + 1))
    }
    for (const bytes of begun) await putPart(bytes)
    for await (const bytes of rest) await putPart(bytes)
    await bucket.completeMultipartUpload(key, uploadId, parts)
  } catch (error) {
    await bucket.abortMultipartUpload(key, uploadId).catch(() => {})
    throw error
  }
}

async function* inParts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer, void> {
  let held: Uint8Array[] = []
  let length = 0
  for await (const piece of bytes) {
    held.push(piece)
    length += piece.length
    if (length < partSize) continue
    yield Buffer.concat(held)
    held = []
    length = 0
  }
  if (length > 0) yield Buffer.concat(held)
}

async function* listBucket(bucket: S3mini): AsyncGenerator<Stored> {
  let next: string | undefined
  do {
    const page = await bucket.listObjectsPaged('/', '', pageSize, next)
    for (const { Key, LastModified } of page?.objects ?? []) {
      const place = placeOf(...halves(Key))
      if (place) yield { place, since: new Date(LastModified) }
    }
    next = page?.nextContinuationToken
  } while (next)
}

const halves = (key: string): [string, string] => {
  const [spaceId = '', id = '', ...more] = key.split('/')
  return more.length > 0 ? ['', ''] : [spaceId, id]
}
