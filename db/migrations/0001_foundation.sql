-- Persons, certificates, sessions, spaces, profiles, dossiers, cases, mails, audit.
-- Every table names its class in its comment: directory, space-owned, authority-owned, reference,
-- audit or system. A test walks the catalogue and refuses a table without one.

revoke all on schema public from public;
grant usage on schema public to guichet_app, guichet_worker, guichet_desk, guichet_helpdesk;

-- Who asks. Set locally in each transaction by the scopes; absent means nobody.
create function current_person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('guichet.person_id', true), '')::uuid $$;
create function current_space() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('guichet.space_id', true), '')::uuid $$;
create function current_member_role() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('guichet.role', true), '') $$;
create function current_authority() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('guichet.authority_id', true), '') $$;
create function current_browser() returns bytea language sql stable parallel safe
  as $$ select decode(nullif(current_setting('guichet.browser', true), ''), 'hex') $$;
create function may_write() returns boolean language sql stable parallel safe
  as $$ select current_member_role() in ('administrator', 'manager', 'worker') $$;

-- ── directory ──────────────────────────────────────────────────────────────────────────────────

create table persons (
  id uuid primary key,
  family_name text not null,
  given_name text not null,
  birth_date date,
  language text not null check (language in ('de', 'fr', 'en', 'lb')),
  email text,
  email_confirmed_at timestamptz,
  national_number_state text not null default 'none'
    check (national_number_state in ('none', 'declared', 'confirmed')),
  national_number_hash bytea,
  national_number_sealed bytea,
  national_number_confirmed_by text
    check (national_number_confirmed_by in ('certificate', 'claim', 'register', 'helpdesk')),
  national_number_confirmed_at timestamptz,
  business_limit integer check (business_limit >= 0),
  created_at timestamptz not null default now(),
  check ((national_number_state = 'none') = (national_number_hash is null)),
  check ((national_number_state = 'confirmed') = (national_number_confirmed_by is not null))
);
comment on table persons is '@class directory';

-- An address counts as confirmed only where its link was used, whoever writes the column.
create function forget_confirmation() returns trigger language plpgsql as $$
begin
  if new.email is distinct from old.email and new.email_confirmed_at is not distinct from old.email_confirmed_at then
    new.email_confirmed_at := null;
  end if;
  return new;
end $$;
create trigger changed_address_is_unconfirmed before update on persons
  for each row execute function forget_confirmation();
create unique index one_person_per_confirmed_national_number
  on persons (national_number_hash) where national_number_state = 'confirmed';
create index persons_by_declared_national_number
  on persons (national_number_hash) where national_number_state = 'declared';

create table terms_acceptances (
  person_id uuid not null references persons,
  version text not null,
  accepted_at timestamptz not null default now(),
  primary key (person_id, version)
);
comment on table terms_acceptances is '@class directory';

create table certificates (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references persons,
  provider text not null,
  serial_number text not null,
  kind text not null check (kind in ('private', 'professional')),
  family_name text not null,
  given_name text not null,
  organization_name text,
  organization_identifier text,
  valid_from timestamptz,
  valid_to timestamptz,
  fingerprint text,
  registered_at timestamptz not null default now(),
  last_used_at timestamptz not null default now(),
  constraint one_registration_per_certificate unique (provider, serial_number)
);
comment on table certificates is '@class directory';
create index certificates_of_person on certificates (person_id);

create table sessions (
  token_hash bytea primary key,
  person_id uuid not null references persons,
  certificate_id uuid not null references certificates,
  scheme text not null check (scheme in ('tls', 'oidc', 'saml')),
  assurance text not null check (assurance in ('low', 'substantial', 'high')),
  user_agent text,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  ended_at timestamptz
);
comment on table sessions is '@class directory';
create index sessions_of_person on sessions (person_id, created_at);

-- What a scheme presented, on its way back to the browser that began the sign-in.
create table sign_ins (
  code_hash bytea primary key,
  browser_hash bytea not null,
  presented jsonb not null,
  created_at timestamptz not null default now(),
  consumed_at timestamptz,
  -- A session came of it; without one it waits for the registration of a new certificate.
  finished_at timestamptz
);
comment on table sign_ins is '@class directory';
create index sign_ins_by_age on sign_ins (created_at);
create index sign_ins_of_browser on sign_ins (browser_hash, consumed_at);

