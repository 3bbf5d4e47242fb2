import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../database.ts'

/** What each role may do with each table: everything else is refused. Columns where not all of them. */
const allowed = {
  guichet_app: {
    activation_codes: 'insert (code_hash, person_id)',
    attachments: 'insert, select',
    audit_records: 'insert (act, detail, object, person_id, space_id), select',
    case_documents: 'insert',
    cases: 'insert',
    certificate_requests:
      'insert (family_name, given_name, kind, organization_identifier, organization_name, person_id, provider, reason, serial_number), select (accepted, answer, created_at, family_name, given_name, id, kind, organization_identifier, organization_name, person_id, provider, serial_number, settled_at)',
    certificates:
      'insert, select, update (family_name, fingerprint, given_name, kind, last_used_at, organization_identifier, organization_name, valid_from, valid_to)',
    consultations:
      'insert (asked_by, asked_by_name, dossier_number, outcome, person_id, purpose, register, space_id), select',
    devices: 'insert (device, person_id), select',
    document_events: 'insert (detail, document_id, kind, person_id, person_name, space_id), select',
    documents:
      'insert (id, media_type, name, sha256, size, space_id, uploaded_by, uploaded_by_name, wrapped_key), select, update (name, removed_at, removed_by)',
    dossier_counters: 'insert, select, update (last_number)',
    dossier_events: 'insert, select',
    dossiers:
      'delete, insert, select, update (answers, changed_at, changed_by, changed_by_name, page, provenance, request_key, saved_by, status, version)',
    email_confirmations: 'insert (email, expires_at, person_id, token_hash), select, update (expires_at)',
    helpdesk_requests:
      'insert (email, id, kind, language, link_hash, message, name, person_id, reference, wanted), select (created_at, email, id, kind, language, message, name, person_id, reference, wanted)',
    invitations:
      'insert (email, family_name, given_name, id, invited_by, language, one_certificate, role, serial_number, space_id, token_hash), select (accepted_at, accepted_by, declined_at, email, expires_at, family_name, given_name, id, invited_at, invited_by, language, one_certificate, revoked_at, revoked_by, role, serial_number, space_id), update (expires_at, revoked_at, revoked_by, token_hash)',
    mails: 'insert (data, id, kind, language, person_id, recipient), select',
    memberships: 'insert, select, update (capacity, last_used_at)',
    parked_posts: 'delete, insert (id, person_id, sealed), select',
    persons:
      'insert (birth_date, email, family_name, given_name, id, language), select, update (email, language)',
    procedures: 'select',
    profile_versions: 'insert, select',
    profiles: 'insert, select, update (changed_at, changed_by, data, sources, version)',
    recoveries:
      'insert (birth_date, certificate, code_hash, email, family_name, given_name, id, language, notice_hash, phone, reference, space_code, story)',
    request_events: 'select (answer, at, kind, person_id, request_id, seq)',
    saml_requests: 'insert (browser_hash, id_hash, provider, state)',
    sessions:
      'insert (assurance, certificate_id, login_hash, login_session_hash, person_id, scheme, token_hash, user_agent)',
    sign_ins: 'insert, select, update (consumed_at, finished_at)',
    spaces: 'insert, select, update (closed_at, closed_by, request_hash, use_data)',
    submissions: 'insert, select',
    terms_acceptances: 'insert, select',
  },
  guichet_desk: {
    audit_records: 'insert (act, detail, object, person_id, space_id)',
    case_documents: 'select',
    case_receipts: 'insert, select',
    cases: 'select',
    procedures: 'select',
  },
  guichet_helpdesk: {
    audit_records: 'insert (act, detail, object, person_id, space_id)',
    certificate_requests: 'select',
    certificates:
      'select (id, kind, last_used_at, organization_name, person_id, provider, registered_at, removed_at, serial_number, valid_to)',
    helpdesk_requests:
      'select (created_at, email, id, kind, language, message, name, person_id, reference, wanted)',
    lookups: 'select (at, id, reason)',
    mails:
      'insert (data, id, kind, language, person_id, recipient), select (created_at, failed_at, failure, kind, person_id, recipient, sent_at)',
    memberships: 'select (person_id, role, space_id)',
    parked_posts: 'delete, insert (agent_id, id, sealed), select (agent_id, created_at, id, sealed)',
    persons:
      'select (birth_date, business_limit, created_at, email, email_confirmed_at, family_name, given_name, id, language, national_number_hash, national_number_sealed, national_number_state), update (business_limit)',
    recoveries:
      'select (birth_date, certificate, created_at, email, expires_at, family_name, given_name, id, language, person_id, phone, reference, space_code, story, waits_until)',
    recovery_events: 'select',
    request_events: 'select',
    sessions: 'select (certificate_id, created_at, ended_at, person_id, scheme)',
    spaces: 'select (closed_at, code, created_at, id, kind, owner_id)',
  },
  guichet_worker: {
    activation_codes: 'delete, select (created_at)',
    agent_sessions: 'delete, select (created_at, ended_at)',
    attachments: 'select (document_id, space_id)',
    attempts: 'delete, select (at)',
    audit_records: 'insert (act, detail, object, person_id, space_id)',
    case_documents: 'select (document_id, space_id), update (infected_at, threat)',
    documents: 'select, update (scanned_at, scanned_with, threat, verdict)',
    dossier_events: 'insert, select',
    dossiers: 'select, update (changed_at, status)',
    email_confirmations: 'delete, select (expires_at)',
    logout_tokens: 'delete, select (expires_at)',
    helpdesk_requests: 'delete, select (id)',
    lookups: 'delete, select (at)',
    invitations: 'delete, select (expires_at)',
    mails:
      'delete, insert (data, id, kind, language, person_id, recipient), select, update (failed_at, failure, sent_at)',
    memberships: 'select (person_id, role, space_id)',
    parked_posts: 'delete, select (created_at)',
    persons: 'select (email, email_confirmed_at, family_name, given_name, id, language)',
    recoveries:
      'delete, select (email, expires_at, id, language, ready_told_at, reference, waits_until), update (ready_told_at)',
    recovery_events: 'select (kind, recovery_id)',
    saml_assertions: 'delete, select (valid_until)',
    saml_requests: 'delete, select (created_at)',
    request_events: 'select (at, kind, request_id)',
    sessions: 'delete, select (created_at, ended_at)',
    sign_ins: 'delete, select (created_at)',
    spaces: 'select (closed_at, code, id, kind)',
    submissions: 'select',
  },
}

