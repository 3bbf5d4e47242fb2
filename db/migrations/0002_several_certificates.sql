-- Several certificates of one person: removal, requests the helpdesk settles, activation codes.

-- A removed certificate stays for what was done with it; it signs nobody in, and may be registered anew.
alter table certificates add column removed_at timestamptz;
alter table certificates drop constraint one_registration_per_certificate;
create unique index one_registration_per_certificate on certificates (provider, serial_number)
  where removed_at is null;

create or replace function find_certificate(wanted_provider text, wanted_serial text)
  returns table (certificate_id uuid, person_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.id, c.person_id from certificates c
  where c.provider = wanted_provider and c.serial_number = wanted_serial and c.removed_at is null
$$;

-- One change of a person at a time, so that two removals at once leave one that still signs in.
create function remove_certificate(wanted uuid) returns text
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform from persons p where p.id = current_person() for no key update;
  if not exists (select from certificates c
      where c.id = wanted and c.person_id = current_person() and c.removed_at is null) then
    return 'unknown';
  end if;
  if not exists (select from certificates c
      where c.person_id = current_person() and c.id <> wanted and c.removed_at is null
        and coalesce(c.valid_to > now(), true)) then
    return 'last';
  end if;
  update certificates set removed_at = now() where id = wanted;
  update sessions set ended_at = now() where certificate_id = wanted and ended_at is null;
  return 'removed';
end $$;
create index sessions_of_certificate on sessions (certificate_id) where ended_at is null;

drop policy own_sessions on sessions;
create policy own_sessions on sessions for insert to guichet_app
  with check (person_id = (select current_person())
    and certificate_id in (select c.id from certificates c
      where c.person_id = (select current_person()) and c.removed_at is null));

-- Presented by its holder, and not to be registered without a human: other names, or registered already.
-- Which of the two is for the helpdesk to see.
create table certificate_requests (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references persons,
  provider text not null,
  serial_number text not null,
  kind text not null check (kind in ('private', 'professional')),
  family_name text not null,
  given_name text not null,
  organization_name text,
  organization_identifier text,
  reason text not null check (reason in ('names', 'taken', 'number')),
  created_at timestamptz not null default now(),
  constraint one_request_per_certificate unique (person_id, provider, serial_number)
);
comment on table certificate_requests is '@class directory';
alter table certificate_requests enable row level security;
create policy own_requests on certificate_requests to guichet_app
  using (person_id = (select current_person())) with check (person_id = (select current_person()));
grant select (id, person_id, provider, serial_number, kind, family_name, given_name, organization_name,
    organization_identifier, created_at),
  insert (person_id, provider, serial_number, kind, family_name, given_name, organization_name,
    organization_identifier, reason)
  on certificate_requests to guichet_app;

-- Shown in the account, typed where a new certificate waits: good once, for 15 minutes, and only the latest.
create table activation_codes (
  code_hash bytea primary key,
  person_id uuid not null references persons,
  created_at timestamptz not null default clock_timestamp(),
  used_at timestamptz
);
comment on table activation_codes is '@class directory';
create index activation_codes_of_person on activation_codes (person_id, created_at);
alter table activation_codes enable row level security;
create policy own_codes on activation_codes for insert to guichet_app
  with check (person_id = (select current_person()));
create policy worker_codes on activation_codes for all to guichet_worker using (true);
grant insert (code_hash, person_id) on activation_codes to guichet_app;
grant select (created_at), delete on activation_codes to guichet_worker;

create function use_activation_code(hash bytea) returns uuid
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  update activation_codes a set used_at = now()
  where a.code_hash = hash and a.used_at is null and a.created_at > now() - interval '15 minutes'
    and not exists (select from activation_codes n
      where n.person_id = a.person_id and n.created_at > a.created_at)
  returning a.person_id
$$;

revoke execute on function remove_certificate(uuid), use_activation_code(bytea) from public;
grant execute on function remove_certificate(uuid), use_activation_code(bytea) to guichet_app;
