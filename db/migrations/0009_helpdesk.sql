-- The helpdesk: its agents and their sessions, what people ask of it, and its look-ups, each with a reason.

-- ── agents ─────────────────────────────────────────────────────────────────────────────────────

create table agents (
  id uuid primary key default gen_random_uuid(),
  issuer text not null,
  subject text not null,
  name text not null,
  signed_in_at timestamptz not null default now(),
  constraint one_agent_per_subject unique (issuer, subject)
);
comment on table agents is '@class directory';

create table agent_sessions (
  token_hash bytea primary key,
  agent_id uuid not null references agents,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  ended_at timestamptz
);
comment on table agent_sessions is '@class directory';
create index agent_sessions_of_agent on agent_sessions (agent_id);

-- Whose account an agent has open; set by `open_account` alone, which leaves a record.
create function current_subject() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('guichet.subject', true), '')::uuid $$;

create function enter_agent(token bytea, touch boolean) returns table (agent_id uuid, name text, ends_at timestamptz)
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  idle interval := make_interval(secs => current_setting('guichet.session_idle')::int);
  absolute interval := make_interval(secs => current_setting('guichet.session_absolute')::int);
begin
  perform set_config('guichet.agent', '', true), set_config('guichet.agent_name', '', true),
    set_config('guichet.subject', '', true);
  return query
    select a.id, a.name, least(case when touch then now() else s.last_seen_at end + idle, s.created_at + absolute)
    from agent_sessions s join agents a on a.id = s.agent_id
    where s.token_hash = token and s.ended_at is null
      and s.last_seen_at > now() - idle and s.created_at > now() - absolute;
  if not found then return; end if;
  perform set_config('guichet.agent', a.id::text, true), set_config('guichet.agent_name', a.name, true)
    from agent_sessions s join agents a on a.id = s.agent_id where s.token_hash = token;
  if touch then
    update agent_sessions s set last_seen_at = now()
    where s.token_hash = token and s.last_seen_at < now() - interval '30 seconds';
  end if;
end $$;

-- What the provider has vouched for; only the portal, after checking it, calls this.
create function open_agent_session(provider text, who text, called text, token bytea) returns uuid
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare found_id uuid;
begin
  insert into agents as a (issuer, subject, name) values (provider, who, called)
    on conflict on constraint one_agent_per_subject do update set name = excluded.name, signed_in_at = now()
    returning a.id into found_id;
  insert into agent_sessions (token_hash, agent_id) values (token, found_id);
  return found_id;
end $$;

create function end_agent_session(token bytea) returns uuid
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  update agent_sessions s set ended_at = now() where s.token_hash = token and s.ended_at is null returning s.agent_id
$$;

-- ── what people ask ────────────────────────────────────────────────────────────────────────────

create table helpdesk_requests (
  id uuid primary key,
  reference text not null check (reference ~ '^[A-Z2-9]{5}-[A-Z2-9]{5}$'),
  kind text not null check (kind in ('limit', 'question')),
  -- Null: somebody who was not signed in, and follows it by a link that was mailed.
  person_id uuid references persons,
  link_hash bytea,
  language text not null check (language in ('de', 'fr', 'en', 'lb')),
  name text not null,
  email text,
  wanted integer check (wanted > 0),
  message text not null,
  created_at timestamptz not null default now(),
  constraint one_request_per_reference unique (reference),
  constraint one_request_per_link unique (link_hash),
  check ((kind = 'limit') = (wanted is not null)),
  check (kind <> 'limit' or person_id is not null),
  check (person_id is not null or email is not null and link_hash is not null)
);
comment on table helpdesk_requests is '@class directory';
create index helpdesk_requests_of_person on helpdesk_requests (person_id, created_at);
create index helpdesk_requests_by_age on helpdesk_requests (created_at, id);

create table request_events (
  request_id uuid not null references helpdesk_requests on delete cascade,
  seq integer not null,
  -- Whose request it is, so that the answer is theirs to read and to take out.
  person_id uuid references persons,
  kind text not null check (kind in ('taken', 'answered', 'refused')),
  at timestamptz not null default clock_timestamp(),
  agent text,
  agent_name text,
  answer text,
  primary key (request_id, seq),
  check ((kind = 'taken') = (answer is null))
);
comment on table request_events is '@class directory';
create unique index one_answer_per_request on request_events (request_id) where kind in ('answered', 'refused');

