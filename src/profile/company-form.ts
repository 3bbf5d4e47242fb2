import type { Field, Form, Group, Source } from '../forms/definition.ts'
import { addressFields, text } from './address-fields.ts'
import { hasActivity, legalForms, registered } from './company-choices.ts'

/** A company’s name and number from a Professional certificate, or from a register, are not typed over. */
const vouched: Source['from'][] = ['certificate', 'claim', 'register']

const space: Group = {
  id: 'space',
  title: text('Bereich', 'Espace', 'Space', 'Espace'),
  fields: [
    {
      name: 'spaceTitle',
      type: 'text',
      required: true,
      maxLength: 120,
      autocomplete: 'off',
      label: text(
        'Bezeichnung des Bereichs',
        'Intitulé de l’espace',
        'Title of the space',
        'Titel vum Espace',
      ),
      hint: text(
        'So erscheint der Bereich in Ihrer Liste, zum Beispiel unter dem Firmennamen.',
        'C’est ainsi que l’espace figure dans votre liste, par exemple sous la dénomination.',
        'What the space is called in your list, for example the legal name.',
        'Esou steet den Espace an Ärer Lëscht, zum Beispill ënnert dem Firmennumm.',
      ),
    },
  ],
}

const company: Group = {
  id: 'company',
  title: text('Unternehmen', 'Entreprise', 'Company', 'Entreprise'),
  fields: [
    {
      name: 'legalName',
      type: 'text',
      required: true,
      autocomplete: 'organization',
      lockedBy: vouched,
      label: text('Firmenname', 'Dénomination', 'Legal name', 'Firmennumm'),
    },
    {
      name: 'legalForm',
      type: 'select',
      required: true,
      choices: legalForms,
      autocomplete: 'off',
      label: text('Rechtsform', 'Forme juridique', 'Legal form', 'Rechtsform'),
    },
    {
      name: 'registerNumber',
      type: 'registerNumber',
      required: registered,
      width: 'half',
      autocomplete: 'off',
      lockedBy: vouched,
      label: text('Handelsregisternummer', 'Numéro RCS', 'Register number', 'Nummer am Handelsregëster'),
      hint: text(
        'Zum Beispiel B123456. Pflicht für eingetragene Rechtsformen.',
        'Par exemple B123456. Obligatoire pour les formes immatriculées.',
        'For example B123456. Mandatory for forms that are registered.',
        'Zum Beispill B123456. Obligatoresch fir agedroe Rechtsformen.',
      ),
    },
    {
      name: 'vatNumber',
      type: 'vat',
      width: 'half',
      autocomplete: 'off',
      lockedBy: vouched,
      label: text('MwSt.-Nummer', 'Numéro de TVA', 'VAT number', 'TVA-Nummer'),
      hint: text(
        'Zum Beispiel LU12345613.',
        'Par exemple LU12345613.',
        'For example LU12345613.',
        'Zum Beispill LU12345613.',
      ),
    },
    {
      name: 'legalNumber',
      type: 'legalNumber',
      width: 'half',
      autocomplete: 'off',
      lockedBy: vouched,
      label: text(
        'Nationale Identifikationsnummer des Unternehmens',
        'Numéro d’identification national de l’entreprise',
        'National identification number of the company',
        'National Identifikatiounsnummer vun der Entreprise',
      ),
      hint: text(
        '11 Ziffern, auch Matrikelnummer genannt.',
        '11 chiffres, aussi appelé matricule.',
        '11 digits, also called matricule.',
        '11 Zifferen, och Matricule genannt.',
      ),
    },
    {
      name: 'businessPermitNumber',
      type: 'permitNumber',
      width: 'half',
      autocomplete: 'off',
      label: text(
        'Nummer der Niederlassungsgenehmigung',
        'Numéro de l’autorisation d’établissement',
        'Business permit number',
        'Nummer vun der Etablissementsautorisatioun',
      ),
      hint: text(
        'Zum Beispiel 10012345/0.',
        'Par exemple 10012345/0.',
        'For example 10012345/0.',
        'Zum Beispill 10012345/0.',
      ),
    },
  ],
}

