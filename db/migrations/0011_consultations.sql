-- Who asked a register what about whom, and why: written in the transaction that shows or uses the answer.

create table consultations (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  register text not null check (register in ('persons', 'companies', 'drivingLicences')),
  purpose text not null check (purpose in ('display', 'profile', 'preview', 'form', 'number')),
  outcome text not null
    check (outcome in ('answered', 'nothing', 'unavailable', 'invalid', 'match', 'no_match')),
  -- Whose data: a person's; without one, that of the company of the space.
  person_id uuid,
  space_id uuid,
  dossier_number integer,
  asked_by uuid not null,
  asked_by_name text not null,
  check (person_id is not null or space_id is not null),
  check (dossier_number is null or space_id is not null)
);
comment on table consultations is '@class audit';
create index consultations_of_person on consultations (person_id, id desc) where person_id is not null;
create index consultations_of_company on consultations (space_id, id desc) where person_id is null;

create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% only grow', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger consultations_only_grow before update or delete or truncate on consultations
  for each statement execute function refuse_change();

alter table consultations enable row level security;
-- In one's own name, about oneself or the company of the space one stands in.
create policy own_questions on consultations for insert to guichet_app
  with check (asked_by = (select current_person())
    and (person_id is null or person_id = (select current_person()))
    and (space_id is null or space_id = (select current_space())));
create policy who_looked on consultations for select to guichet_app
  using (person_id = (select current_person())
    or person_id is null and space_id = (select current_space()));
-- Neither its time nor its number is the writer's to choose.
grant select, insert (register, purpose, outcome, person_id, space_id, dossier_number, asked_by, asked_by_name)
  on consultations to guichet_app;
