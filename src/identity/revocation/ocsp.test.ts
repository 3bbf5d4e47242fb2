import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import {
  createResponder,
  createRoot,
  type Issued,
  issueToPerson,
  lasting,
} from '../../../demo/certificates/authority.ts'
import { type OcspAnswer, readQuestion, refuse, signAnswer } from '../../../demo/revocation/ocsp.ts'
import {
  forget,
  makePki,
  nodeOf,
  type Pki,
  providerWith,
  type Running,
  type Served,
  serve,
  startOpenssl,
  withoutOpenssl,
} from '../../../test/revocation.ts'
import { type OcspCase, OcspClient } from './ocsp.ts'

pkijs.setEngine('node', new pkijs.CryptoEngine({ name: 'node', crypto: globalThis.crypto }))

const hour = 3600_000
const openssl = { skip: withoutOpenssl }
let pki: Pki
let responder: Issued
const started: Running[] = []
before(async () => {
  pki = await makePki()
  responder = await createResponder(pki.issuing)
})
after(async () => {
  for (const one of started) await one.stop()
  forget(pki)
})

const run = async <One extends Running>(starting: Promise<One>): Promise<One> => {
  const one = await starting
  started.push(one)
  return one
}

type Asked = {
  url: string
  ocsp?: object
  certificate?: Issued
  now?: () => number
  isGood?: boolean
  timeoutSeconds?: number
}

function caseOf({
  url,
  ocsp,
  certificate = pki.person,
  isGood = false,
  timeoutSeconds = 10,
}: Asked): OcspCase {
  const provider = providerWith(pki, { ocsp: { url, ...ocsp }, timeoutSeconds })
  const { revocation: settings } = provider
  if (!settings || settings === 'off' || !settings.ocsp) return assert.fail('no settings')
  const { ocsp: rules } = settings
  return {
    ...{ provider, settings: { ...settings, ocsp: rules }, isGood: async () => isGood },
    ...{ certificate: nodeOf(certificate), issuer: nodeOf(pki.issuing) },
  }
}

/** In one word: what was said, or why nothing was. */
async function ask(given: Asked): Promise<string> {
  const answer = await new OcspClient(given.now).ask(caseOf(given))
  return answer.status === 'unanswered' ? answer.reason : answer.status
}

/** A responder of our own, which says what the openssl program never would. */
const forged = (
  answer: Partial<OcspAnswer>,
  change = (question: ReturnType<typeof readQuestion>) => question,
) =>
  run(serve((body) => signAnswer(change(readQuestion(body)), { says: 'good', signer: responder, ...answer })))

test('openssl’s responder says good, revoked and unknown', openssl, async () => {
  const { url } = await run(startOpenssl(pki, responder))
  assert.equal(await ask({ url }), 'good')
  const revoked = await new OcspClient().ask(caseOf({ url, certificate: pki.lost }))
  assert.deepEqual(revoked.status === 'revoked' && revoked.since, new Date('2026-01-02T03:04:05Z'))
  assert.equal(revoked.status === 'revoked' && revoked.source.url, url)
  assert.equal(revoked.status === 'revoked' && revoked.source.signer, 'OCSP')
  const stranger = await issueToPerson(pki.issuing, [{ oid: '2.5.4.5', value: '3' }])
  assert.equal(await ask({ url, certificate: stranger }), 'unknown')
  assert.equal(await ask({ url, ocsp: { hash: 'sha256' } }), 'good')
})

test('the issuer may answer itself', openssl, async () => {
  const { url } = await run(startOpenssl(pki, pki.issuing))
  assert.equal(await ask({ url }), 'good')
})

test(
  'an answer counts neither before its time nor after it, nor when it is older than allowed',
  openssl,
  async () => {
    const { url } = await run(startOpenssl(pki, responder, ['-nmin', '300']))
    assert.equal(await ask({ url, now: () => Date.now() + 6 * hour }), 'expired')
    assert.equal(await ask({ url, now: () => Date.now() - hour }), 'not_yet')
    assert.equal(await ask({ url, ocsp: { maxAgeHours: 1 }, now: () => Date.now() + 2 * hour }), 'too_old')
    assert.equal(await ask({ url, now: () => Date.now() + 2 * hour }), 'good')
  },
)

test('a signer whom the issuer has not made a responder is refused', openssl, async () => {
  const elsewhere = await createRoot('Issuing', 'Authority')
  const impostor = await run(startOpenssl(pki, await createResponder(elsewhere)))
  assert.equal(await ask({ url: impostor.url }), 'not_authorised')
  const silent = await run(
    startOpenssl(pki, await createResponder(elsewhere), ['-nmin', '5', '-resp_no_certs']),
  )
  assert.equal(await ask({ url: silent.url }), 'wrong_signature')
  const holder = await createResponder(pki.issuing, { usages: ['1.3.6.1.5.5.7.3.2'] })
  const unauthorised = await run(startOpenssl(pki, holder))
  assert.equal(await ask({ url: unauthorised.url }), 'not_authorised')
  const ofRoot = await run(startOpenssl(pki, await createResponder(pki.root)))
  assert.equal(await ask({ url: ofRoot.url }), 'not_authorised')
})

