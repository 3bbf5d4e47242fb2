import { z } from 'zod'

/** How sure a sign-in is of who signs in: Regulation (EU) No 910/2014 (eIDAS), article 8, lowest first. */
export const assurances = ['low', 'substantial', 'high'] as const
export const Assurance = z.enum(assurances)
export type Assurance = z.infer<typeof Assurance>

export const assuranceAtLeast = (have: Assurance, need: Assurance): boolean =>
  assurances.indexOf(have) >= assurances.indexOf(need)

/** What eIDAS calls its levels, in `acr` and in AuthnContextClassRef (SAML message format 1.2, §3.2). */
export const eidasLevels = {
  'http://eidas.europa.eu/LoA/low': 'low',
  'http://eidas.europa.eu/LoA/substantial': 'substantial',
  'http://eidas.europa.eu/LoA/high': 'high',
} as const

type Levels = Record<string, Assurance>

type Way = { assurance: Assurance; acr?: Levels } | { levels: Levels }

/** The ways in that reach a level. */
export const waysAtLeast = <W extends Way>(ways: readonly W[], need: Assurance): W[] =>
  ways.filter((way) => assuranceAtLeast(highestOf(way), need))

/** The most that a sign-in at a provider can be: what it always is, or the best of what it may say each time. */
export function highestOf(provider: Way): Assurance {
  const said = 'levels' in provider ? provider.levels : provider.acr
  if (!said) return 'assurance' in provider ? provider.assurance : 'low'
  const reached = new Set(Object.values(said))
  return assurances.findLast((level) => reached.has(level)) ?? 'low'
}