-- False when it has been answered, or another agent has it in hand.
create function step_request(asked uuid, step text, said text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  request helpdesk_requests;
  last request_events;
begin
  select * into request from helpdesk_requests r where r.id = asked for update;
  if request.id is null or current_agent() is null then return false; end if;
  select * into last from request_events e where e.request_id = asked order by e.seq desc limit 1;
  if last.kind in ('answered', 'refused') then return false; end if;
  if step <> 'taken' and last.agent is distinct from current_agent() then return false; end if;
  insert into request_events (request_id, seq, person_id, kind, agent, agent_name, answer)
    values (asked, coalesce(last.seq, 0) + 1, request.person_id, step, current_agent(), current_setting('guichet.agent_name', true), said);
  return true;
end $$;

-- By the mailed link: what was asked, and the answer.
create function find_request(link bytea) returns table (
  reference text, message text, created_at timestamptz, events jsonb
) language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select r.reference, r.message, r.created_at,
    coalesce((select jsonb_agg(jsonb_build_object('kind', e.kind, 'at', e.at, 'answer', e.answer) order by e.seq)
      from request_events e where e.request_id = r.id), '[]')
  from helpdesk_requests r where r.link_hash = link and r.person_id is null
$$;

-- ── look-ups ───────────────────────────────────────────────────────────────────────────────────

-- Who looked for whom, and why. The agent opens what it found, for half an hour.
create table lookups (
  id uuid primary key default gen_random_uuid(),
  agent_id uuid not null references agents,
  by text not null check (by in ('name', 'national_number', 'email', 'space', 'certificate', 'request')),
  reason text not null check (reason <> ''),
  found uuid[] not null,
  at timestamptz not null default now()
);
comment on table lookups is '@class directory';
create index lookups_of_agent on lookups (agent_id, at);

-- `value` as each way needs it: names folded to lower case, the number's hash in hexadecimal.
create function look_up(way text, value text, why text) returns uuid
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  persons_found uuid[];
  new_id uuid;
begin
  if current_agent() is null then raise exception 'no agent' using errcode = 'insufficient_privilege'; end if;
  select coalesce(array_agg(f.id), '{}') into persons_found from (
    select distinct p.id from persons p
    where case way
      when 'name' then (select bool_and(lower(p.given_name || ' ' || p.family_name) like '%' || replace(replace(replace(
          w, '\', '\\'), '%', '\%'), '_', '\_') || '%') from regexp_split_to_table(lower(value), '\s+') w)
      when 'national_number' then p.national_number_hash = decode(value, 'hex')
      when 'email' then lower(p.email) = lower(value)
      when 'space' then p.id in (select s.owner_id from spaces s where s.code = upper(value)
        union select m.person_id from memberships m join spaces s on s.id = m.space_id where s.code = upper(value))
      when 'certificate' then p.id in (select c.person_id from certificates c where c.serial_number = value)
      when 'request' then p.id in (select r.person_id from helpdesk_requests r where r.reference = value
        union select r.person_id from recoveries r where r.reference = value
        union select r.person_id from certificate_requests r where r.id::text = value)
      else false end
    limit 20) f;
  insert into lookups (agent_id, by, reason, found) values (current_agent()::uuid, way, why, persons_found)
    returning id into new_id;
  insert into audit_records (act, person_id, object, detail)
    select 'helpdesk.looked_up', f, new_id::text,
      jsonb_build_object('by', way, 'reason', why, 'agent', current_setting('guichet.agent_name', true))
    from unnest(case when cardinality(persons_found) > 0 then persons_found else array[null::uuid] end) f;
  return new_id;
end $$;

-- What a look-up of this agent found: enough to tell people apart.
create function found_persons(wanted uuid) returns table (
  id uuid, family_name text, given_name text, birth_date date, national_number_sealed bytea
) language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select p.id, p.family_name, p.given_name, p.birth_date, p.national_number_sealed
  from lookups l join persons p on p.id = any (l.found)
  where l.id = wanted and l.agent_id::text = current_agent() and l.at > now() - interval '30 minutes'
  order by p.family_name, p.given_name, p.id
$$;

-- Lets the transaction see one account, and leaves a record of that. Null: not found by this agent just now.
create function open_account(wanted uuid, person uuid) returns text
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare why text;
begin
  select l.reason into why from lookups l
    where l.id = wanted and l.agent_id::text = current_agent() and l.at > now() - interval '30 minutes'
      and person = any (l.found);
  if why is null then return null; end if;
  perform set_config('guichet.subject', person::text, true);
  insert into audit_records (act, person_id, object, detail)
    values ('helpdesk.account_opened', person, wanted::text,
      jsonb_build_object('reason', why, 'agent', current_setting('guichet.agent_name', true)));
  return why;
end $$;

-- ── certificates that wait ─────────────────────────────────────────────────────────────────────

alter table certificate_requests add column settled_at timestamptz;
alter table certificate_requests add column settled_by text;
alter table certificate_requests add column accepted boolean;
alter table certificate_requests add column answer text;
alter table certificate_requests add constraint settled_wholly
  check ((settled_at is null) = (accepted is null) and (settled_at is null) = (answer is null));

-- The certificate was presented by its holder; only other names may be settled in their favour.
create function settle_certificate(wanted uuid, accept boolean, said text) returns uuid
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  asked certificate_requests;
  new_id uuid;
begin
  select * into asked from certificate_requests r where r.id = wanted and r.settled_at is null for update;
  if asked.id is null or current_agent() is null or (accept and asked.reason <> 'names') then return null; end if;
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
end $$;

-- ── walls and grants ───────────────────────────────────────────────────────────────────────────

alter table agents enable row level security;
alter table agent_sessions enable row level security;
alter table helpdesk_requests enable row level security;
alter table request_events enable row level security;
alter table lookups enable row level security;

create policy own_lookups on lookups for select to guichet_helpdesk
  using (agent_id::text = (select current_agent()));
create policy worker_lookups on lookups for all to guichet_worker using (true);
create policy worker_agent_sessions on agent_sessions for all to guichet_worker using (true);
create policy worker_requests on helpdesk_requests for all to guichet_worker using (true);
create policy worker_request_events on request_events for select to guichet_worker using (true);
grant select (id), delete on helpdesk_requests to guichet_worker;
grant select (request_id, kind, at) on request_events to guichet_worker;
create policy nobody_reads_agents on agents for select to guichet_helpdesk using (false);
grant select (id, reason, at) on lookups to guichet_helpdesk;
grant select (at), delete on lookups to guichet_worker;
grant select (created_at, ended_at), delete on agent_sessions to guichet_worker;

create policy own_helpdesk_requests on helpdesk_requests to guichet_app
  using (person_id = (select current_person()))
  with check (person_id is null or person_id = (select current_person()));
create policy own_request_events on request_events for select to guichet_app
  using (person_id = (select current_person()));
create policy helpdesk_requests_asked on helpdesk_requests for select to guichet_helpdesk
  using ((select current_agent()) is not null);
create policy helpdesk_request_events on request_events for select to guichet_helpdesk
  using ((select current_agent()) is not null);
grant select (id, reference, kind, person_id, language, name, email, wanted, message, created_at),
  insert (id, reference, kind, person_id, link_hash, language, name, email, wanted, message)
  on helpdesk_requests to guichet_app;
grant select (request_id, seq, person_id, kind, at, answer) on request_events to guichet_app;
grant select (id, reference, kind, person_id, language, name, email, wanted, message, created_at)
  on helpdesk_requests to guichet_helpdesk;
grant select on request_events to guichet_helpdesk;

grant select (settled_at, accepted, answer) on certificate_requests to guichet_app;
create policy helpdesk_certificate_requests on certificate_requests for select to guichet_helpdesk
  using ((select current_agent()) is not null);
grant select on certificate_requests to guichet_helpdesk;

-- Account facts, of the one account that is open; nothing of what spaces hold.
drop policy helpdesk_persons on persons;
create policy helpdesk_persons on persons for select to guichet_helpdesk using (id = (select current_subject()));
create policy helpdesk_limit on persons for update to guichet_helpdesk
  using (id = (select current_subject())) with check (id = (select current_subject()));
grant select (birth_date, email_confirmed_at, national_number_sealed, business_limit, created_at), update (business_limit) on persons to guichet_helpdesk;
create policy helpdesk_certificates on certificates for select to guichet_helpdesk
  using (person_id = (select current_subject()));
grant select (id, person_id, provider, serial_number, kind, organization_name, valid_to, registered_at, last_used_at,
    removed_at) on certificates to guichet_helpdesk;
create policy helpdesk_sessions on sessions for select to guichet_helpdesk
  using (person_id = (select current_subject()));
grant select (person_id, certificate_id, scheme, created_at, ended_at) on sessions to guichet_helpdesk;
create policy helpdesk_memberships on memberships for select to guichet_helpdesk
  using (person_id = (select current_subject()));
grant select (person_id, space_id, role) on memberships to guichet_helpdesk;
create policy helpdesk_spaces on spaces for select to guichet_helpdesk
  using (owner_id = (select current_subject())
    or id in (select m.space_id from memberships m where m.person_id = (select current_subject())));
grant select (id, code, kind, owner_id, created_at, closed_at) on spaces to guichet_helpdesk;
drop policy helpdesk_mails_read on mails;
create policy helpdesk_mails_read on mails for select to guichet_helpdesk
  using (person_id = (select current_subject()));
grant select (created_at, sent_at, failed_at, failure) on mails to guichet_helpdesk;

-- To whom an answer goes: the person's confirmed address, without opening the account.
create function address_of(person uuid) returns table (recipient text, language text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select p.email, p.language from persons p
  where p.id = person and p.email_confirmed_at is not null and p.email is not null and current_agent() is not null
$$;

revoke execute on function current_subject(), enter_agent(bytea, boolean), open_agent_session(text, text, text, bytea),
  end_agent_session(bytea), step_request(uuid, text, text), find_request(bytea), look_up(text, text, text),
  found_persons(uuid), open_account(uuid, uuid), settle_certificate(uuid, boolean, text), address_of(uuid) from public;
grant execute on function current_subject() to guichet_app, guichet_worker, guichet_desk, guichet_helpdesk;
grant execute on function find_request(bytea) to guichet_app;
grant execute on function enter_agent(bytea, boolean), open_agent_session(text, text, text, bytea),
  end_agent_session(bytea), step_request(uuid, text, text), look_up(text, text, text), found_persons(uuid),
  open_account(uuid, uuid), settle_certificate(uuid, boolean, text), address_of(uuid) to guichet_helpdesk;
