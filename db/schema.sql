-- The schema as the migrations leave it, read from the catalogue. Generated: npm run guichet -- schema

-- activation_codes: @class directory
create table activation_codes (
  code_hash bytea not null,
  person_id uuid not null,
  created_at timestamp with time zone not null default clock_timestamp(),
  used_at timestamp with time zone,
  constraint activation_codes_pkey PRIMARY KEY (code_hash),
  constraint activation_codes_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id)
);
alter table activation_codes enable row level security;
CREATE INDEX activation_codes_of_person ON activation_codes USING btree (person_id, created_at);
create policy own_codes on activation_codes for insert to guichet_app
  with check ((person_id = ( SELECT current_person() AS current_person)));
create policy worker_codes on activation_codes for all to guichet_worker
  using (true);
grant insert (code_hash, person_id) on activation_codes to guichet_app;
grant delete, select (created_at) on activation_codes to guichet_worker;

-- agent_sessions: @class directory
create table agent_sessions (
  token_hash bytea not null,
  agent_id uuid not null,
  created_at timestamp with time zone not null default now(),
  last_seen_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  confirmed_at timestamp with time zone not null default now(),
  login_hash bytea,
  login_session_hash bytea,
  constraint agent_sessions_pkey PRIMARY KEY (token_hash),
  constraint agent_sessions_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES agents(id)
);
alter table agent_sessions enable row level security;
CREATE INDEX agent_sessions_of_agent ON agent_sessions USING btree (agent_id);
CREATE INDEX agent_sessions_of_login ON agent_sessions USING btree (login_hash) WHERE (ended_at IS NULL);
CREATE INDEX agent_sessions_of_login_session ON agent_sessions USING btree (login_session_hash) WHERE (ended_at IS NULL);
create policy worker_agent_sessions on agent_sessions for all to guichet_worker
  using (true);
grant delete, select (created_at, ended_at) on agent_sessions to guichet_worker;

-- agents: @class directory
create table agents (
  id uuid not null default gen_random_uuid(),
  issuer text not null,
  subject text not null,
  name text not null,
  signed_in_at timestamp with time zone not null default now(),
  email text,
  national_number_hash bytea,
  lookups_exceeded_at timestamp with time zone,
  constraint agents_pkey PRIMARY KEY (id),
  constraint one_agent_per_subject UNIQUE (issuer, subject)
);
alter table agents enable row level security;
create policy nobody_reads_agents on agents for select to guichet_helpdesk
  using (false);

-- attachments: @class space-owned
create table attachments (
  space_id uuid not null,
  number integer not null,
  field text not null,
  document_id uuid not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 text not null,
  constraint attachments_pkey PRIMARY KEY (space_id, number, field, document_id),
  constraint attachments_space_id_document_id_fkey FOREIGN KEY (space_id, document_id) REFERENCES documents(space_id, id),
  constraint attachments_space_id_number_fkey FOREIGN KEY (space_id, number) REFERENCES submissions(space_id, number)
);
alter table attachments enable row level security;
CREATE INDEX attachments_of_document ON attachments USING btree (space_id, document_id);
create policy in_space_insert on attachments for insert to guichet_app
  with check (((space_id = ( SELECT current_space() AS current_space)) AND ( SELECT may_write() AS may_write)));
create policy in_space_read on attachments for select to guichet_app, guichet_worker
  using ((space_id = ( SELECT current_space() AS current_space)));
grant insert, select on attachments to guichet_app;
grant select (space_id, document_id) on attachments to guichet_worker;

-- attempts: @class directory
create table attempts (
  kind text not null,
  key_hash bytea not null,
  at timestamp with time zone not null default now()
);
alter table attempts enable row level security;
CREATE INDEX attempts_by_key ON attempts USING btree (kind, key_hash, at);
create policy worker_attempts on attempts for all to guichet_worker
  using (true);
grant delete, select (at) on attempts to guichet_worker;

-- audit_records: @class audit
create table audit_records (
  id bigint not null generated always as identity,
  at timestamp with time zone not null default now(),
  act text not null,
  person_id uuid,
  space_id uuid,
  object text,
  detail jsonb not null default '{}'::jsonb,
  constraint audit_records_pkey PRIMARY KEY (id)
);
alter table audit_records enable row level security;
CREATE INDEX audit_of_person ON audit_records USING btree (person_id, id DESC);
CREATE INDEX audit_of_space ON audit_records USING btree (space_id, id DESC) WHERE (space_id IS NOT NULL);
CREATE TRIGGER audit_only_grows BEFORE DELETE OR UPDATE OR TRUNCATE ON audit_records FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
create policy audit_grows on audit_records for insert to guichet_app, guichet_desk, guichet_helpdesk, guichet_worker
  with check (true);
create policy audit_of_administered_space on audit_records for select to guichet_app
  using (((space_id = ( SELECT current_space() AS current_space)) AND (( SELECT current_member_role() AS current_member_role) = 'administrator'::text)));
create policy own_audit on audit_records for select to guichet_app
  using ((person_id = ( SELECT current_person() AS current_person)));
grant insert (act, person_id, space_id, object, detail), select on audit_records to guichet_app;
grant insert (act, person_id, space_id, object, detail) on audit_records to guichet_desk;
grant insert (act, person_id, space_id, object, detail) on audit_records to guichet_helpdesk;
grant insert (act, person_id, space_id, object, detail) on audit_records to guichet_worker;

-- case_documents: @class authority-owned
create table case_documents (
  authority_id text not null,
  case_id uuid not null,
  document_id uuid not null,
  space_id uuid not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 text not null,
  wrapped_key bytea not null,
  wrapped_under bytea default 
CASE octet_length(wrapped_key)
    WHEN 68 THEN SUBSTRING(wrapped_key FROM 1 FOR 8)
    ELSE NULL::bytea
END,
  threat text,
  infected_at timestamp with time zone,
  constraint case_documents_pkey PRIMARY KEY (authority_id, case_id, document_id),
  constraint case_documents_authority_id_case_id_fkey FOREIGN KEY (authority_id, case_id) REFERENCES cases(authority_id, id),
  constraint case_documents_check CHECK (((threat IS NULL) = (infected_at IS NULL)))
);
alter table case_documents enable row level security;
CREATE INDEX case_documents_by_key ON case_documents USING btree (wrapped_under);
CREATE INDEX case_documents_of_document ON case_documents USING btree (space_id, document_id);
CREATE INDEX infected_case_documents ON case_documents USING btree (authority_id, infected_at) WHERE (infected_at IS NOT NULL);
create policy hand_over on case_documents for insert to guichet_app
  with check (((space_id = ( SELECT current_space() AS current_space)) AND ( SELECT may_write() AS may_write)));
create policy own_case_documents on case_documents for select to guichet_desk
  using ((authority_id = ( SELECT current_authority() AS current_authority)));
create policy worker_finds on case_documents for select to guichet_worker
  using ((space_id = ( SELECT current_space() AS current_space)));
create policy worker_marks on case_documents for update to guichet_worker
  using ((space_id = ( SELECT current_space() AS current_space)))
  with check ((space_id = ( SELECT current_space() AS current_space)));
grant insert on case_documents to guichet_app;
grant select on case_documents to guichet_desk;
grant select (document_id, space_id), update (threat, infected_at) on case_documents to guichet_worker;

-- case_receipts: @class authority-owned
create table case_receipts (
  authority_id text not null,
  case_id uuid not null,
  authority_reference text,
  received_at timestamp with time zone not null default now(),
  constraint case_receipts_pkey PRIMARY KEY (authority_id, case_id),
  constraint case_receipts_authority_id_case_id_fkey FOREIGN KEY (authority_id, case_id) REFERENCES cases(authority_id, id)
);
alter table case_receipts enable row level security;
create policy own_receipts on case_receipts for all to guichet_desk
  using ((authority_id = ( SELECT current_authority() AS current_authority)))
  with check ((authority_id = ( SELECT current_authority() AS current_authority)));
grant insert, select on case_receipts to guichet_desk;

-- cases: @class authority-owned
create table cases (
  authority_id text not null,
  id uuid not null,
  space_id uuid not null,
  number integer not null,
  reference text not null,
  procedure_id text not null,
  procedure_version integer not null,
  language text not null,
  submission jsonb not null,
  hash text not null,
  submitted_at timestamp with time zone not null,
  constraint cases_pkey PRIMARY KEY (authority_id, id)
);
alter table cases enable row level security;
CREATE INDEX cases_in_order ON cases USING btree (authority_id, submitted_at, id);
create policy hand_over on cases for insert to guichet_app
  with check (((space_id = ( SELECT current_space() AS current_space)) AND ( SELECT may_write() AS may_write)));
create policy own_cases on cases for select to guichet_desk
  using ((authority_id = ( SELECT current_authority() AS current_authority)));
grant insert on cases to guichet_app;
grant select on cases to guichet_desk;

-- certificate_requests: @class directory
create table certificate_requests (
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  provider text not null,
  serial_number text not null,
  kind text not null,
  family_name text not null,
  given_name text not null,
  organization_name text,
  organization_identifier text,
  reason text not null,
  created_at timestamp with time zone not null default now(),
  settled_at timestamp with time zone,
  settled_by text,
  accepted boolean,
  answer text,
  constraint certificate_requests_pkey PRIMARY KEY (id),
  constraint one_request_per_certificate UNIQUE (person_id, provider, serial_number),
  constraint certificate_requests_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  constraint certificate_requests_kind_check CHECK ((kind = ANY (ARRAY['private'::text, 'professional'::text]))),
  constraint certificate_requests_reason_check CHECK ((reason = ANY (ARRAY['names'::text, 'taken'::text, 'number'::text]))),
  constraint settled_wholly CHECK ((((settled_at IS NULL) = (accepted IS NULL)) AND ((settled_at IS NULL) = (answer IS NULL))))
);
alter table certificate_requests enable row level security;
create policy helpdesk_certificate_requests on certificate_requests for select to guichet_helpdesk
  using ((( SELECT current_agent() AS current_agent) IS NOT NULL));
create policy own_requests on certificate_requests for all to guichet_app
  using ((person_id = ( SELECT current_person() AS current_person)))
  with check ((person_id = ( SELECT current_person() AS current_person)));
grant insert (person_id, provider, serial_number, kind, family_name, given_name, organization_name, organization_identifier, reason), select (id, person_id, provider, serial_number, kind, family_name, given_name, organization_name, organization_identifier, created_at, settled_at, accepted, answer) on certificate_requests to guichet_app;
grant select on certificate_requests to guichet_helpdesk;

-- certificates: @class directory
create table certificates (
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  provider text not null,
  serial_number text not null,
  kind text not null,
  family_name text not null,
  given_name text not null,
  organization_name text,
  organization_identifier text,
  valid_from timestamp with time zone,
  valid_to timestamp with time zone,
  fingerprint text,
  registered_at timestamp with time zone not null default now(),
  last_used_at timestamp with time zone not null default now(),
  removed_at timestamp with time zone,
  constraint certificates_pkey PRIMARY KEY (id),
  constraint certificates_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  constraint certificates_kind_check CHECK ((kind = ANY (ARRAY['private'::text, 'professional'::text])))
);
alter table certificates enable row level security;
CREATE INDEX certificates_by_serial_number ON certificates USING btree (serial_number);
CREATE INDEX certificates_of_person ON certificates USING btree (person_id);
CREATE UNIQUE INDEX one_registration_per_certificate ON certificates USING btree (provider, serial_number) WHERE (removed_at IS NULL);
create policy helpdesk_certificates on certificates for select to guichet_helpdesk
  using ((person_id = ( SELECT current_subject() AS current_subject)));
create policy own_certificates on certificates for all to guichet_app
  using ((person_id = ( SELECT current_person() AS current_person)))
  with check ((person_id = ( SELECT current_person() AS current_person)));
grant insert, select, update (kind, family_name, given_name, organization_name, organization_identifier, valid_from, valid_to, fingerprint, last_used_at) on certificates to guichet_app;
grant select (id, person_id, provider, serial_number, kind, organization_name, valid_to, registered_at, last_used_at, removed_at) on certificates to guichet_helpdesk;

-- consultations: @class audit
create table consultations (
  id bigint not null generated always as identity,
  at timestamp with time zone not null default now(),
  register text not null,
  purpose text not null,
  outcome text not null,
  person_id uuid,
  space_id uuid,
  dossier_number integer,
  asked_by uuid not null,
  asked_by_name text not null,
  constraint consultations_pkey PRIMARY KEY (id),
  constraint consultations_check CHECK (((person_id IS NOT NULL) OR (space_id IS NOT NULL))),
  constraint consultations_check1 CHECK (((dossier_number IS NULL) OR (space_id IS NOT NULL))),
  constraint consultations_outcome_check CHECK ((outcome = ANY (ARRAY['answered'::text, 'nothing'::text, 'unavailable'::text, 'invalid'::text, 'match'::text, 'no_match'::text]))),
  constraint consultations_purpose_check CHECK ((purpose = ANY (ARRAY['display'::text, 'profile'::text, 'preview'::text, 'form'::text, 'number'::text]))),
  constraint consultations_register_check CHECK ((register = ANY (ARRAY['persons'::text, 'companies'::text, 'drivingLicences'::text])))
);
alter table consultations enable row level security;
CREATE INDEX consultations_of_company ON consultations USING btree (space_id, id DESC) WHERE (person_id IS NULL);
CREATE INDEX consultations_of_person ON consultations USING btree (person_id, id DESC) WHERE (person_id IS NOT NULL);
CREATE TRIGGER consultations_only_grow BEFORE DELETE OR UPDATE OR TRUNCATE ON consultations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
create policy own_questions on consultations for insert to guichet_app
  with check (((asked_by = ( SELECT current_person() AS current_person)) AND ((person_id IS NULL) OR (person_id = ( SELECT current_person() AS current_person))) AND ((space_id IS NULL) OR (space_id = ( SELECT current_space() AS current_space)))));
create policy who_looked on consultations for select to guichet_app
  using (((person_id = ( SELECT current_person() AS current_person)) OR ((person_id IS NULL) AND (space_id = ( SELECT current_space() AS current_space)))));
grant insert (register, purpose, outcome, person_id, space_id, dossier_number, asked_by, asked_by_name), select on consultations to guichet_app;

