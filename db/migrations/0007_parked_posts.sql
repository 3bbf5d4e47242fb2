-- Forms that came too late, devices a person has used, and the address a changed one replaces.

-- What was sent after its session had ended, or before an act that matters was confirmed: sealed, for its
-- person alone, and for a quarter of an hour.
create table parked_posts (
  id uuid primary key,
  person_id uuid not null references persons,
  sealed bytea not null check (octet_length(sealed) <= 262144),
  created_at timestamptz not null default now()
);
comment on table parked_posts is '@class directory';
create index parked_posts_of_person on parked_posts (person_id, created_at);
alter table parked_posts enable row level security;
create policy park on parked_posts for insert to guichet_app
  with check (person_id = (select current_person()));
create policy own_parked_posts on parked_posts for select to guichet_app
  using (person_id = (select current_person()) and created_at > now() - interval '15 minutes');
create policy drop_parked_posts on parked_posts for delete to guichet_app
  using (person_id = (select current_person()));
create policy worker_parked_posts on parked_posts for all to guichet_worker using (true);
grant select, insert (id, person_id, sealed), delete on parked_posts to guichet_app;
grant select (created_at), delete on parked_posts to guichet_worker;

-- Whose session a token was, also when it is over: a day long, until the row is swept.
create function person_of_session(token bytea) returns uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select s.person_id from sessions s where s.token_hash = token
$$;

-- Browser and system, as the person would name them: a sign-in from another one is told by mail.
create table devices (
  person_id uuid not null references persons,
  device text not null check (length(device) <= 100),
  first_seen_at timestamptz not null default now(),
  primary key (person_id, device)
);
comment on table devices is '@class directory';
alter table devices enable row level security;
create policy own_devices on devices to guichet_app
  using (person_id = (select current_person())) with check (person_id = (select current_person()));
grant select, insert (person_id, device) on devices to guichet_app;

-- The address that was confirmed before is told that it has been replaced.
drop function confirm_email(bytea);
create function confirm_email(token bytea) returns table (person_id uuid, email text, replaced text)
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
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
end $$;

revoke execute on function person_of_session(bytea), confirm_email(bytea) from public;
grant execute on function person_of_session(bytea), confirm_email(bytea) to guichet_app;
