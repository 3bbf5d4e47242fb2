import { randomUUID } from 'node:crypto'
import sql from 'sql-template-tag'
import { recordIn } from '../audit/audit.ts'
import { notifyActor } from '../communications/notification.ts'
import { type Attachment, attach } from '../documents/attachment.ts'
import type { Answers } from '../forms/definition.ts'
import type { Language } from '../i18n/index.ts'
import type { Assurance } from '../identity/assurance.ts'
import { paths } from '../paths.ts'
import { digestOf } from '../platform/canonical.ts'
import type { Tx } from '../platform/database.ts'
import { AppError } from '../platform/error.ts'
import type { Jobs } from '../platform/jobs.ts'
import { nameOf } from '../profile/profile.ts'
import type { Actor, Capacity, CurrentSpace } from '../scopes.ts'
import { addEvent } from './course.ts'
import type { Procedure } from './definition.ts'
import { referenceOf } from './reference.ts'
import { isSureEnough } from './required-assurance.ts'

/** What people read when they answered, in their language: frozen with the answers. */
export type Wording = {
  title: string
  pages: { title: string; groups: { title: string | null; answers: WordedAnswer[] }[] }[]
}
export type WordedAnswer = { name: string; label: string; value: string }

/** What would be submitted now. */
export type Frozen = {
  answers: Answers
  wording: Wording
  language: Language
  documents: Attachment[]
}

/** Tells whether what somebody read on the check page is still what would be submitted. */
export const seenOf = (frozen: Frozen): string => digestOf(frozen).slice(0, 32)

/** What the authority gets; its SHA-256 over the canonical JSON (RFC 8785) is the submission's hash. */
export type SubmissionDocument = {
  reference: string
  procedure: { id: string; version: number }
  language: Language
  capacity: Capacity | null
  submittedAt: string
  submittedBy: string
  /** Of the sign-in it was submitted from. */
  assurance: Assurance
  answers: Answers
  wording: Wording
  documents: Attachment[]
}

export type Submission = {
  answers: Answers
  wording: Wording
  language: Language
  capacity: Capacity | null
  hash: string
  submittedAt: Date
  submittedByName: string
}

/** Of the space the transaction stands in. */
export function findOptionalSubmission(tx: Tx, number: number | null): Promise<Submission | null> {
  return tx.row<Submission>(sql`
    select answers, wording, language, capacity, hash, submitted_at as "submittedAt",
      submitted_by_name as "submittedByName"
    from submissions where space_id = (select current_space()) and number = ${number}`)
}

/**
 * Freezes a held draft and hands it over: submission, event, the authority's case, mail and audit record
 * commit together or not at all. One submission per dossier: false when there was one already.
 */
export async function submitDossier(
  tx: Tx,
  jobs: Jobs,
  actor: Actor,
  space: CurrentSpace,
  given: { number: number; procedure: Procedure; frozen: Frozen; capacity: Capacity | null },
): Promise<boolean> {
  const { number, procedure } = given
  if (!isSureEnough(actor, procedure)) throw new AppError('forbidden')
  const document = documentOf(actor, space, given)
  const hash = digestOf(document)
  const caseId = randomUUID()
  if (!(await insertSubmission(tx, actor, space, number, { document, hash, caseId }))) return false
  const path = paths.dossier(space.code, number)
  await Promise.all([
    becomeSubmitted(tx, actor, space, number),
    addEvent(tx, actor, space, number, 'submitted', given.capacity),
    handOver(tx, space, number, procedure, { document, hash, caseId }),
    attach(tx, actor, space, {
      ...{ number, caseId },
      authority: procedure.authority,
      attachments: document.documents,
    }),
    notifyActor(tx, jobs, actor, 'dossier_submitted', { reference: document.reference, path }),
    recordIn(
      tx,
      actor,
      { ...space, capacity: given.capacity },
      {
        act: 'dossier.submitted',
        object: document.reference,
        detail: { hash, certificate: actor.certificate.id },
      },
    ),
  ])
  return true
}

function documentOf(
  actor: Actor,
  space: CurrentSpace,
  { number, procedure, frozen, capacity }: Parameters<typeof submitDossier>[4],
): SubmissionDocument {
  return {
    reference: referenceOf(space.code, number),
    procedure: { id: procedure.id, version: procedure.version },
    language: frozen.language,
    capacity,
    submittedAt: new Date().toISOString(),
    submittedBy: nameOf(actor),
    assurance: actor.assurance,
    answers: frozen.answers,
    wording: frozen.wording,
    documents: frozen.documents,
  }
}

type Sealed = { document: SubmissionDocument; hash: string; caseId: string }

async function insertSubmission(
  tx: Tx,
  actor: Actor,
  space: CurrentSpace,
  number: number,
  { document, hash, caseId }: Sealed,
): Promise<boolean> {
  const inserted = await tx.run(sql`
    insert into submissions (space_id, number, case_id, answers, wording, language, capacity, hash,
      submitted_at, submitted_by, submitted_by_name, certificate_id, assurance)
    values (${space.id}, ${number}, ${caseId}, ${JSON.stringify(document.answers)},
      ${JSON.stringify(document.wording)}, ${document.language}, ${document.capacity}, ${hash},
      ${document.submittedAt}, ${actor.personId}, ${document.submittedBy}, ${actor.certificate.id},
      ${document.assurance})
    on conflict on constraint one_submission_per_dossier do nothing`)
  return inserted === 1
}

const becomeSubmitted = (tx: Tx, actor: Actor, space: CurrentSpace, number: number) =>
  tx.run(sql`
    update dossiers set status = 'submitted', changed_at = now(), changed_by = ${actor.personId},
      changed_by_name = ${nameOf(actor)}
    where space_id = ${space.id} and number = ${number}`)

const handOver = (
  tx: Tx,
  space: CurrentSpace,
  number: number,
  procedure: Procedure,
  { document, hash, caseId }: Sealed,
) =>
  tx.run(sql`
    insert into cases (authority_id, id, space_id, number, reference, procedure_id, procedure_version,
      language, submission, hash, submitted_at)
    values (${procedure.authority}, ${caseId}, ${space.id}, ${number}, ${document.reference}, ${procedure.id},
      ${procedure.version}, ${document.language}, ${JSON.stringify(document)}, ${hash}, ${document.submittedAt})`)
