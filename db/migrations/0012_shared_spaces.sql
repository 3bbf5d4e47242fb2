-- Colleagues share a business space (R7): members, invitations, who did what in which capacity.

-- ── members ────────────────────────────────────────────────────────────────────────────────────

alter table memberships add column bound_certificate_id uuid references certificates;
comment on column memberships.bound_certificate_id is
  'The one certificate that opens the space for this member, also renewed or registered anew; null: see bound_organization.';
alter table memberships add constraint bound_in_one_way
  check (bound_organization is null or bound_certificate_id is null);

-- Whoever adds a member, changes a role or takes a membership away holds the space meanwhile, and looks afterwards
-- with a snapshot of its own.
create function hold_space(wanted uuid) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  select from spaces s where s.id = wanted for no key update
$$;

create function is_administrator(member uuid, wanted uuid) returns boolean
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from memberships m
    where m.space_id = wanted and m.person_id = member and m.role = 'administrator')
$$;

create function has_other_administrator(member uuid, wanted uuid) returns boolean
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from memberships m
    where m.space_id = wanted and m.person_id <> member and m.role = 'administrator')
$$;

-- R7
create function refuse_second_user() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform hold_space(new.space_id);
  if exists (select from memberships m where m.space_id = new.space_id and m.person_id <> new.person_id)
    and not exists (select from spaces s
      where s.id = new.space_id and s.kind = 'business' and s.opened_with = 'professional') then
    raise exception 'this space has one user'
      using errcode = 'check_violation', constraint = 'one_user_unless_opened_professionally';
  end if;
  return new;
end $$;
create trigger one_user_unless_opened_professionally before insert on memberships
  for each row execute function refuse_second_user();

create function keep_an_administrator() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.role = 'administrator' and (tg_op = 'DELETE' or new.role <> 'administrator') then
    perform hold_space(old.space_id);
    if not has_other_administrator(old.person_id, old.space_id) then
      raise exception 'a space keeps an administrator'
        using errcode = 'check_violation', constraint = 'space_keeps_an_administrator';
    end if;
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger space_keeps_an_administrator before update of role or delete on memberships
  for each row execute function keep_an_administrator();

-- Whoever opened a space moves in once; removed later, they do not come back by themselves.
drop policy first_membership on memberships;
drop function owns_space(uuid);
create function opens_space(wanted uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from spaces s where s.id = wanted and s.owner_id = current_person())
    and not exists (select from memberships m where m.space_id = wanted)
$$;
create policy first_membership on memberships for insert to guichet_app
  with check (person_id = (select current_person()) and opens_space(space_id));

-- A closed space comes back by whoever opened it, as long as they administer it.
drop policy change_space on spaces;
create policy change_space on spaces for update to guichet_app
  using (id = (select current_space()) and (select current_member_role()) = 'administrator'
    or owner_id = (select current_person()) and closed_at is not null
      and id in (select m.space_id from memberships m
        where m.person_id = (select current_person()) and m.role = 'administrator'))
  with check (closed_by is null or closed_by = (select current_person()));

-- Who is in the space one stands in: names, which no member may read elsewhere.
create function members_of_space() returns table (
  person_id uuid, family_name text, given_name text, role text, capacity text, joined_at timestamptz,
  last_used_at timestamptz, bound_organization text, bound_kind text, bound_serial_number text
) language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select p.id, p.family_name, p.given_name, m.role, m.capacity, m.joined_at, m.last_used_at,
    coalesce(m.bound_organization_name, m.bound_organization), c.kind, c.serial_number
  from memberships m join persons p on p.id = m.person_id
    left join certificates c on c.id = m.bound_certificate_id
  where m.space_id = current_space()
  order by m.joined_at, p.id
$$;

-- By an administrator, who may have ceased to be one while waiting for the space.
create function change_role(member uuid, wanted text) returns text
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform hold_space(current_space());
  if not is_administrator(current_person(), current_space()) then return 'forbidden'; end if;
  if wanted <> 'administrator' and is_administrator(member, current_space())
    and not has_other_administrator(member, current_space()) then return 'last'; end if;
  update memberships m set role = wanted where m.space_id = current_space() and m.person_id = member;
  return case when found then 'changed' else 'unknown' end;
end $$;

-- ── invitations ────────────────────────────────────────────────────────────────────────────────

create table invitations (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null references spaces,
  family_name text not null,
  given_name text not null,
  email text not null,
  language text not null check (language in ('de', 'fr', 'en', 'lb')),
  -- Given: exactly the certificate with this number. Not given: whoever bears the names and reads the address.
  serial_number text check (serial_number ~ '^\d{20}$'),
  role text not null check (role in ('administrator', 'manager', 'reader')),
  one_certificate boolean not null,
  -- Of the link mailed last; those mailed before lead nowhere.
  token_hash bytea not null,
  invited_by uuid not null references persons,
  invited_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '14 days',
  accepted_at timestamptz,
  accepted_by uuid references persons,
  declined_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid references persons,
  constraint one_invitation_per_link unique (token_hash),
  constraint ended_in_one_way check (num_nonnulls(accepted_at, declined_at, revoked_at) <= 1),
  check ((accepted_at is null) = (accepted_by is null)),
  check ((revoked_at is null) = (revoked_by is null))
);
comment on table invitations is '@class directory';
create index invitations_of_space on invitations (space_id, invited_at);
create index invitations_by_address on invitations (lower(email)) where serial_number is null;
create index invitations_by_serial_number on invitations (serial_number) where serial_number is not null;
create unique index one_waiting_invitation_per_colleague
  on invitations (space_id, lower(email), lower(family_name), lower(given_name))
  where accepted_at is null and declined_at is null and revoked_at is null;

