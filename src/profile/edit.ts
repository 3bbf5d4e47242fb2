import { z } from 'zod'
import { recordIn } from '../audit/audit.ts'
import type { Config } from '../config.ts'
import { checkPage, type FieldError } from '../forms/answers.ts'
import type { Answers } from '../forms/definition.ts'
import type { Tx } from '../platform/database.ts'
import type { Actor, CurrentSpace } from '../scopes.ts'
import { compare, type Disagreement, decide, settle } from './conflict.ts'
import {
  type Draft,
  dataPage,
  draftOf,
  type Known,
  profileForm,
  readEntry,
  sourcesOf,
  unknown,
} from './entry.ts'
import { changesOf, findVersionData } from './history.ts'
import { withOwnNumber } from './known.ts'
import { forgetEmptied } from './own-number.ts'
import { findOwnPerson } from './own-person.ts'
import { findProfile, type Profile, saveProfile } from './profile.ts'

export type Edited =
  | { outcome: 'saved' | 'unchanged' }
  /** A row was added, or something is wrong. */
  | { outcome: 'form'; draft: Draft; version: number }
  | {
      outcome: 'conflict'
      draft: Draft
      current: Profile
      base: number
      disagreements: Disagreement[]
      incomplete: boolean
    }

const Sent = z.object({
  /** The version the page was made from. */
  version: z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .catch(0),
  /** When resolving a conflict: the version the form was first opened with. */
  base: z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .catch(0),
  resolving: z.literal('yes').nullable().catch(null),
})

/** `refused`: what the register says against the number that was typed. */
type EditRequest = { actor: Actor; space: CurrentSpace; body: unknown; refused?: FieldError[] }
type Editing = { tx: Tx; actor: Actor; space: CurrentSpace; known: Known; current: Profile | null }

/** Saves what was sent, unless something is wrong with it or somebody else saved in between. */
export async function editProfile(
  tx: Tx,
  config: Config,
  { actor, space, body, refused = [] }: EditRequest,
): Promise<Edited> {
  const [current, own] = await Promise.all([findProfile(tx, space.id), findOwnPerson(tx)])
  const stored = current ? { answers: current.data, sources: current.sources } : unknown
  const known = space.kind === 'private' ? withOwnNumber(config, stored, own) : stored
  const editing = { tx, actor, space, known, current }
  const sent = Sent.parse(body ?? {})
  const entry = readEntry(space.kind, body, known, known.answers)
  if (!entry.complete) return { outcome: 'form', draft: entry.draft, version: sent.version }
  if (refused.length > 0)
    return { outcome: 'form', draft: { ...entry.draft, errors: refused }, version: sent.version }
  if (!sent.resolving) return saveOver(editing, entry.data, sent.version)

  const [base, seen] = await Promise.all([findVersionData(tx, sent.base), findVersionData(tx, sent.version)])
  const decided = decide(compare(dataPage(space.kind), base ?? {}, entry.data, seen ?? {}), body)
  const undecided = decided.some(({ chosen }) => chosen === null)
  if (undecided && current && current.version === sent.version)
    return {
      outcome: 'conflict',
      draft: entry.draft,
      current,
      base: sent.base,
      disagreements: decided,
      incomplete: true,
    }
  return saveOver(editing, settle(entry.data, decided), sent.version)
}

/** Values from two versions may not fit together, so they are checked once more. */
async function saveOver(editing: Editing, mine: Answers, version: number): Promise<Edited> {
  const { tx, actor, space, known, current } = editing
  if (current && current.version !== version) return conflict(editing, mine, version, current)
  const { values, errors } = checkPage(dataPage(space.kind), mine)
  if (errors.length > 0) return { outcome: 'form', draft: draftOf(space.kind, mine, known, errors), version }
  const changed = changesOf(profileForm(space.kind), current?.data ?? {}, values).map(
    ({ field }) => field.name,
  )
  const emptied = space.kind === 'private' && (await forgetEmptied(tx, actor, values))
  if (changed.length === 0) return { outcome: emptied ? 'saved' : 'unchanged' }
  const saved = await saveProfile(tx, actor, space.id, {
    data: values,
    sources: sourcesOf(space.kind, values, known),
    baseVersion: version,
  })
  if (!saved.saved) return conflict(editing, values, version, saved.current)
  await recordIn(tx, actor, space, {
    act: 'profile.changed',
    detail: { version: saved.version, fields: changed },
  })
  return { outcome: 'saved' }
}

async function conflict(
  { tx, space, known }: Editing,
  mine: Answers,
  version: number,
  current: Profile,
): Promise<Edited> {
  const base = (await findVersionData(tx, version)) ?? {}
  const disagreements = compare(dataPage(space.kind), base, mine, current.data)
  if (disagreements.length === 0) return { outcome: 'unchanged' }
  const draft = draftOf(space.kind, mine, known, [])
  return { outcome: 'conflict', draft, current, base: version, disagreements, incomplete: false }
}
