import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { startClamd } from '../../test/clamd.ts'
import { largePdf, pieces, samplePdf, streamOf } from '../../test/samples.ts'
import { askVersion, scanStream } from './scanner.ts'

/** EICAR’s test file, in two halves so that no scanner takes this file for it. */
const eicar = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
)

test('what clamd calls OK is clean, what it names is infected, over the protocol as it is written down', async () => {
  const clamd = await startClamd((bytes) =>
    bytes.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK',
  )
  const plain = largePdf(300_000)
  assert.deepEqual(await scanStream(clamd.address, streamOf(plain)), { verdict: 'clean', threat: null })
  assert.ok(clamd.received().equals(plain), 'it got every byte')
  assert.deepEqual(await scanStream(clamd.address, streamOf(Buffer.concat([samplePdf(), eicar]))), {
    verdict: 'infected',
    threat: 'Eicar-Test-Signature',
  })
  await clamd.close()
})

test('nothing counts as clean unless clamd says so', async () => {
  for (const answer of [
    'INSTREAM size limit exceeded. ERROR',
    'stream:OK',
    '',
    'stream: lstat() failed: No such file. ERROR',
    null,
  ]) {
    const clamd = await startClamd(() => answer)
    await assert.rejects(scanStream(clamd.address, streamOf(samplePdf())), String(answer))
    await clamd.close()
  }
  await assert.rejects(scanStream('127.0.0.1:9', streamOf(samplePdf())))
  await assert.rejects(scanStream('/nowhere/clamd.sock', streamOf(samplePdf())))
})

test('it says which signatures it knows; what is no answer to that is none', async () => {
  const version = 'ClamAV 1.4.3/27501/Tue Nov 24 09:26:01 2026'
  const clamd = await startClamd(() => 'stream: OK', { version })
  assert.equal(await askVersion(clamd.address), version)
  await clamd.close()
  for (const wrong of ['UNKNOWN COMMAND', '', `ClamAV ${'9'.repeat(200)}`]) {
    const other = await startClamd(() => 'stream: OK', { version: wrong })
    await assert.rejects(askVersion(other.address), /clamd does not say what it is/)
    await other.close()
  }
  await assert.rejects(askVersion('127.0.0.1:9'))
})

test('a scanner that hangs up in the middle, or a source that breaks, gives no verdict', async () => {
  const clamd = await startClamd(() => 'stream: OK', { hangUpAfter: 100_000 })
  await assert.rejects(scanStream(clamd.address, streamOf(largePdf(5_000_000))))
  await clamd.close()
  const patient = await startClamd(() => 'stream: OK')
  async function* breaking() {
    yield* pieces(largePdf(200_000), 65_536)
    throw new Error('damaged')
  }
  await assert.rejects(scanStream(patient.address, Readable.from(breaking())), /damaged/)
  await patient.close()
})

const program = ['/usr/sbin/clamd', '/usr/local/sbin/clamd'].find((file) => existsSync(file))
const skip = program ? false : 'NOT TESTED against a real clamd: install Debian’s clamav-daemon'

test('a real clamd finds the EICAR test file, in a stream and over its socket, and nothing in a PDF', {
  skip,
  timeout: 60_000,
}, async () => {
  const { address, close } = await startRealClamd(program ?? '')
  after(close)
  assert.deepEqual(await scanStream(address, streamOf(largePdf(2_000_000))), {
    verdict: 'clean',
    threat: null,
  })
  assert.match(await askVersion(address), /^ClamAV \d/)
  const found = await scanStream(address, streamOf(eicar))
  assert.equal(found.verdict, 'infected')
  assert.match(found.threat ?? '', /Test/)
  await assert.rejects(
    scanStream(address, streamOf(largePdf(6_000_000))),
    /size limit exceeded|EPIPE|ECONNRESET/,
  )
})

/** With one signature of its own, since none can be fetched here. */
async function startRealClamd(file: string) {
  const folder = mkdtempSync(join(tmpdir(), 'clamd-'))
  const address = join(folder, 'clamd.sock')
  writeFileSync(join(folder, 'test.ndb'), `Eicar.Test:0:*:${eicar.subarray(0, 40).toString('hex')}\n`)
  writeFileSync(
    join(folder, 'clamd.conf'),
    `LocalSocket ${address}\nDatabaseDirectory ${folder}\nForeground yes\nStreamMaxLength 5M\n`,
  )
  const child: ChildProcess = spawn(file, ['--config-file', join(folder, 'clamd.conf')], { stdio: 'ignore' })
  for (let tries = 0; !existsSync(address) && tries < 300; tries++) await sleep(100)
  return {
    address,
    async close() {
      const ended = new Promise((resolve) => child.once('close', resolve))
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
