import { recordIn } from '../audit/audit.ts'
import type { Answers, Field, Value } from '../forms/definition.ts'
import type { Tx } from '../platform/database.ts'
import { differences } from '../profile/prefill.ts'
import { findProfile, type Profile, saveProfile } from '../profile/profile.ts'
import type { Actor, CurrentSpace } from '../scopes.ts'
import type { Procedure } from './definition.ts'

export type Difference = { field: Field; profileField: Field; before: Value; now: Value }

/** What the answers say otherwise than the profile, without what somebody else vouches for. */
export function offeredDifferences(
  procedure: Procedure,
  answers: Answers,
  profile: Profile | null,
): Difference[] {
  if (!profile) return []
  return differences(procedure.form, answers, profile).filter(
    ({ profileField }) => !profile.sources[profileField.name]?.verified,
  )
}

/** Writes the chosen answers into the profile, as typed; those that do not differ (any more) are left alone. */
export async function takeOver(
  tx: Tx,
  actor: Actor,
  space: CurrentSpace,
  procedure: Procedure,
  answers: Answers,
  chosen: string[],
): Promise<void> {
  if (chosen.length === 0) return
  const profile = await findProfile(tx, space.id)
  const wanted = offeredDifferences(procedure, answers, profile).filter(({ profileField }) =>
    chosen.includes(profileField.name),
  )
  if (!profile || wanted.length === 0) return
  const saved = await saveProfile(tx, actor, space.id, changed(profile, wanted))
  if (!saved.saved) await saveProfile(tx, actor, space.id, changed(saved.current, wanted))
  const fields = wanted.map(({ profileField }) => profileField.name)
  await recordIn(tx, actor, space, {
    act: 'profile.changed',
    detail: { fields, from: procedure.id },
  })
}

function changed(profile: Profile, wanted: Difference[]) {
  const at = new Date().toISOString()
  const typed = wanted.map(({ profileField }) => [
    profileField.name,
    { from: 'typed' as const, at, verified: false },
  ])
  return {
    data: {
      ...profile.data,
      ...Object.fromEntries(wanted.map(({ profileField, now }) => [profileField.name, now])),
    },
    sources: { ...profile.sources, ...Object.fromEntries(typed) },
    baseVersion: profile.version,
  }
}
