/** Why a certificate is refused: the rule it breaks, and in words. In the order in which they are looked at. */
export const reasons = {
  no_path: ['RFC 5280 §6.1', 'no path of signatures leads to a root of this provider'],
  path_too_costly: [
    'RFC 5280 §6.1',
    'the search for a path was given up: too many certificates that look alike',
  ],
  not_der: ['RFC 5280 §4.1', 'is not encoded as the rules ask (DER)'],
  version: ['RFC 5280 §4.1.2.1', 'is no certificate of version 3'],
  serial_not_positive: ['RFC 5280 §4.1.2.2', 'its number is not positive'],
  serial_too_long: ['RFC 5280 §4.1.2.2', 'its number is longer than 20 bytes'],
  algorithms_differ: ['RFC 5280 §4.1.1.2', 'names two different signature algorithms'],
  issuer_empty: ['RFC 5280 §4.1.2.4', 'names no issuer'],
  subject_empty: ['RFC 5280 §4.1.2.6', 'names no subject'],
  extension_repeated: ['RFC 5280 §4.2', 'an extension comes twice'],
  extension_unknown: ['RFC 5280 §4.2', 'a critical extension is unknown here'],
  extension_malformed: ['RFC 5280 §4.2', 'an extension is not of its form'],
  extension_critical: ['RFC 5280 §4.2.1', 'an extension is marked critical that must not be'],
  extension_not_critical: ['RFC 5280 §4.2.1', 'an extension is not marked critical that must be'],
  alternative_name: ['RFC 5280 §4.2.1.6', 'an alternative name is not of its form'],
  aki_missing: ['RFC 5280 §4.2.1.1', 'does not say which key signed it'],
  ski_missing: ['RFC 5280 §4.2.1.2', 'an authority without identifier of its key'],
  path_length_misplaced: ['RFC 5280 §4.2.1.9', 'limits a path without being an authority that signs'],
  signs_without_authority: ['RFC 5280 §4.2.1.9', 'may sign certificates without being an authority'],
  name_constraints_misplaced: ['RFC 5280 §4.2.1.10', 'constrains names without being an authority'],
  key_kind: ['own rule', 'its kind of key is not accepted'],
  key_small: ['own rule', 'its RSA key is too short or of an odd length'],
  key_curve: ['own rule', 'the curve of its key is not accepted'],
  signature_weak: ['own rule', 'was signed with an algorithm that is not accepted'],
  issuer_mismatch: ['RFC 5280 §6.1.3 (a)(4)', 'names or key identifiers do not fit those of the issuer'],
  expired: ['RFC 5280 §6.1.3 (a)(2)', 'has expired'],
  not_yet_valid: ['RFC 5280 §6.1.3 (a)(2)', 'is not valid yet'],
  issuer_not_authority: ['RFC 5280 §6.1.4 (k)', 'is no authority'],
  path_length: ['RFC 5280 §6.1.4 (l)', 'allows fewer authorities below it'],
  issuer_may_not_sign: ['RFC 5280 §6.1.4 (n)', 'may not sign certificates'],
  issuer_other_purpose: ['own rule', 'an authority for other purposes'],
  path_too_long: ['own rule', 'more authorities than this provider may have between root and holder'],
  name_constraint_form: ['RFC 5280 §4.2.1.10', 'a name constraint is not of its form'],
  name_constraint_unknown: [
    'RFC 5280 §4.2.1.10',
    'names of this form are constrained, and it is unknown how',
  ],
  name_not_permitted: ['RFC 5280 §6.1.3 (b)', 'a name that an authority above does not permit'],
  name_excluded: ['RFC 5280 §6.1.3 (c)', 'a name that an authority above excludes'],
  too_many_names: ['own rule', 'too many names and constraints to compare'],
  policy: ['RFC 5280 §6.1.5 (g)', 'was not issued under an accepted policy'],
  policy_mapping: [
    'RFC 5280 §6.1.4 (a)',
    'policies are mapped, which is not supported where policies matter',
  ],
  is_authority: ['own rule', 'belongs to an authority, not to a holder'],
  key_usage: ['RFC 5280 §4.2.1.3', 'its key may not sign (digitalSignature)'],
  extended_key_usage: ['RFC 5280 §4.2.1.12', 'was not made for client authentication'],
  holder_incomplete: ['own rule', 'lacks the serial number, family name or company of its holder'],
  holder_kind: ['own rule', 'is neither a private nor a professional certificate'],
} as const satisfies Record<string, readonly [rule: string, says: string]>

export type Reason = keyof typeof reasons

/** What a check found wrong. `rule` where it is narrower than the reason's. */
export type Finding = { reason: Reason; detail?: string | undefined; rule?: string }

/** The same as a table in Markdown, for docs/security.md. */
export function describeReasons(): string {
  const rows = Object.entries(reasons).map(
    ([reason, [rule, says]]) => `| \`${reason}\` | ${rule} | ${says} |`,
  )
  return ['| Reason | Rule | The certificate, or the path |', '|---|---|---|', ...rows].join('\n')
}
