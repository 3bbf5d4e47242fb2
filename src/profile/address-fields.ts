import type { Choice, Field } from '../forms/definition.ts'
import type { Text } from '../i18n/index.ts'

/** A text in the order of the portal’s languages. */
export const text = (de: string, fr: string, en: string, lb: string): Text => ({ de, fr, en, lb })

export const choice = (value: string, de: string, fr: string, en: string, lb: string): Choice => ({
  value,
  label: text(de, fr, en, lb),
})

/**
 * The fields of an address, named as in SEMIC Core Location, after a prefix when a form has several.
 * `section` keeps browsers from mixing them up.
 */
export function addressFields(prefix = '', section = ''): Field[] {
  const name = (base: string) => (prefix ? prefix + base.charAt(0).toUpperCase() + base.slice(1) : base)
  const token = (base: string) => (section ? `section-${section} ${base}` : base)
  return [
    {
      name: name('thoroughfare'),
      type: 'text',
      required: true,
      width: 'wide',
      autocomplete: token('address-line1'),
      label: text('Straße', 'Rue', 'Street', 'Strooss'),
    },
    {
      name: name('locatorDesignator'),
      type: 'text',
      maxLength: 20,
      width: 'short',
      autocomplete: 'off',
      label: text('Hausnummer', 'Numéro', 'House number', 'Hausnummer'),
    },
    {
      name: name('addressSupplement'),
      type: 'text',
      width: 'full',
      autocomplete: token('address-line2'),
      label: text('Adresszusatz', 'Complément d’adresse', 'Address supplement', 'Adresszousaz'),
      hint: text(
        'Zum Beispiel Gebäude, Stockwerk, c/o.',
        'Par exemple bâtiment, étage, c/o.',
        'For example building, floor, c/o.',
        'Zum Beispill Gebai, Stack, c/o.',
      ),
    },
    {
      name: name('postCode'),
      type: 'postcode',
      country: name('country'),
      width: 'third',
      autocomplete: token('postal-code'),
      label: text('Postleitzahl', 'Code postal', 'Postcode', 'Postleetzuel'),
    },
    {
      name: name('postName'),
      type: 'text',
      required: true,
      width: 'wide',
      autocomplete: token('address-level2'),
      label: text('Ort', 'Localité', 'Locality', 'Uertschaft'),
    },
    {
      name: name('country'),
      type: 'country',
      required: true,
      initial: 'LU',
      width: 'half',
      autocomplete: token('country'),
      label: text('Land', 'Pays', 'Country', 'Land'),
    },
  ]
}
