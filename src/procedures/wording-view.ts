import { visibleOf } from '../forms/answers.ts'
import type { Answers } from '../forms/definition.ts'
import { displayValue } from '../forms/views.ts'
import type { View } from '../ui/view.ts'
import type { Procedure } from './definition.ts'
import type { Frozen, Wording } from './submission.ts'

/** Answers with the questions they answer, in the language of the page, as they would be submitted now. */
export function freeze(view: View, procedure: Procedure, answers: Answers): Frozen {
  return { answers, wording: wordingOf(view, procedure, answers), language: view.lang }
}

function wordingOf(view: View, { title, form }: Procedure, answers: Answers): Wording {
  const { lang } = view
  const pages = form.pages.map((page) => ({
    title: page.title[lang],
    groups: visibleOf(page, answers).groups.map(({ group, fields }) => ({
      title: group.title?.[lang] ?? null,
      answers: fields.map((field) => ({
        name: field.name,
        label: field.label[lang],
        value: displayValue(view, field, answers[field.name]),
      })),
    })),
  }))
  return { title: title[lang], pages }
}
