import type { Field, Form, Group } from '../forms/definition.ts'
import { addressFields, text } from './address-fields.ts'
import { civilStatuses, genders, professionalStatuses, relations } from './person-choices.ts'

const nationalNumber: Field = {
  name: 'nationalNumber',
  type: 'nationalNumber',
  width: 'half',
  autocomplete: 'off',
  label: text(
    'Nationale Identifikationsnummer',
    'Numéro d’identification national',
    'National identification number',
    'National Identifikatiounsnummer',
  ),
  hint: text(
    '13 Ziffern; sie steht auf Ihrer Sozialversicherungskarte.',
    '13 chiffres ; il figure sur votre carte de sécurité sociale.',
    '13 digits; it is on your social security card.',
    '13 Zifferen; si steet op Ärer Sozialversécherungskaart.',
  ),
}

const identity: Group = {
  id: 'identity',
  title: text('Person', 'Identité', 'Identity', 'Persoun'),
  fields: [
    {
      name: 'familyName',
      type: 'text',
      required: true,
      width: 'half',
      autocomplete: 'family-name',
      lockedBy: [],
      label: text('Familienname', 'Nom de famille', 'Family name', 'Familljennumm'),
    },
    {
      name: 'givenName',
      type: 'text',
      required: true,
      when: 'singleName != true',
      width: 'half',
      autocomplete: 'given-name',
      lockedBy: [],
      label: text('Vorname', 'Prénom', 'Given name', 'Virnumm'),
    },
    {
      name: 'singleName',
      type: 'checkbox',
      label: text(
        'Ich habe nur einen Namen',
        'Je n’ai qu’un seul nom',
        'I have only one name',
        'Ech hunn nëmmen een Numm',
      ),
    },
    {
      name: 'birthName',
      type: 'text',
      width: 'half',
      autocomplete: 'off',
      label: text('Geburtsname', 'Nom de naissance', 'Birth name', 'Gebuertsnumm'),
      hint: text(
        'Falls er ein anderer ist als der Familienname.',
        'S’il diffère du nom de famille.',
        'If it differs from the family name.',
        'Wann en anescht ass ewéi de Familljennumm.',
      ),
    },
    {
      name: 'gender',
      type: 'select',
      width: 'half',
      autocomplete: 'sex',
      choices: genders,
      label: text('Geschlecht', 'Sexe', 'Gender', 'Geschlecht'),
    },
    { ...nationalNumber, lockedBy: ['certificate', 'claim', 'register', 'helpdesk'] },
    {
      name: 'civilStatus',
      type: 'select',
      width: 'half',
      autocomplete: 'off',
      choices: civilStatuses,
      label: text('Familienstand', 'État civil', 'Civil status', 'Zivilstand'),
    },
  ],
}

const birth: Group = {
  id: 'birth',
  title: text('Geburt', 'Naissance', 'Birth', 'Gebuert'),
  fields: [
    {
      name: 'birthDate',
      type: 'date',
      required: true,
      range: 'past',
      width: 'half',
      autocomplete: 'bday',
      label: text('Geburtsdatum', 'Date de naissance', 'Date of birth', 'Gebuertsdatum'),
    },
    {
      name: 'birthPlace',
      type: 'text',
      width: 'half',
      autocomplete: 'off',
      label: text('Geburtsort', 'Lieu de naissance', 'Place of birth', 'Gebuertsplaz'),
    },
    {
      name: 'birthCountry',
      type: 'country',
      width: 'half',
      autocomplete: 'off',
      label: text('Geburtsland', 'Pays de naissance', 'Country of birth', 'Gebuertsland'),
    },
  ],
}

const citizenship: Group = {
  id: 'citizenship',
  title: text('Staatsangehörigkeit', 'Nationalité', 'Citizenship', 'Nationalitéit'),
  fields: [
    {
      name: 'citizenships',
      type: 'countries',
      required: true,
      width: 'half',
      autocomplete: 'off',
      label: text(
        'Land der Staatsangehörigkeit',
        'Pays de nationalité',
        'Country of citizenship',
        'Land vun der Nationalitéit',
      ),
      add: text(
        'Weitere Staatsangehörigkeit hinzufügen',
        'Ajouter une autre nationalité',
        'Add another citizenship',
        'Weider Nationalitéit dobäisetzen',
      ),
    },
  ],
}

