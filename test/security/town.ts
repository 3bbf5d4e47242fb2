import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { agentRole } from '../../demo/agents.ts'
import { authorities } from '../../demo/authorities.ts'
import { recoveryCode, recoveryHash } from '../../src/communications/recovery-link.ts'
import {
  confirmationLinks,
  invitationLinks,
  questionLinks,
  recoveryNoticeLinks,
} from '../../src/communications/secret-link.ts'
import { ofAgents } from '../../src/helpdesk/kept-posts.ts'
import { Presented } from '../../src/identity/presented.ts'
import { ofPeople, parkPost } from '../../src/parked/parked-post.ts'
import { newReference } from '../../src/platform/addresses.ts'
import { signInAgent, type TestAgent } from '../agents.ts'
import { giveDocument } from '../documents.ts'
import { giveSpace } from '../filled-space.ts'
import { addMember, makeSpace } from '../space.ts'
import type { SignedIn, TestPortal } from '../support.ts'
import { everywhere } from './addresses.ts'
import type { Who } from './reach.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const tokenOf = (authority: string) => `token-of-${authority}`

/** For the connections file. The agents’ provider never answers, but its routes are there. */
export const connections = {
  authorities: authorities.map((one) => ({ ...one, tokenSha256: sha256(tokenOf(one.id)) })),
  helpdesk: {
    ...{ name: 'Staff', issuer: 'http://127.0.0.1:9', clientId: 'helpdesk', clientSecret: 'secret' },
    role: agentRole,
  },
}
export const asAuthority = (id: string) => ({ authorization: `Bearer ${tokenOf(id)}` })

/** Words that stand in one town’s things and nowhere else. */
type Marks = {
  /** In what a space holds: data, answers, documents, what a register says of it. */
  contents: string
  title: string
  /** In what belongs to the administrator’s account, and in the administrator’s name. */
  account: string
  /** In what anybody may know. */
  town: string
}

export type Town = {
  who: Record<Who, { cookie: string }>
  marks: Marks
  /** What stands for each parameter of a route, by the address before it. */
  identifiers: Record<string, string>
  /** By which rows are found that are this town’s business. */
  ids: string[]
  spaceId: string
}

let towns = 0

/**
 * A shared space with everybody in it and something of everything that has an address: a dossier in preparation,
 * a document, an invitation, somebody who was removed, a case at its authority; and the account of its
 * administrator with all that can stand in one. No two towns share a name, a number or an id.
 */
export async function makeTown(portal: TestPortal): Promise<Town> {
  const count = ++towns
  const marks = {
    ...{ contents: `Contents-${count}-`, title: `Title-${count}-`, account: `Account-${count}-` },
    town: `town-${count}`,
  }
  await portal.owner.query('delete from attempts')
  const people = await makePeople(portal, marks)
  const firm = await makeFirm(portal, people, marks, count * 10)
  const account = await fillAccount(portal, people, marks)
  const helped = await askForHelp(portal, people, marks)
  const spaceId = firm.space.id
  const identifiers = { ...everywhere, ...firm.identifiers, ...account, ...helped }
  const isId = (text: string) => /^[\da-f-]{36}$/.test(text)
  const ids = [...Object.values(identifiers).filter(isId), people.administrator.personId, spaceId]
  return { who: people, marks, identifiers, ids, spaceId }
}

type People = Record<Exclude<Who, 'nobody' | 'agent'>, SignedIn> & {
  colleague: SignedIn
  nobody: { cookie: string }
  agent: TestAgent
}

async function makePeople({ signIn, owner, config }: TestPortal, marks: Marks): Promise<People> {
  const mail = (name: string) => ({ email: `${name}@${marks.town}.example`, emailConfirmed: true })
  return {
    nobody: { cookie: '' },
    agent: await signInAgent(owner, config),
    administrator: await signIn({
      ...{ kind: 'professional', givenName: 'Ada', familyName: marks.account, ...mail('ada') },
      organizationName: `${marks.account} S.A.`,
    }),
    manager: await signIn({ kind: 'professional', ...mail('manager') }),
    reader: await signIn(mail('reader')),
    colleague: await signIn(),
    stranger: await signIn({ kind: 'professional', ...mail('stranger') }),
    invited: await signIn({ familyName: `Invited ${marks.town}`, ...mail('invited') }),
    removed: await signIn(mail('removed')),
  }
}