test('a responder’s own certificate must be valid, and checked unless it is exempt', openssl, async () => {
  const past = lasting(10, new Date(Date.now() - 20 * 24 * hour))
  const expired = await run(startOpenssl(pki, await createResponder(pki.issuing, { lifetime: past })))
  assert.equal(await ask({ url: expired.url }), 'not_authorised')
  const checked = await run(startOpenssl(pki, await createResponder(pki.issuing, { exempt: false })))
  assert.equal(await ask({ url: checked.url }), 'not_authorised')
  assert.equal(await ask({ url: checked.url, isGood: true }), 'good')
})

test('an answer of openssl’s that was recorded is refused when it is played again', openssl, async () => {
  const { url } = await run(startOpenssl(pki, responder))
  let recorded: Buffer | null = null
  const replay = await run(
    serve(async (body) => {
      recorded ??= Buffer.from(
        await (await fetch(url, { method: 'POST', body: new Uint8Array(body) })).arrayBuffer(),
      )
      return recorded
    }),
  )
  assert.equal(await ask({ url: replay.url }), 'good')
  assert.equal(await ask({ url: replay.url }), 'nonce_differs')
  assert.equal(await ask({ url: replay.url, ocsp: { nonce: 'if-present' } }), 'nonce_differs')
})

test('an answer without nonce counts only where that is configured', async () => {
  const { url } = await forged({}, (question) => ({ ...question, nonce: undefined }))
  assert.equal(await ask({ url }), 'nonce_missing')
  assert.equal(await ask({ url, ocsp: { nonce: 'if-present' } }), 'good')
})

test('each question has a nonce of its own, of 32 bytes', async () => {
  const { url, asked } = await forged({})
  await Promise.all([ask({ url }), ask({ url })])
  const nonces = asked.map((body) => {
    const value = readQuestion(body).nonce?.extnValue.valueBlock.valueHexView ?? assert.fail('no nonce')
    const inner = asn1js.fromBER(new Uint8Array(value).buffer).result
    return inner instanceof asn1js.OctetString
      ? Buffer.from(inner.valueBlock.valueHexView)
      : assert.fail('no octets')
  })
  assert.deepEqual(
    nonces.map(({ length }) => length),
    [32, 32],
  )
  assert.notDeepEqual(nonces[0], nonces[1])
})

test('an answer about another certificate is none', async () => {
  const other = await run(
    serve(async () => {
      const { asked } = other
      const question = readQuestion(asked.at(-1) ?? Buffer.alloc(0))
      question.id.serialNumber = new asn1js.Integer({ value: 4711 })
      return signAnswer(question, { says: 'good', signer: responder })
    }),
  )
  assert.equal(await ask({ url: other.url }), 'wrong_certificate')
})

test('a changed bit, an unknown critical extension and a responder’s error are no answer', async () => {
  const changed = await run(
    serve(async (body) => {
      const question = readQuestion(body)
      const bytes = await signAnswer(question, { says: 'good', signer: responder })
      const nonce = Buffer.from(question.nonce?.extnValue.valueBlock.valueHexView ?? assert.fail('no nonce'))
      const place = bytes.indexOf(nonce) + nonce.length - 1
      bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place)
      return bytes
    }),
  )
  assert.equal(await ask({ url: changed.url }), 'wrong_signature')
  const critical = new pkijs.Extension({ extnID: '1.2.3.4', critical: true, extnValue: new ArrayBuffer(2) })
  const strange = await forged({}, (question) => ({ ...question, nonce: critical }))
  assert.equal(await ask({ url: strange.url, ocsp: { nonce: 'if-present' } }), 'critical_extension')
  const later = await run(serve(() => refuse(3)))
  assert.equal(await ask({ url: later.url }), 'responder_error')
})

test('whatever is no answer at all is none: rubbish, half of one, an error, far too much', async () => {
  const answers: [string, (whole: Buffer) => Buffer | number][] = [
    ['malformed', () => Buffer.from('<html>Welcome to the hotel’s network</html>')],
    ['malformed', () => Buffer.alloc(0)],
    ['malformed', (whole) => whole.subarray(0, whole.length - 10)],
    ['malformed', (whole) => Buffer.concat([whole, Buffer.from([0])])],
    ['malformed', () => Buffer.alloc(50_000, 0x30)],
    ['http_status', () => 500],
    ['unreachable', () => 302],
    ['too_large', () => Buffer.alloc(200_000)],
  ]
  for (const [reason, change] of answers) {
    const { url } = await run(
      serve(async (body) =>
        change(await signAnswer(readQuestion(body), { says: 'good', signer: responder })),
      ),
    )
    assert.equal(await ask({ url }), reason)
  }
})