-- devices: @class directory
create table devices (
  person_id uuid not null,
  device text not null,
  first_seen_at timestamp with time zone not null default now(),
  constraint devices_pkey PRIMARY KEY (person_id, device),
  constraint devices_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  constraint devices_device_check CHECK ((length(device) <= 100))
);
alter table devices enable row level security;
create policy own_devices on devices for all to guichet_app
  using ((person_id = ( SELECT current_person() AS current_person)))
  with check ((person_id = ( SELECT current_person() AS current_person)));
grant insert (person_id, device), select on devices to guichet_app;

-- document_events: @class space-owned
create table document_events (
  space_id uuid not null,
  id uuid not null default gen_random_uuid(),
  document_id uuid not null,
  kind text not null,
  at timestamp with time zone not null default now(),
  person_id uuid not null,
  person_name text not null,
  detail jsonb not null default '{}'::jsonb,
  constraint document_events_pkey PRIMARY KEY (space_id, id),
  constraint document_events_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  constraint document_events_space_id_document_id_fkey FOREIGN KEY (space_id, document_id) REFERENCES documents(space_id, id),
  constraint document_events_kind_check CHECK ((kind = ANY (ARRAY['uploaded'::text, 'opened'::text, 'renamed'::text, 'submitted'::text, 'removed'::text])))
);
alter table document_events enable row level security;
CREATE INDEX events_of_document ON document_events USING btree (space_id, document_id, at DESC);
create policy in_space_insert on document_events for insert to guichet_app
  with check (((space_id = ( SELECT current_space() AS current_space)) AND (person_id = ( SELECT current_person() AS current_person))));
create policy in_space_read on document_events for select to guichet_app, guichet_worker
  using ((space_id = ( SELECT current_space() AS current_space)));
grant insert (space_id, document_id, kind, person_id, person_name, detail), select on document_events to guichet_app;

-- documents: @class space-owned
create table documents (
  space_id uuid not null,
  id uuid not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 text not null,
  wrapped_key bytea not null,
  uploaded_at timestamp with time zone not null default now(),
  uploaded_by uuid not null,
  uploaded_by_name text not null,
  verdict text,
  threat text,
  scanned_at timestamp with time zone,
  removed_at timestamp with time zone,
  removed_by uuid,
  wrapped_under bytea default 
CASE octet_length(wrapped_key)
    WHEN 68 THEN SUBSTRING(wrapped_key FROM 1 FOR 8)
    ELSE NULL::bytea
END,
  scanned_with text,
  constraint documents_pkey PRIMARY KEY (space_id, id),
  constraint documents_removed_by_fkey FOREIGN KEY (removed_by) REFERENCES persons(id),
  constraint documents_space_id_fkey FOREIGN KEY (space_id) REFERENCES spaces(id),
  constraint documents_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES persons(id),
  constraint documents_check CHECK (((verdict IS NULL) = (scanned_at IS NULL))),
  constraint documents_check1 CHECK (((removed_at IS NULL) = (removed_by IS NULL))),
  constraint documents_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint documents_scanned_with_check CHECK ((length(scanned_with) <= 200)),
  constraint documents_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint documents_size_check CHECK ((size > 0)),
  constraint documents_verdict_check CHECK ((verdict = ANY (ARRAY['clean'::text, 'infected'::text])))
);
alter table documents enable row level security;
CREATE INDEX documents_by_key ON documents USING btree (wrapped_under);
CREATE INDEX documents_by_time ON documents USING btree (space_id, uploaded_at DESC, id) WHERE (removed_at IS NULL);
CREATE INDEX documents_to_scan ON documents USING btree (uploaded_at) WHERE ((verdict IS NULL) AND (removed_at IS NULL));
CREATE TRIGGER document_in_open_space BEFORE INSERT ON documents FOR EACH ROW EXECUTE FUNCTION refuse_dossier_in_closed_space();
create policy in_space_insert on documents for insert to guichet_app
  with check (((space_id = ( SELECT current_space() AS current_space)) AND ( SELECT may_write() AS may_write) AND (uploaded_by = ( SELECT current_person() AS current_person))));
create policy in_space_read on documents for select to guichet_app, guichet_worker
  using ((space_id = ( SELECT current_space() AS current_space)));
create policy in_space_update on documents for update to guichet_app
  using (((space_id = ( SELECT current_space() AS current_space)) AND ( SELECT may_write() AS may_write)))
  with check (((space_id = ( SELECT current_space() AS current_space)) AND ((removed_by IS NULL) OR (removed_by = ( SELECT current_person() AS current_person)))));
create policy worker_verdict on documents for update to guichet_worker
  using ((space_id = ( SELECT current_space() AS current_space)))
  with check ((space_id = ( SELECT current_space() AS current_space)));
grant insert (space_id, id, name, media_type, size, sha256, wrapped_key, uploaded_by, uploaded_by_name), select, update (name, removed_at, removed_by) on documents to guichet_app;
grant select, update (verdict, threat, scanned_at, scanned_with) on documents to guichet_worker;

-- dossier_counters: @class space-owned
create table dossier_counters (
  space_id uuid not null,
  last_number integer not null,
  constraint dossier_counters_pkey PRIMARY KEY (space_id),
  constraint dossier_counters_space_id_fkey FOREIGN KEY (space_id) REFERENCES spaces(id)
);
alter table dossier_counters enable row level security;
create policy in_space_insert on dossier_counters for insert to guichet_app, guichet_worker
  with check (((space_id = ( SELECT current_space() AS current_space)) AND ( SELECT may_write() AS may_write)));
create policy in_space_read on dossier_counters for select to guichet_app, guichet_worker
  using ((space_id = ( SELECT current_space() AS current_space)));
create policy in_space_update on dossier_counters for update to guichet_app, guichet_worker
  using (((space_id = ( SELECT current_space() AS current_space)) AND ( SELECT may_write() AS may_write)))
  with check ((space_id = ( SELECT current_space() AS current_space)));
grant insert, select, update (last_number) on dossier_counters to guichet_app;

-- dossier_events: @class space-owned
create table dossier_events (
  space_id uuid not null,
  number integer not null,
  seq integer not null,
  kind text not null,
  at timestamp with time zone not null default now(),
  person_id uuid,
  detail jsonb not null default '{}'::jsonb,
  constraint dossier_events_pkey PRIMARY KEY (space_id, number, seq),
  constraint dossier_events_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  constraint dossier_events_space_id_number_fkey FOREIGN KEY (space_id, number) REFERENCES dossiers(space_id, number) ON DELETE CASCADE,
  constraint dossier_events_kind_check CHECK ((kind = ANY (ARRAY['created'::text, 'changed'::text, 'submitted'::text, 'received'::text])))
);
alter table dossier_events enable row level security;
create policy in_space_insert on dossier_events for insert to guichet_app, guichet_worker
  with check (((space_id = ( SELECT current_space() AS current_space)) AND ( SELECT may_write() AS may_write)));
create policy in_space_read on dossier_events for select to guichet_app, guichet_worker
  using ((space_id = ( SELECT current_space() AS current_space)));
create policy in_space_update on dossier_events for update to guichet_app, guichet_worker
  using (((space_id = ( SELECT current_space() AS current_space)) AND ( SELECT may_write() AS may_write)))
  with check ((space_id = ( SELECT current_space() AS current_space)));
grant insert, select on dossier_events to guichet_app;
grant insert, select on dossier_events to guichet_worker;

-- dossiers: @class space-owned
create table dossiers (
  space_id uuid not null,
  number integer not null,
  procedure_id text not null,
  procedure_version integer not null,
  status text not null,
  answers jsonb not null,
  provenance jsonb not null default '{}'::jsonb,
  page text not null,
  version integer not null default 1,
  saved_by jsonb not null default '{}'::jsonb,
  request_key text,
  created_at timestamp with time zone not null default now(),
  created_by uuid not null,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid not null,
  changed_by_name text not null default ''::text,
  constraint dossiers_pkey PRIMARY KEY (space_id, number),
  constraint one_dossier_per_request UNIQUE (space_id, request_key),
  constraint dossiers_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES persons(id),
  constraint dossiers_created_by_fkey FOREIGN KEY (created_by) REFERENCES persons(id),
  constraint dossiers_procedure_id_procedure_version_fkey FOREIGN KEY (procedure_id, procedure_version) REFERENCES procedures(id, version),
  constraint dossiers_space_id_fkey FOREIGN KEY (space_id) REFERENCES spaces(id),
  constraint dossiers_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'submitted'::text, 'received'::text])))
);
alter table dossiers enable row level security;
CREATE INDEX dossiers_by_last_change ON dossiers USING btree (space_id, changed_at DESC, number DESC);
CREATE INDEX drafts_of_space ON dossiers USING btree (space_id) WHERE (status = 'draft'::text);
CREATE TRIGGER dossier_in_open_space BEFORE INSERT ON dossiers FOR EACH ROW EXECUTE FUNCTION refuse_dossier_in_closed_space();
CREATE TRIGGER submitted_dossier_is_frozen BEFORE UPDATE ON dossiers FOR EACH ROW EXECUTE FUNCTION refuse_change_of_submitted();
CREATE TRIGGER submitted_dossier_stays BEFORE DELETE ON dossiers FOR EACH ROW EXECUTE FUNCTION refuse_removal_of_submitted();
create policy in_space_delete on dossiers for delete to guichet_app
  using (((space_id = ( SELECT current_space() AS current_space)) AND ( SELECT may_write() AS may_write)));
create policy in_space_insert on dossiers for insert to guichet_app, guichet_worker
  with check (((space_id = ( SELECT current_space() AS current_space)) AND ( SELECT may_write() AS may_write)));
create policy in_space_read on dossiers for select to guichet_app, guichet_worker
  using ((space_id = ( SELECT current_space() AS current_space)));
create policy in_space_update on dossiers for update to guichet_app, guichet_worker
  using (((space_id = ( SELECT current_space() AS current_space)) AND ( SELECT may_write() AS may_write)))
  with check ((space_id = ( SELECT current_space() AS current_space)));
grant delete, insert, select, update (status, answers, provenance, page, version, saved_by, request_key, changed_at, changed_by, changed_by_name) on dossiers to guichet_app;
grant select, update (status, changed_at) on dossiers to guichet_worker;

-- email_confirmations: @class directory
create table email_confirmations (
  token_hash bytea not null,
  person_id uuid not null,
  email text not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint email_confirmations_pkey PRIMARY KEY (token_hash),
  constraint email_confirmations_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id)
);
alter table email_confirmations enable row level security;
CREATE INDEX email_confirmations_of_person ON email_confirmations USING btree (person_id, created_at);
create policy own_confirmations on email_confirmations for all to guichet_app
  using ((person_id = ( SELECT current_person() AS current_person)))
  with check ((person_id = ( SELECT current_person() AS current_person)));
create policy worker_confirmations on email_confirmations for all to guichet_worker
  using (true);
grant insert (token_hash, person_id, email, expires_at), select, update (expires_at) on email_confirmations to guichet_app;
grant delete, select (expires_at) on email_confirmations to guichet_worker;

-- helpdesk_requests: @class directory
create table helpdesk_requests (
  id uuid not null,
  reference text not null,
  kind text not null,
  person_id uuid,
  link_hash bytea,
  language text not null,
  name text not null,
  email text,
  wanted integer,
  message text not null,
  created_at timestamp with time zone not null default now(),
  constraint helpdesk_requests_pkey PRIMARY KEY (id),
  constraint one_request_per_link UNIQUE (link_hash),
  constraint one_request_per_reference UNIQUE (reference),
  constraint helpdesk_requests_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  constraint helpdesk_requests_check CHECK (((kind = 'limit'::text) = (wanted IS NOT NULL))),
  constraint helpdesk_requests_check1 CHECK (((kind <> 'limit'::text) OR (person_id IS NOT NULL))),
  constraint helpdesk_requests_check2 CHECK (((person_id IS NOT NULL) OR ((email IS NOT NULL) AND (link_hash IS NOT NULL)))),
  constraint helpdesk_requests_kind_check CHECK ((kind = ANY (ARRAY['limit'::text, 'question'::text, 'deletion'::text]))),
  constraint helpdesk_requests_language_check CHECK ((language = ANY (ARRAY['de'::text, 'fr'::text, 'en'::text, 'lb'::text]))),
  constraint helpdesk_requests_reference_check CHECK ((reference ~ '^[A-Z2-9]{5}-[A-Z2-9]{5}$'::text)),
  constraint helpdesk_requests_wanted_check CHECK ((wanted > 0)),
  constraint only_one_s_own_account_is_deleted CHECK (((kind <> 'deletion'::text) OR (person_id IS NOT NULL)))
);
alter table helpdesk_requests enable row level security;
CREATE INDEX helpdesk_requests_by_age ON helpdesk_requests USING btree (created_at, id);
CREATE INDEX helpdesk_requests_of_person ON helpdesk_requests USING btree (person_id, created_at);
create policy helpdesk_requests_asked on helpdesk_requests for select to guichet_helpdesk
  using ((( SELECT current_agent() AS current_agent) IS NOT NULL));
create policy own_helpdesk_requests on helpdesk_requests for all to guichet_app
  using ((person_id = ( SELECT current_person() AS current_person)))
  with check (((person_id IS NULL) OR (person_id = ( SELECT current_person() AS current_person))));
create policy worker_requests on helpdesk_requests for all to guichet_worker
  using (true);
grant insert (id, reference, kind, person_id, link_hash, language, name, email, wanted, message), select (id, reference, kind, person_id, language, name, email, wanted, message, created_at) on helpdesk_requests to guichet_app;
grant select (id, reference, kind, person_id, language, name, email, wanted, message, created_at) on helpdesk_requests to guichet_helpdesk;
grant delete, select (id) on helpdesk_requests to guichet_worker;

