import sql from 'sql-template-tag'
import type { Language } from './i18n/index.ts'
import type { Assurance } from './identity/assurance.ts'
import type { Pool, Tx } from './platform/database.ts'
import { AppError } from './platform/error.ts'

/** Who acts: a person, signed in with one certificate. */
export type Actor = {
  personId: string
  familyName: string
  givenName: string
  language: Language
  email: string | null
  emailConfirmed: boolean
  nationalNumberState: 'none' | 'declared' | 'confirmed'
  certificate: {
    id: string
    kind: 'private' | 'professional'
    provider: string
    serialNumber: string
    organizationName: string | null
    organizationIdentifier: string | null
  }
  scheme: 'tls' | 'oidc' | 'saml'
  assurance: Assurance
  signedInAt: Date
  sessionEndsAt: Date
}

/** A space that the actor asked for and may not enter: unknown, foreign, or closed to their role. */
export class Denied extends AppError {
  readonly personId: string
  readonly asked: string
  /** By name, who can grant what a role forbids. */
  administrators: string[] = []
  constructor(code: 'not_found' | 'forbidden' | 'wrong_certificate', personId: string, asked: string) {
    super(code)
    this.personId = personId
    this.asked = asked
  }
}

export type Role = 'reader' | 'manager' | 'administrator'
export type Capacity = 'manager' | 'employee' | 'representative' | 'self_employed'

/** The space a request stands in, and what the actor is there. */
export type CurrentSpace = {
  id: string
  code: string
  kind: 'private' | 'business'
  title: string
  openedWith: 'private' | 'professional'
  useData: boolean
  role: Role
  capacity: Capacity | null
}

export type Pools = { app: Pool; worker: Pool; desk: Pool; helpdesk: Pool }

/** `touch: false` for polling, which must not keep a session alive. */
export type Token = { hash: Buffer; touch: boolean }

const roleRank: Record<Role, number> = { reader: 0, manager: 1, administrator: 2 }
export const mayAct = (role: Role, need: Role) => roleRank[role] >= roleRank[need]

/** Directory rows of the signed-in person. Throws `session_over` when the session is not live. */
export function asPerson<T>(
  { app }: Pools,
  token: Token,
  work: (tx: Tx, actor: Actor) => Promise<T>,
): Promise<T> {
  return app.transaction<EnteredPerson, T>(enterPerson(token), (tx, row) => work(tx, actorOf(row)))
}

/** As `asPerson`, for pages that only read: one round trip. */
export async function readAsPerson<R extends Record<string, Promise<unknown>>>(
  { app }: Pools,
  token: Token,
  reads: (tx: Tx) => R,
) {
  const { first, values } = await app.read<EnteredPerson, R>(enterPerson(token), reads)
  return { actor: actorOf(first), values }
}

/** One space the person is a member of. Unknown and forbidden are alike: `not_found`. */
export function inSpace<T>(
  { app }: Pools,
  token: Token,
  code: string,
  need: Role,
  work: (tx: Tx, space: CurrentSpace, actor: Actor) => Promise<T>,
): Promise<T> {
  return app.transaction<EnteredSpace, T>(enterSpace(token, code), (tx, row) => {
    const actor = actorOf(row)
    return work(tx, spaceOf(row, actor, code, need), actor)
  })
}

/** As `inSpace`, for pages that only read: session, space, membership and all rows in one round trip. */
export async function readInSpace<R extends Record<string, Promise<unknown>>>(
  { app }: Pools,
  token: Token,
  code: string,
  need: Role,
  reads: (tx: Tx) => R,
) {
  const { first, values } = await app.read<EnteredSpace, R>(enterSpace(token, code), reads)
  const actor = actorOf(first)
  return { actor, space: spaceOf(first, actor, code, need), values }
}

/** Before anyone is signed in: only definer functions, and the sign-ins of this browser. */
export function asBrowser<T>(
  { app }: Pools,
  browserHash: Buffer | null,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const browser = browserHash?.toString('hex') ?? ''
  return app.transaction(sql`select set_config('guichet.browser', ${browser}, true)`, (tx) => work(tx))
}

/** Makes the transaction act for a person it has just identified or created. */
export async function becomePerson(tx: Tx, personId: string): Promise<void> {
  await tx.run(sql`select set_config('guichet.person_id', ${personId}, true)`)
}

/** Who is signed in at the browser whose transaction this is, which acts for them from now on; null without a live session. */
export async function enterAsPerson(tx: Tx, token: Token): Promise<Actor | null> {
  const row = await tx.row<EnteredPerson>(enterPerson(token))
  return row && actorOf(row)
}

/** Makes a person's transaction stand in the space it has just created. */
export async function enterNewSpace(tx: Tx, spaceId: string): Promise<void> {
  await tx.run(sql`select set_config('guichet.space_id', ${spaceId}, true),
    set_config('guichet.role', 'administrator', true)`)
}

/**
 * Reads in the person's own private space, from outside of any space: what one entered there may fill other
 * forms (R11). Reads nothing when there is none, or when its owner keeps its data from forms. Leaves the
 * space at once; the three statements may travel together.
 */
export async function inOwnPrivateSpace<T>(tx: Tx, read: (tx: Tx) => Promise<T>): Promise<T> {
  const entered = tx.run(sql`
    select set_config('guichet.space_id', coalesce((
      select id::text from spaces where owner_id = current_person() and kind = 'private'
        and closed_at is null and use_data), ''), true),
      set_config('guichet.role', 'reader', true)`)
  const found = read(tx)
  const left = tx.run(
    sql`select set_config('guichet.space_id', '', true), set_config('guichet.role', '', true)`,
  )
  const [, value] = await Promise.all([entered, found, left])
  return value
}

