import 'reflect-metadata'
import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import { before, test } from 'node:test'
import fc from 'fast-check'
import { der, makePath } from '../../../test/certificates.ts'
import { testProvider } from '../../../test/judging.ts'
import { bitString, boolean, integer, Malformed, oid, readDer, sequence, setBits, time } from './der.ts'
import { judgeBy } from './judgement.ts'
import { encodingProblem, readStrictly } from './reading.ts'

let path: Awaited<ReturnType<typeof makePath>>
before(async () => {
  path = await makePath()
})

test('what DER has two spellings for is read in one only', () => {
  const cases: [hex: string, read: (element: ReturnType<typeof readDer>) => unknown][] = [
    ['0281020001', integer],
    ['02020001', integer],
    ['0202ff80', integer],
    ['0200', integer],
    ['010101', boolean],
    ['0303000100', (one) => readDer(one.raw.subarray(0, 4))],
    ['030208ff', bitString],
    ['030204ff', bitString],
    ['03020000', setBits],
    ['06028001', oid],
    ['060181', oid],
    ['3080020101000000', (one) => one],
    ['3003020101ff', (one) => one],
    ['1f8101', (one) => one],
    ['050100', (one) => one],
  ]
  for (const [hex, read] of cases) assert.throws(() => read(readDer(Buffer.from(hex, 'hex'))), Malformed, hex)
})

test('a time is of the year it should be, and to the second', () => {
  const read = (tag: number, text: string) => time(readDer(der(tag, text))).toISOString()
  assert.equal(read(0x17, '491231235959Z'), '2049-12-31T23:59:59.000Z')
  assert.equal(read(0x17, '500101000000Z'), '1950-01-01T00:00:00.000Z')
  assert.equal(read(0x18, '20500101000000Z'), '2050-01-01T00:00:00.000Z')
  for (const [tag, text] of [
    ...[
      [0x17, '4912312359Z'] as const,
      [0x17, '491231235959+0100'] as const,
      [0x17, '490231000000Z'] as const,
    ],
    ...[[0x18, '20491231235959Z'] as const, [0x18, '20500101000000.5Z'] as const],
  ])
    assert.throws(() => read(tag, text), Malformed, text)
})

test('a certificate that OpenSSL reads but that is no DER is told so', () => {
  const [signed, ...rest] = sequence(readDer(path.holder.raw))
  assert.ok(signed)
  const longer = Buffer.concat([Buffer.from([0x30, 0x83, 0]), signed.raw.subarray(2)])
  const holder = new X509Certificate(der(0x30, longer, ...rest.map(({ raw }) => raw)))
  assert.equal(encodingProblem(holder), 'a length longer than it needs')
  assert.equal(readStrictly(holder), null)
  const { accepted, steps } = judge(holder)
  assert.ok(!accepted && steps.some(({ reason }) => reason === 'not_der'))
})

test('whatever single byte is changed, nothing is thrown and nothing is accepted', () => {
  const { raw } = path.holder
  assert.ok(judge(path.holder).accepted)
  const changed = fc.record({ at: fc.nat(raw.length - 1), by: fc.integer({ min: 1, max: 255 }) })
  fc.assert(
    fc.property(changed, ({ at, by }) => {
      const bytes = Buffer.from(raw)
      bytes[at] = (bytes[at] ?? 0) ^ by
      const certificate = readable(bytes)
      return !certificate || !judge(certificate).accepted
    }),
    { numRuns: 400 },
  )
})

const judge = (certificate: X509Certificate) =>
  judgeBy(
    { provider: testProvider(), roots: [path.root], intermediates: [path.issuer] },
    certificate,
    new Date(),
  )

function readable(bytes: Buffer): X509Certificate | null {
  try {
    return new X509Certificate(bytes)
  } catch {
    return null
  }
}
