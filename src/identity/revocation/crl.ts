import type { X509Certificate } from 'node:crypto'
import type { TlsProvider } from '../../config.ts'
import type { Log } from '../../platform/log.ts'
import { type Answer, NoAnswer, silence } from './answer.ts'
import { CrlShelf, type ShelfOf } from './crl-shelf.ts'
import { crlExpires } from './metrics.ts'
import { crlAddresses, issuerId } from './places.ts'

const mostShelves = 500

export type CrlCase = {
  provider: TlsProvider
  settings: ShelfOf['settings']
  certificate: X509Certificate
  issuer: X509Certificate
}
type Given = { folder: string | null; log: Log; now: () => number }

/** The lists of all providers, each looked after by itself. */
export class CrlStore {
  readonly #shelves = new Map<string, CrlShelf>()
  readonly #given: Given

  constructor(given: Given) {
    this.#given = given
  }

  /** The first list of this issuer that answers; a certificate on none of them is good. */
  async ask({ provider, settings, certificate, issuer }: CrlCase): Promise<Answer> {
    const named = settings.crl.urls.length ? settings.crl.urls : crlAddresses(certificate)
    let failure = new NoAnswer('no_address')
    let failed: string | null = null
    for (const url of named) {
      try {
        return await this.#shelf({ provider, settings, certificate, issuer }, url).lookUp(certificate)
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error
        if (error.reason === 'wrong_issuer' && failed !== null) continue
        failure = error
        failed = url
      }
    }
    return silence(failure, failed)
  }

  /** Begins to look after the lists an authority's certificate will be looked up in. */
  async prepare(one: CrlCase): Promise<void> {
    const { settings, certificate } = one
    const named = settings.crl.urls.length ? settings.crl.urls : crlAddresses(certificate)
    await Promise.all(named.map((url) => this.#shelf(one, url).load()))
  }

  #shelf({ provider, settings, issuer }: CrlCase, url: string): CrlShelf {
    const key = `${provider.id} ${issuerId(issuer)} ${url}`
    const known = this.#shelves.get(key)
    if (known) return known
    if (this.#shelves.size >= mostShelves) throw new NoAnswer('too_large', 'too many lists')
    const onChange = () => this.#tellExpiry(provider.id)
    const shelf = new CrlShelf({ ...this.#given, providerId: provider.id, url, issuer, settings, onChange })
    this.#shelves.set(key, shelf)
    return shelf
  }

  /** The list that expires first is the one to alert on. */
  #tellExpiry(providerId: string) {
    const times = [...this.#shelves.values()].flatMap(({ of, crl }) =>
      of.providerId === providerId && crl ? [crl.nextUpdate.getTime()] : [],
    )
    if (times.length) crlExpires.set({ provider: providerId }, Math.min(...times) / 1000)
  }

  async close(): Promise<void> {
    await Promise.all([...this.#shelves.values()].map((shelf) => shelf.close()))
  }
}
