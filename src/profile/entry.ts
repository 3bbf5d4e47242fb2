import { checkPage, editList, type FieldError, readPage } from '../forms/answers.ts'
import {
  type Answers,
  type Form,
  fieldsOf,
  fieldsOfPage,
  type Page,
  type Sources,
} from '../forms/definition.ts'
import { lockedOf, sourcesAfter } from '../forms/sources.ts'
import { isEmpty } from '../forms/values.ts'
import { companyForm } from './company-form.ts'
import { personForm } from './person-form.ts'
import { spaceTitle } from './title.ts'

export type Kind = 'private' | 'business'

/** Values with where each came from. */
export type Known = { answers: Answers; sources: Sources }
export const unknown: Known = { answers: {}, sources: {} }

export const profileForm = (kind: Kind): Form => (kind === 'private' ? personForm : companyForm)

/** Profile forms have one page. */
export function dataPage(kind: Kind): Page {
  const page = profileForm(kind).pages[0]
  if (!page) throw new Error('a profile form has a page')
  return page
}

/** A form as it is shown: what stands in it, where that came from, and what is read-only. */
export type Draft = {
  answers: Answers
  sources: Sources
  locked: Sources
  errors: FieldError[]
  /** Id of the control to go to, after a row was added or taken away. */
  focus?: string
}

export type Entry =
  | { complete: true; data: Answers; draft: Draft; sources: Sources }
  | { complete: false; draft: Draft }

/** A register's word may be typed over in one's own data, and loses its tick: whoever has moved need not wait for it. */
export const lockedIn = (kind: Kind, { sources }: Known): Sources =>
  lockedOf(
    fieldsOf(profileForm(kind)).filter(
      ({ name, lockedBy }) => lockedBy !== undefined || sources[name]?.from !== 'register',
    ),
    sources,
  )

/** The form before anybody typed. */
export const startDraft = (kind: Kind, known: Known): Draft => ({
  ...known,
  locked: lockedIn(kind, known),
  errors: [],
})

/**
 * What was sent: a row added, something wrong, or complete. Verified values are taken from `known`, whatever
 * the browser sends; a value that stays as it was known keeps its source.
 */
export function readEntry(kind: Kind, body: unknown, known: Known, kept: Answers = {}): Entry {
  const page = dataPage(kind)
  const locked = lockedIn(kind, known)
  const before = { ...kept, ...pick(known.answers, locked) }
  const edited = editList(page, body, before, locked)
  if (edited) {
    const draft = draftOf(kind, edited.answers, known, [])
    return { complete: false, draft: { ...draft, focus: edited.focus } }
  }
  const typed = withTitle(kind, readPage(page, body, before, locked))
  const { values, errors } = checkPage(page, typed)
  const draft = draftOf(kind, typed, known, errors)
  if (errors.length > 0) return { complete: false, draft }
  return { complete: true, data: values, draft, sources: sourcesOf(kind, values, known) }
}

/** On the page, only what was there before says where it came from: nobody needs to read “entered by you”. */
export function draftOf(kind: Kind, answers: Answers, known: Known, errors: FieldError[]): Draft {
  const kept = Object.entries(sourcesOf(kind, answers, known)).filter(
    ([name, one]) => known.sources[name] === one,
  )
  return { answers, sources: Object.fromEntries(kept), locked: lockedIn(kind, known), errors }
}

export const sourcesOf = (kind: Kind, answers: Answers, known: Known): Sources =>
  sourcesAfter(fieldsOfPage(dataPage(kind)), known, answers, new Date())

/** What is empty is filled from `more`; what was typed stays. Says whether anything was filled. */
export function fillEmpty(answers: Answers, more: Known): { answers: Answers; filled: boolean } {
  const fresh = Object.entries(more.answers).filter(([name]) => isEmpty(answers[name]))
  return { answers: { ...answers, ...Object.fromEntries(fresh) }, filled: fresh.length > 0 }
}

/** The later one wins where both know. */
export const both = (one: Known, other: Known): Known => ({
  answers: { ...one.answers, ...other.answers },
  sources: { ...one.sources, ...other.sources },
})

/** A business space starts with the company's legal name as its title. */
function withTitle(kind: Kind, answers: Answers): Answers {
  if (kind === 'private' || !isEmpty(answers.spaceTitle) || isEmpty(answers.legalName)) return answers
  return { ...answers, spaceTitle: spaceTitle({ legalName: answers.legalName ?? '' }) }
}

const pick = (answers: Answers, names: Sources): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => Object.hasOwn(names, name)))
