import { createHash, randomUUID } from 'node:crypto'
import sql from 'sql-template-tag'
import { recordIn } from '../audit/audit.ts'
import { notifyActor } from '../communications/notification.ts'
import type { Config } from '../config.ts'
import type { Answers, Sources } from '../forms/definition.ts'
import type { Tx } from '../platform/database.ts'
import type { Jobs } from '../platform/jobs.ts'
import { saveProfile } from '../profile/profile.ts'
import { companyKeys, spaceTitle } from '../profile/title.ts'
import { type Actor, type Capacity, enterNewSpace } from '../scopes.ts'
import { bindingOf } from './binding.ts'
import { businessLimit, limitReached } from './business-limit.ts'
import { newCode } from './code.ts'

type Kind = 'private' | 'business'
type Means = { config: Config; jobs: Jobs }

/** What opens a space: the data it starts with, and a mark of the form that was sent. */
export type Opening = {
  data: Answers
  sources: Sources
  capacity: Capacity | null
  /** Made by `requestHash`: the same form sent twice opens one space. */
  request: Buffer
}

export type Opened = { opened: true; code: string } | { opened: false; reason: 'private_exists' | 'limit' }
export type SameCompany = { opened: false; reason: 'same_company'; same: OwnSpace[] }
export type OwnSpace = { code: string; title: string }

/** R2: one private space a person, whichever certificate is used, also when many requests come at once. */
export async function createPrivateSpace(
  tx: Tx,
  means: Means,
  actor: Actor,
  opening: Omit<Opening, 'capacity'>,
): Promise<Opened> {
  await lockPerson(tx, actor.personId)
  const [repeated, exists] = await Promise.all([findRepeated(tx, opening.request), hasPrivateSpace(tx)])
  if (repeated) return { opened: true, code: repeated }
  if (exists) return { opened: false, reason: 'private_exists' }
  return openSpace(tx, means, actor, 'private', { ...opening, capacity: null })
}

/**
 * R5, R6: with either kind of certificate, up to the person's limit, also when many requests come at once.
 * `told` are the codes of those spaces of the same company that the person knows of and wants this one beside.
 */
export async function createBusinessSpace(
  tx: Tx,
  means: Means,
  actor: Actor,
  { told, ...opening }: Opening & { told: string[] },
): Promise<Opened | SameCompany> {
  await lockPerson(tx, actor.personId)
  const [repeated, limit, same] = await Promise.all([
    findRepeated(tx, opening.request),
    businessLimit(tx, means.config),
    spacesOfCompany(tx, opening.data),
  ])
  if (repeated) return { opened: true, code: repeated }
  if (limitReached(limit)) return { opened: false, reason: 'limit' }
  if (same.some(({ code }) => !told.includes(code))) return { opened: false, reason: 'same_company', same }
  return openSpace(tx, means, actor, 'business', opening)
}

/**
 * A form carries a key made with it. The key with what was typed tells a form sent twice (double click,
 * back button) from one that was changed in between, which is meant anew.
 */
export const requestHash = (key: string, data: Answers): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([key, data]))
    .digest()

/**
 * One creation, closing or reopening of a person at a time. Counting must be a later statement, so that
 * its snapshot sees what the previous holder committed. Foreign keys to the person need not wait.
 */
export async function lockPerson(tx: Tx, personId: string): Promise<void> {
  await tx.row(sql`select id from persons where id = ${personId} for no key update`)
}

export async function hasPrivateSpace(tx: Tx): Promise<boolean> {
  const row = await tx.row<{ exists: boolean }>(sql`select has_private_space() as exists`)
  return row?.exists ?? false
}

/** The spaces of the person that are of this company already. */
export function spacesOfCompany(tx: Tx, data: Answers): Promise<OwnSpace[]> {
  return tx.rows<OwnSpace>(sql`
    select s.code, s.title from memberships m join spaces s on s.id = m.space_id
    where m.person_id = (select current_person()) and s.closed_at is null
      and s.company_keys && ${companyKeys(data)}::text[]
    order by s.created_at limit 5`)
}

async function findRepeated(tx: Tx, request: Buffer): Promise<string | null> {
  const row = await tx.row<{ code: string }>(sql`
    select code from spaces where owner_id = (select current_person()) and request_hash = ${request}`)
  return row?.code ?? null
}

async function openSpace(tx: Tx, means: Means, actor: Actor, kind: Kind, opening: Opening): Promise<Opened> {
  const id = randomUUID()
  const bound = bindingOf(means.config, kind, actor)
  await enterNewSpace(tx, id)
  const code = await insertSpace(tx, actor, { id, kind, opening })
  await Promise.all([
    tx.run(sql`insert into memberships (person_id, space_id, role, capacity, bound_organization,
        bound_organization_name)
      values (${actor.personId}, ${id}, 'administrator', ${opening.capacity}, ${bound?.organization ?? null},
        ${bound?.name ?? null})`),
    saveProfile(tx, actor, id, { data: opening.data, sources: opening.sources, baseVersion: 0 }),
    recordIn(
      tx,
      actor,
      { id, code, capacity: opening.capacity },
      {
        act: 'space.opened',
        detail: { kind, certificate: actor.certificate.id, openedWith: actor.certificate.kind },
      },
    ),
    notifyActor(tx, means.jobs, actor, 'space_created', { code, kind }),
  ])
  return { opened: true, code }
}

/** Another code is drawn when somebody has this one: a chance of one in a thousand at a million spaces. */
export async function insertSpace(
  tx: Tx,
  actor: Actor,
  { id, kind, opening }: { id: string; kind: Kind; opening: Opening },
  draw: (kind: Kind) => string = newCode,
): Promise<string> {
  const title = spaceTitle(opening.data)
  for (let attempt = 0; attempt < 20; attempt++) {
    const code = draw(kind)
    const inserted = await tx.run(sql`
      insert into spaces (id, code, kind, owner_id, title, company_keys, request_hash,
        opened_with_certificate_id, opened_with)
      values (${id}, ${code}, ${kind}, ${actor.personId}, ${title}, ${companyKeys(opening.data)},
        ${opening.request}, ${actor.certificate.id}, ${actor.certificate.kind})
      on conflict on constraint space_code_is_unique do nothing`)
    if (inserted === 1) return code
  }
  throw new Error('no free code for a space was found')
}
