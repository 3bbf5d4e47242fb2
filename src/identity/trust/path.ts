import type { X509Certificate } from 'node:crypto'
import { sameName } from './names.ts'
import { readStrictly } from './reading.ts'

/** From the holder's certificate up to a root, both included. */
export type Path = X509Certificate[]
type Candidates = { issuers: X509Certificate[]; roots: X509Certificate[] }

/** Signatures checked and paths offered before the search is given up. */
const mostSignatures = 200
const mostPaths = 50
const mostAuthorities = 12

/**
 * Every path of signatures from the certificate to a root, the likeliest first. OpenSSL checks each
 * signature, and prefers the issuers it takes for the right ones (`checkIssued`); whether a path is any
 * good is judged elsewhere. The work is bounded, however many certificates look alike (x509-limbo's
 * "pathological" cases).
 */
export class PathSearch {
  gaveUp = false
  #signatures = 0
  #paths = 0
  readonly #known = new Map<string, boolean>()
  readonly #candidates: Candidates

  constructor(candidates: Candidates) {
    this.#candidates = candidates
  }

  *from(certificate: X509Certificate): Generator<Path> {
    yield* this.#climb([certificate])
  }

  *#climb(below: Path): Generator<Path> {
    const last = below.at(-1)
    if (!last) return
    for (const root of likeliest(last, this.#candidates.roots)) {
      if (!this.#hasSigned(root, last)) continue
      if (++this.#paths > mostPaths) this.gaveUp = true
      if (this.gaveUp) return
      yield [...below, root]
    }
    if (below.length > mostAuthorities) return
    for (const issuer of likeliest(last, this.#candidates.issuers)) {
      if (below.some((one) => isSameEntity(one, issuer)) || !this.#hasSigned(issuer, last)) continue
      yield* this.#climb([...below, issuer])
      if (this.gaveUp) return
    }
  }

  #hasSigned(issuer: X509Certificate, certificate: X509Certificate): boolean {
    const pair = `${issuer.fingerprint256} ${certificate.fingerprint256}`
    const known = this.#known.get(pair)
    if (known !== undefined) return known
    if (++this.#signatures > mostSignatures) this.gaveUp = true
    const signed = !this.gaveUp && verifies(certificate, issuer)
    this.#known.set(pair, signed)
    return signed
  }
}

const verified = new WeakMap<X509Certificate, WeakMap<X509Certificate, boolean>>()

/** OpenSSL's word, asked once for each pair; a key it cannot read signs nothing. */
export function verifies(certificate: X509Certificate, issuer: X509Certificate): boolean {
  const known = verified.get(certificate) ?? new WeakMap<X509Certificate, boolean>()
  verified.set(certificate, known)
  const answer = known.get(issuer) ?? verify(certificate, issuer)
  known.set(issuer, answer)
  return answer
}

function verify(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return certificate.verify(issuer.publicKey)
  } catch {
    return false
  }
}

/** Those whose name fits, and among them first those that OpenSSL takes for the issuer. */
function likeliest(certificate: X509Certificate, issuers: X509Certificate[]): X509Certificate[] {
  const reading = readStrictly(certificate)
  const named = issuers.filter((issuer) => {
    const subject = readStrictly(issuer)?.subject
    return reading && subject ? sameName(reading.issuer, subject) : certificate.checkIssued(issuer)
  })
  const [fit, rest] = [true, false].map((yes) => named.filter((one) => certificate.checkIssued(one) === yes))
  return [...(fit ?? []), ...(rest ?? [])]
}

/** One name with one key: a path through both would go in a circle. */
function isSameEntity(one: X509Certificate, other: X509Certificate): boolean {
  const [first, second] = [readStrictly(one), readStrictly(other)]
  if (!first || !second) return one.fingerprint256 === other.fingerprint256
  return sameName(first.subject, second.subject) && first.key.info.equals(second.key.info)
}
