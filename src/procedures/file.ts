import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import { type Document, isNode, LineCounter, parseDocument } from 'yaml'
import { checkDefinition } from '../forms/check-definition.ts'
import { type Field, fieldsOf } from '../forms/definition.ts'
import { StartError } from '../platform/start-error.ts'
import { companyForm } from '../profile/company-form.ts'
import { personForm } from '../profile/person-form.ts'
import { type Procedure, ProcedureDefinition, procedureSchema } from './definition.ts'

/** Every procedure of a folder. The first file that cannot run stops the start, with its name and the place. */
export function loadProcedures(dir: string): Procedure[] {
  const files = readdirSync(dir).filter((file) => /\.ya?ml$/.test(file))
  const procedures = files.sort().map((file) => readProcedure(join(dir, file)))
  const ids = procedures.map(({ id }) => id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice) throw new StartError(`${dir}: two files define the procedure ${twice}`)
  return procedures
}

export function readProcedure(file: string): Procedure {
  const lines = new LineCounter()
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines })
  const fail = (offset: number | undefined, message: string): never => {
    const line = offset === undefined ? '' : `:${lines.linePos(offset).line}`
    throw new StartError(`${file}${line}: ${message}`)
  }
  const broken = document.errors[0]
  if (broken) fail(broken.pos[0], firstLine(broken.message))

  const value: unknown = document.toJS()
  if (!validate(value)) {
    const { path, message } = explain(validate.errors ?? [])
    fail(offsetOf(document, path), `${path.join('.') || 'file'}: ${message}`)
  }
  const procedure = withProfile(ProcedureDefinition.parse(value))
  const named = basename(file).replace(/\.ya?ml$/, '')
  if (procedure.id !== named) fail(offsetOf(document, ['id']), `id: must be "${named}", like the file`)
  const [problem] = checkDefinition(procedure.form, profileForm(procedure.kind))
  if (problem) fail(undefined, problem)
  return procedure
}

/** A field that names its profile field takes over what it offers: choices, and the columns of a list. */
function withProfile(procedure: Procedure): Procedure {
  const known = new Map(fieldsOf(profileForm(procedure.kind)).map((field) => [field.name, field]))
  const complete = (field: Field): Field => {
    const { choices, fields, item, add } = known.get(field.profile ?? '') ?? {}
    return { ...(choices && { choices }), ...(fields && { fields, item, add }), ...field }
  }
  const pages = procedure.form.pages.map((page) => ({
    ...page,
    groups: page.groups.map((group) => ({ ...group, fields: group.fields.map(complete) })),
  }))
  return { ...procedure, form: { pages } }
}

const profileForm = (kind: Procedure['kind']) => (kind === 'private' ? personForm : companyForm)

const validate = new Ajv2020({
  allErrors: true,
  formats: { uri: true, email: true, date: true },
}).compile(procedureSchema())

/** The deepest error says most: the others follow from it. */
function explain(errors: ErrorObject[]): { path: string[]; message: string } {
  const [worst] = [...errors].sort((a, b) => b.instancePath.length - a.instancePath.length)
  const path = worst?.instancePath.split('/').slice(1) ?? []
  return { path, message: worst ? wordsOf(worst) : 'invalid' }
}

function wordsOf({ keyword, params, message }: ErrorObject): string {
  if (keyword === 'additionalProperties') return `unknown key "${params.additionalProperty}"`
  if (keyword === 'enum') return `must be one of ${params.allowedValues.join(', ')}`
  if (keyword === 'required') return `"${params.missingProperty}" is missing`
  return message ?? keyword
}

/** Where in the file the path leads, or its nearest ancestor. */
function offsetOf(document: Document, path: string[]): number | undefined {
  for (let length = path.length; length >= 0; length--) {
    const keys = path.slice(0, length).map((key) => (/^\d+$/.test(key) ? Number(key) : key))
    const node = document.getIn(keys, true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return undefined
}

const firstLine = (text: string) => text.split('\n')[0] ?? text
