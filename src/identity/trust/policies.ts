import type { TrustRules } from '../../config.ts'
import type { Reading } from './reading.ts'
import type { Finding } from './reasons.ts'

const anyPolicy = '2.5.29.32.0'

/**
 * RFC 5280 §6.1.3 (d)–(f), §6.1.4 (h)–(j), §6.1.5 (a)(b)(g), over a path from the root down to the holder,
 * with the provider's policies as the initial set. Without mappings the valid policies are what every
 * certificate of the path has in common; with mappings, and where policies matter, the path is refused.
 */
export function judgePolicies([, ...below]: Reading[], { policies }: TrustRules): Finding[] {
  let explicit = policies.length ? 0 : Number.POSITIVE_INFINITY
  let inhibitAny = Number.POSITIVE_INFINITY
  let valid: Set<string> | 'any' = 'any'
  for (const [at, { extensions, selfIssued }] of below.entries()) {
    const { certificatePolicies, policyConstraints, inhibitAnyPolicy } = extensions.known
    const last = at === below.length - 1
    const anyCounts = inhibitAny > 0 || (!last && selfIssued)
    valid = common(valid, new Set(certificatePolicies ?? []), anyCounts)
    if (!selfIssued || last) {
      explicit = Math.max(0, explicit - 1)
      inhibitAny = Math.max(0, inhibitAny - 1)
    }
    const required = policyConstraints?.requireExplicit ?? null
    if (required !== null && (!last || required === 0)) explicit = Math.min(explicit, required)
    inhibitAny = Math.min(inhibitAny, inhibitAnyPolicy ?? inhibitAny)
  }
  if (explicit > 0) return []
  if (below.some(({ extensions }) => extensions.all.some(({ oid }) => oid === '2.5.29.33')))
    return [{ reason: 'policy_mapping' }]
  return isAccepted(valid, policies) ? [] : [{ reason: 'policy', detail: printed(valid) }]
}

function common(valid: Set<string> | 'any', own: Set<string>, anyCounts: boolean): Set<string> | 'any' {
  if (own.has(anyPolicy) && anyCounts) return valid
  const named = new Set([...own].filter((policy) => policy !== anyPolicy))
  return valid === 'any' ? named : new Set([...named].filter((policy) => valid.has(policy)))
}

function isAccepted(valid: Set<string> | 'any', policies: string[]): boolean {
  if (valid === 'any') return true
  return policies.length ? policies.some((policy) => valid.has(policy)) : valid.size > 0
}

const printed = (valid: Set<string> | 'any') =>
  valid === 'any' || !valid.size ? 'none' : [...valid].join(', ')
