import { html } from 'hono/html'
import type { Html } from '../platform/http.ts'
import type { Problem } from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import type { FieldError } from './answers.ts'
import type { Answers, Field, Form, Page, Sources, Value } from './definition.ts'

/** The fields of a page, group by group. Put it into a `<form method="post">` beside the buttons. */
export function formFields(
  _view: View,
  _page: Page,
  _answers: Answers,
  _given: { errors?: FieldError[]; locked?: Sources; sources?: Sources } = {},
): Html {
  return html``
}

/** “Fields marked * are mandatory … we recommend filling all of them” (R10). */
export function advice(_view: View): Html {
  return html``
}

/** Questions and answers, group by group; with `changeHref` each page links to where it is changed. */
export function answersSummary(
  _view: View,
  _form: Form,
  _answers: Answers,
  _given: { sources?: Sources; changeHref?: (pageId: string) => string } = {},
): Html {
  return html``
}

export function problemsOf(view: View, errors: FieldError[]): Problem[] {
  return errors.map(({ name, message }) => ({ name, message: message(view.t, view.lang) }))
}

/** A value in words: dates, countries, choices, numbers as people write them; empty for an empty value. */
export function displayValue(_view: View, _field: Field, _value: Value | undefined): string {
  return ''
}
