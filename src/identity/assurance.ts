import { z } from 'zod'

/** How sure a sign-in is of who signs in: Regulation (EU) No 910/2014 (eIDAS), article 8, lowest first. */
export const assurances = ['low', 'substantial', 'high'] as const
export const Assurance = z.enum(assurances)
export type Assurance = z.infer<typeof Assurance>

export const assuranceAtLeast = (have: Assurance, need: Assurance): boolean =>
  assurances.indexOf(have) >= assurances.indexOf(need)

/** The most that a sign-in at a provider can be: what it always is, or the best of what its `acr` may say. */
export function highestOf(provider: { assurance: Assurance; acr?: Record<string, Assurance> }): Assurance {
  if (!provider.acr) return provider.assurance
  const reached = new Set(Object.values(provider.acr))
  return assurances.findLast((level) => reached.has(level)) ?? 'low'
}
