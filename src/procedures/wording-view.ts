import type { Attachment } from '../documents/attachment.ts'
import type { Document } from '../documents/document.ts'
import { visibleOf } from '../forms/answers.ts'
import { type Answers, fieldsOf } from '../forms/definition.ts'
import { textsOf } from '../forms/values.ts'
import { displayValue } from '../forms/views.ts'
import type { View } from '../ui/view.ts'
import type { Procedure } from './definition.ts'
import type { Frozen, Wording } from './submission.ts'

/** Answers with the questions they answer, in the language of the page, as they would be submitted now. */
export function freeze(view: View, procedure: Procedure, answers: Answers, documents: Document[]): Frozen {
  return {
    answers,
    wording: wordingOf(view, procedure, answers, documents),
    language: view.lang,
    documents: attachedBy(procedure, answers, documents),
  }
}

function wordingOf(view: View, { title, form }: Procedure, answers: Answers, documents: Document[]): Wording {
  const { lang } = view
  const pages = form.pages.map((page) => ({
    title: page.title[lang],
    groups: visibleOf(page, answers).groups.map(({ group, fields }) => ({
      title: group.title?.[lang] ?? null,
      answers: fields.map((field) => ({
        name: field.name,
        label: field.label[lang],
        value: displayValue(view, field, answers[field.name], {}, documents),
      })),
    })),
  }))
  return { title: title[lang], pages }
}

function attachedBy({ form }: Procedure, answers: Answers, documents: Document[]): Attachment[] {
  const fields = fieldsOf(form).filter(({ type }) => type === 'document')
  return fields.flatMap(({ name: field }) =>
    documents
      .filter(({ id }) => textsOf(answers[field]).includes(id))
      .map(({ id, name, mediaType, size, sha256 }) => ({ field, id, name, mediaType, size, sha256 })),
  )
}
