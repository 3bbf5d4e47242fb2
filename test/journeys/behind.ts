import { demoProvider } from '../../demo/names.ts'
import { paths } from '../../src/paths.ts'
import { samplePdf } from '../samples.ts'
import type { DemoPortal } from './demo-portal.ts'
import { companySample, personSample, residenceSample, type Sample } from './samples.ts'
import { holderOf, type Visitor } from './visitor.ts'

/** Registers a further certificate for the person who holds another one already, as the helpdesk would. */
export async function addCertificate({ owner }: DemoPortal, id: string): Promise<void> {
  const certificate = holderOf(id).certificates.find((one) => one.id === id)
  await owner.query(
    `insert into certificates (person_id, provider, serial_number, kind, family_name, given_name,
       organization_name, organization_identifier)
     select p.id, $1, $2, $3, p.family_name, p.given_name, $4, $5 from persons p where p.family_name = $6`,
    [
      demoProvider.tls,
      certificate?.serialNumber,
      certificate?.kind,
      certificate?.organization?.name,
      certificate?.organization?.identifier,
      holderOf(id).familyName,
    ],
  )
}

/** The only recovery there is, as an agent of the helpdesk takes it in hand. */
export async function takeRecovery({ owner }: DemoPortal): Promise<void> {
  await owner.query(
    `select set_config('guichet.agent', 'agent', false), set_config('guichet.agent_name', 'Agent', false)`,
  )
  await owner.query('select take_recovery(id) from recoveries')
}

/** For the only person there is, who is told by mail. */
export async function approveRecovery({ portal, language }: Visitor): Promise<void> {
  const { owner } = portal
  await owner.query(
    'select approve_recovery(r.id, p.id, r.certificate, 72, null) from recoveries r, persons p',
  )
  await owner.query(
    `with mail as (insert into mails (person_id, kind, language, recipient, data)
       select p.id, 'recovery_notice', $1, p.email, jsonb_build_object('id', r.id, 'reference', r.reference, 'until',
         r.waits_until) from recoveries r, persons p returning id)
     select enqueue_job('mail', jsonb_build_object('mailId', id)) from mail`,
    [language],
  )
}

/** A certificate with other names, presented for the person there is. */
export async function makeWaitingCertificate({ owner }: DemoPortal): Promise<void> {
  await owner.query(
    `insert into certificate_requests (person_id, provider, serial_number, kind, family_name, given_name, reason)
     select id, 'demo-ca', '10100000000000000999', 'private', 'Muster-Neu', 'Marie', 'names' from persons`,
  )
}

/** Tells a register of the demo how to behave, as its own page does. */
export async function behave(
  { registers }: DemoPortal,
  name: keyof DemoPortal['registers'],
  mode: 'normal' | 'slow' | 'down' | 'nonsense' | 'stranger',
): Promise<void> {
  await fetch(`${registers[name]}/behaviour`, { method: 'POST', body: new URLSearchParams({ mode }) })
}

/** Sends a form as the person who is signed in at this browser, without opening its page. */
export async function send({ context, portal }: Visitor, path: string, form: Sample): Promise<string> {
  const answer = await context.request.post(portal.url + path, {
    form,
    headers: { origin: portal.url },
    maxRedirects: 0,
  })
  const location = answer.headers().location
  if (answer.status() !== 303 || !location) throw new Error(`${path}: ${answer.status()}`)
  return location
}

/** As if the agents' sessions had ended meanwhile. */
export async function endAgentSessions({ owner }: DemoPortal): Promise<void> {
  await owner.query('update agent_sessions set ended_at = now() where ended_at is null')
}

/** As if every agent had looked up as many accounts as they may, or none for an hour. */
export async function useUpLookups({ owner }: DemoPortal): Promise<void> {
  await owner.query(`insert into lookups (agent_id, by, reason, found)
    select id, 'name', 'x', '{}' from agents, generate_series(1, 60)`)
}
export async function forgetLookups({ owner }: DemoPortal): Promise<void> {
  await owner.query('truncate lookups')
}

