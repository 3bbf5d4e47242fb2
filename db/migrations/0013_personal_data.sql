-- Mails are kept for a year.

create policy worker_mails_delete on mails for delete to guichet_worker using (true);
grant delete on mails to guichet_worker;
create index mails_by_age on mails (created_at);
