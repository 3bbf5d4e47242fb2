import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'

/** A process of its own that uploads one large document, fetches it again, and prints how long each took. */
const { values } = parseArgs({
  options: {
    address: { type: 'string', default: '' },
    path: { type: 'string', default: '' },
    cookie: { type: 'string', default: '' },
    bytes: { type: 'string', default: '0' },
  },
})
const total = Number(values.bytes)
const piece = Buffer.alloc(1_000_000, 'not of one byte alone, and not compressible by anything on its way')
const begins = Buffer.from('%PDF-1.4\n')
const sent = createHash('sha256')

const begun = performance.now()
const id = await upload()
const stored = performance.now()
const received = await fetchBack(id)
const fetched = performance.now()
if (received !== sent.digest('hex')) throw new Error('what came back is not what was sent')
process.stdout.write(
  JSON.stringify({ upSeconds: (stored - begun) / 1000, downSeconds: (fetched - stored) / 1000 }),
)

function* content() {
  const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="large.pdf"\r\n\r\n'
  yield Buffer.from(head)
  for (let left = total, next = begins; left > 0; left -= next.length, next = piece) {
    const part = next.subarray(0, left)
    sent.update(part)
    yield part
  }
  yield Buffer.from('\r\n--x--\r\n')
}

async function upload(): Promise<string> {
  const asked = request(`${values.address}${values.path}`, {
    method: 'POST',
    headers: {
      'content-type': 'multipart/form-data; boundary=x',
      accept: 'application/json',
      'sec-fetch-site': 'same-origin',
      cookie: values.cookie,
    },
  })
  const answered = new Promise<string>((resolve, reject) => {
    asked.on('error', reject).on('response', async (answer) => {
      const parts: Buffer[] = []
      for await (const part of answer) parts.push(part)
      resolve(Buffer.concat(parts).toString())
    })
  })
  await pipeline(Readable.from(content()), asked)
  const Answer = z.object({ saved: z.tuple([z.object({ id: z.string() })]) })
  return Answer.parse(JSON.parse(await answered)).saved[0].id
}

async function fetchBack(id: string): Promise<string> {
  const answer = await fetch(`${values.address}${values.path}/${id}/file`, {
    headers: { cookie: values.cookie },
  })
  if (!answer.ok || !answer.body) throw new Error(`the document does not open: ${answer.status}`)
  const hash = createHash('sha256')
  for await (const part of answer.body) hash.update(part)
  return hash.digest('hex')
}
