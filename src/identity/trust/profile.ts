import { keyUsageBits, nameOfExtension, oidOf } from './extensions.ts'
import { isWellFormed } from './names.ts'
import type { Reading } from './reading.ts'
import type { Finding, Reason } from './reasons.ts'

/** What RFC 5280 §4 asks of every certificate, and OpenSSL lets pass in part. */
export function judgeFields(reading: Reading): Finding[] {
  const { version, serial, serialLength, algorithmsAgree, issuer } = reading
  return [
    ...when(version !== 3, 'version', `version ${version}`),
    ...when(serial <= 0n, 'serial_not_positive'),
    ...when(serialLength > 20, 'serial_too_long', `${serialLength} bytes`),
    ...when(!algorithmsAgree, 'algorithms_differ'),
    ...when(!issuer.parts.length, 'issuer_empty'),
    ...judgeSubject(reading),
  ]
}

/** §4.1.2.6: an authority has a name; a holder without one has a critical alternative name. */
function judgeSubject({ subject, extensions }: Reading): Finding[] {
  const { known, critical } = extensions
  if (subject.parts.length) return []
  if (known.basicConstraints?.ca) return [{ reason: 'subject_empty', detail: 'an authority' }]
  return when(!critical.has('subjectAltName'), 'subject_empty', 'and no critical alternative name')
}

export function judgeExtensions({ extensions }: Reading): Finding[] {
  const { all, known, malformed, critical } = extensions
  const ids = all.map(({ oid }) => oid)
  const repeated = new Set(ids.filter((id, at) => ids.indexOf(id) !== at))
  const unknown = all.filter(({ oid, critical: must }) => must && nameOfExtension(oid) === oid)
  const empty = known.keyUsage && known.keyUsage.size === 0
  return [
    ...[...repeated].flatMap((id) => when(true, 'extension_repeated', nameOfExtension(id))),
    ...unknown.flatMap(({ oid }) => when(true, 'extension_unknown', oid)),
    ...malformed.flatMap((name) => when(true, 'extension_malformed', name)),
    ...when(empty === true, 'extension_malformed', 'keyUsage', 'RFC 5280 §4.2.1.3'),
    ...neverCritical.flatMap(([name, rule]) => when(critical.has(name), 'extension_critical', name, rule)),
    ...alwaysCritical.flatMap(([name, rule]) => {
      const present = ids.includes(oidOf(name)) && (name !== 'basicConstraints' || known[name]?.ca === true)
      return when(present && !critical.has(name), 'extension_not_critical', name, rule)
    }),
    ...(known.subjectAltName ?? []).flatMap((name) =>
      when(
        !isWellFormed(name),
        'alternative_name',
        `${name.form} ${name.text || name.bytes.toString('hex')}`,
      ),
    ),
  ]
}

const neverCritical = [
  ['authorityKeyIdentifier', 'RFC 5280 §4.2.1.1'],
  ['subjectKeyIdentifier', 'RFC 5280 §4.2.1.2'],
  ['freshestCRL', 'RFC 5280 §4.2.1.15'],
  ['authorityInfoAccess', 'RFC 5280 §4.2.2.1'],
  ['subjectInfoAccess', 'RFC 5280 §4.2.2.2'],
] as const
const alwaysCritical = [
  ['basicConstraints', 'RFC 5280 §4.2.1.9'],
  ['nameConstraints', 'RFC 5280 §4.2.1.10'],
  ['policyConstraints', 'RFC 5280 §4.2.1.11'],
  ['inhibitAnyPolicy', 'RFC 5280 §4.2.1.14'],
] as const

/** §4.2.1.1 and §4.2.1.2: keys are named; only who signed itself need not repeat its own. */
export function judgeKeyIdentifiers({ extensions }: Reading, selfSigned: boolean): Finding[] {
  const { authorityKeyIdentifier: signer, subjectKeyIdentifier: own, basicConstraints } = extensions.known
  return [
    ...when(signer ? signer.key === null : !selfSigned, 'aki_missing'),
    ...when(basicConstraints?.ca === true && !own, 'ski_missing'),
  ]
}

/** §4.2.1.9 and §4.2.1.10: what only an authority may carry. */
export function judgeAuthority({ extensions }: Reading): Finding[] {
  const { basicConstraints, keyUsage, nameConstraints } = extensions.known
  const ca = basicConstraints?.ca === true
  const signs = keyUsage?.has(keyUsageBits.keyCertSign)
  const limits = basicConstraints?.pathLength !== undefined && basicConstraints.pathLength !== null
  return [
    ...when(limits && (!ca || signs === false), 'path_length_misplaced'),
    ...when(!ca && signs === true, 'signs_without_authority'),
    ...when(!ca && nameConstraints !== undefined, 'name_constraints_misplaced'),
  ]
}

export function when(wrong: boolean, reason: Reason, detail?: string, rule?: string): Finding[] {
  return wrong ? [{ reason, ...(detail ? { detail } : {}), ...(rule ? { rule } : {}) }] : []
}
