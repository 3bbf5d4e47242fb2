import sql from 'sql-template-tag'
import { z } from 'zod'
import { record } from '../audit/audit.ts'
import { notify } from '../communications/notification.ts'
import { questionLinks } from '../communications/secret-link.ts'
import type { Config } from '../config.ts'
import type { Language } from '../i18n/index.ts'
import { countAttempt, isAllowed } from '../identity/attempts.ts'
import { fullName } from '../identity/presented.ts'
import { paths } from '../paths.ts'
import { newReference } from '../platform/addresses.ts'
import type { Tx } from '../platform/database.ts'
import { formId } from '../platform/form-id.ts'
import type { Jobs } from '../platform/jobs.ts'
import { type Actor, asBrowser, type Pools } from '../scopes.ts'
import { RequestEvent, type RequestState, requestState } from './request-state.ts'

type House = { config: Config; pools: Pools; jobs: Jobs }
type Asked =
  | { kind: 'limit'; wanted: number; message: string }
  | { kind: 'question' | 'deletion'; message: string }

/** R6: the reference of the request; null after too many. `form` is the key made with the form. */
export async function askHelpdesk(
  tx: Tx,
  house: Pick<House, 'config' | 'jobs'>,
  actor: Actor,
  asked: Asked,
  form: string,
): Promise<string | null> {
  if (!(await isAllowed(tx, 'helpdesk_request', actor.personId))) return null
  const { personId, language } = actor
  const id = formId(house.config, 'helpdesk request', `${personId} ${form}`)
  const kept = await insertRequest(tx, {
    ...{ id, personId, language, asked, link: null },
    ...{ name: fullName(actor), email: actor.emailConfirmed ? actor.email : null },
  })
  const row = await tx.row<{ reference: string }>(
    sql`select reference from helpdesk_requests where id = ${id}`,
  )
  const reference = row?.reference ?? ''
  if (!kept) return reference
  await record(tx, { act: 'request.sent', personId, object: reference, detail: { kind: asked.kind } })
  await tellHelpdesk(tx, house, { id, reference, language })
  return reference
}

export type Stranger = { name: string; email: string; message: string; language: Language }

/** The token of the link that is mailed as well; null after too many. */
export async function askAsStranger(
  house: House,
  address: string,
  { name, email, message, language }: Stranger,
  form: string,
): Promise<string | null> {
  const { config, pools, jobs } = house
  if (!(await countAttempt(pools, 'question', address))) return null
  const id = formId(config, 'question', form)
  const token = questionLinks.token(config, id)
  await asBrowser(pools, null, async (tx) => {
    const reference = newReference()
    const asked = { kind: 'question', message } as const
    const link = questionLinks.hash(token)
    const kept = await insertRequest(tx, {
      id,
      reference,
      personId: null,
      language,
      asked,
      link,
      name,
      email,
    })
    if (!kept) return
    await record(tx, { act: 'request.sent', personId: null, object: reference, detail: { kind: 'question' } })
    const data = { id, reference }
    await notify(tx, jobs, { kind: 'request_received', personId: null, language, recipient: email, data })
    await tellHelpdesk(tx, house, { id, reference, language })
  })
  return token
}

type NewRequest = {
  id: string
  reference?: string
  personId: string | null
  language: Language
  asked: Asked
  link: Buffer | null
  name: string
  email: string | null
}

async function insertRequest(tx: Tx, given: NewRequest): Promise<boolean> {
  const { id, reference = newReference(), personId, language, asked, link, name, email } = given
  const wanted = asked.kind === 'limit' ? asked.wanted : null
  const kept =
    await tx.run(sql`insert into helpdesk_requests (id, reference, kind, person_id, link_hash, language,
      name, email, wanted, message)
    values (${id}, ${reference}, ${asked.kind}, ${personId}, ${link}, ${language}, ${name}, ${email}, ${wanted},
      ${asked.message})
    on conflict do nothing`)
  return kept === 1
}

/** Says that something waits, not what. */
async function tellHelpdesk(
  tx: Tx,
  { config, jobs }: Pick<House, 'config' | 'jobs'>,
  { id, reference, language }: { id: string; reference: string; language: Language },
) {
  const recipient = config.HELPDESK_EMAIL
  if (!recipient) return
  const data = { reference, path: paths.helpdeskItem('requests', id) }
  await notify(tx, jobs, { kind: 'request_waits', personId: null, language, recipient, data })
}

const Own = z.object({
  reference: z.string(),
  kind: z.enum(['limit', 'question', 'deletion']),
  wanted: z.number().nullable(),
  message: z.string(),
  createdAt: z.date(),
  events: z.array(RequestEvent),
})
/** A request as whoever sent it sees it. */
export type OwnRequest = z.infer<typeof Own> & { state: RequestState }

export async function listOwnRequests(tx: Tx): Promise<OwnRequest[]> {
  const rows = await tx.rows(sql`
    select r.reference, r.kind, r.wanted, r.message, r.created_at as "createdAt",
      coalesce((select jsonb_agg(jsonb_build_object('kind', e.kind, 'at', e.at, 'answer', e.answer) order by e.seq)
        from request_events e where e.request_id = r.id), '[]') as events
    from helpdesk_requests r where r.person_id = (select current_person())
    order by r.created_at desc, r.id limit 50`)
  return rows.map((row) => withState(Own.parse(row)))
}

export async function findOwnRequest(tx: Tx, reference: string): Promise<OwnRequest | null> {
  return (await listOwnRequests(tx)).find((one) => one.reference === reference) ?? null
}

/** What a mailed link stands for; null when it is not ours. */
export function findQuestion({ config, pools }: House, token: string): Promise<OwnRequest | null> {
  if (!questionLinks.isOurs(config, token)) return Promise.resolve(null)
  return asBrowser(pools, null, async (tx) => {
    const row = await tx.row(sql`select reference, 'question' as kind, null as wanted, message,
        created_at as "createdAt", events from find_request(${questionLinks.hash(token)})`)
    return row ? withState(Own.parse(row)) : null
  })
}

const withState = <T extends { events: RequestEvent[] }>(found: T) => ({
  ...found,
  state: requestState(found.events),
})