create table email_confirmations (
  token_hash bytea primary key,
  person_id uuid not null references persons,
  email text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table email_confirmations is '@class directory';
create index email_confirmations_of_person on email_confirmations (person_id, created_at);

create table attempts (
  kind text not null,
  key_hash bytea not null,
  at timestamptz not null default now()
);
comment on table attempts is '@class directory';
create index attempts_by_key on attempts (kind, key_hash, at);

create table spaces (
  id uuid primary key default gen_random_uuid(),
  code text not null check (code ~ '^(PP|PM)-[A-NP-Z1-9]{6}$'),
  kind text not null check (kind in ('private', 'business')),
  owner_id uuid not null references persons,
  title text not null,
  opened_with_certificate_id uuid not null references certificates,
  opened_with text not null check (opened_with in ('private', 'professional')),
  use_data boolean not null default true,
  -- What tells whether two spaces are of one company: register number, VAT number, legal name.
  company_keys text[] not null default '{}',
  -- The form that opened it, so that sending it twice opens one space. Forgotten when it closes.
  request_hash bytea,
  created_at timestamptz not null default now(),
  closed_at timestamptz,
  closed_by uuid references persons,
  constraint space_code_is_unique unique (code),
  constraint one_space_per_request unique (owner_id, request_hash),
  check ((kind = 'private') = (code like 'PP-%')),
  check ((closed_at is null) = (closed_by is null))
);
comment on table spaces is '@class directory';
create unique index one_private_space_per_person
  on spaces (owner_id) where kind = 'private' and closed_at is null;
create index business_spaces_of_owner on spaces (owner_id) where kind = 'business';
create index closed_spaces_of_owner on spaces (owner_id, closed_at) where closed_at is not null;

create table memberships (
  person_id uuid not null references persons,
  space_id uuid not null references spaces,
  role text not null check (role in ('administrator', 'manager', 'reader')),
  capacity text check (capacity in ('manager', 'employee', 'representative', 'self_employed')),
  joined_at timestamptz not null default now(),
  last_used_at timestamptz not null default now(),
  primary key (person_id, space_id)
);
comment on table memberships is '@class directory';
create index members_of_space on memberships (space_id);

create table mails (
  id uuid primary key default gen_random_uuid(),
  person_id uuid references persons,
  kind text not null,
  language text not null check (language in ('de', 'fr', 'en', 'lb')),
  recipient text not null,
  data jsonb not null default '{}',
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  failed_at timestamptz,
  failure text
);
comment on table mails is '@class directory';
create index mails_of_person on mails (person_id, created_at);

-- ── space-owned ────────────────────────────────────────────────────────────────────────────────

create table profiles (
  space_id uuid primary key references spaces,
  version integer not null check (version > 0),
  data jsonb not null,
  sources jsonb not null default '{}',
  changed_at timestamptz not null default now(),
  changed_by uuid not null references persons
);
comment on table profiles is '@class space-owned';

create table profile_versions (
  space_id uuid not null references spaces,
  version integer not null,
  data jsonb not null,
  sources jsonb not null default '{}',
  changed_at timestamptz not null default now(),
  changed_by uuid not null references persons,
  changed_by_name text not null,
  primary key (space_id, version)
);
comment on table profile_versions is '@class space-owned';

create table dossier_counters (
  space_id uuid primary key references spaces,
  last_number integer not null
);
comment on table dossier_counters is '@class space-owned';

create table procedures (
  id text not null,
  version integer not null,
  kind text not null check (kind in ('private', 'business')),
  authority_id text not null,
  definition jsonb not null,
  digest text not null,
  published_at timestamptz not null default now(),
  primary key (id, version)
);
comment on table procedures is '@class reference';

create table dossiers (
  space_id uuid not null references spaces,
  number integer not null,
  procedure_id text not null,
  procedure_version integer not null,
  status text not null check (status in ('draft', 'submitted', 'received')),
  answers jsonb not null,
  provenance jsonb not null default '{}',
  page text not null,
  version integer not null default 1,
  -- By page: which opened form saved it last, so that a form is not in conflict with its own autosave.
  saved_by jsonb not null default '{}',
  -- The form that began it, so that sending it twice begins one dossier.
  request_key text,
  created_at timestamptz not null default now(),
  created_by uuid not null references persons,
  changed_at timestamptz not null default now(),
  changed_by uuid not null references persons,
  changed_by_name text not null default '',
  primary key (space_id, number),
  constraint one_dossier_per_request unique (space_id, request_key),
  foreign key (procedure_id, procedure_version) references procedures
);
comment on table dossiers is '@class space-owned';
create index dossiers_by_last_change on dossiers (space_id, changed_at desc, number desc);
create index drafts_of_space on dossiers (space_id) where status = 'draft';

-- Only an empty space can be closed: whoever closes holds its row, whoever begins a dossier waits for it.
create function refuse_dossier_in_closed_space() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform from spaces s where s.id = new.space_id and s.closed_at is null for key share;
  if not found then
    raise exception 'the space is closed' using errcode = 'check_violation', constraint = 'dossier_in_open_space';
  end if;
  return new;
end $$;
create trigger dossier_in_open_space before insert on dossiers
  for each row execute function refuse_dossier_in_closed_space();

-- What was submitted stays as it was; of a submitted dossier only the status moves on.
create function refuse_change_of_submitted() returns trigger language plpgsql as $$
declare
  moves_on boolean := old.status = 'submitted' and new.status = 'received';
begin
  if old.status = 'draft' and new.status in ('draft', 'submitted') then return new; end if;
  if moves_on and (new.answers, new.procedure_id, new.procedure_version, new.changed_by)
    is not distinct from (old.answers, old.procedure_id, old.procedure_version, old.changed_by) then return new; end if;
  raise exception 'a submitted dossier does not change'
    using errcode = 'check_violation', constraint = 'submitted_dossier_is_frozen';
end $$;
create trigger submitted_dossier_is_frozen before update on dossiers
  for each row execute function refuse_change_of_submitted();

create function refuse_removal_of_submitted() returns trigger language plpgsql as $$
begin
  if old.status = 'draft' then return old; end if;
  raise exception 'a submitted dossier stays'
    using errcode = 'check_violation', constraint = 'submitted_dossier_is_frozen';
end $$;
create trigger submitted_dossier_stays before delete on dossiers
  for each row execute function refuse_removal_of_submitted();

create table submissions (
  space_id uuid not null,
  number integer not null,
  case_id uuid not null,
  answers jsonb not null,
  wording jsonb not null,
  language text not null,
  capacity text,
  hash text not null,
  submitted_at timestamptz not null default now(),
  submitted_by uuid not null references persons,
  submitted_by_name text not null,
  certificate_id uuid not null references certificates,
  constraint one_submission_per_dossier primary key (space_id, number),
  foreign key (space_id, number) references dossiers
);
comment on table submissions is '@class space-owned';

create table dossier_events (
  space_id uuid not null,
  number integer not null,
  seq integer not null,
  kind text not null check (kind in ('created', 'submitted', 'received')),
  at timestamptz not null default now(),
  person_id uuid references persons,
  detail jsonb not null default '{}',
  primary key (space_id, number, seq),
  foreign key (space_id, number) references dossiers on delete cascade
);
comment on table dossier_events is '@class space-owned';

-- ── authority-owned ────────────────────────────────────────────────────────────────────────────

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
  submitted_at timestamptz not null,
  primary key (authority_id, id)
);
comment on table cases is '@class authority-owned';
create index cases_in_order on cases (authority_id, submitted_at, id);

