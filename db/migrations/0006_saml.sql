-- Sign-in by SAML 2.0: what was asked of a gateway, and what has been answered.

create table saml_requests (
  id_hash bytea primary key,
  browser_hash bytea not null,
  provider text not null,
  -- Sealed by the portal: the way back, and what the sign-in is for.
  state text not null,
  created_at timestamptz not null default now(),
  answered_at timestamptz
);
comment on table saml_requests is '@class directory';
create index saml_requests_by_age on saml_requests (created_at);

-- Assertions that were used, for as long as they would be believed.
create table saml_assertions (
  id_hash bytea primary key,
  valid_until timestamptz not null
);
comment on table saml_assertions is '@class directory';
create index saml_assertions_by_end on saml_assertions (valid_until);

-- The answer comes from another site, so without the browser's cookie: who names the request gets it, once.
create function answer_saml_request(wanted bytea, of_provider text)
  returns table (browser_hash bytea, state text, created_at timestamptz)
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  update saml_requests r set answered_at = now()
  where r.id_hash = wanted and r.provider = of_provider and r.answered_at is null
    and r.created_at > now() - interval '10 minutes'
  returning r.browser_hash, r.state, r.created_at
$$;

-- False when it was used before.
create function use_saml_assertion(used bytea, until timestamptz) returns boolean
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with kept as (
    insert into saml_assertions (id_hash, valid_until) values (used, until)
    on conflict do nothing returning 1)
  select exists (select from kept)
$$;
revoke execute on function answer_saml_request(bytea, text), use_saml_assertion(bytea, timestamptz) from public;
grant execute on function answer_saml_request(bytea, text), use_saml_assertion(bytea, timestamptz) to guichet_app;

alter table saml_requests enable row level security;
alter table saml_assertions enable row level security;
create policy own_browser on saml_requests for insert to guichet_app
  with check (browser_hash = (select current_browser()));
create policy worker_saml_requests on saml_requests for all to guichet_worker using (true);
create policy worker_saml_assertions on saml_assertions for all to guichet_worker using (true);
grant insert (id_hash, browser_hash, provider, state) on saml_requests to guichet_app;
grant delete, select (created_at) on saml_requests to guichet_worker;
grant delete, select (valid_until) on saml_assertions to guichet_worker;
