import sql from 'sql-template-tag'
import type { Config } from '../config.ts'
import { inJob, type Pools } from '../scopes.ts'

/** Deletes what has expired and serves nobody any more. */
export async function sweep(pools: Pools, config: Config): Promise<void> {
  await inJob(pools, null, (tx) =>
    Promise.all([
      tx.run(sql`delete from sign_ins where created_at < now() - interval '1 hour'`),
      tx.run(sql`delete from saml_requests where created_at < now() - interval '1 hour'`),
      tx.run(sql`delete from saml_assertions where valid_until < now()`),
      tx.run(sql`delete from email_confirmations where expires_at < now() - interval '7 days'`),
      tx.run(sql`delete from activation_codes where created_at < now() - interval '1 day'`),
      tx.run(sql`delete from recoveries where expires_at < now() - interval '60 days'`),
      tx.run(sql`delete from parked_posts where created_at < now() - interval '15 minutes'`),
      tx.run(sql`delete from logout_tokens where expires_at < now()`),
      tx.run(sql`delete from helpdesk_requests r where exists (select from request_events e
        where e.request_id = r.id and e.kind <> 'taken' and e.at < now() - interval '1 year')`),
      tx.run(sql`delete from lookups where at < now() - interval '1 day'`),
      tx.run(sql`delete from agent_sessions
        where coalesce(ended_at, created_at + make_interval(hours => ${config.SESSION_ABSOLUTE_HOURS}))
          < now() - interval '1 day'`),
      tx.run(sql`delete from invitations where expires_at < now() - interval '90 days'`),
      tx.run(sql`delete from attempts where at < now() - interval '1 day'`),
      tx.run(sql`delete from mails where created_at < now() - interval '1 year'`),
      tx.run(sql`delete from sessions
        where coalesce(ended_at, created_at + make_interval(hours => ${config.SESSION_ABSOLUTE_HOURS}))
          < now() - interval '1 day'`),
    ]),
  )
}