create table case_receipts (
  authority_id text not null,
  case_id uuid not null,
  authority_reference text,
  received_at timestamptz not null default now(),
  primary key (authority_id, case_id),
  foreign key (authority_id, case_id) references cases
);
comment on table case_receipts is '@class authority-owned';

-- ── audit ──────────────────────────────────────────────────────────────────────────────────────

create table audit_records (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  act text not null,
  person_id uuid,
  space_id uuid,
  object text,
  detail jsonb not null default '{}'
);
comment on table audit_records is '@class audit';
create index audit_of_person on audit_records (person_id, id desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit_records only grow' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_only_grows before update or delete or truncate on audit_records
  for each statement execute function refuse_change();

-- ── entering: session, space and membership in one call ────────────────────────────────────────
-- Limits come as connection settings guichet.session_idle and guichet.session_absolute (seconds).

create function live_session(token bytea, touch boolean) returns table (
  person_id uuid, certificate_id uuid, scheme text, assurance text, signed_in_at timestamptz, ends_at timestamptz
) language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
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
end $$;

create function enter_person(token bytea, touch boolean) returns table (
  person_id uuid, family_name text, given_name text, language text, email text, email_confirmed boolean,
  national_number_state text,
  certificate_id uuid, certificate_kind text, provider text, serial_number text,
  organization_name text, organization_identifier text,
  scheme text, assurance text, signed_in_at timestamptz, ends_at timestamptz
) language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
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
end $$;

create function enter_space(token bytea, wanted text, touch boolean) returns table (
  person_id uuid, family_name text, given_name text, language text, email text, email_confirmed boolean,
  national_number_state text,
  certificate_id uuid, certificate_kind text, provider text, serial_number text,
  organization_name text, organization_identifier text,
  scheme text, assurance text, signed_in_at timestamptz, ends_at timestamptz,
  space_id uuid, space_code text, space_kind text, space_title text, space_opened_with text,
  use_data boolean, member_role text, capacity text
) language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare entered record;
begin
  for entered in
    select e.*, x.id as sid, x.code, x.kind, x.title, x.opened_with as ow, x.use_data as ud, m.role, m.capacity as cap
    from enter_person(token, touch) e
    left join spaces x on x.code = wanted and x.closed_at is null
      and exists (select from memberships k where k.space_id = x.id and k.person_id = e.person_id)
    left join memberships m on m.space_id = x.id and m.person_id = e.person_id
  loop
    if entered.sid is not null then
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
      entered.sid, entered.code, entered.kind, entered.title, entered.ow, entered.ud, entered.role, entered.cap;
  end loop;
end $$;

-- Whose certificate is this? Answers before anybody is signed in, so it runs as the owner.
create function find_certificate(wanted_provider text, wanted_serial text)
  returns table (certificate_id uuid, person_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.id, c.person_id from certificates c
  where c.provider = wanted_provider and c.serial_number = wanted_serial
$$;

-- What the person says of their own number, as long as none is confirmed.
create function declare_national_number(hash bytea, sealed bytea) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update persons set national_number_state = 'declared', national_number_hash = hash, national_number_sealed = sealed
    where id = current_person() and national_number_state <> 'confirmed';
  return found;
end $$;

-- Whoever empties the field takes back what they declared; what was confirmed stays.
create function take_back_national_number() returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update persons set national_number_state = 'none', national_number_hash = null, national_number_sealed = null
    where id = current_person() and national_number_state = 'declared';
  return found;
end $$;

-- A confirmed number displaces mere declarations of it by others. False when another person has it confirmed.
create function confirm_national_number(hash bytea, sealed bytea, confirmed_by text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
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
end $$;

-- Who holds the token may end its session, also when another person is about to sign in.
create function end_session(token bytea) returns uuid
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  update sessions s set ended_at = now() where s.token_hash = token and s.ended_at is null returning s.person_id
$$;

-- What a confirmation link stands for. Looking changes nothing: mail scanners open links too.
create function find_confirmation(token bytea) returns table (email text, state text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select e.email, case when e.used_at is not null then 'used' when e.expires_at <= now() then 'expired' else 'open' end
  from email_confirmations e where e.token_hash = token
$$;

create function confirm_email(token bytea) returns table (person_id uuid, email text)
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
    with used as (
      update email_confirmations e set used_at = now()
      where e.token_hash = token and e.used_at is null and e.expires_at > now()
      returning e.person_id, e.email)
    update persons p set email = u.email, email_confirmed_at = now()
    from used u where p.id = u.person_id
    returning p.id, p.email;
end $$;

-- Counts one attempt; false once more than `most` fell within the window.
create function allow_attempt(what text, key bytea, most integer, seconds integer) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare seen integer;
begin
  perform pg_advisory_xact_lock(hashtextextended(what || encode(key, 'hex'), 0));
  delete from attempts a where a.kind = what and a.key_hash = key and a.at < now() - make_interval(secs => seconds);
  select count(*) into seen from attempts a where a.kind = what and a.key_hash = key;
  if seen >= most then return false; end if;
  insert into attempts (kind, key_hash) values (what, key);
  return true;
end $$;

-- R6: opened by the person and not closed; memberships by invitation do not count.
create function business_spaces_used() returns integer
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select count(*)::int from spaces s
  where s.owner_id = current_person() and s.kind = 'business' and s.closed_at is null
$$;
create function has_private_space() returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from spaces s
    where s.owner_id = current_person() and s.kind = 'private' and s.closed_at is null)
$$;
-- The directory's view of a profile: whoever may change the data may thereby rename the space, no more.
create function describe_space(new_title text, new_keys text[]) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  update spaces set title = new_title, company_keys = new_keys
  where id = current_space() and may_write() and (title, company_keys) is distinct from (new_title, new_keys)
$$;
-- How many dossiers wait in each of the person's spaces: numbers only, across the walls between spaces.
create function drafts_in_my_spaces() returns table (space_id uuid, drafts integer)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select d.space_id, count(*)::int
  from memberships m join dossiers d on d.space_id = m.space_id and d.status = 'draft'
  where m.person_id = current_person()
  group by d.space_id
$$;
create function owns_space(wanted uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from spaces s where s.id = wanted and s.owner_id = current_person())
$$;

-- Background work, in the caller's transaction. Whoever enqueues cannot read the queue: this runs as the owner.
create function enqueue_job(queue_name text, payload jsonb) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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
end $$;

-- ── row-level security ─────────────────────────────────────────────────────────────────────────

do $$
declare t text;
begin
  foreach t in array array['persons', 'terms_acceptances', 'certificates', 'sessions', 'sign_ins',
    'email_confirmations', 'attempts', 'spaces', 'memberships', 'mails', 'profiles', 'profile_versions',
    'dossier_counters', 'dossiers', 'submissions', 'dossier_events', 'cases', 'case_receipts', 'audit_records']
  loop execute format('alter table %I enable row level security', t); end loop;
  foreach t in array array['profiles', 'profile_versions', 'dossier_counters', 'dossiers', 'submissions', 'dossier_events']
  loop
    execute format('create policy in_space_read on %I for select to guichet_app, guichet_worker
      using (space_id = (select current_space()))', t);
    execute format('create policy in_space_insert on %I for insert to guichet_app, guichet_worker
      with check (space_id = (select current_space()) and (select may_write()))', t);
    execute format('create policy in_space_update on %I for update to guichet_app, guichet_worker
      using (space_id = (select current_space()) and (select may_write()))
      with check (space_id = (select current_space()))', t);
  end loop;
end $$;
create policy in_space_delete on dossiers for delete to guichet_app
  using (space_id = (select current_space()) and (select may_write()));

create policy own_person on persons to guichet_app
  using (id = (select current_person())) with check (id = (select current_person()));
create policy own_terms on terms_acceptances to guichet_app
  using (person_id = (select current_person())) with check (person_id = (select current_person()));
create policy own_certificates on certificates to guichet_app
  using (person_id = (select current_person())) with check (person_id = (select current_person()));
create policy own_sessions on sessions for insert to guichet_app
  with check (person_id = (select current_person())
    and certificate_id in (select c.id from certificates c where c.person_id = (select current_person())));
create policy own_confirmations on email_confirmations to guichet_app
  using (person_id = (select current_person())) with check (person_id = (select current_person()));
create policy own_mails on mails to guichet_app
  using (person_id = (select current_person())) with check (person_id = (select current_person()));
create policy own_browser on sign_ins to guichet_app
  using (browser_hash = (select current_browser())) with check (browser_hash = (select current_browser()));

create policy own_memberships on memberships for select to guichet_app
  using (person_id = (select current_person()) or space_id = (select current_space()));
create policy first_membership on memberships for insert to guichet_app
  with check (person_id = (select current_person()) and owns_space(space_id));
create policy use_membership on memberships for update to guichet_app
  using (person_id = (select current_person())) with check (person_id = (select current_person()));

create policy spaces_of_member on spaces for select to guichet_app
  using (id = (select current_space())
    or id in (select m.space_id from memberships m where m.person_id = (select current_person())));
create policy open_space on spaces for insert to guichet_app
  with check (owner_id = (select current_person()) and exists (
    select from certificates c where c.id = opened_with_certificate_id and c.kind = opened_with
      and c.person_id = (select current_person())));
-- By an administrator who stands in it; a closed one, in which nobody can stand, by its owner.
create policy change_space on spaces for update to guichet_app
  using (id = (select current_space()) and (select current_member_role()) = 'administrator'
    or owner_id = (select current_person()) and closed_at is not null)
  with check (closed_by is null or closed_by = (select current_person()));

create policy worker_persons on persons for select to guichet_worker using (true);
create policy worker_spaces on spaces for select to guichet_worker using (true);
create policy worker_mails_read on mails for select to guichet_worker using (true);
create policy worker_mails_insert on mails for insert to guichet_worker with check (true);
create policy worker_mails_update on mails for update to guichet_worker using (true) with check (true);
create policy worker_sign_ins on sign_ins for all to guichet_worker using (true);
create policy worker_confirmations on email_confirmations for all to guichet_worker using (true);
create policy worker_attempts on attempts for all to guichet_worker using (true);
create policy worker_sessions on sessions for all to guichet_worker using (true);

create policy hand_over on cases for insert to guichet_app
  with check (space_id = (select current_space()) and (select may_write()));
create policy own_cases on cases for select to guichet_desk
  using (authority_id = (select current_authority()));
create policy own_receipts on case_receipts to guichet_desk
  using (authority_id = (select current_authority()))
  with check (authority_id = (select current_authority()));

create policy audit_grows on audit_records for insert
  to guichet_app, guichet_worker, guichet_desk, guichet_helpdesk with check (true);
create policy own_audit on audit_records for select to guichet_app
  using (person_id = (select current_person()));

-- ── grants: least privilege ────────────────────────────────────────────────────────────────────

-- By column where something must never change, or is not the role's to say: the number's state, the limit,
-- who opened what with which certificate. A new column that may change needs its name here.

grant select, insert (id, family_name, given_name, birth_date, language, email), update (language, email)
  on persons to guichet_app;
grant select, insert on terms_acceptances to guichet_app;
grant select, insert, update (kind, family_name, given_name, organization_name, organization_identifier,
  valid_from, valid_to, fingerprint, last_used_at) on certificates to guichet_app;
grant insert (token_hash, person_id, certificate_id, scheme, assurance, user_agent) on sessions to guichet_app;
grant select, insert, update (consumed_at, finished_at) on sign_ins to guichet_app;
grant select, insert (token_hash, person_id, email, expires_at), update (expires_at)
  on email_confirmations to guichet_app;
grant select, insert (id, person_id, kind, language, recipient, data) on mails to guichet_app;
grant select, insert, update (use_data, request_hash, closed_at, closed_by) on spaces to guichet_app;
grant select, insert, update (capacity, last_used_at) on memberships to guichet_app;
grant select, insert, update (version, data, sources, changed_at, changed_by) on profiles to guichet_app;
grant select, insert on profile_versions, submissions, dossier_events to guichet_app;
grant select, insert, update (last_number) on dossier_counters to guichet_app;
grant select, insert, update (status, answers, provenance, page, version, saved_by, request_key,
  changed_at, changed_by, changed_by_name), delete on dossiers to guichet_app;
grant select on procedures to guichet_app, guichet_desk;
grant insert on cases to guichet_app;
grant select on audit_records to guichet_app;

grant select (id, family_name, given_name, language, email, email_confirmed_at) on persons to guichet_worker;
grant select (id, code, kind, closed_at) on spaces to guichet_worker;
grant select, insert (id, person_id, kind, language, recipient, data), update (sent_at, failed_at, failure)
  on mails to guichet_worker;
grant select (created_at), delete on sign_ins to guichet_worker;
grant select (expires_at), delete on email_confirmations to guichet_worker;
grant select (at), delete on attempts to guichet_worker;
grant select (created_at, ended_at), delete on sessions to guichet_worker;
grant select on submissions to guichet_worker;
grant select, update (status, changed_at) on dossiers to guichet_worker;
grant select, insert on dossier_events to guichet_worker;

grant select on cases to guichet_desk;
grant select, insert on case_receipts to guichet_desk;

-- Neither its time nor its number is the writer's to choose.
grant insert (act, person_id, space_id, object, detail) on audit_records
  to guichet_app, guichet_worker, guichet_desk, guichet_helpdesk;

revoke execute on all functions in schema public from public;
grant execute on function current_person(), current_space(), current_member_role(), current_authority(),
  current_browser(), may_write() to guichet_app, guichet_worker, guichet_desk, guichet_helpdesk;
grant execute on function enter_person(bytea, boolean), enter_space(bytea, text, boolean),
  find_certificate(text, text), declare_national_number(bytea, bytea), take_back_national_number(),
  confirm_national_number(bytea, bytea, text), end_session(bytea),
  find_confirmation(bytea), confirm_email(bytea),
  allow_attempt(text, bytea, integer, integer), business_spaces_used(), has_private_space(), owns_space(uuid),
  describe_space(text, text[]), drafts_in_my_spaces()
  to guichet_app;
grant execute on function enqueue_job(text, jsonb) to guichet_app, guichet_worker, guichet_desk;