async function makeFirm(portal: TestPortal, people: People, marks: Marks, before: number) {
  const { owner, config } = portal
  const { administrator } = people
  const registered = { from: 'certificate', at: '2026-11-01T10:00:00Z', verified: true } as const
  const space = await giveSpace(owner, administrator, {
    ...{ kind: 'business', title: marks.title, capacity: 'manager' },
    profile: { legalName: marks.contents, registerNumber: 'B248163', activity: marks.contents },
    sources: { registerNumber: registered },
  })
  for (const role of ['manager', 'reader'] as const)
    await addMember(owner, space.id, people[role].personId, role)
  await addMember(owner, space.id, people.colleague.personId, 'reader')
  await addMember(owner, space.id, people.removed.personId, 'administrator')
  await owner.query('delete from memberships where space_id = $1 and person_id = $2', [
    ...[space.id, people.removed.personId],
  ])
  const link = invitationLinks.token(config, randomUUID())
  const { rows } = await owner.query<{ id: string }>(
    `insert into invitations (space_id, family_name, given_name, email, language, role, one_certificate,
       token_hash, invited_by)
     select $1, family_name, given_name, email, 'en', 'reader', false, $2, $3 from persons where id = $4 returning id`,
    [space.id, invitationLinks.hash(link), administrator.personId, people.invited.personId],
  )
  await owner.query('insert into dossier_counters (space_id, last_number) values ($1, $2)', [
    space.id,
    before,
  ])
  const started = await portal.post(
    `/s/${space.code}/dossiers/new`,
    { procedure: 'business-permit' },
    administrator,
  )
  assert.equal(started.status, 303)
  await owner.query(
    `update dossiers set answers = answers || jsonb_build_object('activity', $2::text) where space_id = $1`,
    [space.id, marks.contents],
  )
  const document = await giveDocument(portal, administrator, space.code, { name: `${marks.contents}.pdf` })
  const identifiers = {
    's/:code': space.code,
    'dossiers/:number': String(before + 1),
    'documents/:id': document,
    'invitations/:id': rows[0]?.id ?? '',
    'invitations/:named': link,
    'members/:id': people.colleague.personId,
    ...(await deliverCase(portal, space, document, marks)),
  }
  return { space, identifiers }
}

/** As the submission of a dossier leaves it. */
async function deliverCase(
  { owner }: TestPortal,
  space: { id: string; code: string },
  document: string,
  marks: Marks,
) {
  const id = randomUUID()
  await owner.query(
    `insert into cases (authority_id, id, space_id, number, reference, procedure_id, procedure_version, language,
       submission, hash, submitted_at)
     values ('business-permits', $1, $2, 1, $3, 'business-permit', 1, 'en', jsonb_build_object('a', $4::text), 'x', now())`,
    [id, space.id, space.code, marks.contents],
  )
  await owner.query(
    `insert into case_documents (authority_id, case_id, document_id, space_id, name, media_type, size, sha256, wrapped_key)
     select 'business-permits', $1, id, space_id, name, media_type, size, sha256, wrapped_key from documents where id = $2`,
    [id, document],
  )
  return { 'cases/:id': id, 'documents/:document': document }
}

/** Of the administrator: another certificate and session, a kept post, links, and spaces that are bound or closed. */
async function fillAccount(portal: TestPortal, { administrator }: People, marks: Marks) {
  const { owner, config, pools } = portal
  const { personId, certificateId, token } = administrator
  const other = await portal.signIn({ personId, kind: 'professional', organizationName: marks.account })
  const { rows } = await owner.query<{ id: string }>('select id from sessions where certificate_id = $1', [
    other.certificateId,
  ])
  const bound = await makeSpace(owner, administrator, 'business')
  await owner.query(
    'update memberships set bound_certificate_id = $2 where space_id = $1 and person_id = $3',
    [bound.id, certificateId, personId],
  )
  const closed = await makeSpace(owner, administrator, 'business')
  await owner.query('update spaces set closed_at = now(), closed_by = $2 where id = $1', [
    closed.id,
    personId,
  ])
  await owner.query('update spaces set title = $2 where id = any ($1)', [[bound.id, closed.id], marks.title])
  const confirmation = confirmationLinks.token(config, randomUUID())
  await owner.query(
    `insert into email_confirmations (token_hash, person_id, email, expires_at)
     values ($1, $2, $3, now() + interval '1 day')`,
    [confirmationLinks.hash(confirmation), personId, `new@${marks.account}.example`],
  )
  await owner.query(
    'update persons set email_confirmed_at = null, email = $2, business_limit = 15 where id = $1',
    [personId, `new@${marks.account}.example`],
  )
  const fields: [string, string][] = [['message', marks.contents]]
  const post = { path: '/account/deletion', page: null, fields }
  const parked = await parkPost({ config, pools }, ofPeople, token, post)
  return {
    'certificates/:id': other.certificateId,
    'sessions/:id': rows[0]?.id ?? '',
    'parked/:id': parked ?? assert.fail('not kept'),
    'spaces/:code': bound.code,
    'reopening of spaces/:code': closed.code,
    'confirmation/:token': confirmation,
  }
}

