-- A person may ask to have their account deleted (GDPR, article 17).

alter table helpdesk_requests drop constraint helpdesk_requests_kind_check;
alter table helpdesk_requests add constraint helpdesk_requests_kind_check
  check (kind in ('limit', 'question', 'deletion'));
alter table helpdesk_requests add constraint only_one_s_own_account_is_deleted
  check (kind <> 'deletion' or person_id is not null);
