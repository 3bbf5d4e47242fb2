import { randomBytes } from 'node:crypto'
import sql from 'sql-template-tag'
import { readPage, sameValue } from '../forms/answers.ts'
import { type Answers, type Field, fieldsOfPage, type Page, type Sources } from '../forms/definition.ts'
import { normalise } from '../forms/entries.ts'
import { lockedOf, sourcesAfter } from '../forms/sources.ts'
import { digestOf } from '../platform/canonical.ts'
import type { Tx } from '../platform/database.ts'
import { nameOf } from '../profile/profile.ts'
import type { Actor, CurrentSpace } from '../scopes.ts'
import { addChange } from './course.ts'
import type { Dossier } from './dossier.ts'

/** What an opened form of a page was made from, and which form it is. Sent back with what was typed. */
export type Opened = { version: string; form: string }

export type Typed = {
  answers: Answers
  /** Fields whose typed and stored values differ although somebody else changed the page meanwhile. */
  conflict: Field[]
}

export const newForm = () => randomBytes(9).toString('base64url')

/** Changes with what is stored for the page, and with nothing else: other pages may be changed meanwhile. */
export function pageVersion(page: Page, answers: Answers): string {
  const stored = fieldsOfPage(page).map(({ name }) => [name, answers[name] ?? null])
  return digestOf(stored).slice(0, 16)
}

export const lockedIn = (page: Page, provenance: Sources): Sources => lockedOf(fieldsOfPage(page), provenance)

/**
 * What was typed on a page, and where it meets a change that its form has not seen. What the same form
 * saved by itself is none: its answer got lost, or came after the form was sent.
 */
export function readTyped(
  dossier: Dossier,
  page: Page,
  body: Record<string, unknown>,
  { version, form }: Opened,
): Typed {
  const locked = lockedIn(page, dossier.provenance)
  const answers = settled(page, body, readPage(page, body, dossier.answers, locked), dossier)
  const seen = version === pageVersion(page, dossier.answers)
  const own = form !== '' && dossier.savedBy[page.id] === form
  if (seen || own) return { answers, conflict: [] }
  return { answers, conflict: differing(page, answers, dossier.answers) }
}

/** After a conflict: `keep:NAME` says whose value stays, the stored one (`theirs`) or the typed one. */
function settled(page: Page, body: Record<string, unknown>, typed: Answers, dossier: Dossier): Answers {
  const theirs = fieldsOfPage(page).filter(({ name }) => body[`keep:${name}`] === 'theirs')
  const answers = { ...typed }
  for (const { name } of theirs) {
    const stored = dossier.answers[name]
    if (stored === undefined) delete answers[name]
    else answers[name] = stored
  }
  return answers
}

/** A value written another way is the same: 19.07.1984 as typed, 1984-07-19 as kept. */
const differing = (page: Page, a: Answers, b: Answers) =>
  fieldsOfPage(page).filter(
    (field) => !sameValue(normalise(field, a[field.name], a), normalise(field, b[field.name], b)),
  )

/**
 * Stores a page of a held draft. `goOn` is where the person goes on later. What a form saved by itself is
 * remembered as its own until a button of that form is pressed.
 */
export async function savePage(
  tx: Tx,
  actor: Actor,
  space: CurrentSpace,
  dossier: Dossier,
  given: { page: Page; answers: Answers; goOn: string; savedBy: string | null },
): Promise<Dossier> {
  const { page, answers, goOn } = given
  const at = new Date()
  const changed = differing(page, answers, dossier.answers).length > 0
  const before = { answers: dossier.answers, sources: dossier.provenance }
  const next: Dossier = {
    ...dossier,
    answers,
    provenance: { ...dossier.provenance, ...sourcesOfPage(page, before, answers, at) },
    page: goOn,
    savedBy: { ...dossier.savedBy, [page.id]: given.savedBy ?? '' },
    ...(changed && { changedAt: at, changedByName: nameOf(actor) }),
  }
  const saved = tx.run(sql`
    update dossiers set answers = ${JSON.stringify(next.answers)}, provenance = ${JSON.stringify(next.provenance)},
      page = ${next.page}, saved_by = ${JSON.stringify(next.savedBy)}, version = version + 1,
      changed_at = case when ${changed} then now() else changed_at end,
      changed_by = case when ${changed} then ${actor.personId}::uuid else changed_by end,
      changed_by_name = ${next.changedByName}
    where space_id = ${space.id} and number = ${dossier.number} and status = 'draft'`)
  await Promise.all([saved, ...(changed ? [addChange(tx, actor, space, dossier.number)] : [])])
  return next
}

function sourcesOfPage(
  page: Page,
  before: { answers: Answers; sources: Sources },
  now: Answers,
  at: Date,
): Sources {
  return sourcesAfter(fieldsOfPage(page), before, now, at)
}
