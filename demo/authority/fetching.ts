import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream, renameSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { Case, type Cases, isIntact } from './cases.ts'

export type Desk = { authority: string; token: string }
export type Contact = { portalUrl: string; cases: Cases }

const Fetched = z.object({ cases: z.array(z.unknown()) })
const Infected = z.object({
  documents: z.array(z.object({ case: z.uuid(), document: z.uuid(), threat: z.string() })),
})
const WithSubmission = z.object({ submission: z.unknown() })

/** Fetches what waits for one authority, keeps it and acknowledges it. Gives what is wrong, or null. */
export async function fetchCases(desk: Desk, contact: Contact): Promise<string | null> {
  try {
    const answer = await ask(desk, contact, '/cases')
    if (!answer.ok) return `the portal answers ${answer.status}`
    const { cases } = Fetched.parse(await answer.json())
    const problems: string[] = []
    for (const one of cases) {
      const problem = await take(desk, contact, one)
      if (problem) problems.push(problem)
    }
    const problem = await takeMarks(desk, contact)
    return problems[0] ?? problem
  } catch (error) {
    return `the portal cannot be reached: ${error instanceof Error ? error.message : error}`
  }
}

async function take(desk: Desk, contact: Contact, fetched: unknown): Promise<string | null> {
  const read = Case.safeParse(fetched)
  if (!read.success) return 'a case has not the agreed form'
  const { id, reference, hash } = read.data
  if (!isIntact(WithSubmission.parse(fetched).submission, hash))
    return `${reference} is not what was submitted: its checksum differs`
  const missing = await takeDocuments(desk, contact, read.data)
  if (missing) return `${reference}: ${missing}`
  const kept = contact.cases.keep(desk.authority, read.data)
  const body = JSON.stringify({ authorityReference: kept.ownReference })
  const answer = await ask(desk, contact, `/cases/${id}/receipt`, { method: 'POST', body })
  if (!answer.ok) return `${reference} could not be acknowledged: ${answer.status}`
  contact.cases.acknowledged(kept)
  return null
}

/** A virus may be found long after a case was fetched. */
async function takeMarks(desk: Desk, contact: Contact): Promise<string | null> {
  const answer = await ask(desk, contact, '/infected-documents')
  if (!answer.ok) return `the portal answers ${answer.status}`
  for (const one of Infected.parse(await answer.json()).documents) {
    const kept = contact.cases.find(one.case)
    if (kept) contact.cases.infected(kept, one.document, one.threat)
  }
  return null
}

/** All of them before the case is acknowledged: each is checked against what was submitted. */
async function takeDocuments(desk: Desk, contact: Contact, one: Case): Promise<string | null> {
  for (const document of one.submission.documents) {
    const file = contact.cases.fileOf(one, document)
    const answer = await ask(desk, contact, `/cases/${one.id}/documents/${document.id}`, {
      signal: AbortSignal.timeout(120_000),
    })
    // The scanner has found something in it: this authority does without.
    if (answer.status === 409) continue
    if (!answer.ok || !answer.body) return `${document.name} could not be fetched: ${answer.status}`
    const hash = createHash('sha256')
    const unchecked = `${file}.${randomUUID()}`
    await pipeline(
      answer.body,
      async function* (pieces: AsyncIterable<Uint8Array>) {
        for await (const piece of pieces) {
          hash.update(piece)
          yield piece
        }
      },
      createWriteStream(unchecked, { mode: 0o600 }),
    )
    if (hash.digest('hex') !== document.sha256) return `${document.name} is not what was submitted`
    renameSync(unchecked, file)
  }
  return null
}

const ask = (desk: Desk, { portalUrl }: Contact, path: string, given: RequestInit = {}) =>
  fetch(`${portalUrl}/api/authority/v1${path}`, {
    ...given,
    headers: { authorization: `Bearer ${desk.token}`, 'content-type': 'application/json' },
    signal: given.signal ?? AbortSignal.timeout(10_000),
    redirect: 'error',
  })