const contact: Group = {
  id: 'contact',
  title: text('Erreichbarkeit', 'Contact', 'Contact', 'Kontakt'),
  fields: [
    {
      name: 'email',
      type: 'email',
      required: true,
      width: 'half',
      autocomplete: 'email',
      label: text('E-Mail', 'E-mail', 'E-mail', 'E-Mail'),
    },
    {
      name: 'preferredLanguage',
      type: 'language',
      required: true,
      width: 'half',
      autocomplete: 'language',
      label: text('Bevorzugte Sprache', 'Langue préférée', 'Preferred language', 'Léifste Sprooch'),
    },
    {
      name: 'phone',
      type: 'phone',
      width: 'half',
      autocomplete: 'home tel',
      label: text('Telefon', 'Téléphone', 'Telephone', 'Telefon'),
    },
    {
      name: 'mobile',
      type: 'phone',
      width: 'half',
      autocomplete: 'mobile tel',
      label: text('Mobiltelefon', 'Téléphone portable', 'Mobile phone', 'Handy'),
    },
  ],
}

const bank: Group = {
  id: 'bank',
  title: text('Bankverbindung', 'Compte bancaire', 'Bank account', 'Bankkont'),
  fields: [
    {
      name: 'iban',
      type: 'iban',
      width: 'half',
      autocomplete: 'off',
      label: text('IBAN', 'IBAN', 'IBAN', 'IBAN'),
      hint: text(
        'Für Erstattungen und Beihilfen.',
        'Pour les remboursements et les aides.',
        'For refunds and benefits.',
        'Fir Remboursementer an Aiden.',
      ),
    },
  ],
}

const work: Group = {
  id: 'work',
  title: text('Beruf', 'Profession', 'Work', 'Beruff'),
  fields: [
    {
      name: 'professionalStatus',
      type: 'select',
      width: 'half',
      autocomplete: 'off',
      choices: professionalStatuses,
      label: text(
        'Beruflicher Status',
        'Statut professionnel',
        'Professional status',
        'Berufflech Situatioun',
      ),
    },
  ],
}

const household: Group = {
  id: 'household',
  title: text('Haushalt', 'Ménage', 'Household', 'Stot'),
  hint: text(
    'Geben Sie Daten anderer Personen nur an, wenn diese damit einverstanden sind, und sagen Sie ihnen, dass sie hier stehen.',
    'N’indiquez des données d’autres personnes qu’avec leur accord, et informez-les qu’elles figurent ici.',
    'Give other people’s data only if they agree, and tell them that it is kept here.',
    'Gitt Donnéeë vun anere Leit nëmmen un, wa si domat averstane sinn, a sot hinnen, datt se hei stinn.',
  ),
  fields: [
    {
      name: 'householdMembers',
      type: 'list',
      maxItems: 20,
      item: text('Person', 'Personne', 'Person', 'Persoun'),
      add: text('Person hinzufügen', 'Ajouter une personne', 'Add a person', 'Persoun dobäisetzen'),
      label: text(
        'Personen in Ihrem Haushalt',
        'Personnes de votre ménage',
        'People in your household',
        'Leit an Ärem Stot',
      ),
      fields: [
        {
          name: 'name',
          type: 'text',
          required: true,
          width: 'half',
          autocomplete: 'off',
          label: text('Name', 'Nom', 'Name', 'Numm'),
        },
        {
          name: 'relation',
          type: 'select',
          width: 'half',
          autocomplete: 'off',
          choices: relations,
          label: text('Beziehung zu Ihnen', 'Lien avec vous', 'Relation to you', 'Bezéiung zu Iech'),
        },
        {
          name: 'birthDate',
          type: 'date',
          range: 'past',
          width: 'half',
          autocomplete: 'off',
          label: text('Geburtsdatum', 'Date de naissance', 'Date of birth', 'Gebuertsdatum'),
        },
        { ...nationalNumber, hint: text('13 Ziffern.', '13 chiffres.', '13 digits.', '13 Zifferen.') },
      ],
    },
  ],
}

/** What a private space knows of its person, named as in SEMIC Core Person. */
export const personForm: Form = {
  pages: [
    {
      id: 'data',
      title: text('Persönliche Daten', 'Données personnelles', 'Personal data', 'Perséinlech Donnéeën'),
      groups: [
        identity,
        birth,
        citizenship,
        { id: 'address', title: text('Adresse', 'Adresse', 'Address', 'Adress'), fields: addressFields() },
        contact,
        bank,
        work,
        household,
      ],
    },
  ],
}