-- invitations: @class directory
create table invitations (
  id uuid not null default gen_random_uuid(),
  space_id uuid not null,
  family_name text not null,
  given_name text not null,
  email text not null,
  language text not null,
  serial_number text,
  role text not null,
  one_certificate boolean not null,
  token_hash bytea not null,
  invited_by uuid not null,
  invited_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null default (now() + '14 days'::interval),
  accepted_at timestamp with time zone,
  accepted_by uuid,
  declined_at timestamp with time zone,
  revoked_at timestamp with time zone,
  revoked_by uuid,
  constraint invitations_pkey PRIMARY KEY (id),
  constraint one_invitation_per_link UNIQUE (token_hash),
  constraint invitations_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES persons(id),
  constraint invitations_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES persons(id),
  constraint invitations_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES persons(id),
  constraint invitations_space_id_fkey FOREIGN KEY (space_id) REFERENCES spaces(id),
  constraint ended_in_one_way CHECK ((num_nonnulls(accepted_at, declined_at, revoked_at) <= 1)),
  constraint invitations_check CHECK (((accepted_at IS NULL) = (accepted_by IS NULL))),
  constraint invitations_check1 CHECK (((revoked_at IS NULL) = (revoked_by IS NULL))),
  constraint invitations_language_check CHECK ((language = ANY (ARRAY['de'::text, 'fr'::text, 'en'::text, 'lb'::text]))),
  constraint invitations_role_check CHECK ((role = ANY (ARRAY['administrator'::text, 'manager'::text, 'reader'::text]))),
  constraint invitations_serial_number_check CHECK ((serial_number ~ '^\d{20}$'::text))
);
alter table invitations enable row level security;
CREATE INDEX invitations_by_address ON invitations USING btree (lower(email)) WHERE (serial_number IS NULL);
CREATE INDEX invitations_by_serial_number ON invitations USING btree (serial_number) WHERE (serial_number IS NOT NULL);
CREATE INDEX invitations_of_space ON invitations USING btree (space_id, invited_at);
CREATE UNIQUE INDEX one_waiting_invitation_per_colleague ON invitations USING btree (space_id, lower(email), lower(family_name), lower(given_name)) WHERE ((accepted_at IS NULL) AND (declined_at IS NULL) AND (revoked_at IS NULL));
create policy invitations_change on invitations for update to guichet_app
  using (((space_id = ( SELECT current_space() AS current_space)) AND (( SELECT current_member_role() AS current_member_role) = 'administrator'::text)))
  with check (((space_id = ( SELECT current_space() AS current_space)) AND ((revoked_by IS NULL) OR (revoked_by = ( SELECT current_person() AS current_person)))));
create policy invitations_insert on invitations for insert to guichet_app
  with check (((space_id = ( SELECT current_space() AS current_space)) AND (( SELECT current_member_role() AS current_member_role) = 'administrator'::text) AND (invited_by = ( SELECT current_person() AS current_person)) AND (space_id IN ( SELECT s.id
   FROM spaces s
  WHERE ((s.kind = 'business'::text) AND (s.opened_with = 'professional'::text))))));
create policy invitations_read on invitations for select to guichet_app
  using (((space_id = ( SELECT current_space() AS current_space)) AND (( SELECT current_member_role() AS current_member_role) = 'administrator'::text)));
create policy worker_invitations on invitations for all to guichet_worker
  using (true);
grant insert (id, space_id, family_name, given_name, email, language, serial_number, role, one_certificate, token_hash, invited_by), select (id, space_id, family_name, given_name, email, language, serial_number, role, one_certificate, invited_by, invited_at, expires_at, accepted_at, accepted_by, declined_at, revoked_at, revoked_by), update (token_hash, expires_at, revoked_at, revoked_by) on invitations to guichet_app;
grant delete, select (expires_at) on invitations to guichet_worker;

-- logout_tokens: @class directory
create table logout_tokens (
  token_hash bytea not null,
  expires_at timestamp with time zone not null,
  constraint logout_tokens_pkey PRIMARY KEY (token_hash)
);
alter table logout_tokens enable row level security;
CREATE INDEX logout_tokens_by_age ON logout_tokens USING btree (expires_at);
create policy worker_logout_tokens on logout_tokens for all to guichet_worker
  using (true);
grant delete, select (expires_at) on logout_tokens to guichet_worker;

-- lookups: @class directory
create table lookups (
  id uuid not null default gen_random_uuid(),
  agent_id uuid not null,
  by text not null,
  reason text not null,
  found uuid[] not null,
  at timestamp with time zone not null default now(),
  constraint lookups_pkey PRIMARY KEY (id),
  constraint lookups_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES agents(id),
  constraint lookups_by_check CHECK ((by = ANY (ARRAY['name'::text, 'national_number'::text, 'email'::text, 'space'::text, 'certificate'::text, 'request'::text]))),
  constraint lookups_reason_check CHECK ((reason <> ''::text))
);
alter table lookups enable row level security;
CREATE INDEX lookups_of_agent ON lookups USING btree (agent_id, at);
create policy own_lookups on lookups for select to guichet_helpdesk
  using (((agent_id)::text = ( SELECT current_agent() AS current_agent)));
create policy worker_lookups on lookups for all to guichet_worker
  using (true);
grant select (id, reason, at) on lookups to guichet_helpdesk;
grant delete, select (at) on lookups to guichet_worker;

-- mails: @class directory
create table mails (
  id uuid not null default gen_random_uuid(),
  person_id uuid,
  kind text not null,
  language text not null,
  recipient text not null,
  data jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null default now(),
  sent_at timestamp with time zone,
  failed_at timestamp with time zone,
  failure text,
  constraint mails_pkey PRIMARY KEY (id),
  constraint mails_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  constraint mails_language_check CHECK ((language = ANY (ARRAY['de'::text, 'fr'::text, 'en'::text, 'lb'::text])))
);
alter table mails enable row level security;
CREATE INDEX mails_by_age ON mails USING btree (created_at);
CREATE INDEX mails_of_person ON mails USING btree (person_id, created_at);
create policy helpdesk_mails on mails for insert to guichet_helpdesk
  with check ((( SELECT current_agent() AS current_agent) IS NOT NULL));
create policy helpdesk_mails_read on mails for select to guichet_helpdesk
  using ((person_id = ( SELECT current_subject() AS current_subject)));
create policy mail_to_invited on mails for insert to guichet_app
  with check (((person_id IS NULL) AND (kind = 'invitation'::text) AND (( SELECT current_member_role() AS current_member_role) = 'administrator'::text)));
create policy mails_to_strangers on mails for insert to guichet_app
  with check ((person_id IS NULL));
create policy own_mails on mails for all to guichet_app
  using ((person_id = ( SELECT current_person() AS current_person)))
  with check ((person_id = ( SELECT current_person() AS current_person)));
create policy worker_mails_delete on mails for delete to guichet_worker
  using (true);
create policy worker_mails_insert on mails for insert to guichet_worker
  with check (true);
create policy worker_mails_read on mails for select to guichet_worker
  using (true);
create policy worker_mails_update on mails for update to guichet_worker
  using (true)
  with check (true);
grant insert (id, person_id, kind, language, recipient, data), select on mails to guichet_app;
grant insert (id, person_id, kind, language, recipient, data), select (person_id, kind, recipient, created_at, sent_at, failed_at, failure) on mails to guichet_helpdesk;
grant delete, insert (id, person_id, kind, language, recipient, data), select, update (sent_at, failed_at, failure) on mails to guichet_worker;

-- memberships: @class directory
create table memberships (
  person_id uuid not null,
  space_id uuid not null,
  role text not null,
  capacity text,
  joined_at timestamp with time zone not null default now(),
  last_used_at timestamp with time zone not null default now(),
  bound_organization text,
  bound_organization_name text,
  bound_certificate_id uuid,
  constraint memberships_pkey PRIMARY KEY (person_id, space_id),
  constraint memberships_bound_certificate_id_fkey FOREIGN KEY (bound_certificate_id) REFERENCES certificates(id),
  constraint memberships_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  constraint memberships_space_id_fkey FOREIGN KEY (space_id) REFERENCES spaces(id),
  constraint bound_in_one_way CHECK (((bound_organization IS NULL) OR (bound_certificate_id IS NULL))),
  constraint memberships_capacity_check CHECK ((capacity = ANY (ARRAY['manager'::text, 'employee'::text, 'representative'::text, 'self_employed'::text]))),
  constraint memberships_role_check CHECK ((role = ANY (ARRAY['administrator'::text, 'manager'::text, 'reader'::text])))
);
alter table memberships enable row level security;
CREATE INDEX members_of_space ON memberships USING btree (space_id);
CREATE TRIGGER one_user_unless_opened_professionally BEFORE INSERT ON memberships FOR EACH ROW EXECUTE FUNCTION refuse_second_user();
CREATE TRIGGER space_keeps_an_administrator BEFORE DELETE OR UPDATE OF role ON memberships FOR EACH ROW EXECUTE FUNCTION keep_an_administrator();
create policy first_membership on memberships for insert to guichet_app
  with check (((person_id = ( SELECT current_person() AS current_person)) AND opens_space(space_id)));
create policy helpdesk_memberships on memberships for select to guichet_helpdesk
  using ((person_id = ( SELECT current_subject() AS current_subject)));
create policy own_memberships on memberships for select to guichet_app
  using (((person_id = ( SELECT current_person() AS current_person)) OR (space_id = ( SELECT current_space() AS current_space))));
create policy use_membership on memberships for update to guichet_app
  using ((person_id = ( SELECT current_person() AS current_person)))
  with check ((person_id = ( SELECT current_person() AS current_person)));
create policy worker_members on memberships for select to guichet_worker
  using ((space_id = ( SELECT current_space() AS current_space)));
grant insert, select, update (capacity, last_used_at) on memberships to guichet_app;
grant select (person_id, space_id, role) on memberships to guichet_helpdesk;
grant select (person_id, space_id, role) on memberships to guichet_worker;

-- migrations: @class system
create table migrations (
  name text not null,
  digest text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migrations_pkey PRIMARY KEY (name)
);

-- parked_posts: @class directory
create table parked_posts (
  id uuid not null,
  person_id uuid,
  sealed bytea not null,
  created_at timestamp with time zone not null default now(),
  agent_id uuid,
  constraint parked_posts_pkey PRIMARY KEY (id),
  constraint parked_posts_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES agents(id),
  constraint parked_posts_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  constraint parked_for_one CHECK ((num_nonnulls(person_id, agent_id) = 1)),
  constraint parked_posts_sealed_check CHECK ((octet_length(sealed) <= 262144))
);
alter table parked_posts enable row level security;
CREATE INDEX parked_posts_of_agent ON parked_posts USING btree (agent_id, created_at);
CREATE INDEX parked_posts_of_person ON parked_posts USING btree (person_id, created_at);
create policy drop_parked_for_agent on parked_posts for delete to guichet_helpdesk
  using (((agent_id)::text = ( SELECT current_agent() AS current_agent)));
create policy drop_parked_posts on parked_posts for delete to guichet_app
  using ((person_id = ( SELECT current_person() AS current_person)));
create policy own_parked_for_agent on parked_posts for select to guichet_helpdesk
  using ((((agent_id)::text = ( SELECT current_agent() AS current_agent)) AND (created_at > (now() - '00:15:00'::interval))));
create policy own_parked_posts on parked_posts for select to guichet_app
  using (((person_id = ( SELECT current_person() AS current_person)) AND (created_at > (now() - '00:15:00'::interval))));
create policy park on parked_posts for insert to guichet_app
  with check ((person_id = ( SELECT current_person() AS current_person)));
create policy park_for_agent on parked_posts for insert to guichet_helpdesk
  with check (((agent_id)::text = ( SELECT current_agent() AS current_agent)));
create policy worker_parked_posts on parked_posts for all to guichet_worker
  using (true);
grant delete, insert (id, person_id, sealed), select on parked_posts to guichet_app;
grant delete, insert (id, sealed, agent_id), select (id, sealed, created_at, agent_id) on parked_posts to guichet_helpdesk;
grant delete, select (created_at) on parked_posts to guichet_worker;

-- persons: @class directory
create table persons (
  id uuid not null,
  family_name text not null,
  given_name text not null,
  birth_date date,
  language text not null,
  email text,
  email_confirmed_at timestamp with time zone,
  national_number_state text not null default 'none'::text,
  national_number_hash bytea,
  national_number_sealed bytea,
  national_number_confirmed_by text,
  national_number_confirmed_at timestamp with time zone,
  business_limit integer,
  created_at timestamp with time zone not null default now(),
  constraint persons_pkey PRIMARY KEY (id),
  constraint persons_business_limit_check CHECK ((business_limit >= 0)),
  constraint persons_check CHECK (((national_number_state = 'none'::text) = (national_number_hash IS NULL))),
  constraint persons_check1 CHECK (((national_number_state = 'confirmed'::text) = (national_number_confirmed_by IS NOT NULL))),
  constraint persons_language_check CHECK ((language = ANY (ARRAY['de'::text, 'fr'::text, 'en'::text, 'lb'::text]))),
  constraint persons_national_number_confirmed_by_check CHECK ((national_number_confirmed_by = ANY (ARRAY['certificate'::text, 'claim'::text, 'register'::text, 'helpdesk'::text]))),
  constraint persons_national_number_state_check CHECK ((national_number_state = ANY (ARRAY['none'::text, 'declared'::text, 'confirmed'::text])))
);
alter table persons enable row level security;
CREATE UNIQUE INDEX one_person_per_confirmed_national_number ON persons USING btree (national_number_hash) WHERE (national_number_state = 'confirmed'::text);
CREATE INDEX persons_by_declared_national_number ON persons USING btree (national_number_hash) WHERE (national_number_state = 'declared'::text);
CREATE INDEX persons_by_email ON persons USING btree (lower(email));
CREATE INDEX persons_by_name ON persons USING gin (name_words(((given_name || ' '::text) || family_name)));
CREATE TRIGGER changed_address_is_unconfirmed BEFORE UPDATE ON persons FOR EACH ROW EXECUTE FUNCTION forget_confirmation();
create policy helpdesk_limit on persons for update to guichet_helpdesk
  using ((id = ( SELECT current_subject() AS current_subject)))
  with check ((id = ( SELECT current_subject() AS current_subject)));
create policy helpdesk_persons on persons for select to guichet_helpdesk
  using ((id = ( SELECT current_subject() AS current_subject)));
create policy own_person on persons for all to guichet_app
  using ((id = ( SELECT current_person() AS current_person)))
  with check ((id = ( SELECT current_person() AS current_person)));
create policy worker_persons on persons for select to guichet_worker
  using (true);
