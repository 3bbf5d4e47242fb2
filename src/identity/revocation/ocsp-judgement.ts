import { createHash, type X509Certificate } from 'node:crypto'
import type { TrustRules } from '../../config.ts'
import { expect, Malformed, readDer, tags } from '../trust/der.ts'
import { keyUsageBits } from '../trust/extensions.ts'
import { judgeKey, judgeSignature } from '../trust/keys.ts'
import { sameName } from '../trust/names.ts'
import { verifies } from '../trust/path.ts'
import { judgeValidity } from '../trust/path-rules.ts'
import { judgeExtensions } from '../trust/profile.ts'
import { nameOf, readStrictly } from '../trust/reading.ts'
import { NoAnswer, type Source, type Status } from './answer.ts'
import { nonceId, type Question, sameId } from './ocsp-question.ts'
import { type OcspResponse, readOcspResponse, type Single } from './ocsp-reading.ts'
import { keyOf } from './places.ts'
import type { RevocationSettings } from './settings.ts'
import { isSignedBy } from './signature.ts'

const ocspSigning = '1.3.6.1.5.5.7.3.9'
const noCheck = '1.3.6.1.5.5.7.48.1.5'

export type OcspRules = Pick<RevocationSettings, 'clockSkewSeconds'> & NonNullable<RevocationSettings['ocsp']>

export type Judging = {
  question: Question
  issuer: X509Certificate
  rules: OcspRules
  trustRules: TrustRules
  at: Date
  /** Whether a responder's certificate that does not exempt itself is not revoked. */
  isGood(responder: X509Certificate): Promise<boolean>
}

type Judged = { says: Status; until: Date; source: Omit<Source, 'url'> }

/** What an answer says, and until when it may be relied on. Throws `NoAnswer`. RFC 6960 §3.2. */
export async function judgeOcsp(bytes: Buffer, judging: Judging): Promise<Judged> {
  try {
    const response = readOcspResponse(bytes)
    const signer = await requireResponder(response, judging)
    requireNonce(response, judging)
    const single = response.singles.find(({ id }) => sameId(id, judging.question.id))
    if (!single) throw new NoAnswer('wrong_certificate')
    if ([...response.extensions, ...single.extensions].some((one) => one.critical && one.oid !== nonceId))
      throw new NoAnswer('critical_extension')
    const until = requireTime(response, single, judging)
    const { thisUpdate, nextUpdate } = single
    return { says: single.status, until, source: { signer: nameOf(signer), thisUpdate, nextUpdate } }
  } catch (error) {
    if (error instanceof Malformed) throw new NoAnswer('malformed', error.message)
    throw error
  }
}

/** RFC 6960 §4.2.2.2: the issuer itself, or whom it has made a responder by a certificate of its own. */
async function requireResponder(response: OcspResponse, judging: Judging): Promise<X509Certificate> {
  const { issuer } = judging
  const named = [issuer, ...response.certificates].filter((one) => isNamed(response.responder, one))
  const signer = named.find((one) => isSignedBy(one.publicKey, response.signed))
  if (!signer) throw new NoAnswer('wrong_signature')
  if (keyOf(signer).equals(keyOf(issuer))) return signer
  if (!isDelegate(signer, judging)) throw new NoAnswer('not_authorised')
  const exempt = readStrictly(signer)?.extensions.all.some(({ oid }) => oid === noCheck)
  if (!exempt && !(await judging.isGood(signer))) throw new NoAnswer('not_authorised', 'may be revoked')
  return signer
}

function isNamed(responder: OcspResponse['responder'], certificate: X509Certificate): boolean {
  if ('key' in responder) return createHash('sha1').update(keyOf(certificate)).digest().equals(responder.key)
  const subject = readStrictly(certificate)?.subject
  return subject !== undefined && sameName(subject, responder.name)
}

function isDelegate(certificate: X509Certificate, { issuer, trustRules, at }: Judging): boolean {
  const reading = readStrictly(certificate)
  if (!reading || !certificate.checkIssued(issuer) || !verifies(certificate, issuer)) return false
  const { extendedKeyUsage, keyUsage } = reading.extensions.known
  const broken = [
    ...judgeKey(reading, trustRules),
    ...judgeSignature(reading),
    ...judgeValidity(reading, at),
    ...judgeExtensions(reading).filter(({ reason }) => fatal.includes(reason)),
  ]
  const maySign = keyUsage === undefined || keyUsage.has(keyUsageBits.digitalSignature)
  return !broken.length && maySign && extendedKeyUsage?.includes(ocspSigning) === true
}
const fatal: string[] = ['extension_unknown', 'extension_malformed', 'extension_repeated']

/** RFC 9654: another nonce is an answer to somebody else, or an old one. */
function requireNonce({ extensions }: OcspResponse, { question, rules }: Judging) {
  const found = extensions.find(({ oid }) => oid === nonceId)
  if (!found && rules.nonce === 'required') throw new NoAnswer('nonce_missing')
  if (found && !expect(readDer(found.value), tags.octets).body.equals(question.nonce))
    throw new NoAnswer('nonce_differs')
}

/** RFC 6960 §4.2.2.1, with a little patience for clocks. */
function requireTime({ producedAt }: OcspResponse, single: Single, { rules, at }: Judging): Date {
  const { thisUpdate, nextUpdate } = single
  const skew = rules.clockSkewSeconds * 1000
  const oldest = rules.maxAgeHours * 3600_000
  if (thisUpdate.getTime() > at.getTime() + skew || producedAt.getTime() > at.getTime() + skew)
    throw new NoAnswer('not_yet', thisUpdate.toISOString())
  if (nextUpdate && nextUpdate.getTime() < at.getTime() - skew)
    throw new NoAnswer('expired', nextUpdate.toISOString())
  if (thisUpdate.getTime() < at.getTime() - oldest - skew)
    throw new NoAnswer('too_old', thisUpdate.toISOString())
  const tooOldAt = thisUpdate.getTime() + oldest
  return new Date(Math.min(tooOldAt, nextUpdate?.getTime() ?? tooOldAt))
}