/** They read the settings of the transaction. */
const settings = [
  'current_agent',
  'current_authority',
  'current_browser',
  'current_member_role',
  'current_person',
  'current_space',
  'current_subject',
  'may_write',
]
/** They run as the owner, each for one purpose. */
const doors = [
  'accept_invitation',
  'allow_attempt',
  'answer_saml_request',
  'business_spaces_used',
  'cancel_my_recovery',
  'cancel_recovery',
  'complete_recovery',
  'change_role',
  'confirm_email',
  'confirm_national_number',
  'decline_invitation',
  'declare_national_number',
  'describe_space',
  'drafts_in_my_spaces',
  'end_login_sessions',
  'end_membership',
  'end_my_sessions',
  'end_session',
  'enqueue_job',
  'enter_person',
  'enter_space',
  'find_certificate',
  'find_confirmation',
  'find_recovery',
  'find_recovery_notice',
  'find_request',
  'give_recovery_certificate',
  'has_private_space',
  'invitations_for_me',
  'last_keys_of_mine',
  'members_of_space',
  'my_sessions',
  'name_words',
  'note_logout_token',
  'opens_space',
  'person_of_session',
  'recoveries_of_mine',
  'remove_certificate',
  'take_back_national_number',
  'use_activation_code',
  'use_saml_assertion',
]

const helpdeskDoors = [
  'address_of',
  'agent_of_session',
  'approve_recovery',
  'concerns_agent',
  'confirm_agent_session',
  'end_agent_logins',
  'end_agent_session',
  'enqueue_job',
  'enter_agent',
  'found_persons',
  'look_up',
  'name_words',
  'note_logout_token',
  'note_lookups_exceeded',
  'open_account',
  'open_agent_session',
  'refuse_recovery',
  'settle_certificate',
  'step_request',
  'take_recovery',
]

let database: TestDatabase
before(async () => {
  database = await testDatabase()
})
after(() => database.close())

/** As the server answers for each role, whatever way the privilege came. */
const effective = `
  with asked as (
    select r.role, t.oid, t.relname::text as table, p.privilege, p.by_column
    from unnest(array['guichet_app', 'guichet_worker', 'guichet_desk', 'guichet_helpdesk']) r (role),
      pg_class t,
      (values ('delete', false), ('insert', true), ('references', true), ('select', true), ('trigger', false),
        ('truncate', false), ('update', true)) p (privilege, by_column)
    where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
      and not (t.relkind = 'S' and p.privilege in ('delete', 'insert', 'references', 'trigger', 'truncate'))
  )
  select role, "table", string_agg(privilege || coalesce(columns, ''), ', ' order by privilege) as privileges
  from asked, lateral (
    select has_table_privilege(role, oid, privilege) as whole,
      case when by_column then (
        select ' (' || string_agg(a.attname, ', ' order by a.attname) || ')' from pg_attribute a
        where a.attrelid = oid and a.attnum > 0 and not a.attisdropped
          and has_column_privilege(role, oid, a.attnum, privilege)) end as part
  ) h, lateral (select case when whole then null else part end as columns) c
  where whole or part is not null
  group by role, "table"
  order by role, "table" collate "C"`

test('app, worker, desk and helpdesk run the functions that stand here, and no others', async () => {
  const { rows } = await database.owner.query<{ role: string; functions: string[] }>(
    `
    select r.role, array_agg(p.proname::text order by p.proname collate "C") as functions
    from unnest($1::text[]) r (role), pg_proc p
    where p.pronamespace = 'public'::regnamespace and has_function_privilege(r.role, p.oid, 'execute')
    group by r.role`,
    [Object.keys(allowed)],
  )
  assert.deepEqual(Object.fromEntries(rows.map(({ role, functions }) => [role, functions])), {
    guichet_app: [...settings, ...doors].sort(),
    guichet_worker: [...settings, 'documents_to_rescan', 'documents_to_scan', 'enqueue_job'].sort(),
    guichet_desk: [...settings, 'enqueue_job'].sort(),
    guichet_helpdesk: [...settings, ...helpdeskDoors].sort(),
  })
})

test('only the worker reaches the job queue itself', async () => {
  const { rows } = await database.owner.query<{ role: string; may: boolean }>(
    `select role, has_schema_privilege(role, 'pgboss', 'usage') as may from unnest($1::text[]) role`,
    [Object.keys(allowed)],
  )
  assert.deepEqual(
    rows.filter(({ may }) => may).map(({ role }) => role),
    ['guichet_worker'],
  )
})

test('each role may do with each table what stands here, and nothing else', async () => {
  const { rows } = await database.owner.query<{ role: string; table: string; privileges: string }>(effective)
  const found: Record<string, Record<string, string>> = {}
  for (const { role, table, privileges } of rows) found[role] = { ...found[role], [table]: privileges }
  assert.deepEqual(found, allowed)
})
