import { languages, type Text } from '../i18n/index.ts'
import { namesIn } from './conditions.ts'
import { type Field, type Form, fieldsOf, type Group, type Page } from './definition.ts'
import { canTake } from './fitting.ts'

/** What is wrong with a definition, a line each; empty when it can run. `profile` gives the fields `profile:` may name. */
export function checkDefinition(form: Form, profile?: Form): string[] {
  const fields = fieldsOf(form)
  const names = new Set(fields.map(({ name }) => name))
  return [
    ...twice(form.pages.map(({ id }) => id)).map((id) => `page ${id}: there are two of it`),
    ...twice(fields.map(({ name }) => name)).map((name) => `field ${name}: there are two of it`),
    ...(form.pages.length === 0 ? ['the form has no page'] : []),
    ...form.pages.flatMap((page) => checkPageOf(page, names)),
    ...fields.flatMap((field) => checkFieldOf(field, fields)),
    ...(profile ? fields.flatMap((field) => checkProfile(field, fieldsOf(profile))) : []),
  ]
}

function checkPageOf(page: Page, names: Set<string>): string[] {
  const at = `page ${page.id}`
  return [
    ...checkText(page.title, `${at}: title`),
    ...(page.lead ? checkText(page.lead, `${at}: lead`) : []),
    ...(page.groups.every(({ fields }) => fields.length === 0) ? [`${at}: it asks nothing`] : []),
    ...twice(page.groups.map(({ id }) => id)).map((id) => `${at}: there are two groups ${id}`),
    ...page.groups.flatMap((group) => checkGroup(group, names)),
  ]
}

function checkGroup(group: Group, names: Set<string>): string[] {
  const at = `group ${group.id}`
  const conditions = group.fields.flatMap((field) => [
    ...checkCondition(field.when, `field ${field.name}: when`, names, field.name),
    ...(typeof field.required === 'string'
      ? checkCondition(field.required, `field ${field.name}: required`, names)
      : []),
  ])
  return [
    ...(group.title ? checkText(group.title, `${at}: title`) : []),
    ...(group.hint ? checkText(group.hint, `${at}: hint`) : []),
    ...checkCondition(group.when, `${at}: when`, names),
    ...conditions,
  ]
}

/** Bad FEEL, names nobody asks, and a comparison with "" that can never hold: an empty answer is null. */
function checkCondition(expression: string | undefined, at: string, names: Set<string>, self = ''): string[] {
  if (expression === undefined) return []
  try {
    const used = namesIn(expression)
    const unknown = used.filter((name) => !names.has(name)).map((name) => `${at}: there is no field ${name}`)
    const circular = used.includes(self) ? [`${at}: it depends on itself`] : []
    const blank = /""/.test(expression) ? [`${at}: compare with null, an empty answer is not ""`] : []
    return [...unknown, ...circular, ...blank]
  } catch (error) {
    return [`${at}: ${error instanceof Error ? error.message : 'is not FEEL'}`]
  }
}

const reserved = new Set(['list', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty'])
const offering = new Set(['select', 'radio', 'checkboxes'])

function checkFieldOf(field: Field, all: Field[]): string[] {
  const at = `field ${field.name}`
  const country = all.find(({ name }) => name === field.country)
  return [
    ...(/^[a-z][A-Za-z0-9]*$/.test(field.name) && !reserved.has(field.name)
      ? []
      : [`${at}: the name cannot be used`]),
    ...checkText(field.label, `${at}: label`),
    ...(field.hint ? checkText(field.hint, `${at}: hint`) : []),
    ...(field.country && country?.type !== 'country' ? [`${at}: ${field.country} is no country field`] : []),
    ...(field.accept && field.type !== 'document' ? [`${at}: a ${field.type} accepts no files`] : []),
    ...checkChoices(field, at),
    ...checkList(field, at),
  ]
}

function checkChoices(field: Field, at: string): string[] {
  const { choices = [] } = field
  if (!offering.has(field.type)) return choices.length > 0 ? [`${at}: a ${field.type} offers no choices`] : []
  return [
    ...(choices.length === 0 ? [`${at}: choices are missing`] : []),
    ...twice(choices.map(({ value }) => value)).map((value) => `${at}: there are two choices ${value}`),
    ...choices.flatMap(({ value, label }) => checkText(label, `${at}: choice ${value}`)),
    ...(choices.some(({ value }) => value === '') ? [`${at}: a choice needs a value`] : []),
  ]
}

const notInRows = new Set(['list', 'checkbox', 'checkboxes', 'countries', 'radio', 'document'])

function checkList(field: Field, at: string): string[] {
  const { fields = [] } = field
  if (field.type !== 'list') return fields.length > 0 ? [`${at}: only a list has fields`] : []
  return [
    ...(fields.length === 0 ? [`${at}: fields are missing`] : []),
    ...twice(fields.map(({ name }) => name)).map((name) => `${at}: there are two fields ${name}`),
    ...fields.flatMap((cell) => checkFieldOf(cell, fields).map((line) => `${at}: ${line}`)),
    ...fields
      .filter(({ type }) => notInRows.has(type))
      .map(({ name }) => `${at}: ${name} cannot stand in a row`),
    ...fields
      .filter(({ when }) => when !== undefined)
      .map(({ name }) => `${at}: ${name} cannot have a condition`),
  ]
}

function checkProfile(field: Field, known: Field[]): string[] {
  if (field.profile === undefined) return []
  const source = known.find(({ name }) => name === field.profile)
  if (!source) return [`field ${field.name}: the profile has no field ${field.profile}`]
  return canTake(field, source)
    ? []
    : [`field ${field.name}: a ${field.type} cannot take the profile’s ${source.type}`]
}

function checkText(text: Text, at: string): string[] {
  return languages
    .filter((lang) => !text[lang]?.trim())
    .map((lang) => `${at}: the text in ${lang} is missing`)
}

const twice = (values: string[]): string[] => [
  ...new Set(values.filter((value, index) => values.indexOf(value) !== index)),
]
