-- Administrators read what happened in their space; the certificate that alone lets one of them in stays.

-- ── what happened in a space ───────────────────────────────────────────────────────────────────

create index audit_of_space on audit_records (space_id, id desc) where space_id is not null;
create policy audit_of_administered_space on audit_records for select to guichet_app
  using (space_id = (select current_space()) and (select current_member_role()) = 'administrator');

-- ── who still gets in ──────────────────────────────────────────────────────────────────────────

-- Whether it is in use and opens what is bound so, as enter_space would have it.
create function opens_membership(presented certificates, held memberships) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select presented.person_id = held.person_id and presented.removed_at is null
    and coalesce(presented.valid_to > now(), true)
    and (held.bound_organization is null
      or held.bound_organization = coalesce(presented.organization_identifier, presented.organization_name))
    and (held.bound_certificate_id is null or exists (select from certificates b
      where b.id = held.bound_certificate_id
        and (b.provider, b.serial_number) = (presented.provider, presented.serial_number)))
$$;

-- An administrator whom no certificate lets in is none to rely on.
create or replace function has_other_administrator(member uuid, wanted uuid) returns boolean
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from memberships m join certificates c on c.person_id = m.person_id
    where m.space_id = wanted and m.person_id <> member and m.role = 'administrator' and opens_membership(c, m))
$$;

-- Those of the person's certificates that alone let an administrator into a space, and which space.
create function last_keys_of_mine() returns table (certificate_id uuid, space_code text, space_title text)
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
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
$$;

-- One change of a person at a time, and none meanwhile in the spaces that ask for one of their certificates: nobody
-- joins with the one that goes, and no other administrator leaves.
create or replace function remove_certificate(wanted uuid) returns text
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
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
end $$;

-- As before, with whether they get in at present, and until when the certificate they are bound to is valid.
drop function members_of_space();
create function members_of_space() returns table (
  person_id uuid, family_name text, given_name text, role text, capacity text, joined_at timestamptz,
  last_used_at timestamptz, bound_organization text, bound_serial_number text, bound_until timestamptz,
  gets_in boolean
) language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
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
$$;

revoke execute on function opens_membership(certificates, memberships), last_keys_of_mine(), members_of_space()
  from public;
grant execute on function last_keys_of_mine(), members_of_space() to guichet_app;