grant insert (id, family_name, given_name, birth_date, language, email), select, update (language, email) on persons to guichet_app;
grant select (id, family_name, given_name, birth_date, language, email, email_confirmed_at, national_number_state, national_number_hash, national_number_sealed, business_limit, created_at), update (business_limit) on persons to guichet_helpdesk;
grant select (id, family_name, given_name, language, email, email_confirmed_at) on persons to guichet_worker;

-- procedures: @class reference
create table procedures (
  id text not null,
  version integer not null,
  kind text not null,
  authority_id text not null,
  definition jsonb not null,
  digest text not null,
  published_at timestamp with time zone not null default now(),
  constraint procedures_pkey PRIMARY KEY (id, version),
  constraint procedures_kind_check CHECK ((kind = ANY (ARRAY['private'::text, 'business'::text])))
);
grant select on procedures to guichet_app;
grant select on procedures to guichet_desk;

-- profile_versions: @class space-owned
create table profile_versions (
  space_id uuid not null,
  version integer not null,
  data jsonb not null,
  sources jsonb not null default '{}'::jsonb,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid not null,
  changed_by_name text not null,
  constraint profile_versions_pkey PRIMARY KEY (space_id, version),
  constraint profile_versions_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES persons(id),
  constraint profile_versions_space_id_fkey FOREIGN KEY (space_id) REFERENCES spaces(id)
);
alter table profile_versions enable row level security;
create policy in_space_insert on profile_versions for insert to guichet_app, guichet_worker
  with check (((space_id = ( SELECT current_space() AS current_space)) AND ( SELECT may_write() AS may_write)));
create policy in_space_read on profile_versions for select to guichet_app, guichet_worker
  using ((space_id = ( SELECT current_space() AS current_space)));
create policy in_space_update on profile_versions for update to guichet_app, guichet_worker
  using (((space_id = ( SELECT current_space() AS current_space)) AND ( SELECT may_write() AS may_write)))
  with check ((space_id = ( SELECT current_space() AS current_space)));
grant insert, select on profile_versions to guichet_app;

-- profiles: @class space-owned
create table profiles (
  space_id uuid not null,
  version integer not null,
  data jsonb not null,
  sources jsonb not null default '{}'::jsonb,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid not null,
  constraint profiles_pkey PRIMARY KEY (space_id),
  constraint profiles_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES persons(id),
  constraint profiles_space_id_fkey FOREIGN KEY (space_id) REFERENCES spaces(id),
  constraint profiles_version_check CHECK ((version > 0))
);
alter table profiles enable row level security;
create policy in_space_insert on profiles for insert to guichet_app, guichet_worker
  with check (((space_id = ( SELECT current_space() AS current_space)) AND ( SELECT may_write() AS may_write)));
create policy in_space_read on profiles for select to guichet_app, guichet_worker
  using ((space_id = ( SELECT current_space() AS current_space)));
create policy in_space_update on profiles for update to guichet_app, guichet_worker
  using (((space_id = ( SELECT current_space() AS current_space)) AND ( SELECT may_write() AS may_write)))
  with check ((space_id = ( SELECT current_space() AS current_space)));
grant insert, select, update (version, data, sources, changed_at, changed_by) on profiles to guichet_app;

-- recoveries: @class directory
create table recoveries (
  id uuid not null,
  reference text not null,
  code_hash bytea not null,
  notice_hash bytea not null,
  language text not null,
  family_name text not null,
  given_name text not null,
  birth_date date not null,
  email text not null,
  phone text,
  space_code text,
  story text,
  certificate jsonb,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null default (now() + '30 days'::interval),
  person_id uuid,
  waits_until timestamp with time zone,
  ready_told_at timestamp with time zone,
  constraint recoveries_pkey PRIMARY KEY (id),
  constraint one_recovery_per_code UNIQUE (code_hash),
  constraint one_recovery_per_notice UNIQUE (notice_hash),
  constraint one_recovery_per_reference UNIQUE (reference),
  constraint recoveries_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  constraint recoveries_check CHECK (((person_id IS NULL) = (waits_until IS NULL))),
  constraint recoveries_check1 CHECK (((person_id IS NULL) OR (certificate IS NOT NULL))),
  constraint recoveries_language_check CHECK ((language = ANY (ARRAY['de'::text, 'fr'::text, 'en'::text, 'lb'::text]))),
  constraint recoveries_reference_check CHECK ((reference ~ '^[A-Z2-9]{5}-[A-Z2-9]{5}$'::text))
);
alter table recoveries enable row level security;
CREATE INDEX recoveries_by_age ON recoveries USING btree (created_at, id);
CREATE INDEX recoveries_of_person ON recoveries USING btree (person_id) WHERE (person_id IS NOT NULL);
create policy ask_for_recovery on recoveries for insert to guichet_app
  with check ((person_id IS NULL));
create policy helpdesk_recoveries on recoveries for select to guichet_helpdesk
  using ((( SELECT current_agent() AS current_agent) IS NOT NULL));
create policy worker_recoveries on recoveries for all to guichet_worker
  using (true);
grant insert (id, reference, code_hash, notice_hash, language, family_name, given_name, birth_date, email, phone, space_code, story, certificate) on recoveries to guichet_app;
grant select (id, reference, language, family_name, given_name, birth_date, email, phone, space_code, story, certificate, created_at, expires_at, person_id, waits_until) on recoveries to guichet_helpdesk;
grant delete, select (id, reference, language, email, expires_at, waits_until, ready_told_at), update (ready_told_at) on recoveries to guichet_worker;

-- recovery_events: @class directory
create table recovery_events (
  recovery_id uuid not null,
  seq integer not null,
  kind text not null,
  at timestamp with time zone not null default clock_timestamp(),
  agent text,
  agent_name text,
  reason text,
  constraint recovery_events_pkey PRIMARY KEY (recovery_id, seq),
  constraint recovery_events_recovery_id_fkey FOREIGN KEY (recovery_id) REFERENCES recoveries(id) ON DELETE CASCADE,
  constraint recovery_events_kind_check CHECK ((kind = ANY (ARRAY['certificate_given'::text, 'taken'::text, 'approved'::text, 'refused'::text, 'cancelled'::text, 'completed'::text])))
);
alter table recovery_events enable row level security;
CREATE UNIQUE INDEX one_end_per_recovery ON recovery_events USING btree (recovery_id) WHERE (kind = ANY (ARRAY['refused'::text, 'cancelled'::text, 'completed'::text]));
CREATE TRIGGER recovery_events_stay BEFORE UPDATE ON recovery_events FOR EACH ROW EXECUTE FUNCTION refuse_recovery_history();
CREATE TRIGGER recovery_takes_its_steps BEFORE INSERT ON recovery_events FOR EACH ROW EXECUTE FUNCTION refuse_recovery_step();
create policy helpdesk_recovery_events on recovery_events for select to guichet_helpdesk
  using ((( SELECT current_agent() AS current_agent) IS NOT NULL));
create policy worker_recovery_events on recovery_events for select to guichet_worker
  using (true);
grant select on recovery_events to guichet_helpdesk;
grant select (recovery_id, kind) on recovery_events to guichet_worker;

-- request_events: @class directory
create table request_events (
  request_id uuid not null,
  seq integer not null,
  person_id uuid,
  kind text not null,
  at timestamp with time zone not null default clock_timestamp(),
  agent text,
  agent_name text,
  answer text,
  constraint request_events_pkey PRIMARY KEY (request_id, seq),
  constraint request_events_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  constraint request_events_request_id_fkey FOREIGN KEY (request_id) REFERENCES helpdesk_requests(id) ON DELETE CASCADE,
  constraint request_events_check CHECK (((kind = 'taken'::text) = (answer IS NULL))),
  constraint request_events_kind_check CHECK ((kind = ANY (ARRAY['taken'::text, 'answered'::text, 'refused'::text])))
);
alter table request_events enable row level security;
CREATE UNIQUE INDEX one_answer_per_request ON request_events USING btree (request_id) WHERE (kind = ANY (ARRAY['answered'::text, 'refused'::text]));
create policy helpdesk_request_events on request_events for select to guichet_helpdesk
  using ((( SELECT current_agent() AS current_agent) IS NOT NULL));
create policy own_request_events on request_events for select to guichet_app
  using ((person_id = ( SELECT current_person() AS current_person)));
create policy worker_request_events on request_events for select to guichet_worker
  using (true);
grant select (request_id, seq, person_id, kind, at, answer) on request_events to guichet_app;
grant select on request_events to guichet_helpdesk;
grant select (request_id, kind, at) on request_events to guichet_worker;

-- saml_assertions: @class directory
create table saml_assertions (
  id_hash bytea not null,
  valid_until timestamp with time zone not null,
  constraint saml_assertions_pkey PRIMARY KEY (id_hash)
);
alter table saml_assertions enable row level security;
CREATE INDEX saml_assertions_by_end ON saml_assertions USING btree (valid_until);
create policy worker_saml_assertions on saml_assertions for all to guichet_worker
  using (true);
grant delete, select (valid_until) on saml_assertions to guichet_worker;

-- saml_requests: @class directory
create table saml_requests (
  id_hash bytea not null,
  browser_hash bytea not null,
  provider text not null,
  state text not null,
  created_at timestamp with time zone not null default now(),
  answered_at timestamp with time zone,
  constraint saml_requests_pkey PRIMARY KEY (id_hash)
);
alter table saml_requests enable row level security;
CREATE INDEX saml_requests_by_age ON saml_requests USING btree (created_at);
create policy own_browser on saml_requests for insert to guichet_app
  with check ((browser_hash = ( SELECT current_browser() AS current_browser)));
create policy worker_saml_requests on saml_requests for all to guichet_worker
  using (true);
grant insert (id_hash, browser_hash, provider, state) on saml_requests to guichet_app;
grant delete, select (created_at) on saml_requests to guichet_worker;

-- sessions: @class directory
create table sessions (
  token_hash bytea not null,
  person_id uuid not null,
  certificate_id uuid not null,
  scheme text not null,
  assurance text not null,
  user_agent text,
  created_at timestamp with time zone not null default now(),
  last_seen_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  id uuid not null default gen_random_uuid(),
  login_hash bytea,
  login_session_hash bytea,
  constraint sessions_pkey PRIMARY KEY (token_hash),
  constraint sessions_certificate_id_fkey FOREIGN KEY (certificate_id) REFERENCES certificates(id),
  constraint sessions_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  constraint sessions_assurance_check CHECK ((assurance = ANY (ARRAY['low'::text, 'substantial'::text, 'high'::text]))),
  constraint sessions_scheme_check CHECK ((scheme = ANY (ARRAY['tls'::text, 'oidc'::text, 'saml'::text])))
);
alter table sessions enable row level security;
CREATE INDEX sessions_of_certificate ON sessions USING btree (certificate_id) WHERE (ended_at IS NULL);
CREATE INDEX sessions_of_login ON sessions USING btree (login_hash) WHERE (ended_at IS NULL);
CREATE INDEX sessions_of_login_session ON sessions USING btree (login_session_hash) WHERE (ended_at IS NULL);
CREATE INDEX sessions_of_person ON sessions USING btree (person_id, created_at);
create policy helpdesk_sessions on sessions for select to guichet_helpdesk
  using ((person_id = ( SELECT current_subject() AS current_subject)));
create policy own_sessions on sessions for insert to guichet_app
  with check (((person_id = ( SELECT current_person() AS current_person)) AND (certificate_id IN ( SELECT c.id
   FROM certificates c
  WHERE ((c.person_id = ( SELECT current_person() AS current_person)) AND (c.removed_at IS NULL))))));
create policy worker_sessions on sessions for all to guichet_worker
  using (true);
grant insert (token_hash, person_id, certificate_id, scheme, assurance, user_agent, login_hash, login_session_hash) on sessions to guichet_app;
grant select (person_id, certificate_id, scheme, created_at, ended_at) on sessions to guichet_helpdesk;
grant delete, select (created_at, ended_at) on sessions to guichet_worker;

-- sign_ins: @class directory
create table sign_ins (
  code_hash bytea not null,
  browser_hash bytea not null,
  presented jsonb not null,
  created_at timestamp with time zone not null default now(),
  consumed_at timestamp with time zone,
  finished_at timestamp with time zone,
  constraint sign_ins_pkey PRIMARY KEY (code_hash)
);
alter table sign_ins enable row level security;
CREATE INDEX sign_ins_by_age ON sign_ins USING btree (created_at);
CREATE INDEX sign_ins_of_browser ON sign_ins USING btree (browser_hash, consumed_at);
create policy own_browser on sign_ins for all to guichet_app
  using ((browser_hash = ( SELECT current_browser() AS current_browser)))
  with check ((browser_hash = ( SELECT current_browser() AS current_browser)));
create policy worker_sign_ins on sign_ins for all to guichet_worker
  using (true);
grant insert, select, update (consumed_at, finished_at) on sign_ins to guichet_app;
grant delete, select (created_at) on sign_ins to guichet_worker;

-- spaces: @class directory
create table spaces (
  id uuid not null default gen_random_uuid(),
  code text not null,
  kind text not null,
  owner_id uuid not null,
  title text not null,
  opened_with_certificate_id uuid not null,
  opened_with text not null,
  use_data boolean not null default true,
  company_keys text[] not null default '{}'::text[],
  request_hash bytea,
  created_at timestamp with time zone not null default now(),
  closed_at timestamp with time zone,
  closed_by uuid,
  constraint spaces_pkey PRIMARY KEY (id),
  constraint one_space_per_request UNIQUE (owner_id, request_hash),
  constraint space_code_is_unique UNIQUE (code),
  constraint spaces_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES persons(id),
  constraint spaces_opened_with_certificate_id_fkey FOREIGN KEY (opened_with_certificate_id) REFERENCES certificates(id),
  constraint spaces_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES persons(id),
  constraint spaces_check CHECK (((kind = 'private'::text) = (code ~~ 'PP-%'::text))),
  constraint spaces_check1 CHECK (((closed_at IS NULL) = (closed_by IS NULL))),
  constraint spaces_code_check CHECK ((code ~ '^(PP|PM)-[A-NP-Z1-9]{6}$'::text)),
  constraint spaces_kind_check CHECK ((kind = ANY (ARRAY['private'::text, 'business'::text]))),
  constraint spaces_opened_with_check CHECK ((opened_with = ANY (ARRAY['private'::text, 'professional'::text])))
);
alter table spaces enable row level security;
CREATE INDEX business_spaces_of_owner ON spaces USING btree (owner_id) WHERE (kind = 'business'::text);
CREATE INDEX closed_spaces_of_owner ON spaces USING btree (owner_id, closed_at) WHERE (closed_at IS NOT NULL);
CREATE UNIQUE INDEX one_private_space_per_person ON spaces USING btree (owner_id) WHERE ((kind = 'private'::text) AND (closed_at IS NULL));
create policy change_space on spaces for update to guichet_app
  using ((((id = ( SELECT current_space() AS current_space)) AND (( SELECT current_member_role() AS current_member_role) = 'administrator'::text)) OR ((owner_id = ( SELECT current_person() AS current_person)) AND (closed_at IS NOT NULL) AND (id IN ( SELECT m.space_id
   FROM memberships m
  WHERE ((m.person_id = ( SELECT current_person() AS current_person)) AND (m.role = 'administrator'::text)))))))
  with check (((closed_by IS NULL) OR (closed_by = ( SELECT current_person() AS current_person))));
