import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import sql, { raw } from 'sql-template-tag'
import type { Tx } from '../../src/platform/database.ts'
import { asAuthority, asPerson, inJob, inSpace } from '../../src/scopes.ts'
import { type TestDatabase, testConfig, testDatabase } from '../database.ts'
import { type SignedIn, signIn } from '../sign-in.ts'
import { addMember, makeSpace, type TestSpace } from '../space.ts'

type Inhabitant = SignedIn & { space: TestSpace }

/**
 * Two people, each with a business space in which every space-owned table has rows, and a colleague of
 * the first as its reader. Statements run as the roles and scopes run them, never as the owner.
 */
export async function makeWorld() {
  const database = await testDatabase()
  const { owner, pools } = database
  await owner.query(`insert into procedures (id, version, kind, authority_id, definition, digest)
    values ('permit', 1, 'business', 'economy', '{}', 'x')`)
  const anna = await makeInhabitant(database)
  const berta = await makeInhabitant(database)
  const reader = await signIn(owner, testConfig({}))
  await addMember(owner, anna.space.id, reader.personId, 'reader')
  const { code } = anna.space
  return {
    ...{ database, owner, pools, anna, berta, reader },
    close: () => database.close(),
    inAnnas: statements((work) => inSpace(pools, anna.token, code, 'reader', work)),
    asReader: statements((work) => inSpace(pools, reader.token, code, 'reader', work)),
    asAnna: statements((work) => asPerson(pools, anna.token, work)),
    asNobody: statements((work) => pools.app.transaction(null, work)),
    inJobOfAnna: statements((work) => inJob(pools, anna.space.id, work)),
    inNoJob: statements((work) => inJob(pools, null, work)),
    atEconomy: statements((work) => asAuthority(pools, 'economy', work)),
    atHealth: statements((work) => asAuthority(pools, 'health', work)),
  }
}

export type World = Awaited<ReturnType<typeof makeWorld>>
type Work = (tx: Tx) => Promise<unknown>

/** One statement of plain SQL in a scope. */
function statements(scope: (work: Work) => Promise<unknown>) {
  return {
    rows: async (text: string) =>
      (await scope((tx) => tx.rows(sql`${raw(text)}`))) as Record<string, unknown>[],
    run: async (text: string) => (await scope((tx) => tx.run(sql`${raw(text)}`))) as number,
  }
}

/** As somebody else who is signed in. */
export const statementsAs = ({ pools }: Pick<World, 'pools'>, { token }: SignedIn) =>
  statements((work) => asPerson(pools, token, work))

/** The server said no: not merely no rows. */
export async function assertRefused(work: Promise<unknown>, what = '') {
  await assert.rejects(work, { code: '42501' }, what)
}

async function makeInhabitant(database: TestDatabase): Promise<Inhabitant> {
  const { owner } = database
  const who = await signIn(owner, testConfig({}), {
    kind: 'professional',
    email: 'old@example.lu',
    emailConfirmed: true,
  })
  const space = await makeSpace(owner, who, 'business')
  await fillSpace(owner, who, space.id)
  await fillDirectory(owner, who.personId)
  await fillInvitations(owner, who.personId, space.id)
  return { ...who, space }
}

async function fillDirectory(owner: World['owner'], personId: string) {
  const hash = `sha256(random()::text::bytea)`
  await owner.query(
    `insert into mails (person_id, kind, language, recipient) values ($1, 'space_created', 'en', 'old@example.lu')`,
    [personId],
  )
  await owner.query(
    `insert into email_confirmations (token_hash, person_id, email, expires_at) values (${hash}, $1, 'x@example.lu', now())`,
    [personId],
  )
  await owner.query(
    `insert into sign_ins (code_hash, browser_hash, presented) values (${hash}, ${hash}, '{}')`,
  )
  await owner.query(
    `insert into certificate_requests (person_id, provider, serial_number, kind, family_name, given_name, reason)
     values ($1, 'demo', '1', 'private', 'A', 'B', 'names')`,
    [personId],
  )
  await owner.query(`insert into activation_codes (code_hash, person_id) values (${hash}, $1)`, [personId])
  await owner.query(
    `with r as (insert into recoveries (id, reference, code_hash, notice_hash, language, family_name, given_name,
         birth_date, email, certificate, person_id, waits_until)
       values (gen_random_uuid(), 'AAAAA-' || translate(upper(left(md5(random()::text), 5)), '01', 'ZY'), ${hash},
         ${hash}, 'en', 'A', 'B', '1985-03-27', 'x@example.lu', '{}', $1, now()) returning id)
     insert into recovery_events (recovery_id, seq, kind, agent) select id, 1, 'taken', 'agent' from r`,
    [personId],
  )
  await owner.query('insert into devices (person_id, device) values ($1, $2)', [personId, 'Firefox / Linux'])
  await owner.query(
    `insert into parked_posts (id, person_id, sealed) values (gen_random_uuid(), $1, ${hash})`,
    [personId],
  )
  await owner.query(
    `insert into helpdesk_requests (id, reference, kind, person_id, language, name, wanted, message)
     values (gen_random_uuid(), 'BBBBB-' || translate(upper(left(md5(random()::text), 5)), '01', 'ZY'), 'limit', $1,
       'en', 'A B', 12, 'More')`,
    [personId],
  )
  await owner.query(`with a as (insert into agents (issuer, subject, name)
      values ('x', random()::text, 'Agent') returning id),
    s as (insert into agent_sessions (token_hash, agent_id) select ${hash}, id from a),
    l as (insert into lookups (agent_id, by, reason, found) select id, 'name', 'why', '{}' from a)
    insert into request_events (request_id, seq, person_id, kind, agent)
      select r.id, 1, r.person_id, 'taken', a.id from a, helpdesk_requests r where r.person_id = '${personId}'`)
  await owner.query(`insert into attempts (kind, key_hash) values ('email', ${hash})`)
  await owner.query(
    `insert into saml_requests (id_hash, browser_hash, provider, state) values (${hash}, ${hash}, 'eid', 'x')`,
  )
  await owner.query(`insert into saml_assertions (id_hash, valid_until) values (${hash}, now())`)
  await owner.query(`insert into logout_tokens (token_hash, expires_at) values (${hash}, now())`)
  await owner.query(
    `insert into consultations (register, purpose, outcome, person_id, asked_by, asked_by_name)
     values ('persons', 'display', 'nothing', $1, $1, 'A')`,
    [personId],
  )
  await owner.query(`insert into audit_records (act, person_id) values ('person.registered', $1)`, [personId])
}

