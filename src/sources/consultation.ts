import sql, { empty } from 'sql-template-tag'
import type { Tx } from '../platform/database.ts'
import { nameOf } from '../profile/profile.ts'
import type { Actor, CurrentSpace } from '../scopes.ts'
import type { RegisterId, Said } from './register.ts'

/** `display`: to show it; `profile`, `form`: to fill them; `preview`: to show what would fill a form; `number`: to confirm a national number. */
export type Purpose = 'display' | 'profile' | 'preview' | 'form' | 'number'
export type Outcome = Exclude<Said<unknown>['state'], 'too_many'> | 'match' | 'no_match'

/** Who asked and why. `about` says whose data it is; a company's log belongs to the space of the company. */
export type Reason = {
  actor: Pick<Actor, 'personId' | 'givenName' | 'familyName'>
  space: Pick<CurrentSpace, 'id'> | null
  about: 'person' | 'company'
  purpose: Purpose
  dossier?: number
}

export const aboutIn = ({ kind }: Pick<CurrentSpace, 'kind'>): Reason['about'] =>
  kind === 'private' ? 'person' : 'company'

/** What a register said, sealed until the log says who learns it and why: there is no other way to read it. */
export class Consulted<T, Id extends RegisterId = RegisterId> {
  readonly register: Id
  readonly #said: Said<T>

  constructor(register: Id, said: Said<T>) {
    this.register = register
    this.#said = said
  }

  /**
   * Writes the log's line in the transaction that shows or uses the answer; it leaves only once that commits. Nothing is
   * written where nobody was asked.
   */
  async disclose(tx: Tx, reason: Reason): Promise<Said<T>> {
    const { state } = this.#said
    if (state !== 'too_many') await logConsultation(tx, this.register, state, reason)
    return this.#said
  }
}

/** For answers that disclose nothing but yes or no; all others go through `disclose`. */
export async function logConsultation(
  tx: Tx,
  register: RegisterId,
  outcome: Outcome,
  { actor, space, about, purpose, dossier }: Reason,
): Promise<void> {
  await tx.run(sql`
    insert into consultations (register, purpose, outcome, person_id, space_id, dossier_number, asked_by,
      asked_by_name)
    values (${register}, ${purpose}, ${outcome}, ${about === 'person' ? actor.personId : null},
      ${space?.id ?? null}, ${dossier ?? null}, ${actor.personId}, ${nameOf(actor)})`)
}

export type Consultation = {
  id: string
  at: Date
  register: RegisterId
  purpose: Purpose
  outcome: Outcome
  /** Where the dossier lies, which may be another space than the one this is read in. */
  spaceCode: string | null
  dossierNumber: number | null
  /** A draft may have been deleted since. */
  dossierKept: boolean
  askedBy: string
  askedByName: string
}

export const consultationsPerPage = 30

/** Whose data it was: the person's own wherever it was asked for, or the company's of the space one stands in. */
export function listConsultations(
  tx: Tx,
  about: Reason['about'],
  before: string | null,
): Promise<Consultation[]> {
  const whose =
    about === 'person'
      ? sql`c.person_id = (select current_person())`
      : sql`c.person_id is null and c.space_id = (select current_space())`
  return tx.rows<Consultation>(sql`
    select c.id::text, c.at, c.register, c.purpose, c.outcome, s.code as "spaceCode",
      c.dossier_number as "dossierNumber", d.number is not null as "dossierKept", c.asked_by as "askedBy", c.asked_by_name as "askedByName"
    from consultations c left join spaces s on s.id = c.space_id
      left join dossiers d on d.space_id = c.space_id and d.number = c.dossier_number
    where ${whose} ${before && /^\d{1,18}$/.test(before) ? sql`and c.id < ${before}::bigint` : empty}
    order by c.id desc limit ${consultationsPerPage + 1}`)
}
