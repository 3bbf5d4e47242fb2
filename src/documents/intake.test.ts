import assert from 'node:assert/strict'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { finished } from 'node:stream/promises'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { largePdf, readAll, samplePdf, samplePng, streamOf } from '../../test/samples.ts'
import { cleanName, fileName, longestName } from './file-name.ts'
import { openFolderStore } from './folder-store.ts'
import { type Limits, takeIn } from './intake.ts'
import { openKeyRing } from './key-ring.ts'
import { vaultOf } from './vault.ts'

const folder = mkdtempSync(join(tmpdir(), 'intake-'))
after(() => rmSync(folder, { recursive: true }))
const vault = vaultOf(openFolderStore(folder), openKeyRing(randomBytes(32)))
const spaceId = randomUUID()
const roomy: Limits = { file: 1_000_000, room: 1_000_000 }
const take = (bytes: Buffer, limits = roomy, name = 'scan.pdf', size = 16_384) =>
  takeIn(vault, streamOf(bytes, size), { spaceId, name, otherwise: 'document', limits })
const filesKept = () => {
  try {
    return readdirSync(join(folder, spaceId)).length + readdirSync(join(folder, 'unfinished')).length
  } catch {
    return 0
  }
}

test('a file is kept with its size, its SHA-256 and its kind, however it arrives', async () => {
  for (const [bytes, size] of [
    [samplePdf(), 1],
    [samplePng(), 7],
    [largePdf(500_000), 65_536],
  ] as const) {
    const kept = await take(bytes, roomy, 'a', size)
    assert.ok(typeof kept !== 'string')
    assert.equal(kept.size, bytes.length)
    assert.equal(kept.sha256, createHash('sha256').update(bytes).digest('hex'))
    const opened = await vault.open({ spaceId, id: kept.id }, kept.wrappedKey)
    assert.ok(bytes.equals(await readAll(opened)))
    await vault.store.remove({ spaceId, id: kept.id })
  }
})

test('what a file is comes from its content, whatever it is called', async () => {
  const kept = await take(samplePng(), roomy, 'invoice.pdf')
  assert.ok(typeof kept !== 'string')
  assert.equal(kept.mediaType, 'image/png')
  assert.equal(kept.name, 'invoice.pdf.png')
  await vault.store.remove({ spaceId, id: kept.id })
  for (const bytes of [
    Buffer.from('<html><script>alert(1)</script>'),
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    Buffer.from('MZ\x90\0'),
    Buffer.from('PK\x03\x04'),
    randomBytes(5000),
    Buffer.from('x'),
  ])
    assert.equal(await take(bytes), 'kind')
  assert.equal(await take(Buffer.alloc(0)), 'empty')
  assert.equal(filesKept(), 0)
})

test('the limit of a file and the room of the space hold to the byte, and what is refused leaves nothing', async () => {
  const bytes = largePdf(100_000)
  const exact = await take(bytes, { file: bytes.length, room: bytes.length })
  assert.ok(typeof exact !== 'string')
  await vault.store.remove({ spaceId, id: exact.id })
  assert.equal(await take(bytes, { file: bytes.length - 1, room: 1e9 }), 'tooLarge')
  assert.equal(await take(bytes, { file: 1e9, room: bytes.length - 1 }), 'room')
  assert.equal(filesKept(), 0)
})

test('what is refused is read to its end, also what comes later, so that the next file of the request is reached', async () => {
  const pdf = largePdf(600_000)
  for (const [first, limits, why] of [
    [pdf, { file: 500_000, room: 1e9 }, 'tooLarge'],
    [pdf, { file: 1e9, room: 500_000 }, 'room'],
    [Buffer.alloc(600_000), roomy, 'kind'],
  ] as const) {
    const stream = new PassThrough()
    const taking = takeIn(vault, stream, { spaceId, name: 'a.pdf', otherwise: 'x', limits })
    stream.write(first)
    assert.equal(await taking, why)
    await sleep(20)
    stream.end(randomBytes(600_000))
    await finished(stream, { writable: false, signal: AbortSignal.timeout(2000) })
  }
  assert.equal(filesKept(), 0)
})

test('a line that breaks leaves nothing', async () => {
  const stream = streamOf(largePdf(500_000))
  const taking = takeIn(vault, stream, { spaceId, name: 'a.pdf', otherwise: 'x', limits: roomy })
  setImmediate(() => stream.destroy(new Error('gone')))
  await assert.rejects(taking)
  assert.equal(filesKept(), 0)
})

test('names lose what hides, leads elsewhere or cannot be written, and keep their letters', () => {
  assert.equal(cleanName('C:\\Users\\Marie\\Ausweis Müller.pdf'), 'Ausweis Müller.pdf')
  assert.equal(cleanName('../../etc/passwd'), 'passwd')
  assert.equal(cleanName('a\u202Efdp.exe'), 'afdp.exe')
  assert.equal(cleanName('a\u0000b\r\nc\ud800'), 'abc')
  assert.equal(cleanName('.htaccess'), 'htaccess')
  assert.equal(cleanName('Diplôme "final" <2>.pdf'), 'Diplôme _final_ _2_.pdf')
  assert.equal(fileName('photo.JPG', 'image/jpeg', 'x'), 'photo.JPG')
  assert.equal(fileName('', 'image/jpeg', 'document'), 'document.jpg')
  assert.equal(fileName('page.html', 'application/pdf', 'x'), 'page.html.pdf')
})

test('whatever name is given, the one that is kept is short, visible and ends as the file does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (given) => {
      const name = fileName(given, 'application/pdf', 'document')
      assert.ok([...name].length <= longestName)
      assert.match(name, /\.pdf$/i)
      assert.doesNotMatch(name, /[\p{Cc}\p{Cf}/\\<>:"|?*]/u)
      assert.ok(name.isWellFormed())
      assert.equal(fileName(name, 'application/pdf', 'x'), name, 'cleaning again changes nothing')
    }),
    { numRuns: 500 },
  )
})