async function fillInvitations(owner: World['owner'], personId: string, spaceId: string) {
  await owner.query(
    `insert into invitations (space_id, family_name, given_name, email, language, role, one_certificate, token_hash,
       invited_by) values ($1, 'Weis', 'Paul', 'paul@example.lu', 'de', 'reader', false, sha256(random()::text::bytea), $2)`,
    [spaceId, personId],
  )
}

async function fillSpace(owner: World['owner'], { personId, certificateId }: SignedIn, spaceId: string) {
  await owner.query(
    `insert into profile_versions (space_id, version, data, changed_by, changed_by_name) values ($1, 1, '{}', $2, 'A')`,
    [spaceId, personId],
  )
  await owner.query('insert into dossier_counters (space_id, last_number) values ($1, 2)', [spaceId])
  for (const [number, status] of [
    [1, 'draft'],
    [2, 'submitted'],
  ])
    await owner.query(
      `insert into dossiers (space_id, number, procedure_id, procedure_version, status, answers, page, created_by, changed_by)
       values ($1, $2, 'permit', 1, $3, '{"a": "b"}', 'one', $4, $4)`,
      [spaceId, number, status, personId],
    )
  const { rows } = await owner.query<{ id: string }>(
    `insert into submissions (space_id, number, case_id, answers, wording, language, hash, submitted_by,
       submitted_by_name, certificate_id) values ($1, 2, gen_random_uuid(), '{}', '{}', 'en', 'x', $2, 'A', $3)
     returning case_id as id`,
    [spaceId, personId, certificateId],
  )
  await owner.query(
    `insert into dossier_events (space_id, number, seq, kind) values ($1, 1, 1, 'created'), ($1, 2, 1, 'submitted')`,
    [spaceId],
  )
  await owner.query(
    `insert into cases (authority_id, id, space_id, number, reference, procedure_id, procedure_version, language,
       submission, hash, submitted_at) values ('economy', $1, $2, 2, 'x', 'permit', 1, 'en', '{}', 'x', now())`,
    [rows[0]?.id, spaceId],
  )
  await fillVault(owner, personId, spaceId, rows[0]?.id ?? '')
}

/** A document that was submitted with the second dossier. */
async function fillVault(owner: World['owner'], personId: string, spaceId: string, caseId: string) {
  const id: string = randomUUID()
  const file = `'a.pdf', 'application/pdf', 1, '${'0'.repeat(64)}'`
  await owner.query(
    `insert into documents (space_id, id, name, media_type, size, sha256, wrapped_key, uploaded_by, uploaded_by_name)
     values ($1, $2, ${file}, '\\x00', $3, 'A')`,
    [spaceId, id, personId],
  )
  await owner.query(
    `insert into document_events (space_id, document_id, kind, person_id, person_name) values ($1, $2, 'uploaded', $3, 'A')`,
    [spaceId, id, personId],
  )
  await owner.query(
    `insert into attachments (space_id, number, field, document_id, name, media_type, size, sha256)
     values ($1, 2, 'copy', $2, ${file})`,
    [spaceId, id],
  )
  await owner.query(
    `insert into case_documents (authority_id, case_id, document_id, space_id, name, media_type, size, sha256, wrapped_key)
     values ('economy', $1, $2, $3, ${file}, '\\x00')`,
    [caseId, id, spaceId],
  )
}
