import type { X509Certificate } from 'node:crypto'
import type { TlsProvider } from '../../config.ts'
import { type Answer, NoAnswer, silence, type Told } from './answer.ts'
import { askFor } from './fetching.ts'
import { type Judging, judgeOcsp } from './ocsp-judgement.ts'
import { askAbout, printSerial } from './ocsp-question.ts'
import { issuerId, namesIn, ocspAddresses } from './places.ts'
import type { RevocationSettings } from './settings.ts'

const mostBytes = 100_000
const mostHeld = 20_000
const unknownMilliseconds = 60_000
/** A responder that did not answer is left alone for so long: nobody else waits for it in vain. */
const pauseMilliseconds = 10_000

export type OcspCase = {
  provider: TlsProvider
  settings: RevocationSettings & { ocsp: NonNullable<RevocationSettings['ocsp']> }
  certificate: X509Certificate
  issuer: X509Certificate
  isGood: Judging['isGood']
}
type Held = { says: Told; from: number; until: number; refreshAt: number }

/** Asks responders, and remembers what they said for as long as it holds; one question at a time for each certificate. */
export class OcspClient {
  readonly #held = new Map<string, Held>()
  readonly #asking = new Map<string, Promise<Answer>>()
  readonly #silentSince = new Map<string, number>()
  readonly #now: () => number

  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  /** From memory while it holds; near its end it is asked for anew without anybody waiting. */
  async ask(one: OcspCase): Promise<Answer> {
    const key = keyOfCase(one)
    const held = this.#held.get(key)
    if (!held || !this.#holds(held, one)) return this.#askOnce(key, one)
    if (held.refreshAt <= this.#now()) {
      held.refreshAt = this.#now() + pauseMilliseconds
      this.#askOnce(key, one).catch(() => {})
    }
    return held.says
  }

  /** A clock that was set back would make it hold for longer. */
  #holds({ from, until }: Held, { settings }: OcspCase): boolean {
    const now = this.#now()
    return now < until && now >= from - settings.clockSkewSeconds * 1000
  }

  #askOnce(key: string, one: OcspCase): Promise<Answer> {
    const asking =
      this.#asking.get(key) ??
      this.#askNow(key, one)
        .catch((error: unknown) => silence(error, addressOf(one)))
        .finally(() => this.#asking.delete(key))
    this.#asking.set(key, asking)
    return asking
  }

  async #askNow(key: string, one: OcspCase): Promise<Answer> {
    const { provider, settings, certificate, issuer, isGood } = one
    const { ocsp, clockSkewSeconds, timeoutSeconds } = settings
    const url = addressOf(one)
    if (!url) throw new NoAnswer('no_address')
    const question = askAbout(certificate, issuer, ocsp.hash)
    const bytes = await this.#fetch(url, question.encoded, timeoutSeconds * 1000)
    const rules = { ...ocsp, clockSkewSeconds }
    const at = new Date(this.#now())
    const { says, until, source } = await judgeOcsp(bytes, {
      ...{ question, issuer, rules, at, isGood },
      trustRules: provider.rules,
    })
    const told = { ...says, source: { ...source, url } }
    this.#hold(key, told, until.getTime(), ocsp.cacheMinutes * 60_000)
    return told
  }

  async #fetch(url: string, body: Buffer, milliseconds: number): Promise<Buffer> {
    const silentFor = this.#now() - (this.#silentSince.get(url) ?? Number.NEGATIVE_INFINITY)
    if (silentFor >= 0 && silentFor < pauseMilliseconds) throw new NoAnswer('paused')
    try {
      return await askFor({ url, milliseconds, mostBytes, body, type: 'application/ocsp-request' })
    } catch (error) {
      if (error instanceof NoAnswer && (error.reason === 'late' || error.reason === 'unreachable'))
        this.#silentSince.set(url, this.#now())
      throw error
    }
  }

  /** Refreshed after half to nine tenths of its time, so that answers given together are not all asked for together. */
  #hold(key: string, says: Told, until: number, longest: number) {
    const now = this.#now()
    const most = says.status === 'unknown' ? Math.min(longest, unknownMilliseconds) : longest
    const lifetime = Math.min(until - now, most)
    if (lifetime <= 0) return
    this.#held.delete(key)
    this.#held.set(key, {
      says,
      from: now,
      until: now + lifetime,
      refreshAt: now + lifetime * (0.5 + Math.random() * 0.4),
    })
    const [oldest] = this.#held.keys()
    if (this.#held.size > mostHeld && oldest !== undefined) this.#held.delete(oldest)
  }
}

const addressOf = ({ settings, certificate }: OcspCase): string | null =>
  settings.ocsp.url ?? ocspAddresses(certificate)[0] ?? null

const keyOfCase = ({ provider, issuer, certificate }: OcspCase) =>
  `${provider.id} ${issuerId(issuer)} ${printSerial(namesIn(certificate).serial.body)}`
