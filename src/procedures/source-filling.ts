import sql from 'sql-template-tag'
import { recordIn } from '../audit/audit.ts'
import { visibleOf } from '../forms/answers.ts'
import {
  type Answers,
  type Form,
  fieldsOf,
  fieldsOfPage,
  type Page,
  type Source,
  type Sources,
} from '../forms/definition.ts'
import type { Tx } from '../platform/database.ts'
import { prefill } from '../profile/prefill.ts'
import { nameOf } from '../profile/profile.ts'
import type { Actor, CurrentSpace } from '../scopes.ts'
import { type Compared, compare } from '../sources/comparison.ts'
import { type FillingRegister, registerFields } from '../sources/fillable.ts'
import { type Held, knownFrom } from '../sources/held.ts'
import type { RegisterId } from '../sources/register.ts'
import { addChange } from './course.ts'
import type { Procedure } from './definition.ts'
import type { Dossier } from './dossier.ts'
import { referenceOf } from './reference.ts'

/** Whether a register may know something that this page asks. */
export const isFillable = (page: Page, register: FillingRegister): boolean =>
  fieldsOfPage(page).some(
    ({ profile }) => profile !== undefined && registerFields[register].includes(profile),
  )

/** Whether anything in the dossier is fixed because a register vouches for it. */
export const isFilledByRegister = ({ provenance }: Dossier): boolean =>
  Object.values(provenance).some(isVouched)

/** By a register that gave the value; a national number was only compared with it. */
const isVouched = ({ from, verified, label }: Source) =>
  from === 'register' && verified && label !== undefined

export type Proposal = { compared: Compared[]; sources: Sources }

/** What the register would pass to the form: what is asked there and does not stand there already, verified. */
export function proposalOf(
  { form }: Procedure,
  { answers, provenance }: Dossier,
  register: RegisterId,
  held: Held,
): Proposal {
  const { answers: data, sources } = knownFrom(register, held)
  const offered = prefill(form, { data, sources, changedAt: held.asOf })
  const asked = askedIn(form, { ...answers, ...offered.answers })
  const compared = compare(form, offered.answers, answers).filter(
    ({ field, state }) => asked.has(field.name) && (state !== 'same' || !provenance[field.name]?.verified),
  )
  return { compared, sources: offered.sources }
}

function askedIn(form: Form, answers: Answers): Set<string> {
  let seen = answers
  const names = form.pages.flatMap((page) => {
    const visible = visibleOf(page, seen)
    seen = visible.answers
    return visible.groups.flatMap(({ fields }) => fields.map(({ name }) => name))
  })
  return new Set(names)
}

/** Writes what was chosen into a held draft. */
export async function fillFromRegister(
  tx: Tx,
  { actor, space, dossier }: { actor: Actor; space: CurrentSpace; dossier: Dossier },
  { compared, sources }: Proposal,
  chosen: string[],
): Promise<void> {
  const wanted = compared.filter(({ field }) => chosen.includes(field.name))
  if (wanted.length === 0) return
  const filled = Object.fromEntries(wanted.map(({ field, held }) => [field.name, held]))
  const vouched = Object.entries(sources).filter(([name]) => Object.hasOwn(filled, name))
  await saveFilled(tx, actor, space, dossier, {
    answers: { ...dossier.answers, ...filled },
    provenance: { ...dossier.provenance, ...Object.fromEntries(vouched) },
  })
  await recordIn(tx, actor, space, {
    act: 'dossier.filled',
    object: referenceOf(space.code, dossier.number),
    detail: { fields: wanted.map(({ field }) => field.name) },
  })
}

/** The values stay, as the person's own word, which they may change. */
export async function typeInstead(
  tx: Tx,
  { actor, space, dossier }: { actor: Actor; space: CurrentSpace; dossier: Dossier },
  { form }: Procedure,
): Promise<void> {
  const at = new Date().toISOString()
  const own = fieldsOf(form).flatMap(({ name }) => {
    const source = dossier.provenance[name]
    return source && isVouched(source)
      ? [[name, { from: 'typed' as const, at, verified: false }] as const]
      : []
  })
  const provenance = { ...dossier.provenance, ...Object.fromEntries(own) }
  await saveFilled(tx, actor, space, dossier, { answers: dossier.answers, provenance })
}

const saveFilled = (
  tx: Tx,
  actor: Actor,
  space: CurrentSpace,
  dossier: Dossier,
  { answers, provenance }: { answers: Answers; provenance: Sources },
) =>
  Promise.all([
    addChange(tx, actor, space, dossier.number),
    tx.run(sql`
    update dossiers set answers = ${JSON.stringify(answers)}, provenance = ${JSON.stringify(provenance)},
      version = version + 1, changed_at = now(), changed_by = ${actor.personId}, changed_by_name = ${nameOf(actor)}
    where space_id = ${space.id} and number = ${dossier.number} and status = 'draft'`),
  ])
