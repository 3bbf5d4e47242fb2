import type { X509Certificate } from 'node:crypto'
import { sameName } from '../trust/names.ts'
import { readStrictly } from '../trust/reading.ts'
import { NoAnswer, type Status } from './answer.ts'
import { type Crl, readCrl } from './crl-reading.ts'
import { printSerial } from './ocsp-question.ts'
import { crlAddresses, namesIn } from './places.ts'
import { isSignedBy } from './signature.ts'

const cRLSign = 6

/** A list this issuer has signed, RFC 5280 §6.3.3 (f)(g). Its time is another matter. Throws `NoAnswer`. */
export async function judgeCrl(bytes: Buffer, issuer: X509Certificate): Promise<Crl> {
  const crl = await readCrl(bytes)
  const reading = readStrictly(issuer)
  if (!reading || !sameName(crl.issuer, reading.subject)) throw new NoAnswer('wrong_issuer')
  const { keyUsage } = reading.extensions.known
  if (keyUsage && !keyUsage.has(cRLSign)) throw new NoAnswer('not_authorised')
  if (!isSignedBy(issuer.publicKey, crl.signed)) throw new NoAnswer('wrong_signature')
  return crl
}

/** An expired list says nothing: whoever was revoked since is not on it. */
export function requireCurrent({ thisUpdate, nextUpdate }: Crl, at: number, skewSeconds: number): void {
  const skew = skewSeconds * 1000
  if (thisUpdate.getTime() > at + skew) throw new NoAnswer('not_yet', thisUpdate.toISOString())
  if (nextUpdate.getTime() < at - skew) throw new NoAnswer('expired', nextUpdate.toISOString())
}

/** RFC 5280 §6.3.3 (b)(2): a list of only some certificates says nothing of the others. */
export function lookUp({ scope, revoked }: Crl, certificate: X509Certificate): Status {
  const known = readStrictly(certificate)?.extensions.known
  const kind = known?.basicConstraints?.ca === true ? 'authorities' : 'users'
  if (scope.only && scope.only !== kind) throw new NoAnswer('out_of_scope')
  const named = crlAddresses(certificate)
  if (scope.addresses && !scope.addresses.some((address) => named.includes(address)))
    throw new NoAnswer('out_of_scope')
  const since = revoked.get(printSerial(namesIn(certificate).serial.body))
  return since ? { status: 'revoked', since } : { status: 'good' }
}