test('a responder that is down or slow keeps nobody waiting, and is left alone for a while', async () => {
  let now = Date.now()
  const down = new OcspClient(() => now)
  const closed = await serve(() => 200)
  await closed.stop()
  const reason = async (client: OcspClient, url: string) => {
    const answer = await client.ask(caseOf({ url, timeoutSeconds: 0.3 }))
    return answer.status === 'unanswered' ? answer.reason : answer.status
  }
  assert.equal(await reason(down, closed.url), 'unreachable')
  assert.equal(await reason(down, closed.url), 'paused')
  now += 11_000
  assert.equal(await reason(down, closed.url), 'unreachable')
  const slow = await run(
    serve(() => new Promise<number>((resolve) => setTimeout(resolve, 5000, 200).unref())),
  )
  const begun = performance.now()
  assert.equal(await reason(new OcspClient(), slow.url), 'late')
  assert.ok(performance.now() - begun < 2000)
})

test('one question answers all who ask meanwhile, and for as long as it holds', async () => {
  let now = Date.now()
  const client = new OcspClient(() => now)
  const served: Served = await run(
    serve((body) =>
      signAnswer(readQuestion(body), { says: 'good', signer: responder, thisUpdate: new Date(now) }),
    ),
  )
  const one = caseOf({ url: served.url, ocsp: { cacheMinutes: 10 } })
  const all = await Promise.all([client.ask(one), client.ask(one), client.ask(one)])
  assert.deepEqual(
    all.map(({ status }) => status),
    ['good', 'good', 'good'],
  )
  assert.equal(served.asked.length, 1)
  now += 4 * 60_000
  await client.ask(one)
  assert.equal(served.asked.length, 1, 'before half of the time nothing is asked')
  now += 7 * 60_000
  await client.ask(one)
  assert.equal(served.asked.length, 2, 'after its time it is asked for anew')
  now += 9.5 * 60_000
  assert.equal((await client.ask(one)).status, 'good')
  await until(() => served.asked.length === 3)
})

test('an answer is held no longer than it says, and one that cannot be renewed until then', async () => {
  let now = Date.now()
  const client = new OcspClient(() => now)
  const nextUpdate = new Date(now + 5 * 60_000)
  let works = true
  const served = await run(
    serve((body) =>
      works ? signAnswer(readQuestion(body), { says: 'good', signer: responder, nextUpdate }) : 503,
    ),
  )
  const one = caseOf({ url: served.url })
  assert.equal((await client.ask(one)).status, 'good')
  works = false
  now += 4.8 * 60_000
  assert.equal((await client.ask(one)).status, 'good')
  await until(() => served.asked.length === 2)
  now += 60_000
  assert.equal((await client.ask(one)).status, 'unanswered')
})

test('with the clock an hour back or ahead neither a held answer nor a new one counts', async () => {
  let now = Date.now()
  const right = now
  const client = new OcspClient(() => now)
  const nextUpdate = () => new Date(Date.now() + 30 * 60_000)
  const served = await run(
    serve((body) =>
      signAnswer(readQuestion(body), { says: 'good', signer: responder, nextUpdate: nextUpdate() }),
    ),
  )
  const one = caseOf({ url: served.url, ocsp: { cacheMinutes: 1440 } })
  const word = async () => {
    const answer = await client.ask(one)
    return answer.status === 'unanswered' ? answer.reason : answer.status
  }
  assert.equal(await word(), 'good')
  now = right - hour
  assert.equal(await word(), 'not_yet', 'back')
  now = right + hour
  assert.equal(await word(), 'expired', 'ahead')
  assert.equal(served.asked.length, 3)
  now = right
  assert.equal(await word(), 'good', 'right again')
})

test('a clock that was set back does not leave a responder alone for longer', async () => {
  let now = Date.now()
  const client = new OcspClient(() => now)
  const closed = await serve(() => 200)
  await closed.stop()
  const reason = async () => {
    const answer = await client.ask(caseOf({ url: closed.url }))
    return answer.status === 'unanswered' ? answer.reason : answer.status
  }
  assert.equal(await reason(), 'unreachable')
  assert.equal(await reason(), 'paused')
  now -= hour
  assert.equal(await reason(), 'unreachable')
})

test('without an address in settings or certificate there is nobody to ask', async () => {
  const { ocsp, ...settings } = caseOf({ url: 'http://127.0.0.1:1' }).settings
  const one = {
    ...caseOf({ url: 'http://127.0.0.1:1' }),
    settings: { ...settings, ocsp: { ...ocsp, url: undefined } },
  }
  const answer = await new OcspClient().ask(one)
  assert.equal(answer.status === 'unanswered' && answer.reason, 'no_address')
})

async function until(condition: () => boolean) {
  for (let tries = 0; tries < 100 && !condition(); tries++)
    await new Promise((resolve) => setTimeout(resolve, 10))
  assert.ok(condition())
}
