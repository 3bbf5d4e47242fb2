-- Every certificate lost: a request that a helpdesk agent settles, with notice and a waiting time.

create function current_agent() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('guichet.agent', true), '') $$;

-- What was typed in public proves nothing: no account is looked for until an agent does.
create table recoveries (
  id uuid primary key,
  reference text not null check (reference ~ '^[A-Z2-9]{5}-[A-Z2-9]{5}$'),
  -- Of the code by which the request is followed, and of the link in the notice to the account's holder.
  code_hash bytea not null,
  notice_hash bytea not null,
  language text not null check (language in ('de', 'fr', 'en', 'lb')),
  family_name text not null,
  given_name text not null,
  birth_date date not null,
  email text not null,
  phone text,
  space_code text,
  story text,
  -- The new certificate, as its holder presented it; the last one given counts.
  certificate jsonb,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '30 days',
  -- By the agent who approves: whose account it is, and when its holder has had time to object.
  person_id uuid references persons,
  waits_until timestamptz,
  ready_told_at timestamptz,
  constraint one_recovery_per_reference unique (reference),
  constraint one_recovery_per_code unique (code_hash),
  constraint one_recovery_per_notice unique (notice_hash),
  check ((person_id is null) = (waits_until is null)),
  check (person_id is null or certificate is not null)
);
comment on table recoveries is '@class directory';
create index recoveries_of_person on recoveries (person_id) where person_id is not null;
create index recoveries_by_age on recoveries (created_at, id);

create table recovery_events (
  recovery_id uuid not null references recoveries on delete cascade,
  seq integer not null,
  kind text not null
    check (kind in ('certificate_given', 'taken', 'approved', 'refused', 'cancelled', 'completed')),
  at timestamptz not null default clock_timestamp(),
  agent text,
  agent_name text,
  reason text,
  primary key (recovery_id, seq)
);
comment on table recovery_events is '@class directory';
create unique index one_end_per_recovery on recovery_events (recovery_id)
  where kind in ('refused', 'cancelled', 'completed');

-- `stateOf` in src/identity/recovery-state.ts says the same.
create function recovery_state(wanted uuid) returns text
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
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
$$;

-- Whoever writes the event: in turn, from a state it may follow, never before the waiting time is over.
create function refuse_recovery_step() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
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
end $$;
create trigger recovery_takes_its_steps before insert on recovery_events
  for each row execute function refuse_recovery_step();
create function refuse_recovery_history() returns trigger language plpgsql as $$
begin
  raise exception 'what happened to a recovery stays' using errcode = 'check_violation',
    constraint = 'recovery_takes_its_steps';
end $$;
create trigger recovery_events_stay before update on recovery_events
  for each row execute function refuse_recovery_history();