alter table invitations enable row level security;
create policy invitations_read on invitations for select to guichet_app
  using (space_id = (select current_space()) and (select current_member_role()) = 'administrator');
create policy invitations_change on invitations for update to guichet_app
  using (space_id = (select current_space()) and (select current_member_role()) = 'administrator')
  with check (space_id = (select current_space()) and (revoked_by is null or revoked_by = (select current_person())));
-- R7
create policy invitations_insert on invitations for insert to guichet_app
  with check (space_id = (select current_space()) and (select current_member_role()) = 'administrator'
    and invited_by = (select current_person())
    and space_id in (select s.id from spaces s where s.kind = 'business' and s.opened_with = 'professional'));
create policy worker_invitations on invitations for all to guichet_worker using (true);

-- To an address of which no person is known yet.
create policy mail_to_invited on mails for insert to guichet_app
  with check (person_id is null and kind = 'invitation' and (select current_member_role()) = 'administrator');

-- Whom an invitation reaches: by its link, by the number of a certificate, or by a confirmed address. Whether the
-- names fit is the program's to say, which knows how they are written.
create function reaches_me(invited invitations, link bytea) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select case when invited.serial_number is not null then exists (select from certificates c
      where c.person_id = current_person() and c.removed_at is null and c.serial_number = invited.serial_number)
    else coalesce(invited.token_hash = link, false) or exists (select from persons p
      where p.id = current_person() and p.email_confirmed_at is not null and lower(p.email) = lower(invited.email)) end
$$;

create function invitations_for_me(link bytea) returns table (
  id uuid, family_name text, given_name text, serial_number text, role text, one_certificate boolean,
  invited_at timestamptz, expires_at timestamptz, accepted_at timestamptz, accepted_by uuid,
  declined_at timestamptz, revoked_at timestamptz, by_link boolean,
  space_code text, space_title text, inviter text, closed boolean
) language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
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
$$;

-- Once, by whom it reaches, with a certificate of theirs.
create function accept_invitation(wanted uuid, link bytea, presented uuid, in_capacity text)
  returns table (outcome text, space_id uuid, space_code text)
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
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
end $$;

create function decline_invitation(wanted uuid, link bytea)
  returns table (space_id uuid, space_code text, invited_by uuid)
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
    update invitations i set declined_at = now() from spaces s
    where i.id = wanted and s.id = i.space_id and reaches_me(i, link) and i.expires_at > now()
      and num_nonnulls(i.accepted_at, i.declined_at, i.revoked_at) = 0
    returning i.space_id, s.code, i.invited_by;
end $$;

-- Oneself, or by an administrator anybody else, whose open invitations lapse with it.
create function end_membership(member uuid) returns text
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
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
end $$;

-- ── who did what ───────────────────────────────────────────────────────────────────────────────

alter table dossier_events drop constraint dossier_events_kind_check;
alter table dossier_events add constraint dossier_events_kind_check
  check (kind in ('created', 'changed', 'submitted', 'received'));

-- ── entering: a membership may be bound to one certificate ─────────────────────────────────────

create or replace function enter_space(token bytea, wanted text, touch boolean) returns table (
  person_id uuid, family_name text, given_name text, language text, email text, email_confirmed boolean,
  national_number_state text,
  certificate_id uuid, certificate_kind text, provider text, serial_number text,
  organization_name text, organization_identifier text,
  scheme text, assurance text, signed_in_at timestamptz, ends_at timestamptz,
  space_id uuid, space_code text, space_kind text, space_title text, space_opened_with text,
  use_data boolean, member_role text, capacity text, bound_elsewhere boolean
) language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
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
end $$;

-- ── grants ─────────────────────────────────────────────────────────────────────────────────────

grant select (id, space_id, family_name, given_name, email, language, serial_number, role, one_certificate,
    invited_by, invited_at, expires_at, accepted_at, accepted_by, declined_at, revoked_at, revoked_by),
  insert (id, space_id, family_name, given_name, email, language, serial_number, role, one_certificate, token_hash,
    invited_by),
  update (token_hash, expires_at, revoked_at, revoked_by)
  on invitations to guichet_app;
grant select (expires_at), delete on invitations to guichet_worker;

revoke execute on function hold_space(uuid), is_administrator(uuid, uuid), has_other_administrator(uuid, uuid),
  refuse_second_user(), keep_an_administrator(), opens_space(uuid), members_of_space(), change_role(uuid, text),
  reaches_me(invitations, bytea), invitations_for_me(bytea), accept_invitation(uuid, bytea, uuid, text),
  decline_invitation(uuid, bytea), end_membership(uuid) from public;
grant execute on function opens_space(uuid), members_of_space(), change_role(uuid, text),
  invitations_for_me(bytea), accept_invitation(uuid, bytea, uuid, text), decline_invitation(uuid, bytea),
  end_membership(uuid) to guichet_app;
