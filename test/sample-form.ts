import type { Field, FieldType, Form } from '../src/forms/definition.ts'
import type { Text } from '../src/i18n/index.ts'

export const text = (words: string): Text => ({ de: words, fr: words, en: words, lb: words })

export const field = (name: string, type: FieldType, more: Partial<Field> = {}): Field => ({
  name,
  type,
  label: text(`Label of ${name}`),
  ...more,
})

const colours = ['red', 'green', 'blue'].map((value) => ({ value, label: text(`Colour ${value}`) }))

/** One field of every type, on two pages, with conditions across them. */
export const sampleForm: Form = {
  pages: [
    {
      id: 'one',
      title: text('Page one'),
      groups: [
        {
          id: 'plain',
          title: text('Plain'),
          fields: [
            field('title', 'text', { required: true }),
            field('story', 'longtext'),
            field('born', 'date', { range: 'past' }),
            field('mail', 'email'),
            field('phone', 'phone'),
            field('site', 'url'),
            field('count', 'integer', { min: 0, max: 99 }),
            field('pick', 'select', { choices: colours }),
            field('one', 'radio', { choices: colours }),
            field('many', 'checkboxes', { choices: colours }),
            field('more', 'checkbox'),
          ],
        },
        {
          id: 'places',
          title: text('Places'),
          fields: [
            field('land', 'country'),
            field('code', 'postcode', { country: 'land' }),
            field('lands', 'countries'),
            field('speech', 'language'),
          ],
        },
      ],
    },
    {
      id: 'two',
      title: text('Page two'),
      groups: [
        {
          id: 'numbers',
          title: text('Numbers'),
          fields: [
            field('iban', 'iban'),
            field('own', 'nationalNumber'),
            field('legal', 'legalNumber'),
            field('register', 'registerNumber', { required: 'pick = "red"' }),
            field('vat', 'vat'),
            field('permit', 'permitNumber'),
            field('nace', 'nace'),
          ],
        },
        {
          id: 'extra',
          title: text('Extra'),
          when: 'more = true',
          fields: [
            field('reason', 'text', { required: true }),
            field('detail', 'text', { when: 'reason != null', required: true }),
          ],
        },
        {
          id: 'people',
          title: text('People'),
          fields: [
            field('people', 'list', {
              maxItems: 3,
              item: text('Person'),
              fields: [
                field('name', 'text', { required: true }),
                field('day', 'date'),
                field('land', 'country'),
              ],
            }),
          ],
        },
      ],
    },
  ],
}

export const [pageOne, pageTwo] = sampleForm.pages as [Form['pages'][0], Form['pages'][0]]
