-- Group roles. Run once per database server by an administrator (the embedded server does it itself).
-- People never log in as these; the portal's login role is a member of all of them and takes one
-- per connection pool.
do $$
declare wanted text;
begin
  foreach wanted in array array['guichet_app', 'guichet_worker', 'guichet_desk', 'guichet_helpdesk'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      execute format('create role %I nologin noinherit nobypassrls', wanted);
    end if;
  end loop;
end $$;