create policy helpdesk_spaces on spaces for select to guichet_helpdesk
  using (((owner_id = ( SELECT current_subject() AS current_subject)) OR (id IN ( SELECT m.space_id
   FROM memberships m
  WHERE (m.person_id = ( SELECT current_subject() AS current_subject))))));
create policy open_space on spaces for insert to guichet_app
  with check (((owner_id = ( SELECT current_person() AS current_person)) AND (EXISTS ( SELECT
   FROM certificates c
  WHERE ((c.id = spaces.opened_with_certificate_id) AND (c.kind = spaces.opened_with) AND (c.person_id = ( SELECT current_person() AS current_person)))))));
create policy spaces_of_member on spaces for select to guichet_app
  using (((id = ( SELECT current_space() AS current_space)) OR (id IN ( SELECT m.space_id
   FROM memberships m
  WHERE (m.person_id = ( SELECT current_person() AS current_person))))));
create policy worker_spaces on spaces for select to guichet_worker
  using (true);
grant insert, select, update (use_data, request_hash, closed_at, closed_by) on spaces to guichet_app;
grant select (id, code, kind, owner_id, created_at, closed_at) on spaces to guichet_helpdesk;
grant select (id, code, kind, closed_at) on spaces to guichet_worker;

-- submissions: @class space-owned
create table submissions (
  space_id uuid not null,
  number integer not null,
  case_id uuid not null,
  answers jsonb not null,
  wording jsonb not null,
  language text not null,
  capacity text,
  hash text not null,
  submitted_at timestamp with time zone not null default now(),
  submitted_by uuid not null,
  submitted_by_name text not null,
  certificate_id uuid not null,
  assurance text,
  constraint one_submission_per_dossier PRIMARY KEY (space_id, number),
  constraint submissions_certificate_id_fkey FOREIGN KEY (certificate_id) REFERENCES certificates(id),
  constraint submissions_space_id_number_fkey FOREIGN KEY (space_id, number) REFERENCES dossiers(space_id, number),
  constraint submissions_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES persons(id),
  constraint submissions_assurance_check CHECK ((assurance = ANY (ARRAY['low'::text, 'substantial'::text, 'high'::text])))
);
alter table submissions enable row level security;
create policy in_space_insert on submissions for insert to guichet_app, guichet_worker
  with check (((space_id = ( SELECT current_space() AS current_space)) AND ( SELECT may_write() AS may_write)));
create policy in_space_read on submissions for select to guichet_app, guichet_worker
  using ((space_id = ( SELECT current_space() AS current_space)));
create policy in_space_update on submissions for update to guichet_app, guichet_worker
  using (((space_id = ( SELECT current_space() AS current_space)) AND ( SELECT may_write() AS may_write)))
  with check ((space_id = ( SELECT current_space() AS current_space)));
grant insert, select on submissions to guichet_app;
grant select on submissions to guichet_worker;

-- terms_acceptances: @class directory
create table terms_acceptances (
  person_id uuid not null,
  version text not null,
  accepted_at timestamp with time zone not null default now(),
  constraint terms_acceptances_pkey PRIMARY KEY (person_id, version),
  constraint terms_acceptances_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id)
);
alter table terms_acceptances enable row level security;
create policy own_terms on terms_acceptances for all to guichet_app
  using ((person_id = ( SELECT current_person() AS current_person)))
  with check ((person_id = ( SELECT current_person() AS current_person)));
grant insert, select on terms_acceptances to guichet_app;

