import type { X509Certificate } from 'node:crypto'
import type { TrustRules } from '../../config.ts'
import { judgeKey, judgeSignature } from './keys.ts'
import { judgeNames } from './name-constraints.ts'
import { type Path, verifies } from './path.ts'
import { judgeIssuedBy, judgeIssuer, judgePurpose, judgeValidity } from './path-rules.ts'
import { judgePolicies } from './policies.ts'
import { judgeAuthority, judgeExtensions, judgeFields, judgeKeyIdentifiers, when } from './profile.ts'
import { encodingProblem, nameOf, type Reading, readStrictly } from './reading.ts'
import { type Finding, type Reason, reasons } from './reasons.ts'

/** One check on one certificate, or on the whole path. */
export type Step = {
  /** What was looked at. */
  check: string
  /** Where the rule stands. */
  rule: string
  /** Whose certificate; null for the whole path. */
  of: { place: 'holder' | 'issuer' | 'root'; name: string } | null
  passed: boolean
  reason: Reason | null
  detail: string | null
  /** Broken, and the provider is let off. */
  tolerated: boolean
}

type Place = NonNullable<Step['of']>

/** Every check on one path, from the encoding to what the certificate was made for, in that order. */
export function judgePath(path: Path, rules: TrustRules, at: Date): Step[] {
  const readings = path.map(readStrictly)
  const places = path.map((certificate, index) => placeOf(certificate, index, path.length))
  const encoding = path.flatMap((certificate, index) =>
    judgeEncoding(certificate, places[index] ?? null, rules),
  )
  const whole = readings.filter((reading) => reading !== null)
  if (whole.length < path.length) return encoding
  const each = path.flatMap((certificate, index) => {
    const [reading, of] = [whole[index], places[index]]
    return reading && of
      ? judgeOne({ path, readings: whole, certificate, reading, index, of }, rules, at)
      : []
  })
  return [...encoding, ...each, ...judgeWhole(whole, rules), ...judgeUse(whole, places, rules)]
}

/** What can be said of a certificate that no path leads from. */
export function judgeAlone(certificate: X509Certificate, rules: TrustRules, at: Date): Step[] {
  const reading = readStrictly(certificate)
  const of = placeOf(certificate, 0, 1)
  const encoding = judgeEncoding(certificate, of, rules)
  if (!reading) return encoding
  const one = { path: [certificate], readings: [reading], certificate, reading, index: 0, of }
  return [...encoding, ...judgeOne(one, rules, at), ...judgeUse([reading], [of], rules)]
}

function judgeEncoding(certificate: X509Certificate, of: Place | null, rules: TrustRules): Step[] {
  const problem = encodingProblem(certificate)
  return step('encoding', 'RFC 5280 §4.1', of, when(problem !== null, 'not_der', problem ?? ''), rules)
}

type One = {
  path: Path
  readings: Reading[]
  certificate: X509Certificate
  reading: Reading
  index: number
  of: Place
}

function judgeOne(
  { path, readings, certificate, reading, index, of }: One,
  rules: TrustRules,
  at: Date,
): Step[] {
  const issuer = path[index + 1]
  const selfSigned = index > 0 && !issuer && reading.selfIssued && verifies(certificate, certificate)
  const signer = issuer ?? (selfSigned ? certificate : null)
  const authoritiesBelow = readings.slice(1, Math.max(1, index)).filter((one) => !one.selfIssued).length
  const one = (check: string, rule: string, findings: Finding[]) => step(check, rule, of, findings, rules)
  return [
    ...one('fields', 'RFC 5280 §4.1', judgeFields(reading)),
    ...one('extensions', 'RFC 5280 §4.2', judgeExtensions(reading)),
    ...one('key identifiers', 'RFC 5280 §4.2.1.1–2', judgeKeyIdentifiers(reading, selfSigned)),
    ...one('authority or not', 'RFC 5280 §4.2.1.9–10', judgeAuthority(reading)),
    ...one('key', 'own rule', judgeKey(reading, rules)),
    ...(selfSigned ? [] : one('signature algorithm', 'own rule', judgeSignature(reading))),
    ...(signer ? one('issuer', 'RFC 5280 §6.1.3 (a)(4)', judgeIssuedBy(certificate, signer)) : []),
    ...one('validity', 'RFC 5280 §6.1.3 (a)(2)', judgeValidity(reading, at)),
    ...(index
      ? one('may issue', 'RFC 5280 §6.1.4 (k)–(n)', judgeIssuer(reading, authoritiesBelow, rules))
      : []),
  ]
}

function judgeWhole(readings: Reading[], rules: TrustRules): Step[] {
  const authorities = readings.slice(1, -1).filter(({ selfIssued }) => !selfIssued).length
  const tooLong = when(
    authorities > rules.longestPath,
    'path_too_long',
    `${authorities} of ${rules.longestPath}`,
  )
  const downward = readings.toReversed()
  return [
    ...step('length of the path', 'own rule', null, tooLong, rules),
    ...step('names', 'RFC 5280 §6.1.3 (b)(c)', null, judgeNames(downward), rules),
    ...step('policies', 'RFC 5280 §6.1.3 (d)–(f)', null, judgePolicies(downward, rules), rules),
  ]
}

function judgeUse([holder]: Reading[], [of]: Place[], rules: TrustRules): Step[] {
  if (!holder || !of) return []
  return step('purpose', 'RFC 5280 §4.2.1.3, §4.2.1.12', of, judgePurpose(holder, rules), rules)
}

/** A check that found nothing is one step, else there is one for each finding. */
export function step(
  check: string,
  rule: string,
  of: Place | null,
  findings: Finding[],
  { tolerate }: Pick<TrustRules, 'tolerate'>,
): Step[] {
  const nothing = { check, rule, of, passed: true, reason: null, detail: null, tolerated: false }
  if (!findings.length) return [nothing]
  return findings.map(({ reason, detail = null, rule: narrower }) => {
    const tolerated = tolerate.some((one) => one === reason)
    return { ...nothing, rule: narrower ?? reasons[reason][0], passed: tolerated, reason, detail, tolerated }
  })
}

export function placeOf(certificate: X509Certificate, index: number, length: number): Place {
  const place = index === 0 ? 'holder' : index === length - 1 ? 'root' : 'issuer'
  return { place, name: nameOf(certificate) }
}