/** What the helpdesk has to do with the administrator; its agent has all of it in hand, and the account open. */
async function askForHelp(portal: TestPortal, { administrator, agent }: People, marks: Marks) {
  const { owner, config, pools } = portal
  const { personId } = administrator
  const request = randomUUID()
  const reference = newReference()
  const question = questionLinks.token(config, randomUUID())
  await owner.query(
    `insert into helpdesk_requests (id, reference, kind, person_id, language, name, wanted, message, link_hash, email)
     values ($1, $2, 'limit', $3, 'en', $4, 12, $4, null, null),
       (gen_random_uuid(), $5, 'question', null, 'en', $4, null, 'A question', $6, 'x@example.lu')`,
    [request, reference, personId, marks.account, newReference(), questionLinks.hash(question)],
  )
  await owner.query(
    `insert into request_events (request_id, seq, person_id, kind, agent, agent_name) values ($1, 1, $2, 'taken', $3, 'A')`,
    [request, personId, agent.id],
  )
  const asked = await askForAccount(portal, null, marks)
  const granted = await askForAccount(portal, personId, marks)
  await owner.query(
    `insert into recovery_events (recovery_id, seq, kind, agent, agent_name)
     values ($1, 1, 'taken', $3, 'A'), ($2, 1, 'taken', $3, 'A'), ($2, 2, 'approved', $3, 'A')`,
    [asked.id, granted.id, agent.id],
  )
  const { rows } = await owner.query<{ id: string }>(
    `insert into certificate_requests (person_id, provider, serial_number, kind, family_name, given_name, reason)
     values ($1, 'demo', $2, 'private', 'Other', 'Ada', 'names') returning id`,
    [personId, granted.serialNumber.replace(/^1/, '2')],
  )
  const post = { path: '/helpdesk/lookups', page: null, fields: [] }
  const parked = await parkPost({ config, pools }, ofAgents, agent.token, post)
  const look = { reason: 'She called', by: 'name', value: marks.account }
  const found = await portal.post('/helpdesk/lookups', look, agent)
  return {
    'requests/:reference': reference,
    'helpdesk/requests/:id': request,
    'question/:token': question,
    'helpdesk/recoveries/:id': asked.id,
    'recoveries/:recovery': asked.id,
    'account/recovery/:reference': granted.reference,
    'its recovery': granted.id,
    'recovery/:code': granted.code,
    'notice/:token': granted.notice,
    'helpdesk/parked/:id': parked ?? assert.fail('not kept'),
    'helpdesk/certificates/:id': rows[0]?.id ?? '',
    'lookups/:lookup': found.headers.location?.split('/').at(-1) ?? assert.fail(found.body),
    'accounts/:person': personId,
  }
}

async function askForAccount({ owner, config }: TestPortal, personId: string | null, marks: Marks) {
  const id = randomUUID()
  const code = recoveryCode(config, id)
  const notice = recoveryNoticeLinks.token(config, id)
  const serialNumber = `1${BigInt(`0x${id.replaceAll('-', '')}`)
    .toString()
    .slice(0, 19)
    .padStart(19, '0')}`
  const certificate = presentedBy({ givenName: 'Ada', familyName: marks.account, serialNumber })
  const reference = newReference()
  await owner.query(
    `insert into recoveries (id, reference, code_hash, notice_hash, language, family_name, given_name, birth_date,
       email, certificate, person_id, waits_until)
     values ($1, $2, $3, $4, 'en', $5, 'Ada', '1985-03-27', 'x@example.lu', $6, $7,
       case when $7::uuid is not null then now() end)`,
    [
      ...[id, reference, recoveryHash(config, code), recoveryNoticeLinks.hash(notice), marks.account],
      ...[JSON.stringify(certificate), personId],
    ],
  )
  return { id, reference, code, notice, serialNumber }
}

/** A certificate as a scheme presents it. */
export const presentedBy = (holder: { givenName: string; familyName: string; serialNumber: string }) =>
  Presented.parse({
    ...{
      scheme: 'tls',
      assurance: 'high',
      provider: 'demo',
      providerName: 'Demo',
      kind: 'private',
      ...holder,
    },
    ...{
      organizationName: null,
      organizationIdentifier: null,
      validFrom: null,
      validTo: null,
      fingerprint: null,
    },
    ...{ nationalNumber: null, nationalNumberFrom: 'certificate', back: null },
  })
