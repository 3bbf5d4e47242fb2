import { recordIn } from '../audit/audit.ts'
import { digestOf } from '../platform/canonical.ts'
import type { Tx } from '../platform/database.ts'
import { type Known, profileForm } from '../profile/entry.ts'
import { findProfile, type Profile, saveProfile } from '../profile/profile.ts'
import type { Actor, CurrentSpace } from '../scopes.ts'
import { type Compared, compare } from './comparison.ts'
import type { Held } from './held.ts'
import type { RegisterId } from './register.ts'

/** Tells whether the register still says what somebody has read. */
export const seenOf = ({ answers }: Held): string => digestOf(answers).slice(0, 32)

/** What the register says beside the profile; of what agrees, only what the register does not vouch for yet. */
export function openQuestions(
  kind: CurrentSpace['kind'],
  { answers }: Held,
  { data, sources }: Pick<Profile, 'data' | 'sources'>,
): Compared[] {
  return compare(profileForm(kind), answers, data).filter(
    ({ field, state }) => state !== 'same' || !sources[field.name]?.verified,
  )
}

/**
 * Writes into the profile what was chosen, and vouches for what agrees. A profile that somebody else changes
 * meanwhile gets the same on top.
 */
export async function takeOverHeld(
  tx: Tx,
  { actor, space }: { actor: Actor; space: CurrentSpace },
  given: { held: Held; known: Known; from: RegisterId; chosen: string[] },
): Promise<void> {
  const profile = await findProfile(tx, space.id)
  if (!profile) return
  const wanted = openQuestions(space.kind, given.held, profile).filter(
    ({ field, state }) => state === 'same' || given.chosen.includes(field.name),
  )
  if (wanted.length === 0) return
  const saved = await saveProfile(tx, actor, space.id, changed(profile, wanted, given.known))
  if (!saved.saved) await saveProfile(tx, actor, space.id, changed(saved.current, wanted, given.known))
  await recordIn(tx, actor, space, {
    act: 'profile.changed',
    detail: { fields: wanted.map(({ field }) => field.name), from: given.from },
  })
}

function changed(profile: Profile, wanted: Compared[], { sources }: Known) {
  const vouched = wanted.flatMap(({ field }) => {
    const source = sources[field.name]
    return source ? [[field.name, source] as const] : []
  })
  return {
    data: {
      ...profile.data,
      ...Object.fromEntries(wanted.map(({ field, held }) => [field.name, held])),
    },
    sources: { ...profile.sources, ...Object.fromEntries(vouched) },
    baseVersion: profile.version,
  }
}
