/** How sure a sign-in is of who signs in: Regulation (EU) No 910/2014 (eIDAS), article 8, lowest first. */
export const assurances = ['low', 'substantial', 'high'] as const
export type Assurance = (typeof assurances)[number]

export const assuranceAtLeast = (have: Assurance, need: Assurance): boolean =>
  assurances.indexOf(have) >= assurances.indexOf(need)
