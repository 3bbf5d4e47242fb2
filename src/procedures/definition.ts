import { z } from 'zod'
import { mediaTypes } from '../documents/kind.ts'
import type { Form } from '../forms/definition.ts'
import { Assurance } from '../identity/assurance.ts'

/** The shape of a procedure's YAML file. `procedures/procedure.schema.json` is generated from it. */

const filled = z.string().trim().min(1)
const name = (what: string) =>
  z
    .string()
    .regex(/^[a-z][a-zA-Z0-9]*$/)
    .describe(what)
const slug = (what: string) =>
  z
    .string()
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
    .describe(what)

/** Hyphens as in a slug, or capitals as in the profiles' own choices. */
const choiceValue = z
  .string()
  .regex(/^[a-zA-Z][a-zA-Z0-9]*(-[a-zA-Z0-9]+)*$/)
  .describe('What is stored.')

const Text = z
  .strictObject({ de: filled, fr: filled, en: filled, lb: filled })
  .meta({ id: 'text', description: 'A text in the four languages of the portal; none may be missing.' })

const Keywords = z
  .strictObject({ de: z.array(filled), fr: z.array(filled), en: z.array(filled), lb: z.array(filled) })
  .meta({ id: 'keywords', description: 'Words people search with, per language. The title counts anyway.' })

const Condition = filled.meta({
  id: 'condition',
  description: 'FEEL expression over the answers, by field name; for example: delivery = "post".',
})

const fieldTypes = [
  'text',
  'longtext',
  'date',
  'email',
  'phone',
  'url',
  'integer',
  'select',
  'radio',
  'checkboxes',
  'checkbox',
  'country',
  'countries',
  'language',
  'iban',
  'nationalNumber',
  'legalNumber',
  'registerNumber',
  'vat',
  'permitNumber',
  'nace',
  'postcode',
  'list',
  'document',
] as const

const Field = z
  .strictObject({
    name: name('Name of the answer, unique in the procedure.'),
    type: z.enum(fieldTypes).describe('What may be entered, how it is checked and normalised.'),
    label: Text,
    hint: Text.optional().describe('One short line under the label, before the field.'),
    required: z
      .union([z.boolean(), Condition])
      .optional()
      .describe('Mandatory: always (true), or whenever the condition holds.'),
    when: Condition.optional().describe('The field is asked only while the condition holds.'),
    maxLength: z.int().min(1).max(10_000).optional().describe('Most characters accepted.'),
    width: z.enum(['full', 'wide', 'half', 'third', 'short']).optional().describe('Width on wide screens.'),
    autocomplete: filled.optional().describe('Value of the HTML attribute, WCAG 1.3.5.'),
    choices: z
      .array(z.strictObject({ value: choiceValue, label: Text }))
      .min(1)
      .optional()
      .describe('What select, radio and checkboxes offer.'),
    profile: name('Field of the space’s profile that fills this one (R11).').optional(),
    get fields() {
      return z.array(Field).min(1).optional().describe('The fields of one row of a list.')
    },
    maxItems: z.int().min(1).max(50).optional().describe('Most rows of a list (20), most documents (5).'),
    accept: z
      .array(z.enum(mediaTypes))
      .min(1)
      .optional()
      .describe('Documents: what is accepted here; all that the portal accepts when absent.'),
    item: Text.optional().describe('What one row of a list is, for example “Person”.'),
    add: Text.optional().describe('What the button says that adds a row.'),
    initial: filled.optional().describe('The choice taken as long as nobody chose.'),
    range: z.enum(['past', 'future']).optional().describe('Dates: only up to today, or only from today on.'),
    min: z.int().optional().describe('Smallest integer accepted.'),
    max: z.int().optional().describe('Largest integer accepted.'),
    country: name('Postcodes: the country field of the same address; Luxembourg when absent.').optional(),
  })
  .meta({ id: 'field', description: 'One question.' })

