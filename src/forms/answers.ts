import type { Language, Messages } from '../i18n/index.ts'
import type { Answers, Field, Form, Group, Page, Sources, Value } from './definition.ts'

export { fieldsOf } from './definition.ts'

/** What is wrong with one field, `householdMembers.0.name` for a cell, in words once the language is known. */
export type FieldError = { name: string; pageId: string; message: (t: Messages, lang: Language) => string }

/**
 * What was typed on a page, faithfully, merged into `before`. Names the page does not have are ignored;
 * locked fields, and fields the browser did not send, keep the value of `before`.
 */
export function readPage(_page: Page, _body: unknown, before: Answers, _locked: Sources = {}): Answers {
  return before
}

/** Checks a page. `values` has its visible fields normalised, empty and hidden ones left out, other pages as they were. */
export function checkPage(_page: Page, answers: Answers): { values: Answers; errors: FieldError[] } {
  return { values: answers, errors: [] }
}

/** Checks all pages. `values` has the visible fields of the form and nothing else. */
export function checkForm(_form: Form, answers: Answers): { values: Answers; errors: FieldError[] } {
  return { values: answers, errors: [] }
}

/**
 * When a button `name=list` was pressed (`add:NAME`, `remove:NAME:INDEX`, `refresh`): the typed answers with
 * the change made, and the id of the control to focus; else null.
 */
export function editList(
  _page: Page,
  _body: unknown,
  _before: Answers = {},
  _locked: Sources = {},
): { answers: Answers; focus: string } | null {
  return null
}

export function isVisible(_item: Field | Group, _answers: Answers): boolean {
  return true
}

export function isRequired(field: Field, _answers: Answers): boolean {
  return field.required === true
}

export function isEmpty(value: Value | undefined): boolean {
  return value === undefined || value === ''
}

export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  return a === b
}
