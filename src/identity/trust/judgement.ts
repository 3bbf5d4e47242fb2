import type { X509Certificate } from 'node:crypto'
import type { TlsProvider } from '../../config.ts'
import { readHolder } from '../certificate.ts'
import type { Refusal } from '../presented.ts'
import type { Trust } from './authorities.ts'
import { type Path, PathSearch } from './path.ts'
import type { Reason } from './reasons.ts'
import { judgeAlone, judgePath, placeOf, type Step, step } from './steps.ts'

/** How one provider's rules judge a certificate, step by step. */
export type Verdict = { provider: TlsProvider; accepted: boolean; path: Path | null; steps: Step[] }

export type Judgement =
  | { ok: true; provider: TlsProvider; verdict: Verdict }
  | { ok: false; refusal: Refusal; verdict: Verdict | null }

/** Whose certificate this is, and whether it may sign in at that time. */
export function judge(certificate: X509Certificate, trusted: Trust[], at = new Date()): Judgement {
  const verdicts = trusted.map((trust) => judgeHolder(trust, certificate, at))
  const accepted = verdicts.find((verdict) => verdict.accepted)
  if (accepted) return { ok: true, provider: accepted.provider, verdict: accepted }
  const closest = verdicts.find(({ path }) => path !== null) ?? verdicts[0] ?? null
  return { ok: false, refusal: closest ? refusalOf(closest) : 'untrusted', verdict: closest }
}

/** The certificate, and then whom it names: also that must be as the provider's configuration says. */
export function judgeHolder(trust: Trust, certificate: X509Certificate, at: Date): Verdict {
  const verdict = judgeBy(trust, certificate, at)
  const { provider } = verdict
  const read = readHolder(certificate, provider)
  const reason = read.ok ? null : read.refusal === 'unknown_kind' ? 'holder_kind' : 'holder_incomplete'
  const of = placeOf(certificate, 0, 1)
  const attributes = step('attributes', 'own rule', of, reason ? [{ reason }] : [], provider.rules)
  return { ...verdict, accepted: verdict.accepted && read.ok, steps: [...verdict.steps, ...attributes] }
}

/** The first path that breaks no rule, or of all others the one that breaks fewest. */
export function judgeBy(
  { provider, roots, intermediates }: Trust,
  certificate: X509Certificate,
  at: Date,
): Verdict {
  const { rules } = provider
  const search = new PathSearch({ issuers: intermediates, roots })
  let closest: Verdict | null = null
  for (const path of search.from(certificate)) {
    const steps = [...found([], rules), ...judgePath(path, rules, at)]
    const verdict = { provider, accepted: steps.every(({ passed }) => passed), path, steps }
    if (verdict.accepted) return verdict
    if (!closest || broken(verdict) < broken(closest)) closest = verdict
  }
  if (closest) return closest
  const none = found([{ reason: search.gaveUp ? 'path_too_costly' : 'no_path' }], rules)
  return { provider, accepted: false, path: null, steps: [...none, ...judgeAlone(certificate, rules, at)] }
}

const found = (findings: { reason: Reason }[], rules: TlsProvider['rules']) =>
  step('signatures to a root', 'RFC 5280 §6.1', null, findings, rules)

const broken = (verdict: Verdict) => brokenRules(verdict).length

/** The reasons of a refusal: names of rules, nothing of the certificate. */
export const brokenRules = (verdict: Verdict | null): Reason[] =>
  (verdict?.steps ?? []).flatMap(({ passed, reason }) => (passed || !reason ? [] : [reason]))

/** What the page for the holder is about: of all that is wrong, the nearest thing they can do something about. */
function refusalOf({ path, steps }: Verdict): Refusal {
  if (!path) return 'untrusted'
  const wrong = new Set(steps.filter(({ passed }) => !passed).map(pageFor))
  return nearest.find((refusal) => wrong.has(refusal)) ?? 'untrusted'
}

/** Another certificate of the same card may do where one holds several; against the issuer’s faults only its issuer. */
const nearest: Refusal[] = [
  ...(['expired', 'not_yet_valid', 'wrong_usage', 'unknown_kind', 'incomplete'] as const),
  ...(['weak', 'issuer_invalid', 'faulty'] as const),
]

const pages: Partial<Record<Reason, Refusal>> = {
  ...{ key_kind: 'weak', key_small: 'weak', key_curve: 'weak', signature_weak: 'weak' },
  ...{ policy: 'wrong_usage', is_authority: 'wrong_usage' },
  ...{ key_usage: 'wrong_usage', extended_key_usage: 'wrong_usage' },
  ...{ holder_incomplete: 'incomplete', holder_kind: 'unknown_kind' },
}

/** A weak link is one wherever it is; else what stands above the holder is the issuer’s to mend. */
function pageFor({ reason, of }: Step): Refusal {
  if (reason && pages[reason]) return pages[reason]
  if (of?.place !== 'holder') return 'issuer_invalid'
  return reason === 'expired' || reason === 'not_yet_valid' ? reason : 'faulty'
}
