-- What a provider tells after the sign-in: that a login there has ended. And how sure a sign-in was, where it is read.

-- Hashes of the provider with its `sub` and with its `sid`; without them where the scheme knows no such thing.
alter table sessions
  add column login_hash bytea,
  add column login_session_hash bytea;
create index sessions_of_login on sessions (login_hash) where ended_at is null;
create index sessions_of_login_session on sessions (login_session_hash) where ended_at is null;
grant insert (login_hash, login_session_hash) on sessions to guichet_app;

-- Logout tokens that were heeded, until their time is over: none counts twice.
create table logout_tokens (
  token_hash bytea primary key,
  expires_at timestamptz not null
);
comment on table logout_tokens is '@class directory';
create index logout_tokens_by_age on logout_tokens (expires_at);
alter table logout_tokens enable row level security;
create policy worker_logout_tokens on logout_tokens for all to guichet_worker using (true);
grant select (expires_at), delete on logout_tokens to guichet_worker;

-- False when the token was heeded before, by whichever process.
create function note_logout_token(token bytea, until timestamptz) returns boolean
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with noted as (
    insert into logout_tokens (token_hash, expires_at) values (token, until) on conflict do nothing returning 1)
  select exists (select from noted)
$$;

-- The sessions of one login: of its `sid` where one is named, else all of its `sub`. One that was begun without a
-- `sid` cannot be told from the others of its `sub`, and ends with them. What waits to become a session ends too.
create function end_login_sessions(login bytea, login_session bytea)
  returns table (person_id uuid, ended integer)
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
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
$$;

-- How sure each of one's own sign-ins was.
drop function my_sessions(bytea);
create function my_sessions(current_token bytea) returns table (
  id uuid, certificate_id uuid, scheme text, assurance text, user_agent text, created_at timestamptz,
  last_seen_at timestamptz, is_current boolean
) language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select s.id, s.certificate_id, s.scheme, s.assurance, s.user_agent, s.created_at, s.last_seen_at,
    s.token_hash = current_token
  from sessions s
  where s.person_id = current_person() and s.ended_at is null
    and s.last_seen_at > now() - make_interval(secs => current_setting('guichet.session_idle')::int)
    and s.created_at > now() - make_interval(secs => current_setting('guichet.session_absolute')::int)
$$;

revoke execute on function my_sessions(bytea), note_logout_token(bytea, timestamptz),
  end_login_sessions(bytea, bytea) from public;
grant execute on function my_sessions(bytea), note_logout_token(bytea, timestamptz),
  end_login_sessions(bytea, bytea) to guichet_app;

-- Unknown of what was submitted before.
alter table submissions add column assurance text check (assurance in ('low', 'substantial', 'high'));
