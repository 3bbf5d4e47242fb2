import { createHash, randomUUID, type X509Certificate } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../../platform/log.ts'
import { nameOf } from '../trust/reading.ts'
import { NoAnswer, type Told } from './answer.ts'
import { judgeCrl, lookUp, requireCurrent } from './crl-judgement.ts'
import type { Crl } from './crl-reading.ts'
import { fetchChanged, type Version } from './fetching.ts'
import { issuerId } from './places.ts'
import type { RevocationSettings } from './settings.ts'

/** A long list may take its time; whoever signs in does not wait for it that long. */
const fetchMilliseconds = 60_000
const retryMilliseconds = 60_000
const pauseMilliseconds = 10_000

export type ShelfOf = {
  providerId: string
  url: string
  issuer: X509Certificate
  settings: RevocationSettings & { crl: NonNullable<RevocationSettings['crl']> }
  /** Where it is kept for the next start; null keeps nothing. */
  folder: string | null
  log: Log
  now: () => number
  onChange: () => void
}

/** One list of one issuer: fetched ahead of time, kept in memory and in a file, so that a restart has it. */
export class CrlShelf {
  crl: Crl | null = null
  readonly of: ShelfOf
  readonly #file: string | null
  #loaded: Promise<void> | null = null
  #fetching: Promise<void> | null = null
  #failure = new NoAnswer('unreachable')
  /** When the list was last known to be what its address has; of that clock. */
  #seenAt = 0
  #version: Version | null = null
  #pause = { from: 0, milliseconds: 0 }
  #timer: NodeJS.Timeout | undefined
  #closed = false

  constructor(of: ShelfOf) {
    this.of = of
    const name = createHash('sha256')
      .update(`${issuerId(of.issuer)} ${of.url}`)
      .digest('hex')
    this.#file = of.folder === null ? null : join(of.folder, `${name}.crl`)
  }

  /** What the list says of a certificate; waits for a first or a due one, but not for long. Throws `NoAnswer`. */
  async lookUp(certificate: X509Certificate): Promise<Told> {
    const { url, issuer, settings, now } = this.of
    await this.load()
    if (!this.#isCurrent() && !this.#isPaused())
      await Promise.race([
        this.refresh(),
        sleep(settings.timeoutSeconds * 1000, undefined, { ref: false }).then(() => {
          this.#failure = this.#fetching ? new NoAnswer('late') : this.#failure
        }),
      ])
    if (!this.crl) throw this.#failure
    if (this.#isClockBack()) throw new NoAnswer('not_yet', 'the clock was set back')
    requireCurrent(this.crl, now(), settings.clockSkewSeconds)
    const { thisUpdate, nextUpdate } = this.crl
    const source = { url, signer: nameOf(issuer), thisUpdate, nextUpdate }
    return { ...lookUp(this.crl, certificate), source }
  }

  /** What an earlier process has kept, checked like what comes over the network. */
  load(): Promise<void> {
    this.#loaded ??= this.#readFile()
    return this.#loaded
  }

  async #readFile() {
    const bytes = this.#file && (await readFile(this.#file).catch(() => null))
    const kept = bytes && (await judgeCrl(bytes, this.of.issuer).catch(onlyNoAnswer))
    if (kept instanceof NoAnswer)
      this.of.log.warn({ ...this.#where(), reason: kept.message }, 'a kept revocation list cannot be used')
    else if (kept) this.#take(kept)
    this.#plan(this.#isCurrent() ? this.#untilNext() : 0)
  }

  /** Fetches the list, one fetch at a time. Never throws: a failure is told, and what is held stays. */
  refresh(): Promise<void> {
    this.#fetching ??= this.#fetch()
      .catch((error: unknown) => this.#fail(onlyNoAnswer(error)))
      .finally(() => {
        this.#fetching = null
      })
    return this.#fetching
  }

  async #fetch() {
    const { url, settings } = this.of
    const mostBytes = settings.crl.maxMegabytes * 1_000_000
    const known = this.#isCurrent() ? this.#version : null
    const changed = await fetchChanged({ url, milliseconds: fetchMilliseconds, mostBytes }, known)
    if (changed) await this.#replace(changed)
    else this.#seenAt = this.of.now()
    this.#plan(this.#untilNext())
  }

  async #replace({ bytes, version }: { bytes: Buffer; version: Version }) {
    const { issuer, settings, now } = this.of
    const crl = await judgeCrl(bytes, issuer)
    requireCurrent(crl, now(), settings.clockSkewSeconds)
    if (this.crl && crl.thisUpdate < this.crl.thisUpdate) throw new NoAnswer('too_old', 'an earlier list')
    this.#take(crl)
    this.#version = version
    await this.#keep(bytes)
  }

  #take(crl: Crl) {
    this.crl = crl
    this.#seenAt = this.of.now()
    this.of.onChange()
  }

  async #keep(bytes: Buffer) {
    const { log } = this.of
    if (this.#file === null) return
    try {
      await mkdir(dirname(this.#file), { recursive: true, mode: 0o700 })
      const building = `${this.#file}.${randomUUID()}`
      await writeFile(building, bytes, { mode: 0o600 })
      await rename(building, this.#file)
    } catch (err) {
      log.warn({ err, ...this.#where() }, 'a revocation list cannot be kept in DATA_DIR')
    }
  }

  /** An expired list is said loudly and again and again: from then on it answers nobody. */
  #fail(failure: NoAnswer) {
    const { settings, now } = this.of
    const others = failure.reason === 'wrong_issuer'
    const again = others ? settings.crl.refreshMinutes * 60_000 : retryMilliseconds
    this.#failure = failure
    this.#pause = { from: now(), milliseconds: others ? again : pauseMilliseconds }
    if (!others) this.#tell(failure)
    this.#plan(again * (0.5 + Math.random()))
  }

  #tell({ message: reason }: NoAnswer) {
    const told = { ...this.#where(), reason, expires: this.crl?.nextUpdate.toISOString() }
    const { log } = this.of
    if (this.#isCurrent())
      log.warn(told, 'a revocation list could not be fetched; the one held is still good')
    else log.error({ alert: 'crl_missing', ...told }, 'ALERT: there is no valid revocation list')
  }

  #isCurrent(): boolean {
    return this.crl !== null && this.crl.nextUpdate.getTime() > this.of.now() && !this.#isClockBack()
  }

  /** By a clock that was set back, a list would count for longer than its issuer meant. */
  #isClockBack(): boolean {
    const { settings, now } = this.of
    return now() < this.#seenAt - settings.clockSkewSeconds * 1000
  }

  #isPaused(): boolean {
    const since = this.of.now() - this.#pause.from
    return since >= 0 && since < this.#pause.milliseconds
  }

  /** Well before it expires, and not all at once. */
  #untilNext(): number {
    const left = (this.crl?.nextUpdate.getTime() ?? 0) - this.of.now()
    const most = Math.min(this.of.settings.crl.refreshMinutes * 60_000, left / 2)
    return Math.max(5000, most * (0.7 + Math.random() * 0.3))
  }

  #plan(milliseconds: number) {
    clearTimeout(this.#timer)
    if (this.#closed) return
    this.#timer = setTimeout(() => this.refresh(), milliseconds)
    this.#timer.unref()
  }

  #where() {
    return { provider: this.of.providerId, url: this.of.url }
  }

  async close() {
    this.#closed = true
    clearTimeout(this.#timer)
    await this.#loaded
  }
}

function onlyNoAnswer(error: unknown): NoAnswer {
  if (error instanceof NoAnswer) return error
  throw error
}
