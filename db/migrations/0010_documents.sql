-- Documents of a space, what of them was submitted, and what an authority may fetch.

-- A row stays when its document is removed: who did it and when, and what was submitted with it.
create table documents (
  space_id uuid not null references spaces,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  -- By content, not as the browser said.
  media_type text not null,
  size bigint not null check (size > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- The file's own key, encrypted under the portal's.
  wrapped_key bytea not null,
  uploaded_at timestamptz not null default now(),
  uploaded_by uuid not null references persons,
  uploaded_by_name text not null,
  verdict text check (verdict in ('clean', 'infected')),
  threat text,
  scanned_at timestamptz,
  removed_at timestamptz,
  removed_by uuid references persons,
  primary key (space_id, id),
  check ((verdict is null) = (scanned_at is null)),
  check ((removed_at is null) = (removed_by is null))
);
comment on table documents is '@class space-owned';
create index documents_by_time on documents (space_id, uploaded_at desc, id) where removed_at is null;
create index documents_to_scan on documents (uploaded_at) where verdict is null and removed_at is null;
create trigger document_in_open_space before insert on documents
  for each row execute function refuse_dossier_in_closed_space();

create table document_events (
  space_id uuid not null,
  id uuid not null default gen_random_uuid(),
  document_id uuid not null,
  kind text not null check (kind in ('uploaded', 'opened', 'renamed', 'submitted', 'removed')),
  at timestamptz not null default now(),
  person_id uuid not null references persons,
  person_name text not null,
  detail jsonb not null default '{}',
  primary key (space_id, id),
  foreign key (space_id, document_id) references documents
);
comment on table document_events is '@class space-owned';
create index events_of_document on document_events (space_id, document_id, at desc);

-- Exactly what was sent with a submission: neither the document's removal nor its new name changes it.
create table attachments (
  space_id uuid not null,
  number integer not null,
  field text not null,
  document_id uuid not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 text not null,
  primary key (space_id, number, field, document_id),
  foreign key (space_id, number) references submissions,
  foreign key (space_id, document_id) references documents
);
comment on table attachments is '@class space-owned';
create index attachments_of_document on attachments (space_id, document_id);

create table case_documents (
  authority_id text not null,
  case_id uuid not null,
  document_id uuid not null,
  space_id uuid not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 text not null,
  wrapped_key bytea not null,
  primary key (authority_id, case_id, document_id),
  foreign key (authority_id, case_id) references cases
);
comment on table case_documents is '@class authority-owned';

do $$
declare t text;
begin
  foreach t in array array['documents', 'document_events', 'attachments', 'case_documents']
  loop execute format('alter table %I enable row level security', t); end loop;
  foreach t in array array['documents', 'document_events', 'attachments']
  loop
    execute format('create policy in_space_read on %I for select to guichet_app, guichet_worker
      using (space_id = (select current_space()))', t);
  end loop;
end $$;
create policy in_space_insert on documents for insert to guichet_app
  with check (space_id = (select current_space()) and (select may_write())
    and uploaded_by = (select current_person()));
create policy in_space_insert on attachments for insert to guichet_app
  with check (space_id = (select current_space()) and (select may_write()));
create policy in_space_update on documents for update to guichet_app
  using (space_id = (select current_space()) and (select may_write()))
  with check (space_id = (select current_space())
    and (removed_by is null or removed_by = (select current_person())));
create policy worker_verdict on documents for update to guichet_worker
  using (space_id = (select current_space())) with check (space_id = (select current_space()));
-- Readers open documents, and that is written down too, under their own name.
create policy in_space_insert on document_events for insert to guichet_app
  with check (space_id = (select current_space()) and person_id = (select current_person()));
create policy hand_over on case_documents for insert to guichet_app
  with check (space_id = (select current_space()) and (select may_write()));
create policy own_case_documents on case_documents for select to guichet_desk
  using (authority_id = (select current_authority()));

grant select, insert (space_id, id, name, media_type, size, sha256, wrapped_key, uploaded_by, uploaded_by_name),
  update (name, removed_at, removed_by) on documents to guichet_app;
grant select, insert (space_id, document_id, kind, person_id, person_name, detail) on document_events to guichet_app;
grant select, insert on attachments to guichet_app;
grant insert on case_documents to guichet_app;
grant select, update (verdict, threat, scanned_at) on documents to guichet_worker;
grant select (space_id, document_id) on attachments to guichet_worker;
grant select on case_documents to guichet_desk;

-- Which documents wait for the scanner, across the walls between spaces: their places alone.
create function documents_to_scan(most integer) returns table (space_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select d.space_id, d.id from documents d
  where d.verdict is null and d.removed_at is null
  order by d.uploaded_at limit most
$$;
revoke execute on function documents_to_scan(integer) from public;
grant execute on function documents_to_scan(integer) to guichet_worker;
