import { type Answers, type Field, fieldsOfPage, type Page, type Value } from '../forms/definition.ts'
import { sameValue } from '../forms/values.ts'

export type Side = 'mine' | 'theirs'

/** A field on which two versions disagree. `chosen` is null while only the person can tell. */
export type Disagreement = {
  field: Field
  mine: Value | undefined
  theirs: Value | undefined
  chosen: Side | null
}

/** Compares what was typed with what was saved meanwhile; whoever left a field as it was yields to the other. */
export function compare(page: Page, base: Answers, mine: Answers, theirs: Answers): Disagreement[] {
  return fieldsOfPage(page)
    .filter(({ name }) => !sameValue(mine[name], theirs[name]))
    .map((field) => ({
      field,
      mine: mine[field.name],
      theirs: theirs[field.name],
      chosen: yielding(base[field.name], mine[field.name], theirs[field.name]),
    }))
}

function yielding(base: Value | undefined, mine: Value | undefined, theirs: Value | undefined): Side | null {
  if (sameValue(base, mine)) return 'theirs'
  return sameValue(base, theirs) ? 'mine' : null
}

export const choiceName = (field: Field) => `choice.${field.name}`

/** The disagreements as the person has decided them so far. */
export function decide(disagreements: Disagreement[], body: unknown): Disagreement[] {
  const posted = new Map(Object.entries(typeof body === 'object' && body !== null ? body : {}))
  return disagreements.map((one) => {
    const choice = posted.get(choiceName(one.field))
    return { ...one, chosen: choice === 'mine' || choice === 'theirs' ? choice : null }
  })
}

/** What was typed, with the other version where it was chosen. */
export function settle(mine: Answers, decided: Disagreement[]): Answers {
  const settled = { ...mine }
  for (const { field, theirs, chosen } of decided) {
    if (chosen !== 'theirs') continue
    if (theirs === undefined) delete settled[field.name]
    else settled[field.name] = theirs
  }
  return settled
}

/** Answers as a form sends them, to carry them through a page that does not show them. */
export function formEntries(page: Page, answers: Answers): [string, string][] {
  return fieldsOfPage(page).flatMap(({ name }) => entriesOf(name, answers[name]))
}

/** An empty value is sent too: left out, it would count as unchanged. */
function entriesOf(name: string, value: Value | undefined): [string, string][] {
  if (value === undefined || value === false) return [[name, '']]
  if (typeof value === 'string') return [[name, value]]
  if (value === true) return [[name, 'yes']]
  if (value.length === 0) return [[name, '']]
  return value.flatMap((item, index): [string, string][] =>
    typeof item === 'string'
      ? [[name, item]]
      : Object.entries(item).map(([cell, text]) => [`${name}.${index}.${cell}`, text]),
  )
}