const Group = z
  .strictObject({
    id: name('Unique in the page.'),
    title: Text.optional(),
    hint: Text.optional(),
    when: Condition.optional().describe('The group is asked only while the condition holds.'),
    fields: z.array(Field).min(1),
  })
  .meta({ id: 'group', description: 'Questions that belong together, under one legend.' })

const Page = z
  .strictObject({
    id: slug('Part of the page’s address; unique in the procedure.'),
    title: Text,
    lead: Text.optional().describe('One or two sentences under the title.'),
    groups: z.array(Group).min(1),
  })
  .meta({ id: 'page', description: 'One page of the form.' })

export const themes = [
  'residence',
  'family',
  'work',
  'health',
  'education',
  'mobility',
  'taxes',
  'business',
  'leisure',
] as const
export type Theme = (typeof themes)[number]

const LegalResource = z.strictObject({
  title: Text,
  url: z.url({ protocol: /^https$/ }).describe('ELI of the act, so that it stays valid.'),
})

export const ProcedureDefinition = z
  .strictObject({
    id: slug('Part of the address in the catalogue. Never changes.'),
    version: z.int().min(1).describe('Raise it with every change: a published version never changes.'),
    kind: z.enum(['private', 'business']).describe('The kind of space it runs in (R1).'),
    title: Text,
    summary: Text.describe('One sentence for the catalogue’s list.'),
    description: Text.describe('What it is for, two to four sentences (dct:description).'),
    theme: z.enum(themes).describe('Where the catalogue files it (cv:thematicArea).'),
    keywords: Keywords,
    audience: Text.describe('Who may apply (cv:isAudienceOf).'),
    assurance: Assurance.optional().describe(
      'How sure the sign-in must be to begin and to submit it (eIDAS); low when left out.',
    ),
    authority: slug('Id of the authority in the connections file (cv:hasCompetentAuthority).'),
    cost: z
      .strictObject({
        amount: z.number().min(0).describe('In euro; 0 when free of charge (cv:hasCost).'),
        note: Text.optional(),
      })
      .describe('What it costs.'),
    processingTime: Text.describe('How long an answer usually takes (cv:processingTime).'),
    minutes: z.int().min(1).max(240).describe('How long filling the form takes.'),
    legalBasis: z.array(LegalResource).min(1).describe('cv:hasLegalResource.'),
    dataProtection: z
      .strictObject({
        purpose: Text.describe('What the answers are for.'),
        recipients: z.array(Text).optional().describe('Who receives them beside the authority.'),
        retention: Text.describe('How long the authority keeps them.'),
      })
      .describe('What the form says of the data it asks for (GDPR, article 13); its basis is legalBasis.'),
    requirements: z.array(Text).describe('What one needs at hand (cv:hasInput).'),
    output: Text.describe('What one gets (cv:produces).'),
    next: z.array(Text).min(1).describe('What happens after submission, step by step.'),
    contact: z
      .strictObject({
        text: Text.describe('Whom to ask, and when they answer.'),
        email: z.email().optional(),
        phone: filled.optional(),
      })
      .describe('Whom to ask (cv:hasContactPoint).'),
    lastUpdated: z.iso.date().describe('Day the texts were last checked, YYYY-MM-DD (dct:modified).'),
    form: z.strictObject({ pages: z.array(Page).min(1) }),
  })
  .meta({
    title: 'Procedure',
    description: 'A public service people apply for. Field names follow CPSV-AP. See docs/procedures.md.',
  })

export type Procedure = Omit<z.infer<typeof ProcedureDefinition>, 'form'> & { form: Form }

/** The JSON Schema (draft 2020-12) that editors and the start check use. */
export const procedureSchema = () => ({
  $id: 'https://openguichet.example/procedure.schema.json',
  ...z.toJSONSchema(ProcedureDefinition, { target: 'draft-2020-12', io: 'input' }),
})