CREATE OR REPLACE FUNCTION accept_invitation(wanted uuid, link bytea, presented uuid, in_capacity text)
 RETURNS TABLE(outcome text, space_id uuid, space_code text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  invited invitations;
  code text;
begin
  select * into invited from invitations i where i.id = wanted for update;
  if not found or not reaches_me(invited, link) then return query select 'unknown', null::uuid, null; return; end if;
  if not exists (select from certificates c where c.id = presented and c.person_id = current_person()
      and c.removed_at is null and c.serial_number = coalesce(invited.serial_number, c.serial_number)) then
    return query select 'other_certificate', null::uuid, null; return;
  end if;
  perform hold_space(invited.space_id);
  select s.code into code from spaces s where s.id = invited.space_id and s.closed_at is null;
  if not found or invited.expires_at <= now()
    or num_nonnulls(invited.accepted_at, invited.declined_at, invited.revoked_at) > 0 then
    return query select 'over', null::uuid, null; return;
  end if;
  update invitations i set accepted_at = now(), accepted_by = current_person() where i.id = wanted;
  if exists (select from memberships m where m.space_id = invited.space_id and m.person_id = current_person()) then
    return query select 'member', invited.space_id, code; return;
  end if;
  insert into memberships (person_id, space_id, role, capacity, bound_certificate_id)
    values (current_person(), invited.space_id, invited.role, in_capacity,
      case when invited.one_certificate then presented end);
  return query select 'accepted', invited.space_id, code;
end $function$
;
grant execute on function accept_invitation(uuid,bytea,uuid,text) to guichet_app;

CREATE OR REPLACE FUNCTION address_of(person uuid)
 RETURNS TABLE(recipient text, language text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select p.email, p.language from persons p
  where p.id = person and p.email_confirmed_at is not null and p.email is not null and current_agent() is not null
$function$
;
grant execute on function address_of(uuid) to guichet_helpdesk;

CREATE OR REPLACE FUNCTION agent_of_session(token bytea)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select s.agent_id from agent_sessions s where s.token_hash = token
$function$
;
grant execute on function agent_of_session(bytea) to guichet_helpdesk;

CREATE OR REPLACE FUNCTION allow_attempt(what text, key bytea, most integer, seconds integer)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare seen integer;
begin
  perform pg_advisory_xact_lock(hashtextextended(what || encode(key, 'hex'), 0));
  delete from attempts a where a.kind = what and a.key_hash = key and a.at < now() - make_interval(secs => seconds);
  select count(*) into seen from attempts a where a.kind = what and a.key_hash = key;
  if seen >= most then return false; end if;
  insert into attempts (kind, key_hash) values (what, key);
  return true;
end $function$
;
grant execute on function allow_attempt(text,bytea,integer,integer) to guichet_app;

CREATE OR REPLACE FUNCTION answer_saml_request(wanted bytea, of_provider text)
 RETURNS TABLE(browser_hash bytea, state text, created_at timestamp with time zone)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  update saml_requests r set answered_at = now()
  where r.id_hash = wanted and r.provider = of_provider and r.answered_at is null
    and r.created_at > now() - interval '10 minutes'
  returning r.browser_hash, r.state, r.created_at
$function$
;
grant execute on function answer_saml_request(bytea,text) to guichet_app;

CREATE OR REPLACE FUNCTION approve_recovery(wanted uuid, account uuid, seen jsonb, waiting integer, why text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform from recoveries r where r.id = wanted and r.certificate = seen for update;
  if not found or not is_in_my_hands(wanted) or recovery_state(wanted) <> 'checking' then return false; end if;
  if concerns_agent('recoveries', wanted) or concerns_agent('accounts', account) then return false; end if;
  update recoveries r set person_id = account, waits_until = clock_timestamp() + make_interval(hours => waiting),
      expires_at = clock_timestamp() + make_interval(hours => waiting, days => 30)
    where r.id = wanted;
  return step_recovery(wanted, 'approved', why);
end $function$
;
grant execute on function approve_recovery(uuid,uuid,jsonb,integer,text) to guichet_helpdesk;

CREATE OR REPLACE FUNCTION bare_word(word text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  return regexp_replace(
    replace(replace(replace(replace(translate(regexp_replace(normalize(lower(word), NFKD), '[\u0300-\u036f]', '', 'g'),
      'øłđðıς', 'olddiσ'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
    '[^[:alnum:]]', '', 'g');
end $function$
;

CREATE OR REPLACE FUNCTION business_spaces_used()
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select count(*)::int from spaces s
  where s.owner_id = current_person() and s.kind = 'business' and s.closed_at is null
$function$
;
grant execute on function business_spaces_used() to guichet_app;

CREATE OR REPLACE FUNCTION cancel_my_recovery(asked text)
 RETURNS TABLE(id uuid, reference text, person_id uuid, email text, language text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare wanted uuid := (select r.id from recoveries r where r.reference = asked and r.person_id = current_person());
begin
  if wanted is null or not step_recovery(wanted, 'cancelled', null) then return; end if;
  return query select r.id, r.reference, r.person_id, r.email, r.language from recoveries r where r.id = wanted;
end $function$
;
grant execute on function cancel_my_recovery(text) to guichet_app;

CREATE OR REPLACE FUNCTION cancel_recovery(notice bytea)
 RETURNS TABLE(id uuid, reference text, person_id uuid, email text, language text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare wanted uuid := (select r.id from recoveries r where r.notice_hash = notice and r.person_id is not null);
begin
  if wanted is null or not step_recovery(wanted, 'cancelled', null) then return; end if;
  return query select r.id, r.reference, r.person_id, r.email, r.language from recoveries r where r.id = wanted;
end $function$
;
grant execute on function cancel_recovery(bytea) to guichet_app;

CREATE OR REPLACE FUNCTION change_role(member uuid, wanted text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform hold_space(current_space());
  if not is_administrator(current_person(), current_space()) then return 'forbidden'; end if;
  if wanted <> 'administrator' and is_administrator(member, current_space())
    and not has_other_administrator(member, current_space()) then return 'last'; end if;
  update memberships m set role = wanted where m.space_id = current_space() and m.person_id = member;
  return case when found then 'changed' else 'unknown' end;
end $function$
;
grant execute on function change_role(uuid,text) to guichet_app;

CREATE OR REPLACE FUNCTION complete_recovery(code bytea)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare found_row recoveries;
begin
  select * into found_row from recoveries r where r.code_hash = code;
  if found_row.id is null or not step_recovery(found_row.id, 'completed', null) then return null; end if;
  return found_row.person_id;
end $function$
;
grant execute on function complete_recovery(bytea) to guichet_app;

CREATE OR REPLACE FUNCTION concerns_agent(what text, matter uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select coalesce(case what
    when 'accounts' then is_own(matter, '{}', null)
    when 'requests' then (select case when r.person_id is null then is_own(null, array[r.name], r.email)
      else is_own(r.person_id, '{}', null) end from helpdesk_requests r where r.id = matter)
    when 'certificates' then (select is_own(r.person_id, array[r.given_name || ' ' || r.family_name], null)
      from certificate_requests r where r.id = matter)
    when 'recoveries' then (select is_own(r.person_id, array[r.given_name || ' ' || r.family_name,
      concat_ws(' ', r.certificate ->> 'givenName', r.certificate ->> 'familyName')], r.email)
      from recoveries r where r.id = matter)
  end, false)
$function$
;
grant execute on function concerns_agent(text,uuid) to guichet_helpdesk;

CREATE OR REPLACE FUNCTION confirm_agent_session(token bytea, provider text, who text)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  with confirmed as (
    update agent_sessions s set confirmed_at = now(), last_seen_at = now() from agents a
    where s.token_hash = token and s.ended_at is null and a.id = s.agent_id and a.issuer = provider and a.subject = who
      and s.last_seen_at > now() - make_interval(secs => current_setting('guichet.session_idle')::int)
      and s.created_at > now() - make_interval(secs => current_setting('guichet.session_absolute')::int)
    returning 1)
  select exists (select from confirmed)
$function$
;
grant execute on function confirm_agent_session(bytea,text,text) to guichet_helpdesk;

CREATE OR REPLACE FUNCTION confirm_email(token bytea)
 RETURNS TABLE(person_id uuid, email text, replaced text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
begin
  return query
    with used as (
      update email_confirmations e set used_at = now()
      where e.token_hash = token and e.used_at is null and e.expires_at > now()
      returning e.person_id, e.email),
    before as (
      select p.id, case when p.email_confirmed_at is not null and p.email <> u.email then p.email end as replaced
      from persons p join used u on u.person_id = p.id for no key update of p)
    update persons p set email = u.email, email_confirmed_at = now()
    from used u join before b on b.id = u.person_id where p.id = u.person_id
    returning p.id, p.email, b.replaced;
end $function$
;
grant execute on function confirm_email(bytea) to guichet_app;

CREATE OR REPLACE FUNCTION confirm_national_number(hash bytea, sealed bytea, confirmed_by text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform pg_advisory_xact_lock(hashtextextended('national number ' || encode(hash, 'hex'), 0));
  if exists (select from persons p where p.national_number_hash = hash
             and p.national_number_state = 'confirmed' and p.id <> current_person()) then
    return false;
  end if;
  update persons set national_number_state = 'none', national_number_hash = null, national_number_sealed = null
    where national_number_hash = hash and national_number_state = 'declared' and id <> current_person();
  update persons set national_number_state = 'confirmed', national_number_hash = hash,
      national_number_sealed = sealed, national_number_confirmed_by = confirmed_by,
      national_number_confirmed_at = now()
    where id = current_person();
  return found;
end $function$
;
grant execute on function confirm_national_number(bytea,bytea,text) to guichet_app;

CREATE OR REPLACE FUNCTION current_agent()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('guichet.agent', true), '') $function$
;
grant execute on function current_agent() to guichet_app;
grant execute on function current_agent() to guichet_desk;
grant execute on function current_agent() to guichet_helpdesk;
grant execute on function current_agent() to guichet_worker;

CREATE OR REPLACE FUNCTION current_authority()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('guichet.authority_id', true), '') $function$
;
grant execute on function current_authority() to guichet_app;
grant execute on function current_authority() to guichet_desk;
grant execute on function current_authority() to guichet_helpdesk;
grant execute on function current_authority() to guichet_worker;

CREATE OR REPLACE FUNCTION current_browser()
 RETURNS bytea
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select decode(nullif(current_setting('guichet.browser', true), ''), 'hex') $function$
;
grant execute on function current_browser() to guichet_app;
grant execute on function current_browser() to guichet_desk;
grant execute on function current_browser() to guichet_helpdesk;
grant execute on function current_browser() to guichet_worker;

CREATE OR REPLACE FUNCTION current_member_role()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('guichet.role', true), '') $function$
;
grant execute on function current_member_role() to guichet_app;
grant execute on function current_member_role() to guichet_desk;
grant execute on function current_member_role() to guichet_helpdesk;
grant execute on function current_member_role() to guichet_worker;

CREATE OR REPLACE FUNCTION current_person()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('guichet.person_id', true), '')::uuid $function$
;
grant execute on function current_person() to guichet_app;
grant execute on function current_person() to guichet_desk;
grant execute on function current_person() to guichet_helpdesk;
grant execute on function current_person() to guichet_worker;

CREATE OR REPLACE FUNCTION current_space()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('guichet.space_id', true), '')::uuid $function$
;
grant execute on function current_space() to guichet_app;
grant execute on function current_space() to guichet_desk;
grant execute on function current_space() to guichet_helpdesk;
grant execute on function current_space() to guichet_worker;

CREATE OR REPLACE FUNCTION current_subject()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('guichet.subject', true), '')::uuid $function$
;
grant execute on function current_subject() to guichet_app;
grant execute on function current_subject() to guichet_desk;
grant execute on function current_subject() to guichet_helpdesk;
grant execute on function current_subject() to guichet_worker;

CREATE OR REPLACE FUNCTION declare_national_number(hash bytea, sealed bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  update persons set national_number_state = 'declared', national_number_hash = hash, national_number_sealed = sealed
    where id = current_person() and national_number_state <> 'confirmed';
  return found;
end $function$
;
grant execute on function declare_national_number(bytea,bytea) to guichet_app;

CREATE OR REPLACE FUNCTION decline_invitation(wanted uuid, link bytea)
 RETURNS TABLE(space_id uuid, space_code text, invited_by uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
begin
  return query
    update invitations i set declined_at = now() from spaces s
    where i.id = wanted and s.id = i.space_id and reaches_me(i, link) and i.expires_at > now()
      and num_nonnulls(i.accepted_at, i.declined_at, i.revoked_at) = 0
    returning i.space_id, s.code, i.invited_by;
end $function$
;
grant execute on function decline_invitation(uuid,bytea) to guichet_app;

CREATE OR REPLACE FUNCTION describe_space(new_title text, new_keys text[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  update spaces set title = new_title, company_keys = new_keys
  where id = current_space() and may_write() and (title, company_keys) is distinct from (new_title, new_keys)
$function$
;
grant execute on function describe_space(text,text[]) to guichet_app;

CREATE OR REPLACE FUNCTION documents_to_rescan(scanner text, most integer)
 RETURNS TABLE(space_id uuid, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select d.space_id, d.id from documents d
  where d.verdict is distinct from 'infected' and d.scanned_with is distinct from scanner
    and (d.removed_at is null and d.verdict is not null
      or exists (select from attachments a where a.space_id = d.space_id and a.document_id = d.id))
  order by d.scanned_at nulls first limit most
$function$
;
grant execute on function documents_to_rescan(text,integer) to guichet_worker;

CREATE OR REPLACE FUNCTION documents_to_scan(most integer)
 RETURNS TABLE(space_id uuid, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select d.space_id, d.id from documents d
  where d.verdict is null and d.removed_at is null
  order by d.uploaded_at limit most
$function$
;
grant execute on function documents_to_scan(integer) to guichet_worker;

CREATE OR REPLACE FUNCTION drafts_in_my_spaces()
 RETURNS TABLE(space_id uuid, drafts integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select d.space_id, count(*)::int
  from memberships m join dossiers d on d.space_id = m.space_id and d.status = 'draft'
  where m.person_id = current_person()
  group by d.space_id
$function$
;
grant execute on function drafts_in_my_spaces() to guichet_app;

CREATE OR REPLACE FUNCTION end_agent_logins(login bytea, login_session bytea)
 RETURNS SETOF uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  update agent_sessions s set ended_at = now()
  where s.ended_at is null and (
    s.login_session_hash = login_session and (login is null or s.login_hash = login)
    or s.login_hash = login and (login_session is null or s.login_session_hash is null))
  returning s.agent_id
$function$
;
grant execute on function end_agent_logins(bytea,bytea) to guichet_helpdesk;

CREATE OR REPLACE FUNCTION end_agent_session(token bytea)
 RETURNS uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  update agent_sessions s set ended_at = now() where s.token_hash = token and s.ended_at is null returning s.agent_id
$function$
;
grant execute on function end_agent_session(bytea) to guichet_helpdesk;

CREATE OR REPLACE FUNCTION end_login_sessions(login bytea, login_session bytea)
 RETURNS TABLE(person_id uuid, ended integer)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  delete from sign_ins i
  where i.finished_at is null and (
    i.presented #>> '{login,session}' = encode(login_session, 'hex')
      and (login is null or i.presented #>> '{login,subject}' = encode(login, 'hex'))
    or i.presented #>> '{login,subject}' = encode(login, 'hex')
      and (login_session is null or i.presented #>> '{login,session}' is null));
  with done as (
    update sessions s set ended_at = now()
    where s.ended_at is null and (
      s.login_session_hash = login_session and (login is null or s.login_hash = login)
      or s.login_hash = login and (login_session is null or s.login_session_hash is null))
    returning s.person_id)
  select d.person_id, count(*)::int from done d group by d.person_id
$function$
;
grant execute on function end_login_sessions(bytea,bytea) to guichet_app;

CREATE OR REPLACE FUNCTION end_membership(member uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform hold_space(current_space());
  if member <> current_person() and not is_administrator(current_person(), current_space()) then
    return 'forbidden';
  end if;
  if is_administrator(member, current_space()) and not has_other_administrator(member, current_space()) then
    return 'last';
  end if;
  delete from memberships m where m.space_id = current_space() and m.person_id = member;
  if not found then return 'unknown'; end if;
  if member <> current_person() then
    update invitations i set revoked_at = now(), revoked_by = current_person()
    where i.space_id = current_space() and i.invited_by = member
      and num_nonnulls(i.accepted_at, i.declined_at, i.revoked_at) = 0;
  end if;
  return 'ended';
end $function$
;
grant execute on function end_membership(uuid) to guichet_app;

CREATE OR REPLACE FUNCTION end_my_sessions(wanted uuid, current_token bytea)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  with done as (
    update sessions s set ended_at = now()
    where s.person_id = current_person() and s.ended_at is null
      and case when wanted is null then s.token_hash <> current_token else s.id = wanted end
    returning 1)
  select count(*)::int from done
$function$
;
grant execute on function end_my_sessions(uuid,bytea) to guichet_app;

CREATE OR REPLACE FUNCTION end_session(token bytea)
 RETURNS uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  update sessions s set ended_at = now() where s.token_hash = token and s.ended_at is null returning s.person_id
$function$
;
grant execute on function end_session(bytea) to guichet_app;

CREATE OR REPLACE FUNCTION enqueue_job(queue_name text, payload jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  insert into pgboss.job (name, data, retry_limit, retry_delay, retry_backoff, retry_delay_max,
    expire_seconds, deletion_seconds, keep_until, policy, dead_letter, heartbeat_seconds)
  select q.name, payload, q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max,
    q.expire_seconds, q.deletion_seconds, now() + make_interval(secs => q.retention_seconds),
    q.policy, q.dead_letter, q.heartbeat_seconds
  from pgboss.queue q where q.name = queue_name;
  if not found then
    raise exception 'there is no queue %', queue_name;
  end if;
  perform pg_notify('pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24), queue_name);
end $function$
;
grant execute on function enqueue_job(text,jsonb) to guichet_app;
grant execute on function enqueue_job(text,jsonb) to guichet_desk;
grant execute on function enqueue_job(text,jsonb) to guichet_helpdesk;
grant execute on function enqueue_job(text,jsonb) to guichet_worker;

CREATE OR REPLACE FUNCTION enter_agent(token bytea, touch boolean)
 RETURNS TABLE(agent_id uuid, name text, ends_at timestamp with time zone, confirmation text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  idle interval := make_interval(secs => current_setting('guichet.session_idle')::int);
  absolute interval := make_interval(secs => current_setting('guichet.session_absolute')::int);
  check_after interval := make_interval(secs => current_setting('guichet.agent_check')::int);
begin
  perform set_config('guichet.agent', '', true), set_config('guichet.agent_name', '', true),
    set_config('guichet.subject', '', true);
  return query
    select a.id, a.name, least(case when touch then now() else s.last_seen_at end + idle, s.created_at + absolute),
      case when s.confirmed_at > now() - check_after then 'fresh'
        when s.confirmed_at > now() - 2 * check_after then 'due' else 'over' end
    from agent_sessions s join agents a on a.id = s.agent_id
    where s.token_hash = token and s.ended_at is null
      and s.last_seen_at > now() - idle and s.created_at > now() - absolute;
  if not found then return; end if;
  perform set_config('guichet.agent', a.id::text, true), set_config('guichet.agent_name', a.name, true)
    from agent_sessions s join agents a on a.id = s.agent_id
    where s.token_hash = token and s.confirmed_at > now() - 2 * check_after;
  if touch then
    update agent_sessions s set last_seen_at = now()
    where s.token_hash = token and s.last_seen_at < now() - interval '30 seconds';
  end if;
end $function$
;
grant execute on function enter_agent(bytea,boolean) to guichet_helpdesk;

CREATE OR REPLACE FUNCTION enter_person(token bytea, touch boolean)
 RETURNS TABLE(person_id uuid, family_name text, given_name text, language text, email text, email_confirmed boolean, national_number_state text, certificate_id uuid, certificate_kind text, provider text, serial_number text, organization_name text, organization_identifier text, scheme text, assurance text, signed_in_at timestamp with time zone, ends_at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
begin
  return query
    select p.id, p.family_name, p.given_name, p.language, p.email, p.email_confirmed_at is not null,
           p.national_number_state,
           c.id, c.kind, c.provider, c.serial_number, c.organization_name, c.organization_identifier,
           s.scheme, s.assurance, s.signed_in_at, s.ends_at
    from live_session(token, touch) s
    join persons p on p.id = s.person_id
    join certificates c on c.id = s.certificate_id;
  if found then
    perform set_config('guichet.person_id',
      (select s.person_id::text from sessions s where s.token_hash = token), true);
  end if;
end $function$
;
grant execute on function enter_person(bytea,boolean) to guichet_app;

CREATE OR REPLACE FUNCTION enter_space(token bytea, wanted text, touch boolean)
 RETURNS TABLE(person_id uuid, family_name text, given_name text, language text, email text, email_confirmed boolean, national_number_state text, certificate_id uuid, certificate_kind text, provider text, serial_number text, organization_name text, organization_identifier text, scheme text, assurance text, signed_in_at timestamp with time zone, ends_at timestamp with time zone, space_id uuid, space_code text, space_kind text, space_title text, space_opened_with text, use_data boolean, member_role text, capacity text, bound_elsewhere boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  entered record;
  elsewhere boolean;
begin
  for entered in
    select e.*, x.id as sid, x.code, x.kind, x.title, x.opened_with as ow, x.use_data as ud, m.role, m.capacity as cap,
      m.bound_organization as bound, c.provider as bound_provider, c.serial_number as bound_serial
    from enter_person(token, touch) e
    left join spaces x on x.code = wanted and x.closed_at is null
      and exists (select from memberships k where k.space_id = x.id and k.person_id = e.person_id)
    left join memberships m on m.space_id = x.id and m.person_id = e.person_id
    left join certificates c on c.id = m.bound_certificate_id
  loop
    elsewhere := entered.bound is not null and entered.bound
        is distinct from coalesce(entered.organization_identifier, entered.organization_name)
      or entered.bound_serial is not null
        and (entered.bound_provider, entered.bound_serial) is distinct from (entered.provider, entered.serial_number);
    if entered.sid is not null and elsewhere then
      entered.sid := null;
    elsif entered.sid is not null then
      perform set_config('guichet.space_id', entered.sid::text, true);
      perform set_config('guichet.role', entered.role, true);
      if touch then
        update memberships m set last_used_at = now()
        where m.space_id = entered.sid and m.person_id = entered.person_id
          and m.last_used_at < now() - interval '30 seconds';
      end if;
    end if;
    return query select entered.person_id, entered.family_name, entered.given_name, entered.language,
      entered.email, entered.email_confirmed, entered.national_number_state,
      entered.certificate_id, entered.certificate_kind, entered.provider, entered.serial_number,
      entered.organization_name, entered.organization_identifier, entered.scheme, entered.assurance,
      entered.signed_in_at, entered.ends_at,
      entered.sid, entered.code, entered.kind, entered.title, entered.ow, entered.ud, entered.role, entered.cap,
      elsewhere;
  end loop;
end $function$
;
grant execute on function enter_space(bytea,text,boolean) to guichet_app;

CREATE OR REPLACE FUNCTION find_certificate(wanted_provider text, wanted_serial text)
 RETURNS TABLE(certificate_id uuid, person_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select c.id, c.person_id from certificates c
  where c.provider = wanted_provider and c.serial_number = wanted_serial and c.removed_at is null
$function$
;
grant execute on function find_certificate(text,text) to guichet_app;

CREATE OR REPLACE FUNCTION find_confirmation(token bytea)
 RETURNS TABLE(email text, state text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select e.email, case when e.used_at is not null then 'used' when e.expires_at <= now() then 'expired' else 'open' end
  from email_confirmations e where e.token_hash = token
$function$
;
grant execute on function find_confirmation(bytea) to guichet_app;

CREATE OR REPLACE FUNCTION find_recovery(code bytea)
 RETURNS TABLE(id uuid, reference text, certificate jsonb, created_at timestamp with time zone, expires_at timestamp with time zone, waits_until timestamp with time zone, person_id uuid, email text, language text, events jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select r.id, r.reference, r.certificate, r.created_at, r.expires_at, r.waits_until, r.person_id, r.email, r.language,
    coalesce((select jsonb_agg(jsonb_build_object('kind', e.kind, 'at', e.at) order by e.seq)
      from recovery_events e where e.recovery_id = r.id), '[]')
  from recoveries r where r.code_hash = code
$function$
;
grant execute on function find_recovery(bytea) to guichet_app;

CREATE OR REPLACE FUNCTION find_recovery_notice(notice bytea)
 RETURNS TABLE(reference text, state text, waits_until timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select r.reference, recovery_state(r.id), r.waits_until from recoveries r where r.notice_hash = notice
$function$
;
grant execute on function find_recovery_notice(bytea) to guichet_app;

CREATE OR REPLACE FUNCTION find_request(link bytea)
 RETURNS TABLE(reference text, message text, created_at timestamp with time zone, events jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select r.reference, r.message, r.created_at,
    coalesce((select jsonb_agg(jsonb_build_object('kind', e.kind, 'at', e.at, 'answer', e.answer) order by e.seq)
      from request_events e where e.request_id = r.id), '[]')
  from helpdesk_requests r where r.link_hash = link and r.person_id is null
$function$
;
grant execute on function find_request(bytea) to guichet_app;

CREATE OR REPLACE FUNCTION forget_confirmation()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.email is distinct from old.email and new.email_confirmed_at is not distinct from old.email_confirmed_at then
    new.email_confirmed_at := null;
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION found_persons(wanted uuid)
 RETURNS TABLE(id uuid, family_name text, given_name text, birth_date date, national_number_sealed bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select p.id, p.family_name, p.given_name, p.birth_date, p.national_number_sealed
  from lookups l join persons p on p.id = any (l.found)
  where l.id = wanted and l.agent_id::text = current_agent() and l.at > now() - interval '30 minutes'
  order by p.family_name, p.given_name, p.id
$function$
;
grant execute on function found_persons(uuid) to guichet_helpdesk;

CREATE OR REPLACE FUNCTION give_recovery_certificate(code bytea, given jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare wanted uuid := (select r.id from recoveries r where r.code_hash = code);
begin
  if wanted is null or not step_recovery(wanted, 'certificate_given', null) then return false; end if;
  update recoveries r set certificate = given where r.id = wanted;
  return true;
end $function$
;
grant execute on function give_recovery_certificate(bytea,jsonb) to guichet_app;

CREATE OR REPLACE FUNCTION has_other_administrator(member uuid, wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select exists (select from memberships m join certificates c on c.person_id = m.person_id
    where m.space_id = wanted and m.person_id <> member and m.role = 'administrator' and opens_membership(c, m))
$function$
;

CREATE OR REPLACE FUNCTION has_private_space()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select exists (select from spaces s
    where s.owner_id = current_person() and s.kind = 'private' and s.closed_at is null)
$function$
;
grant execute on function has_private_space() to guichet_app;

CREATE OR REPLACE FUNCTION hold_space(wanted uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select from spaces s where s.id = wanted for no key update
$function$
;

CREATE OR REPLACE FUNCTION invitations_for_me(link bytea)
 RETURNS TABLE(id uuid, family_name text, given_name text, serial_number text, role text, one_certificate boolean, invited_at timestamp with time zone, expires_at timestamp with time zone, accepted_at timestamp with time zone, accepted_by uuid, declined_at timestamp with time zone, revoked_at timestamp with time zone, by_link boolean, space_code text, space_title text, inviter text, closed boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select i.id, i.family_name, i.given_name, i.serial_number, i.role, i.one_certificate,
    i.invited_at, i.expires_at, i.accepted_at, i.accepted_by, i.declined_at, i.revoked_at,
    coalesce(i.token_hash = link, false), s.code, s.title, concat_ws(' ', nullif(p.given_name, ''), p.family_name),
    s.closed_at is not null
  from invitations i join spaces s on s.id = i.space_id join persons p on p.id = i.invited_by
  where reaches_me(i, link) and i.id in (
    select l.id from invitations l where l.token_hash = link
    union all
    select n.id from certificates c join invitations n on n.serial_number = c.serial_number
    where c.person_id = current_person()
    union all
    select a.id from persons me join invitations a on lower(a.email) = lower(me.email) and a.serial_number is null
    where me.id = current_person())
  order by i.invited_at desc limit 50
$function$
;
grant execute on function invitations_for_me(bytea) to guichet_app;

CREATE OR REPLACE FUNCTION is_administrator(member uuid, wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select exists (select from memberships m
    where m.space_id = wanted and m.person_id = member and m.role = 'administrator')
$function$
;

CREATE OR REPLACE FUNCTION is_in_my_hands(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select coalesce((select e.agent = current_agent() from recovery_events e
    where e.recovery_id = wanted and e.kind = 'taken' order by e.seq desc limit 1), false)
$function$
;

CREATE OR REPLACE FUNCTION is_own(person uuid, names text[], address text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select exists (
    select from agents a left join persons p on p.id = person
    where a.id::text = current_agent() and (
      case
        when a.national_number_hash = p.national_number_hash then true
        when a.national_number_hash is not null and p.national_number_state = 'confirmed' then false
        else lower(a.email) = lower(p.email) or names_agree(a.name, p.given_name || ' ' || p.family_name)
      end
      or lower(a.email) = lower(address)
      or exists (select from unnest(names) name where names_agree(a.name, name))))
$function$
;

CREATE OR REPLACE FUNCTION keep_an_administrator()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if old.role = 'administrator' and (tg_op = 'DELETE' or new.role <> 'administrator') then
    perform hold_space(old.space_id);
    if not has_other_administrator(old.person_id, old.space_id) then
      raise exception 'a space keeps an administrator'
        using errcode = 'check_violation', constraint = 'space_keeps_an_administrator';
    end if;
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $function$
;

CREATE OR REPLACE FUNCTION last_keys_of_mine()
 RETURNS TABLE(certificate_id uuid, space_code text, space_title text)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select c.id, s.code, s.title
  from memberships m join spaces s on s.id = m.space_id
    join certificates c on c.person_id = m.person_id
  where m.person_id = current_person() and m.role = 'administrator' and s.closed_at is null
    and num_nonnulls(m.bound_organization, m.bound_certificate_id) > 0
    and opens_membership(c, m)
    and not exists (select from certificates o
      where o.person_id = m.person_id and o.id <> c.id and opens_membership(o, m))
    and not has_other_administrator(m.person_id, m.space_id)
  order by s.code
$function$
;
grant execute on function last_keys_of_mine() to guichet_app;

CREATE OR REPLACE FUNCTION live_session(token bytea, touch boolean)
 RETURNS TABLE(person_id uuid, certificate_id uuid, scheme text, assurance text, signed_in_at timestamp with time zone, ends_at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  idle interval := make_interval(secs => current_setting('guichet.session_idle')::int);
  absolute interval := make_interval(secs => current_setting('guichet.session_absolute')::int);
begin
  return query
    select s.person_id, s.certificate_id, s.scheme, s.assurance, s.created_at,
           least(case when touch then now() else s.last_seen_at end + idle, s.created_at + absolute)
    from sessions s
    where s.token_hash = token and s.ended_at is null
      and s.last_seen_at > now() - idle and s.created_at > now() - absolute;
  if found and touch then
    update sessions s set last_seen_at = now()
    where s.token_hash = token and s.last_seen_at < now() - interval '30 seconds';
  end if;
end $function$
;

CREATE OR REPLACE FUNCTION look_up(way text, value text, why text, most integer)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  persons_seen uuid[];
  new_id uuid;
begin
  if current_agent() is null then raise exception 'no agent' using errcode = 'insufficient_privilege'; end if;
  if way <> 'request' then
    perform pg_advisory_xact_lock(hashtextextended('look-ups ' || current_agent(), 0));
    if (select count(*) from lookups l where l.agent_id = current_agent()::uuid and l.by <> 'request'
      and l.at > now() - interval '1 hour') >= most then return null; end if;
  end if;
  select coalesce(array_agg(f), '{}') into persons_seen from persons_found(way, value) f;
  insert into lookups (agent_id, by, reason, found) values (current_agent()::uuid, way, why, persons_seen)
    returning id into new_id;
  insert into audit_records (act, person_id, object, detail)
    select 'helpdesk.looked_up', f, new_id::text,
      jsonb_build_object('by', way, 'reason', why, 'agent', current_setting('guichet.agent_name', true))
    from unnest(case when cardinality(persons_seen) > 0 then persons_seen else array[null::uuid] end) f;
  return new_id;
end $function$
;
grant execute on function look_up(text,text,text,integer) to guichet_helpdesk;

CREATE OR REPLACE FUNCTION may_write()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select current_member_role() in ('administrator', 'manager', 'worker') $function$
;
grant execute on function may_write() to guichet_app;
grant execute on function may_write() to guichet_desk;
grant execute on function may_write() to guichet_helpdesk;
grant execute on function may_write() to guichet_worker;

CREATE OR REPLACE FUNCTION members_of_space()
 RETURNS TABLE(person_id uuid, family_name text, given_name text, role text, capacity text, joined_at timestamp with time zone, last_used_at timestamp with time zone, bound_organization text, bound_serial_number text, bound_until timestamp with time zone, gets_in boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select p.id, p.family_name, p.given_name, m.role, m.capacity, m.joined_at, m.last_used_at,
    coalesce(m.bound_organization_name, m.bound_organization), b.serial_number,
    case when num_nonnulls(m.bound_organization, m.bound_certificate_id) > 0 then nullif(k.until, 'infinity') end,
    k.count > 0
  from memberships m join persons p on p.id = m.person_id
    left join certificates b on b.id = m.bound_certificate_id
    cross join lateral (select count(*), max(coalesce(c.valid_to, 'infinity')) as until
      from certificates c where c.person_id = m.person_id and opens_membership(c, m)) k
  where m.space_id = current_space()
  order by m.joined_at, p.id
$function$
;
grant execute on function members_of_space() to guichet_app;

CREATE OR REPLACE FUNCTION my_sessions(current_token bytea)
 RETURNS TABLE(id uuid, certificate_id uuid, scheme text, assurance text, user_agent text, created_at timestamp with time zone, last_seen_at timestamp with time zone, is_current boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select s.id, s.certificate_id, s.scheme, s.assurance, s.user_agent, s.created_at, s.last_seen_at,
    s.token_hash = current_token
  from sessions s
  where s.person_id = current_person() and s.ended_at is null
    and s.last_seen_at > now() - make_interval(secs => current_setting('guichet.session_idle')::int)
    and s.created_at > now() - make_interval(secs => current_setting('guichet.session_absolute')::int)
$function$
;
grant execute on function my_sessions(bytea) to guichet_app;

CREATE OR REPLACE FUNCTION name_parts(name text)
 RETURNS text[]
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  part text;
  parts text[] := '{}';
begin
  foreach part in array regexp_split_to_array(normalize(name, NFKC), '[-\s,.֊־‐‑‒–—―⸺⸻〜〰゠]+') loop
    if name_spellings(part) <> '{}' then parts := parts || part; end if;
  end loop;
  return parts;
end $function$
;

CREATE OR REPLACE FUNCTION name_query(name text, ending text)
 RETURNS tsquery
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select string_agg('(' || array_to_string(array(
      select quote_literal(spelling) || ending from unnest(name_spellings(part)) spelling), ' | ') || ')', ' & ')::tsquery
  from unnest(name_parts(name)) part
$function$
;

CREATE OR REPLACE FUNCTION name_spellings(word text)
 RETURNS text[]
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  letters text := normalize(
    regexp_replace(normalize(lower(normalize(word, NFKC)), NFKD), '[^[:alnum:]\u0300-\u036f]', '', 'g'), NFC);
  bare text := left(bare_word(letters), 200);
  spelt text := bare;
  greek text := bare;
begin
  if letters ~ '[äöüåøæœ]' then
    spelt := left(bare_word(replace(replace(replace(replace(replace(replace(replace(letters,
      'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'å', 'aa'), 'ø', 'oe'), 'æ', 'ae'), 'œ', 'oe')), 200);
  end if;
  if bare ~ '[α-ω]' then
    greek := regexp_replace(letters, '[οo][υύ]', 'ou', 'g');
    greek := regexp_replace(greek, '([αεη])[υύ](?=[θκξπστφχψς]|$)', '\1f', 'g');
    greek := regexp_replace(greek, '([αεη])[υύ]', '\1v', 'g');
    greek := regexp_replace(regexp_replace(greek, 'γ(?=[γξχ])', 'n', 'g'), '^μπ', 'b');
    greek := left(replace(replace(replace(translate(bare_word(greek),
      'αβγδεζηικλμνξοπρστυφω', 'avgdeziiklmnxoprstyfo'), 'θ', 'th'), 'χ', 'ch'), 'ψ', 'ps'), 200);
  end if;
  return array_remove(array[bare] || case when spelt = bare then '{}' else array[spelt] end
    || case when greek = bare then '{}' else array[greek] end, '');
end $function$
;

CREATE OR REPLACE FUNCTION name_words(name text)
 RETURNS tsvector
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  part text;
  words text[] := '{}';
begin
  foreach part in array name_parts(name) loop words := words || name_spellings(part); end loop;
  return array_to_tsvector(words);
end $function$
;
grant execute on function name_words(text) to guichet_app;
grant execute on function name_words(text) to guichet_helpdesk;

CREATE OR REPLACE FUNCTION names_agree(one text, other text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select coalesce(
    (least(cardinality(name_parts(one)), cardinality(name_parts(other))) >= 2
      or cardinality(name_parts(one)) = cardinality(name_parts(other)))
    and (name_words(one) @@ name_query(other, '') or name_words(other) @@ name_query(one, '')), false)
$function$
;

CREATE OR REPLACE FUNCTION note_logout_token(token bytea, until timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  with noted as (
    insert into logout_tokens (token_hash, expires_at) values (token, until) on conflict do nothing returning 1)
  select exists (select from noted)
$function$
;
grant execute on function note_logout_token(bytea,timestamp with time zone) to guichet_app;
grant execute on function note_logout_token(bytea,timestamp with time zone) to guichet_helpdesk;

CREATE OR REPLACE FUNCTION note_lookups_exceeded()
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  update agents a set lookups_exceeded_at = now()
    where a.id::text = current_agent()
      and (a.lookups_exceeded_at is null or a.lookups_exceeded_at < now() - interval '1 hour');
  if not found then return false; end if;
  insert into audit_records (act, object, detail) values ('helpdesk.lookups_exceeded', current_agent(),
    jsonb_build_object('agent', current_setting('guichet.agent_name', true)));
  return true;
end $function$
;
grant execute on function note_lookups_exceeded() to guichet_helpdesk;

CREATE OR REPLACE FUNCTION open_account(wanted uuid, person uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare why text;
begin
  select l.reason into why from lookups l
    where l.id = wanted and l.agent_id::text = current_agent() and l.at > now() - interval '30 minutes'
      and person = any (l.found);
  if why is null or concerns_agent('accounts', person) then return null; end if;
  perform set_config('guichet.subject', person::text, true);
  insert into audit_records (act, person_id, object, detail)
    values ('helpdesk.account_opened', person, wanted::text,
      jsonb_build_object('reason', why, 'agent', current_setting('guichet.agent_name', true)));
  return why;
end $function$
;
grant execute on function open_account(uuid,uuid) to guichet_helpdesk;

CREATE OR REPLACE FUNCTION open_agent_session(provider text, who text, called text, token bytea, address text DEFAULT NULL::text, number_hash bytea DEFAULT NULL::bytea, login bytea DEFAULT NULL::bytea, login_session bytea DEFAULT NULL::bytea)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare found_id uuid;
begin
  insert into agents as a (issuer, subject, name, email, national_number_hash)
    values (provider, who, called, address, number_hash)
    on conflict on constraint one_agent_per_subject do update set name = excluded.name, email = excluded.email,
      national_number_hash = excluded.national_number_hash, signed_in_at = now()
    returning a.id into found_id;
  insert into agent_sessions (token_hash, agent_id, login_hash, login_session_hash)
    values (token, found_id, login, login_session);
  return found_id;
end $function$
;
grant execute on function open_agent_session(text,text,text,bytea,text,bytea,bytea,bytea) to guichet_helpdesk;

CREATE OR REPLACE FUNCTION opens_membership(presented certificates, held memberships)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select presented.person_id = held.person_id and presented.removed_at is null
    and coalesce(presented.valid_to > now(), true)
    and (held.bound_organization is null
      or held.bound_organization = coalesce(presented.organization_identifier, presented.organization_name))
    and (held.bound_certificate_id is null or exists (select from certificates b
      where b.id = held.bound_certificate_id
        and (b.provider, b.serial_number) = (presented.provider, presented.serial_number)))
$function$
;

CREATE OR REPLACE FUNCTION opens_space(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select exists (select from spaces s where s.id = wanted and s.owner_id = current_person())
    and not exists (select from memberships m where m.space_id = wanted)
$function$
;
grant execute on function opens_space(uuid) to guichet_app;

CREATE OR REPLACE FUNCTION person_of_session(token bytea)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select s.person_id from sessions s where s.token_hash = token
$function$
;
grant execute on function person_of_session(bytea) to guichet_app;

CREATE OR REPLACE FUNCTION persons_found(way text, value text)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  case way
    when 'name' then
      return query select p.id from persons p
        where name_words(p.given_name || ' ' || p.family_name) @@ name_query(value, ':*') limit 20;
    when 'national_number' then
      return query (
        select p.id from persons p
          where p.national_number_state = 'confirmed' and p.national_number_hash = decode(value, 'hex')
        union select p.id from persons p
          where p.national_number_state = 'declared' and p.national_number_hash = decode(value, 'hex')) limit 20;
    when 'email' then
      return query select p.id from persons p where lower(p.email) = lower(value) limit 20;
    when 'space' then
      return query (
        select s.owner_id from spaces s where s.code = upper(value)
        union select m.person_id from memberships m join spaces s on s.id = m.space_id
          where s.code = upper(value)) limit 20;
    when 'certificate' then
      return query select distinct c.person_id from certificates c where c.serial_number = value limit 20;
    when 'request' then
      return query (
        select r.person_id from helpdesk_requests r where r.reference = value and r.person_id is not null
        union select r.person_id from recoveries r where r.reference = value and r.person_id is not null
        union select r.person_id from certificate_requests r
          where r.id = case when value ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then value::uuid end) limit 20;
    else return;
  end case;
end $function$
;

CREATE OR REPLACE FUNCTION reaches_me(invited invitations, link bytea)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select case when invited.serial_number is not null then exists (select from certificates c
      where c.person_id = current_person() and c.removed_at is null and c.serial_number = invited.serial_number)
    else coalesce(invited.token_hash = link, false) or exists (select from persons p
      where p.id = current_person() and p.email_confirmed_at is not null and lower(p.email) = lower(invited.email)) end
$function$
;

CREATE OR REPLACE FUNCTION recoveries_of_mine()
 RETURNS TABLE(reference text, approved_at timestamp with time zone, waits_until timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select r.reference, e.at, r.waits_until
  from recoveries r join recovery_events e on e.recovery_id = r.id and e.kind = 'approved'
  where r.person_id = current_person() and recovery_state(r.id) in ('waiting', 'ready') order by e.at
$function$
;
grant execute on function recoveries_of_mine() to guichet_app;

CREATE OR REPLACE FUNCTION recovery_state(wanted uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select case
    when last.kind in ('refused', 'cancelled', 'completed') then last.kind
    when r.expires_at <= clock_timestamp() then 'expired'
    when last.kind = 'approved' then case when r.waits_until > clock_timestamp() then 'waiting' else 'ready' end
    when last.kind = 'taken' then 'checking'
    else 'requested' end
  from recoveries r left join lateral (
    select e.kind from recovery_events e
    where e.recovery_id = r.id and e.kind <> 'certificate_given' order by e.seq desc limit 1) last on true
  where r.id = wanted
$function$
;

CREATE OR REPLACE FUNCTION refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% only grow', tg_table_name using errcode = 'insufficient_privilege';
end $function$
;

CREATE OR REPLACE FUNCTION refuse_change_of_submitted()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  moves_on boolean := old.status = 'submitted' and new.status = 'received';
begin
  if old.status = 'draft' and new.status in ('draft', 'submitted') then return new; end if;
  if moves_on and (new.answers, new.procedure_id, new.procedure_version, new.changed_by)
    is not distinct from (old.answers, old.procedure_id, old.procedure_version, old.changed_by) then return new; end if;
  raise exception 'a submitted dossier does not change'
    using errcode = 'check_violation', constraint = 'submitted_dossier_is_frozen';
end $function$
;

CREATE OR REPLACE FUNCTION refuse_dossier_in_closed_space()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform from spaces s where s.id = new.space_id and s.closed_at is null for key share;
  if not found then
    raise exception 'the space is closed' using errcode = 'check_violation', constraint = 'dossier_in_open_space';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION refuse_recovery(wanted uuid, why text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform from recoveries r where r.id = wanted for update;
  if not is_in_my_hands(wanted) or concerns_agent('recoveries', wanted) then return false; end if;
  return step_recovery(wanted, 'refused', why);
end $function$
;
grant execute on function refuse_recovery(uuid,text) to guichet_helpdesk;

CREATE OR REPLACE FUNCTION refuse_recovery_history()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'what happened to a recovery stays' using errcode = 'check_violation',
    constraint = 'recovery_takes_its_steps';
end $function$
;

CREATE OR REPLACE FUNCTION refuse_recovery_step()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  found_row recoveries;
  state text;
begin
  select * into found_row from recoveries r where r.id = new.recovery_id for update;
  state := recovery_state(new.recovery_id);
  if state = any (case new.kind
      when 'certificate_given' then array['requested', 'checking']
      when 'taken' then array['requested', 'checking']
      when 'approved' then array['checking']
      when 'refused' then array['checking', 'waiting', 'ready']
      when 'cancelled' then array['requested', 'checking', 'waiting', 'ready']
      else array['ready'] end)
    and (new.kind <> 'approved' or found_row.person_id is not null) then
    new.seq := (select coalesce(max(e.seq), 0) + 1 from recovery_events e where e.recovery_id = new.recovery_id);
    return new;
  end if;
  raise exception 'a recovery that is % cannot be %', state, new.kind
    using errcode = 'check_violation', constraint = 'recovery_takes_its_steps';
end $function$
;

CREATE OR REPLACE FUNCTION refuse_removal_of_submitted()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.status = 'draft' then return old; end if;
  raise exception 'a submitted dossier stays'
    using errcode = 'check_violation', constraint = 'submitted_dossier_is_frozen';
end $function$
;

CREATE OR REPLACE FUNCTION refuse_second_user()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform hold_space(new.space_id);
  if exists (select from memberships m where m.space_id = new.space_id and m.person_id <> new.person_id)
    and not exists (select from spaces s
      where s.id = new.space_id and s.kind = 'business' and s.opened_with = 'professional') then
    raise exception 'this space has one user'
      using errcode = 'check_violation', constraint = 'one_user_unless_opened_professionally';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION remove_certificate(wanted uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform from persons p where p.id = current_person() for no key update;
  perform from certificates c
    where c.id = wanted and c.person_id = current_person() and c.removed_at is null for update;
  if not found then return 'unknown'; end if;
  if not exists (select from certificates c
      where c.person_id = current_person() and c.id <> wanted and c.removed_at is null
        and coalesce(c.valid_to > now(), true)) then
    return 'last';
  end if;
  perform hold_space(b.space_id) from (
    select m.space_id from memberships m
    where m.person_id = current_person() and num_nonnulls(m.bound_organization, m.bound_certificate_id) > 0
    order by m.space_id) b;
  if exists (select from last_keys_of_mine() k where k.certificate_id = wanted) then return 'last_key'; end if;
  update certificates set removed_at = now() where id = wanted;
  update sessions set ended_at = now() where certificate_id = wanted and ended_at is null;
  return 'removed';
end $function$
;
grant execute on function remove_certificate(uuid) to guichet_app;

CREATE OR REPLACE FUNCTION settle_certificate(wanted uuid, accept boolean, said text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  asked certificate_requests;
  new_id uuid;
begin
  select * into asked from certificate_requests r where r.id = wanted and r.settled_at is null for update;
  if asked.id is null or current_agent() is null or (accept and asked.reason <> 'names') then return null; end if;
  if concerns_agent('certificates', wanted) then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended(
    'certificate ' || asked.provider || ' ' || asked.serial_number, 0));
  if accept then
    insert into certificates (person_id, provider, serial_number, kind, family_name, given_name, organization_name,
        organization_identifier)
      values (asked.person_id, asked.provider, asked.serial_number, asked.kind, asked.family_name, asked.given_name,
        asked.organization_name, asked.organization_identifier)
      on conflict (provider, serial_number) where removed_at is null do nothing returning id into new_id;
    if new_id is null then return null; end if;
  end if;
  update certificate_requests r set settled_at = now(), settled_by = current_setting('guichet.agent_name', true),
    accepted = accept, answer = said where r.id = wanted;
  return coalesce(new_id, wanted);
end $function$
;
grant execute on function settle_certificate(uuid,boolean,text) to guichet_helpdesk;

CREATE OR REPLACE FUNCTION step_recovery(wanted uuid, step text, why text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  insert into recovery_events (recovery_id, seq, kind, agent, agent_name, reason)
    values (wanted, 0, step, current_agent(), nullif(current_setting('guichet.agent_name', true), ''), why);
  return true;
exception when check_violation then
  return false;
end $function$
;

CREATE OR REPLACE FUNCTION step_request(asked uuid, step text, said text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  request helpdesk_requests;
  last request_events;
begin
  select * into request from helpdesk_requests r where r.id = asked for update;
  if request.id is null or current_agent() is null or concerns_agent('requests', asked) then return false; end if;
  select * into last from request_events e where e.request_id = asked order by e.seq desc limit 1;
  if last.kind in ('answered', 'refused') then return false; end if;
  if step <> 'taken' and last.agent is distinct from current_agent() then return false; end if;
  insert into request_events (request_id, seq, person_id, kind, agent, agent_name, answer)
    values (asked, coalesce(last.seq, 0) + 1, request.person_id, step, current_agent(), current_setting('guichet.agent_name', true), said);
  return true;
end $function$
;
grant execute on function step_request(uuid,text,text) to guichet_helpdesk;

CREATE OR REPLACE FUNCTION take_back_national_number()
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  update persons set national_number_state = 'none', national_number_hash = null, national_number_sealed = null
    where id = current_person() and national_number_state = 'declared';
  return found;
end $function$
;
grant execute on function take_back_national_number() to guichet_app;

CREATE OR REPLACE FUNCTION take_recovery(wanted uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if current_agent() is null or concerns_agent('recoveries', wanted) then return false; end if;
  return step_recovery(wanted, 'taken', null);
end $function$
;
grant execute on function take_recovery(uuid) to guichet_helpdesk;

CREATE OR REPLACE FUNCTION use_activation_code(hash bytea)
 RETURNS uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  update activation_codes a set used_at = now()
  where a.code_hash = hash and a.used_at is null and a.created_at > now() - interval '15 minutes'
    and not exists (select from activation_codes n
      where n.person_id = a.person_id and n.created_at > a.created_at)
  returning a.person_id
$function$
;
grant execute on function use_activation_code(bytea) to guichet_app;

CREATE OR REPLACE FUNCTION use_saml_assertion(used bytea, until timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  with kept as (
    insert into saml_assertions (id_hash, valid_until) values (used, until)
    on conflict do nothing returning 1)
  select exists (select from kept)
$function$
;
grant execute on function use_saml_assertion(bytea,timestamp with time zone) to guichet_app;

