-- Which certificates open a membership's space: all of the person's (null), or those of one organisation.

alter table memberships add column bound_organization text;
alter table memberships add column bound_organization_name text;
comment on column memberships.bound_organization is
  'Identifier of the organisation whose certificates open the space, its name where it has none; null: any certificate.';

drop function enter_space(bytea, text, boolean);
create function enter_space(token bytea, wanted text, touch boolean) returns table (
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
      m.bound_organization as bound
    from enter_person(token, touch) e
    left join spaces x on x.code = wanted and x.closed_at is null
      and exists (select from memberships k where k.space_id = x.id and k.person_id = e.person_id)
    left join memberships m on m.space_id = x.id and m.person_id = e.person_id
  loop
    elsewhere := entered.bound is not null and entered.bound
      is distinct from coalesce(entered.organization_identifier, entered.organization_name);
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
revoke execute on function enter_space(bytea, text, boolean) from public;
grant execute on function enter_space(bytea, text, boolean) to guichet_app;