/**
 * Enters one of the person's spaces in their own transaction, reads there, and leaves it again. Null where
 * they may not, or this certificate opens it not.
 */
export async function visitSpace<T>(
  tx: Tx,
  { hash }: Token,
  code: string,
  need: Role,
  read: () => Promise<T>,
): Promise<T | null> {
  const entered = await tx.row<EnteredSpace>(enterSpace({ hash, touch: false }, code))
  const open = entered?.space_id && !entered.bound_elsewhere && mayAct(entered.member_role, need)
  const value = open ? await read() : null
  await tx.run(sql`select set_config('guichet.space_id', '', true), set_config('guichet.role', '', true)`)
  return value
}

/** Background work in one space, or in none (`null`): directory rows the worker may see. */
export function inJob<T>(
  { worker }: Pools,
  spaceId: string | null,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const opening = sql`select set_config('guichet.space_id', ${spaceId ?? ''}, true),
    set_config('guichet.role', 'worker', true)`
  return worker.transaction(opening, (tx) => work(tx))
}

/** Cases of one authority. */
export function asAuthority<T>(
  { desk }: Pools,
  authorityId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return desk.transaction(sql`select set_config('guichet.authority_id', ${authorityId}, true)`, (tx) =>
    work(tx),
  )
}

/**
 * A human of the helpdesk, whose session is none of the portal's. `isDue`: the provider should be asked again
 * whether this still is an agent.
 */
export type Agent = { id: string; name: string; sessionEndsAt: Date; isDue: boolean }

/** An agent's session that goes on once their provider has confirmed it. */
export class Unconfirmed extends AppError {
  constructor() {
    super('session_over')
  }
}

/** What the helpdesk may see and do: accounts one at a time, each with a reason, and never contents. */
export function asAgent<T>(
  { helpdesk }: Pools,
  { hash, touch }: Token,
  work: (tx: Tx, agent: Agent) => Promise<T>,
): Promise<T> {
  const opening = sql`select agent_id as id, name, ends_at as "sessionEndsAt", confirmation
    from enter_agent(${hash}, ${touch})`
  return helpdesk.transaction<EnteredAgent, T>(opening, (tx, entered) => {
    if (!entered) throw new AppError('session_over')
    const { confirmation, ...agent } = entered
    if (confirmation === 'over') throw new Unconfirmed()
    return work(tx, { ...agent, isDue: confirmation === 'due' })
  })
}

type EnteredAgent = Omit<Agent, 'isDue'> & { confirmation: 'fresh' | 'due' | 'over' }

/** Makes a transaction of the helpdesk act for an agent whose token it has just recognised. */
export async function becomeAgent(tx: Tx, agentId: string): Promise<void> {
  await tx.run(sql`select set_config('guichet.agent', ${agentId}, true)`)
}

const enterPerson = (token: Token) => sql`select * from enter_person(${token.hash}, ${token.touch})`
const enterSpace = (token: Token, code: string) =>
  sql`select * from enter_space(${token.hash}, ${code}, ${token.touch})`

type EnteredPerson = {
  person_id: string
  family_name: string
  given_name: string
  language: Language
  email: string | null
  email_confirmed: boolean
  national_number_state: Actor['nationalNumberState']
  certificate_id: string
  certificate_kind: 'private' | 'professional'
  provider: string
  serial_number: string
  organization_name: string | null
  organization_identifier: string | null
  scheme: Actor['scheme']
  assurance: Actor['assurance']
  signed_in_at: Date
  ends_at: Date
}

type EnteredSpace = EnteredPerson & {
  space_id: string | null
  space_code: string
  space_kind: CurrentSpace['kind']
  space_title: string
  space_opened_with: CurrentSpace['openedWith']
  use_data: boolean
  member_role: Role
  capacity: Capacity | null
  bound_elsewhere: boolean
}

function actorOf(row: EnteredPerson | null): Actor {
  if (!row) throw new AppError('session_over')
  return {
    personId: row.person_id,
    familyName: row.family_name,
    givenName: row.given_name,
    language: row.language,
    email: row.email,
    emailConfirmed: row.email_confirmed,
    nationalNumberState: row.national_number_state,
    certificate: {
      id: row.certificate_id,
      kind: row.certificate_kind,
      provider: row.provider,
      serialNumber: row.serial_number,
      organizationName: row.organization_name,
      organizationIdentifier: row.organization_identifier,
    },
    scheme: row.scheme,
    assurance: row.assurance,
    signedInAt: row.signed_in_at,
    sessionEndsAt: row.ends_at,
  }
}

function spaceOf(row: EnteredSpace | null, { personId }: Actor, asked: string, need: Role): CurrentSpace {
  if (row?.bound_elsewhere) throw new Denied('wrong_certificate', personId, asked)
  if (!row?.space_id) throw new Denied('not_found', personId, asked)
  if (!mayAct(row.member_role, need)) throw new Denied('forbidden', personId, asked)
  return {
    id: row.space_id,
    code: row.space_code,
    kind: row.space_kind,
    title: row.space_title,
    openedWith: row.space_opened_with,
    useData: row.use_data,
    role: row.member_role,
    capacity: row.capacity,
  }
}
