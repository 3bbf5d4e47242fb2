-- Which of the portal's keys a file's key is under, what looked at a document last, and what an authority is
-- told when a virus is found in one that was submitted.

-- By the first bytes of the wrapped key, the name of the key it is under; null where it is from before keys had names.
alter table documents
  add column wrapped_under bytea generated always as
    (case octet_length(wrapped_key) when 68 then substring(wrapped_key for 8) end) stored,
  -- The scanner and its signatures, as it names them.
  add column scanned_with text check (length(scanned_with) <= 200);
alter table case_documents
  add column wrapped_under bytea generated always as
    (case octet_length(wrapped_key) when 68 then substring(wrapped_key for 8) end) stored,
  add column threat text,
  add column infected_at timestamptz,
  add check ((threat is null) = (infected_at is null));
create index documents_by_key on documents (wrapped_under);
create index case_documents_by_key on case_documents (wrapped_under);
create index case_documents_of_document on case_documents (space_id, document_id);
create index infected_case_documents on case_documents (authority_id, infected_at) where infected_at is not null;

grant update (scanned_with) on documents to guichet_worker;
create policy worker_finds on case_documents for select to guichet_worker
  using (space_id = (select current_space()));
create policy worker_marks on case_documents for update to guichet_worker
  using (space_id = (select current_space())) with check (space_id = (select current_space()));
grant select (space_id, document_id), update (threat, infected_at) on case_documents to guichet_worker;

-- Whom to tell in the space.
create policy worker_members on memberships for select to guichet_worker
  using (space_id = (select current_space()));
grant select (space_id, person_id, role) on memberships to guichet_worker;

-- Which documents were last looked at by an older scanner, across the walls between spaces: their places alone,
-- longest unseen first. Those that were deleted as long as something submitted keeps them.
create function documents_to_rescan(scanner text, most integer) returns table (space_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select d.space_id, d.id from documents d
  where d.verdict is distinct from 'infected' and d.scanned_with is distinct from scanner
    and (d.removed_at is null and d.verdict is not null
      or exists (select from attachments a where a.space_id = d.space_id and a.document_id = d.id))
  order by d.scanned_at nulls first limit most
$$;
revoke execute on function documents_to_rescan(text, integer) from public;
grant execute on function documents_to_rescan(text, integer) to guichet_worker;