-- False when the step is not open any more: somebody else was first, or its time has not come or is over.
create function step_recovery(wanted uuid, step text, why text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into recovery_events (recovery_id, seq, kind, agent, agent_name, reason)
    values (wanted, 0, step, current_agent(), nullif(current_setting('guichet.agent_name', true), ''), why);
  return true;
exception when check_violation then
  return false;
end $$;

-- ── whoever asks: by the code of the request, without being anybody ─────────────────────────────

create function find_recovery(code bytea) returns table (
  id uuid, reference text, certificate jsonb, created_at timestamptz, expires_at timestamptz,
  waits_until timestamptz, person_id uuid, email text, language text, events jsonb
) language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select r.id, r.reference, r.certificate, r.created_at, r.expires_at, r.waits_until, r.person_id, r.email, r.language,
    coalesce((select jsonb_agg(jsonb_build_object('kind', e.kind, 'at', e.at) order by e.seq)
      from recovery_events e where e.recovery_id = r.id), '[]')
  from recoveries r where r.code_hash = code
$$;

create function give_recovery_certificate(code bytea, given jsonb) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare wanted uuid := (select r.id from recoveries r where r.code_hash = code);
begin
  if wanted is null or not step_recovery(wanted, 'certificate_given', null) then return false; end if;
  update recoveries r set certificate = given where r.id = wanted;
  return true;
end $$;

-- Whose account it is, once; the caller registers the certificate in the same transaction.
create function complete_recovery(code bytea) returns uuid
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare found_row recoveries;
begin
  select * into found_row from recoveries r where r.code_hash = code;
  if found_row.id is null or not step_recovery(found_row.id, 'completed', null) then return null; end if;
  return found_row.person_id;
end $$;

-- ── the account's holder: by the link in the notice, or signed in ──────────────────────────────

create function find_recovery_notice(notice bytea) returns table (reference text, state text, waits_until timestamptz)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select r.reference, recovery_state(r.id), r.waits_until from recoveries r where r.notice_hash = notice
$$;

create function cancel_recovery(notice bytea)
  returns table (id uuid, reference text, person_id uuid, email text, language text)
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare wanted uuid := (select r.id from recoveries r where r.notice_hash = notice and r.person_id is not null);
begin
  if wanted is null or not step_recovery(wanted, 'cancelled', null) then return; end if;
  return query select r.id, r.reference, r.person_id, r.email, r.language from recoveries r where r.id = wanted;
end $$;

create function recoveries_of_mine() returns table (reference text, approved_at timestamptz, waits_until timestamptz)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select r.reference, e.at, r.waits_until
  from recoveries r join recovery_events e on e.recovery_id = r.id and e.kind = 'approved'
  where r.person_id = current_person() and recovery_state(r.id) in ('waiting', 'ready') order by e.at
$$;

create function cancel_my_recovery(asked text)
  returns table (id uuid, reference text, person_id uuid, email text, language text)
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare wanted uuid := (select r.id from recoveries r where r.reference = asked and r.person_id = current_person());
begin
  if wanted is null or not step_recovery(wanted, 'cancelled', null) then return; end if;
  return query select r.id, r.reference, r.person_id, r.email, r.language from recoveries r where r.id = wanted;
end $$;

-- ── the helpdesk ───────────────────────────────────────────────────────────────────────────────

-- The agent who has it in hand, and nobody else, approves the certificate they saw. `waiting` in hours.
create function approve_recovery(wanted uuid, account uuid, seen jsonb, waiting integer, why text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform from recoveries r where r.id = wanted and r.certificate = seen for update;
  if not found or not is_in_my_hands(wanted) or recovery_state(wanted) <> 'checking' then return false; end if;
  update recoveries r set person_id = account, waits_until = clock_timestamp() + make_interval(hours => waiting),
      expires_at = clock_timestamp() + make_interval(hours => waiting, days => 30)
    where r.id = wanted;
  return step_recovery(wanted, 'approved', why);
end $$;

create function refuse_recovery(wanted uuid, why text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform from recoveries r where r.id = wanted for update;
  if not is_in_my_hands(wanted) then return false; end if;
  return step_recovery(wanted, 'refused', why);
end $$;

-- Taken by one agent at a time; another may take it over, and both see that.
create function take_recovery(wanted uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if current_agent() is null then return false; end if;
  return step_recovery(wanted, 'taken', null);
end $$;

create function is_in_my_hands(wanted uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce((select e.agent = current_agent() from recovery_events e
    where e.recovery_id = wanted and e.kind = 'taken' order by e.seq desc limit 1), false)
$$;

-- ── walls and grants ───────────────────────────────────────────────────────────────────────────

alter table recoveries enable row level security;
alter table recovery_events enable row level security;
create policy ask_for_recovery on recoveries for insert to guichet_app with check (person_id is null);
create policy helpdesk_recoveries on recoveries for select to guichet_helpdesk
  using ((select current_agent()) is not null);
create policy helpdesk_recovery_events on recovery_events for select to guichet_helpdesk
  using ((select current_agent()) is not null);
create policy worker_recoveries on recoveries for all to guichet_worker using (true);
create policy worker_recovery_events on recovery_events for select to guichet_worker using (true);
grant insert (id, reference, code_hash, notice_hash, language, family_name, given_name, birth_date, email, phone,
    space_code, story, certificate) on recoveries to guichet_app;
grant select (id, reference, language, family_name, given_name, birth_date, email, phone, space_code, story,
    certificate, created_at, expires_at, person_id, waits_until) on recoveries to guichet_helpdesk;
grant select on recovery_events to guichet_helpdesk;
grant select (id, reference, language, email, expires_at, waits_until, ready_told_at), update (ready_told_at), delete
  on recoveries to guichet_worker;
grant select (recovery_id, kind) on recovery_events to guichet_worker;

-- Mails to whoever asks, who may be nobody's account; and to every address an account is known by.
create policy mails_to_strangers on mails for insert to guichet_app with check (person_id is null);
create policy helpdesk_mails_read on mails for select to guichet_helpdesk
  using ((select current_agent()) is not null);
create policy helpdesk_mails on mails for insert to guichet_helpdesk
  with check ((select current_agent()) is not null);
grant select (person_id, kind, recipient), insert (id, person_id, kind, language, recipient, data)
  on mails to guichet_helpdesk;
create policy helpdesk_persons on persons for select to guichet_helpdesk
  using ((select current_agent()) is not null);
grant select (id, family_name, given_name, language, email, national_number_state, national_number_hash)
  on persons to guichet_helpdesk;

revoke execute on function current_agent(), recovery_state(uuid), step_recovery(uuid, text, text), find_recovery(bytea),
  give_recovery_certificate(bytea, jsonb), complete_recovery(bytea), find_recovery_notice(bytea),
  cancel_recovery(bytea), recoveries_of_mine(), cancel_my_recovery(text),
  approve_recovery(uuid, uuid, jsonb, integer, text), refuse_recovery(uuid, text), take_recovery(uuid),
  is_in_my_hands(uuid), refuse_recovery_step(), refuse_recovery_history() from public;
grant execute on function current_agent() to guichet_app, guichet_worker, guichet_desk, guichet_helpdesk;
grant execute on function find_recovery(bytea), give_recovery_certificate(bytea, jsonb), complete_recovery(bytea),
  find_recovery_notice(bytea), cancel_recovery(bytea), recoveries_of_mine(), cancel_my_recovery(text) to guichet_app;
grant execute on function take_recovery(uuid), approve_recovery(uuid, uuid, jsonb, integer, text),
  refuse_recovery(uuid, text), enqueue_job(text, jsonb) to guichet_helpdesk;