/** As if everybody had had this register asked as often as they may, or nobody any. */
export async function useUpQuestions({ owner }: DemoPortal, register: string): Promise<void> {
  await owner.query(
    `insert into attempts (kind, key_hash)
     select 'register_question', sha256(convert_to(id || ' ' || $1, 'UTF8')) from persons, generate_series(1, 60)`,
    [register],
  )
}
export async function forgetQuestions({ owner }: DemoPortal): Promise<void> {
  await owner.query(`delete from attempts where kind = 'register_question'`)
}

/** For the server, whose clock is the database's. */
export async function letMinutesPass({ portal }: Visitor, minutes: number): Promise<void> {
  await portal.owner.query(
    `update sessions set last_seen_at = last_seen_at - make_interval(mins => $1),
       created_at = created_at - make_interval(mins => $1)`,
    [minutes],
  )
}

export async function openBusinessSpaces(visitor: Visitor, count: number, first = 1): Promise<void> {
  for (let number = first; number < first + count; number++) {
    const name = `Association ${number}`
    const own = { legalName: name, spaceTitle: name, registerNumber: `F${2000 + number}` }
    await send(visitor, paths.newBusinessSpace(), { ...companySample, ...own })
  }
}

/** With the Professional certificate in use, whose company is given. */
export async function openSharedSpace(visitor: Visitor): Promise<string> {
  const { legalName: _, registerNumber: __, ...typed } = companySample
  const own = { ...typed, spaceTitle: 'Schreinerei Muster', legalForm: 'sarl', naceCode: '43.32' }
  const location = await send(visitor, paths.newBusinessSpace(), own)
  return /PM-[A-Z0-9]{6}/.exec(location)?.[0] ?? ''
}

/** A private space with the sample's data; gives its code. */
export async function makePrivateSpace(visitor: Visitor, more: Sample = {}): Promise<string> {
  const location = await send(visitor, paths.newPrivateSpace(), { ...personSample, ...more })
  return /PP-[A-Z0-9]{6}/.exec(location)?.[0] ?? ''
}

/** A first dossier in the space, a certificate of residence, with everything answered. */
export async function answerResidence(visitor: Visitor, code: string): Promise<void> {
  await send(visitor, paths.newDossier(code), { procedure: 'certificate-of-residence' })
  const identityCard = await giveDocument(visitor, code)
  for (const [page, answers] of Object.entries(residenceSample)) {
    const path = paths.dossierPage(code, 1, page)
    const chosen: Sample = page === 'person' ? { identityCard } : {}
    await send(visitor, path, { ...(await hiddenIn(visitor, path)), ...answers, ...chosen, go: 'next' })
  }
}

/** Uploads a document as a script of the page would; gives its id. */
export async function giveDocument({ context, portal }: Visitor, code: string): Promise<string> {
  const answer = await context.request.post(portal.url + paths.documents(code), {
    multipart: { file: fileOf('Ausweis.pdf') },
    headers: { origin: portal.url, accept: 'application/json' },
  })
  return (await answer.json()).saved[0].id
}

/** Newer than all others, in the space of the document that is there. */
export async function giveManyDocuments({ owner }: DemoPortal, count: number): Promise<void> {
  await owner.query(
    `insert into documents (space_id, id, name, media_type, size, sha256, wrapped_key, uploaded_by, uploaded_by_name,
       uploaded_at)
     select d.space_id, gen_random_uuid(), 'Rechnung ' || n || '.pdf', 'application/pdf', 12345, d.sha256, d.wrapped_key,
       d.uploaded_by, d.uploaded_by_name, now() + n * interval '1 second'
     from (select * from documents limit 1) d, generate_series(1, $1::int) n`,
    [count],
  )
}

/** A file as one picks it in a browser. */
export const fileOf = (name: string, text = samplePdf(name).toString()) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(text),
})

/** What a page's form sends along unseen, and what already stands in its fields. */
async function hiddenIn({ context, portal }: Visitor, path: string): Promise<Sample> {
  const body = await (await context.request.get(portal.url + path)).text()
  const inputs = [...body.matchAll(/<input[^>]*\bname="([^"]+)"[^>]*\bvalue="([^"]*)"/g)]
  return Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value]))
}
