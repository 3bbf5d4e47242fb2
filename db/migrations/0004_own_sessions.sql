-- One's own sessions: seen and ended by their person, without their tokens.

alter table sessions add column id uuid not null default gen_random_uuid();

create function my_sessions(current_token bytea) returns table (
  id uuid, certificate_id uuid, scheme text, user_agent text, created_at timestamptz, last_seen_at timestamptz,
  is_current boolean
) language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select s.id, s.certificate_id, s.scheme, s.user_agent, s.created_at, s.last_seen_at, s.token_hash = current_token
  from sessions s
  where s.person_id = current_person() and s.ended_at is null
    and s.last_seen_at > now() - make_interval(secs => current_setting('guichet.session_idle')::int)
    and s.created_at > now() - make_interval(secs => current_setting('guichet.session_absolute')::int)
$$;

-- One of them, or all but the one that asks (`wanted` null). How many ended.
create function end_my_sessions(wanted uuid, current_token bytea) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with done as (
    update sessions s set ended_at = now()
    where s.person_id = current_person() and s.ended_at is null
      and case when wanted is null then s.token_hash <> current_token else s.id = wanted end
    returning 1)
  select count(*)::int from done
$$;
revoke execute on function my_sessions(bytea), end_my_sessions(uuid, bytea) from public;
grant execute on function my_sessions(bytea), end_my_sessions(uuid, bytea) to guichet_app;
