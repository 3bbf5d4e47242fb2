import type { Config } from '../config.ts'
import { type Assurance, assuranceAtLeast, waysAtLeast } from '../identity/assurance.ts'
import type { Actor } from '../scopes.ts'
import type { Procedure } from './definition.ts'

/** What a procedure says nothing about needs no more than being signed in. */
export const neededAssurance = ({ assurance }: Procedure): Assurance => assurance ?? 'low'

/** Whether this sign-in is enough for the procedure, to begin it and to submit it. */
export const isSureEnough = ({ assurance }: Pick<Actor, 'assurance'>, procedure: Procedure): boolean =>
  assuranceAtLeast(assurance, neededAssurance(procedure))

/** The ways of signing in that reach the level. */
export const sufficientWays = ({ connections }: Config, need: Assurance) =>
  waysAtLeast(connections.providers, need)
