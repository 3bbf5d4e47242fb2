-- The helpdesk: agents and their own accounts, names as people write them, a limit for look-ups, forms that came too
-- late, and a provider that is asked again.

-- ── names ──────────────────────────────────────────────────────────────────────────────────────

-- In plpgsql, which keeps its plans: an index is made of these.

-- A word without case, marks and punctuation, and with the letters that are no letter with a mark.
create function bare_word(word text) returns text
  language plpgsql strict immutable parallel safe set search_path = pg_catalog, public, pg_temp as $$
begin
  return regexp_replace(
    replace(replace(replace(replace(translate(regexp_replace(normalize(lower(word), NFKD), '[\u0300-\u036f]', '', 'g'),
      'øłđðıς', 'olddiσ'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
    '[^[:alnum:]]', '', 'g');
end $$;

-- The word as it may be spelt: without marks, umlauts spelt out, Greek transcribed (ELOT 743). `sameHolder` in
-- src/identity/same-holder.ts has the same spellings, and a test holds one to the other.
create function name_spellings(word text) returns text[]
  language plpgsql strict immutable parallel safe set search_path = pg_catalog, public, pg_temp as $$
declare
  letters text := normalize(
    regexp_replace(normalize(lower(normalize(word, NFKC)), NFKD), '[^[:alnum:]\u0300-\u036f]', '', 'g'), NFC);
  bare text := left(bare_word(letters), 200);
  spelt text := bare;
  greek text := bare;
begin
  if letters ~ '[äöüåøæœ]' then
    spelt := left(bare_word(replace(replace(replace(replace(replace(replace(replace(letters,
      'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'å', 'aa'), 'ø', 'oe'), 'æ', 'ae'), 'œ', 'oe')), 200);
  end if;
  if bare ~ '[α-ω]' then
    greek := regexp_replace(letters, '[οo][υύ]', 'ou', 'g');
    greek := regexp_replace(greek, '([αεη])[υύ](?=[θκξπστφχψς]|$)', '\1f', 'g');
    greek := regexp_replace(greek, '([αεη])[υύ]', '\1v', 'g');
    greek := regexp_replace(regexp_replace(greek, 'γ(?=[γξχ])', 'n', 'g'), '^μπ', 'b');
    greek := left(replace(replace(replace(translate(bare_word(greek),
      'αβγδεζηικλμνξοπρστυφω', 'avgdeziiklmnxoprstyfo'), 'θ', 'th'), 'χ', 'ch'), 'ψ', 'ps'), 200);
  end if;
  return array_remove(array[bare] || case when spelt = bare then '{}' else array[spelt] end
    || case when greek = bare then '{}' else array[greek] end, '');
end $$;

create function name_parts(name text) returns text[]
  language plpgsql strict immutable parallel safe set search_path = pg_catalog, public, pg_temp as $$
declare
  part text;
  parts text[] := '{}';
begin
  foreach part in array regexp_split_to_array(normalize(name, NFKC), '[-\s,.֊־‐‑‒–—―⸺⸻〜〰゠]+') loop
    if name_spellings(part) <> '{}' then parts := parts || part; end if;
  end loop;
  return parts;
end $$;

-- Runs as the owner, because whoever writes a person keeps the index below.
create function name_words(name text) returns tsvector
  language plpgsql strict immutable parallel safe security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  part text;
  words text[] := '{}';
begin
  foreach part in array name_parts(name) loop words := words || name_spellings(part); end loop;
  return array_to_tsvector(words);
end $$;

-- Every word, in one of its spellings, in any order; with `ending` ':*' their beginnings do.
create function name_query(name text, ending text) returns tsquery
  language sql immutable parallel safe set search_path = pg_catalog, public, pg_temp as $$
  select string_agg('(' || array_to_string(array(
      select quote_literal(spelling) || ending from unnest(name_spellings(part)) spelling), ' | ') || ')', ' & ')::tsquery
  from unnest(name_parts(name)) part
$$;

-- Whether two names may be one human's: all words of one are in the other. A single word names nobody but its like.
create function names_agree(one text, other text) returns boolean
  language sql immutable parallel safe set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(
    (least(cardinality(name_parts(one)), cardinality(name_parts(other))) >= 2
      or cardinality(name_parts(one)) = cardinality(name_parts(other)))
    and (name_words(one) @@ name_query(other, '') or name_words(other) @@ name_query(one, '')), false)
$$;

create index persons_by_name on persons using gin (name_words(given_name || ' ' || family_name));
create index persons_by_email on persons (lower(email));
create index certificates_by_serial_number on certificates (serial_number);

-- ── agents ─────────────────────────────────────────────────────────────────────────────────────

-- What the provider says of an agent beside the name, to know which account is their own.
alter table agents
  add column email text,
  add column national_number_hash bytea,
  add column lookups_exceeded_at timestamptz;

-- `confirmed_at`: when the provider last said that this is an agent. Hashes of `sub` and `sid`, as sessions have them.
alter table agent_sessions
  add column confirmed_at timestamptz not null default now(),
  add column login_hash bytea,
  add column login_session_hash bytea;
create index agent_sessions_of_login on agent_sessions (login_hash) where ended_at is null;
create index agent_sessions_of_login_session on agent_sessions (login_session_hash) where ended_at is null;

drop function open_agent_session(text, text, text, bytea);
create function open_agent_session(provider text, who text, called text, token bytea, address text default null,
    number_hash bytea default null, login bytea default null, login_session bytea default null) returns uuid
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare found_id uuid;
begin
  insert into agents as a (issuer, subject, name, email, national_number_hash)
    values (provider, who, called, address, number_hash)
    on conflict on constraint one_agent_per_subject do update set name = excluded.name, email = excluded.email,
      national_number_hash = excluded.national_number_hash, signed_in_at = now()
    returning a.id into found_id;
  insert into agent_sessions (token_hash, agent_id, login_hash, login_session_hash)
    values (token, found_id, login, login_session);
  return found_id;
end $$;

-- The provider has said again that this session's agent is one. False: it was somebody else, or the session is over.
create function confirm_agent_session(token bytea, provider text, who text) returns boolean
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with confirmed as (
    update agent_sessions s set confirmed_at = now(), last_seen_at = now() from agents a
    where s.token_hash = token and s.ended_at is null and a.id = s.agent_id and a.issuer = provider and a.subject = who
      and s.last_seen_at > now() - make_interval(secs => current_setting('guichet.session_idle')::int)
      and s.created_at > now() - make_interval(secs => current_setting('guichet.session_absolute')::int)
    returning 1)
  select exists (select from confirmed)
$$;

-- `confirmation` is `due` once the provider should be asked again, and `over` after twice that time: then the
-- transaction acts for nobody.
drop function enter_agent(bytea, boolean);
create function enter_agent(token bytea, touch boolean)
  returns table (agent_id uuid, name text, ends_at timestamptz, confirmation text)
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  idle interval := make_interval(secs => current_setting('guichet.session_idle')::int);
  absolute interval := make_interval(secs => current_setting('guichet.session_absolute')::int);
  check_after interval := make_interval(secs => current_setting('guichet.agent_check')::int);
begin
  perform set_config('guichet.agent', '', true), set_config('guichet.agent_name', '', true),
    set_config('guichet.subject', '', true);
  return query
    select a.id, a.name, least(case when touch then now() else s.last_seen_at end + idle, s.created_at + absolute),
      case when s.confirmed_at > now() - check_after then 'fresh'
        when s.confirmed_at > now() - 2 * check_after then 'due' else 'over' end
    from agent_sessions s join agents a on a.id = s.agent_id
    where s.token_hash = token and s.ended_at is null
      and s.last_seen_at > now() - idle and s.created_at > now() - absolute;
  if not found then return; end if;
  perform set_config('guichet.agent', a.id::text, true), set_config('guichet.agent_name', a.name, true)
    from agent_sessions s join agents a on a.id = s.agent_id
    where s.token_hash = token and s.confirmed_at > now() - 2 * check_after;
  if touch then
    update agent_sessions s set last_seen_at = now()
    where s.token_hash = token and s.last_seen_at < now() - interval '30 seconds';
  end if;
end $$;

-- As `end_login_sessions` does for people.
create function end_agent_logins(login bytea, login_session bytea) returns setof uuid
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  update agent_sessions s set ended_at = now()
  where s.ended_at is null and (
    s.login_session_hash = login_session and (login is null or s.login_hash = login)
    or s.login_hash = login and (login_session is null or s.login_session_hash is null))
  returning s.agent_id
$$;

-- Whose session a token was, also when it is over: a day long, until the row is swept.
create function agent_of_session(token bytea) returns uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select s.agent_id from agent_sessions s where s.token_hash = token
$$;

-- ── no agent in their own matter ───────────────────────────────────────────────────────────────

-- Whether a person, a name or an address is, as far as anybody knows, the agent's own. Two numbers that are known, and
-- confirmed for the person, decide alone.
create function is_own(person uuid, names text[], address text) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (
    select from agents a left join persons p on p.id = person
    where a.id::text = current_agent() and (
      case
        when a.national_number_hash = p.national_number_hash then true
        when a.national_number_hash is not null and p.national_number_state = 'confirmed' then false
        else lower(a.email) = lower(p.email) or names_agree(a.name, p.given_name || ' ' || p.family_name)
      end
      or lower(a.email) = lower(address)
      or exists (select from unnest(names) name where names_agree(a.name, name))))
$$;

-- By kind and id of what an agent is about to work on. Whoever asked as a person is known better than by what they typed.
create function concerns_agent(what text, matter uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(case what
    when 'accounts' then is_own(matter, '{}', null)
    when 'requests' then (select case when r.person_id is null then is_own(null, array[r.name], r.email)
      else is_own(r.person_id, '{}', null) end from helpdesk_requests r where r.id = matter)
    when 'certificates' then (select is_own(r.person_id, array[r.given_name || ' ' || r.family_name], null)
      from certificate_requests r where r.id = matter)
    when 'recoveries' then (select is_own(r.person_id, array[r.given_name || ' ' || r.family_name,
      concat_ws(' ', r.certificate ->> 'givenName', r.certificate ->> 'familyName')], r.email)
      from recoveries r where r.id = matter)
  end, false)
$$;

create or replace function step_request(asked uuid, step text, said text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  request helpdesk_requests;
  last request_events;
begin
  select * into request from helpdesk_requests r where r.id = asked for update;
  if request.id is null or current_agent() is null or concerns_agent('requests', asked) then return false; end if;
  select * into last from request_events e where e.request_id = asked order by e.seq desc limit 1;
  if last.kind in ('answered', 'refused') then return false; end if;
  if step <> 'taken' and last.agent is distinct from current_agent() then return false; end if;
  insert into request_events (request_id, seq, person_id, kind, agent, agent_name, answer)
    values (asked, coalesce(last.seq, 0) + 1, request.person_id, step, current_agent(), current_setting('guichet.agent_name', true), said);
  return true;
end $$;

create or replace function take_recovery(wanted uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if current_agent() is null or concerns_agent('recoveries', wanted) then return false; end if;
  return step_recovery(wanted, 'taken', null);
end $$;

create or replace function refuse_recovery(wanted uuid, why text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform from recoveries r where r.id = wanted for update;
  if not is_in_my_hands(wanted) or concerns_agent('recoveries', wanted) then return false; end if;
  return step_recovery(wanted, 'refused', why);
end $$;

create or replace function approve_recovery(wanted uuid, account uuid, seen jsonb, waiting integer, why text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform from recoveries r where r.id = wanted and r.certificate = seen for update;
  if not found or not is_in_my_hands(wanted) or recovery_state(wanted) <> 'checking' then return false; end if;
  if concerns_agent('recoveries', wanted) or concerns_agent('accounts', account) then return false; end if;
  update recoveries r set person_id = account, waits_until = clock_timestamp() + make_interval(hours => waiting),
      expires_at = clock_timestamp() + make_interval(hours => waiting, days => 30)
    where r.id = wanted;
  return step_recovery(wanted, 'approved', why);
end $$;

create or replace function settle_certificate(wanted uuid, accept boolean, said text) returns uuid
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  asked certificate_requests;
  new_id uuid;
begin
  select * into asked from certificate_requests r where r.id = wanted and r.settled_at is null for update;
  if asked.id is null or current_agent() is null or (accept and asked.reason <> 'names') then return null; end if;
  if concerns_agent('certificates', wanted) then return null; end if;
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

-- Null: not found by this agent just now, or the agent's own.
create or replace function open_account(wanted uuid, person uuid) returns text
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare why text;
begin
  select l.reason into why from lookups l
    where l.id = wanted and l.agent_id::text = current_agent() and l.at > now() - interval '30 minutes'
      and person = any (l.found);
  if why is null or concerns_agent('accounts', person) then return null; end if;
  perform set_config('guichet.subject', person::text, true);
  insert into audit_records (act, person_id, object, detail)
    values ('helpdesk.account_opened', person, wanted::text,
      jsonb_build_object('reason', why, 'agent', current_setting('guichet.agent_name', true)));
  return why;
end $$;

-- ── look-ups ───────────────────────────────────────────────────────────────────────────────────

-- Each way by an index of its own. `value` as each way needs it: the national number's hash in hexadecimal.
create function persons_found(way text, value text) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  case way
    when 'name' then
      return query select p.id from persons p
        where name_words(p.given_name || ' ' || p.family_name) @@ name_query(value, ':*') limit 20;
    when 'national_number' then
      return query (
        select p.id from persons p
          where p.national_number_state = 'confirmed' and p.national_number_hash = decode(value, 'hex')
        union select p.id from persons p
          where p.national_number_state = 'declared' and p.national_number_hash = decode(value, 'hex')) limit 20;
    when 'email' then
      return query select p.id from persons p where lower(p.email) = lower(value) limit 20;
    when 'space' then
      return query (
        select s.owner_id from spaces s where s.code = upper(value)
        union select m.person_id from memberships m join spaces s on s.id = m.space_id
          where s.code = upper(value)) limit 20;
    when 'certificate' then
      return query select distinct c.person_id from certificates c where c.serial_number = value limit 20;
    when 'request' then
      return query (
        select r.person_id from helpdesk_requests r where r.reference = value and r.person_id is not null
        union select r.person_id from recoveries r where r.reference = value and r.person_id is not null
        union select r.person_id from certificate_requests r
          where r.id = case when value ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then value::uuid end) limit 20;
    else return;
  end case;
end $$;

-- Null once this agent has looked up `most` within an hour. By request one finds only who asked: that is not counted.
drop function look_up(text, text, text);
create function look_up(way text, value text, why text, most integer) returns uuid
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  persons_seen uuid[];
  new_id uuid;
begin
  if current_agent() is null then raise exception 'no agent' using errcode = 'insufficient_privilege'; end if;
  if way <> 'request' then
    perform pg_advisory_xact_lock(hashtextextended('look-ups ' || current_agent(), 0));
    if (select count(*) from lookups l where l.agent_id = current_agent()::uuid and l.by <> 'request'
      and l.at > now() - interval '1 hour') >= most then return null; end if;
  end if;
  select coalesce(array_agg(f), '{}') into persons_seen from persons_found(way, value) f;
  insert into lookups (agent_id, by, reason, found) values (current_agent()::uuid, way, why, persons_seen)
    returning id into new_id;
  insert into audit_records (act, person_id, object, detail)
    select 'helpdesk.looked_up', f, new_id::text,
      jsonb_build_object('by', way, 'reason', why, 'agent', current_setting('guichet.agent_name', true))
    from unnest(case when cardinality(persons_seen) > 0 then persons_seen else array[null::uuid] end) f;
  return new_id;
end $$;

-- True for the first look-up beyond the limit within an hour, which leaves a record.
create function note_lookups_exceeded() returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update agents a set lookups_exceeded_at = now()
    where a.id::text = current_agent()
      and (a.lookups_exceeded_at is null or a.lookups_exceeded_at < now() - interval '1 hour');
  if not found then return false; end if;
  insert into audit_records (act, object, detail) values ('helpdesk.lookups_exceeded', current_agent(),
    jsonb_build_object('agent', current_setting('guichet.agent_name', true)));
  return true;
end $$;

-- ── forms that came too late ───────────────────────────────────────────────────────────────────

-- A person's or an agent's, never both: one never sees the other's.
alter table parked_posts alter column person_id drop not null;
alter table parked_posts add column agent_id uuid references agents;
alter table parked_posts add constraint parked_for_one check (num_nonnulls(person_id, agent_id) = 1);
create index parked_posts_of_agent on parked_posts (agent_id, created_at);
create policy park_for_agent on parked_posts for insert to guichet_helpdesk
  with check (agent_id::text = (select current_agent()));
create policy own_parked_for_agent on parked_posts for select to guichet_helpdesk
  using (agent_id::text = (select current_agent()) and created_at > now() - interval '15 minutes');
create policy drop_parked_for_agent on parked_posts for delete to guichet_helpdesk
  using (agent_id::text = (select current_agent()));
grant select (id, agent_id, sealed, created_at), insert (id, agent_id, sealed), delete on parked_posts to guichet_helpdesk;

-- ── grants ─────────────────────────────────────────────────────────────────────────────────────

revoke execute on function bare_word(text), name_spellings(text), name_parts(text), name_words(text),
  name_query(text, text), names_agree(text, text),
  open_agent_session(text, text, text, bytea, text, bytea, bytea, bytea),
  confirm_agent_session(bytea, text, text), enter_agent(bytea, boolean), end_agent_logins(bytea, bytea),
  agent_of_session(bytea), is_own(uuid, text[], text), concerns_agent(text, uuid), persons_found(text, text),
  look_up(text, text, text, integer), note_lookups_exceeded() from public;
grant execute on function name_words(text) to guichet_app, guichet_helpdesk;
grant execute on function open_agent_session(text, text, text, bytea, text, bytea, bytea, bytea),
  confirm_agent_session(bytea, text, text), enter_agent(bytea, boolean), end_agent_logins(bytea, bytea),
  agent_of_session(bytea), concerns_agent(text, uuid), look_up(text, text, text, integer), note_lookups_exceeded(),
  note_logout_token(bytea, timestamptz) to guichet_helpdesk;
