import { html, raw } from 'hono/html'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import type { View } from './view.ts'

/** The form of a page in which one types: choosing a language sends it along, so that nothing typed is lost. */
export type TypedForm = { action: string; firstButton: string }

const id = 'typed'

/**
 * Marks that form among the main part of a page; of several, the one that was refused, else the first. `unsaved`: what
 * stands in it was sent, and not kept.
 */
export function markTypedForm(main: string, unsaved: boolean): { main: string; form: TypedForm | null } {
  const forms = [...main.matchAll(/<form\b[^>]*>(.*?)<\/form>/gs)].filter(
    ([all, inside = '']) => /^<form[^>]* method="post"/.test(all) && isTypedIn(inside),
  )
  const found = forms.find(([all]) => all.includes('aria-invalid="true"')) ?? forms[0]
  const action = /^<form[^>]* action="([^"]*)"/.exec(found?.[0] ?? '')?.[1]
  if (!found || action === undefined) return { main, form: null }
  const at = found.index + '<form'.length
  return {
    main: `${main.slice(0, at)} id="${id}"${unsaved ? ' data-unsaved' : ''}${main.slice(at)}`,
    form: { action: action.replaceAll('&amp;', '&'), firstButton: firstButtonOf(found[0]) },
  }
}

const isTypedIn = (form: string) =>
  /<(select|textarea)\b|<input\b(?![^>]* type="(hidden|file|submit)")/.test(form)

/** What the Enter key presses there is the first button of the form, wherever on the page it stands. */
function firstButtonOf(form: string): string {
  const [tag = ''] = /<button\b(?![^>]* type="button")[^>]*>/.exec(form) ?? []
  return [...tag.matchAll(/ (name|value|formaction)="[^"]*"/g)].map(([attribute]) => attribute).join('')
}

/** Before the buttons that choose a language, so that Enter in a field presses what it did without them. */
export const enterButton = ({ t }: View, { firstButton }: TypedForm): Html =>
  html`<button class="sr-only" type="submit" form="${id}" tabindex="-1" aria-hidden="true"${raw(firstButton)}>${t.forms.send}</button>`

/** Attributes of a button that shows what was typed in that form again, in the language `to`. */
export const carries = ({ url }: View, { action }: TypedForm, to: string): Html =>
  html` type="submit" form="${id}" formaction="${paths.languageOfForm(to, url, action)}" formenctype="application/x-www-form-urlencoded" formnovalidate`
