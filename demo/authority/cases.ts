import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** What the portal hands over, as docs/procedures.md describes it. */
const Answer = z.object({ label: z.string(), value: z.string() })
const Group = z.object({ title: z.string().nullable(), answers: z.array(Answer) })
const Page = z.object({ title: z.string(), groups: z.array(Group) })
const Document = z.object({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number(),
  sha256: z.string(),
})
export type Document = z.infer<typeof Document>
const Submission = z.looseObject({
  submittedBy: z.string(),
  capacity: z.string().nullable(),
  wording: z.object({ title: z.string(), pages: z.array(Page) }),
  documents: z.array(Document).default([]),
})
export const Case = z.object({
  id: z.uuid(),
  reference: z.string(),
  procedure: z.object({ id: z.string(), version: z.number() }),
  language: z.string(),
  submittedAt: z.string(),
  hash: z.string(),
  submission: Submission,
})
export type Case = z.infer<typeof Case>

const Kept = z.object({
  authority: z.string(),
  ownReference: z.string(),
  receivedAt: z.string(),
  acknowledged: z.boolean(),
  /** What the portal's virus scanner has found, by document. */
  infected: z.record(z.string(), z.string()).default({}),
  case: Case,
})
export type Kept = z.infer<typeof Kept>

/** The cases an authority has, a file each. */
export function openCases(folder: string) {
  mkdirSync(join(folder, 'documents'), { recursive: true, mode: 0o700 })
  const kept = new Map(readAll(folder).map((one) => [one.case.id, one]))

  function write(one: Kept): Kept {
    const file = join(folder, `${one.case.id}.json`)
    writeFileSync(`${file}.new`, JSON.stringify(one, null, 2), { mode: 0o600 })
    renameSync(`${file}.new`, file)
    kept.set(one.case.id, one)
    return one
  }

  return {
    find: (id: string) => kept.get(id) ?? null,
    /** Where a document of a case lies, or will. */
    fileOf: (one: Case, { id }: Document) => join(folder, 'documents', `${one.id} ${id}`),
    /** Latest first. */
    all: () => [...kept.values()].sort((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1)),
    /** A case fetched again, because its acknowledgement got lost, keeps the reference it has. */
    keep(authority: string, fetched: Case): Kept {
      const before = kept.get(fetched.id)
      if (before) return before
      const ownReference = nextReference(authority, [...kept.values()])
      const receivedAt = new Date().toISOString()
      return write({ authority, ownReference, receivedAt, acknowledged: false, infected: {}, case: fetched })
    },
    acknowledged: (one: Kept) => write({ ...one, acknowledged: true }),
    /** From now on nobody opens it here. */
    infected(one: Kept, documentId: string, threat: string): Kept {
      if (one.infected[documentId] === threat) return one
      return write({ ...one, infected: { ...one.infected, [documentId]: threat } })
    },
  }
}
export type Cases = ReturnType<typeof openCases>

function readAll(folder: string): Kept[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  return files.map((file) => Kept.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))))
}

/** `RO-2026-00001`: initials of the authority, the year, a number of its own. */
function nextReference(authority: string, kept: Kept[]): string {
  const initials = authority
    .split('-')
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
  const start = `${initials}-${new Date().getFullYear()}-`
  const numbers = kept
    .filter(({ ownReference }) => ownReference.startsWith(start))
    .map(({ ownReference }) => Number(ownReference.slice(start.length)))
  return start + String(Math.max(0, ...numbers) + 1).padStart(5, '0')
}

/** Whether what arrived is what was submitted: SHA-256 over its canonical JSON (RFC 8785), computed here anew. */
export const isIntact = (submission: unknown, hash: string): boolean =>
  createHash('sha256').update(canonical(submission)).digest('hex') === hash

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const pairs = Object.entries(value).map(([key, one]) => [key, `${JSON.stringify(key)}:${canonical(one)}`])
  pairs.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
  return `{${pairs.map(([, pair]) => pair).join()}}`
}