const activity: Group = {
  id: 'activity',
  title: text('Tätigkeit', 'Activité', 'Activity', 'Aktivitéit'),
  fields: [
    {
      name: 'naceCode',
      type: 'nace',
      required: hasActivity,
      width: 'third',
      autocomplete: 'off',
      label: text('NACE-Code', 'Code NACE', 'NACE code', 'NACE-Code'),
      hint: text('Zum Beispiel 43.32.', 'Par exemple 43.32.', 'For example 43.32.', 'Zum Beispill 43.32.'),
    },
    {
      name: 'activity',
      type: 'text',
      required: hasActivity,
      width: 'wide',
      autocomplete: 'off',
      label: text(
        'Tätigkeit in Worten',
        'Activité en toutes lettres',
        'Activity in words',
        'Aktivitéit a Wierder',
      ),
    },
    {
      name: 'employees',
      type: 'integer',
      min: 0,
      max: 1_000_000,
      width: 'short',
      autocomplete: 'off',
      label: text(
        'Anzahl der Beschäftigten',
        'Nombre de salariés',
        'Number of employees',
        'Unzuel vun de Salariéen',
      ),
    },
  ],
}

const seat: Group = {
  id: 'registeredAddress',
  title: text('Sitz', 'Siège', 'Registered address', 'Sëtz'),
  fields: [
    ...addressFields('registered'),
    {
      name: 'hasPostalAddress',
      type: 'checkbox',
      label: text(
        'Die Postanschrift ist eine andere',
        'L’adresse postale est différente',
        'The postal address is a different one',
        'D’Postadress ass eng aner',
      ),
    },
  ],
}

const postal: Group = {
  id: 'postalAddress',
  when: 'hasPostalAddress = true',
  title: text('Postanschrift', 'Adresse postale', 'Postal address', 'Postadress'),
  fields: addressFields('postal', 'postal'),
}

const contact: Group = {
  id: 'contact',
  title: text('Erreichbarkeit', 'Contact', 'Contact', 'Kontakt'),
  fields: [
    {
      name: 'companyEmail',
      type: 'email',
      required: true,
      width: 'half',
      autocomplete: 'work email',
      label: text('E-Mail', 'E-mail', 'E-mail', 'E-Mail'),
    },
    {
      name: 'companyPhone',
      type: 'phone',
      width: 'half',
      autocomplete: 'work tel',
      label: text('Telefon', 'Téléphone', 'Telephone', 'Telefon'),
    },
    {
      name: 'website',
      type: 'url',
      width: 'half',
      autocomplete: 'url',
      label: text('Website', 'Site web', 'Website', 'Internetsite'),
    },
    {
      name: 'companyIban',
      type: 'iban',
      width: 'half',
      autocomplete: 'off',
      label: text('IBAN', 'IBAN', 'IBAN', 'IBAN'),
    },
  ],
}

const person: Field[] = [
  {
    name: 'contactFamilyName',
    type: 'text',
    required: true,
    width: 'half',
    autocomplete: 'family-name',
    label: text('Familienname', 'Nom de famille', 'Family name', 'Familljennumm'),
  },
  {
    name: 'contactGivenName',
    type: 'text',
    width: 'half',
    autocomplete: 'given-name',
    label: text('Vorname', 'Prénom', 'Given name', 'Virnumm'),
  },
  {
    name: 'contactFunction',
    type: 'text',
    width: 'half',
    autocomplete: 'organization-title',
    label: text('Funktion', 'Fonction', 'Function', 'Funktioun'),
  },
]

/** What a business space knows of its company, named as in SEMIC Core Business. */
export const companyForm: Form = {
  pages: [
    {
      id: 'data',
      title: text('Firmendaten', 'Données de l’entreprise', 'Company data', 'Donnéeë vun der Entreprise'),
      groups: [
        space,
        company,
        activity,
        seat,
        postal,
        contact,
        {
          id: 'contactPerson',
          title: text('Ansprechperson', 'Personne de contact', 'Contact person', 'Kontaktpersoun'),
          fields: person,
        },
      ],
    },
  ],
}
