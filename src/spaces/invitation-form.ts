import { checkPage, editList, type FieldError, readPage } from '../forms/answers.ts'
import { type Answers, type Choice, fieldsOfPage, type Page } from '../forms/definition.ts'
import { errorAt } from '../forms/errors.ts'
import { textOf } from '../forms/values.ts'
import { isLanguage, type Language } from '../i18n/index.ts'
import { checkSerialNumber } from '../identifiers/serial-number.ts'
import type { Invited } from './invitation.ts'
import { isRole } from './rights.ts'

/** What each role is for, in a few words. */
export const roleChoices: Choice[] = [
  {
    value: 'reader',
    label: {
      de: 'Leser: sieht alles, ändert nichts',
      fr: 'Lecteur : voit tout, ne change rien',
      en: 'Reader: sees everything, changes nothing',
      lb: 'Lieser: gesäit alles, ännert näischt',
    },
  },
  {
    value: 'manager',
    label: {
      de: 'Verwalter: bereitet auch Vorgänge vor und übermittelt sie',
      fr: 'Gestionnaire : prépare et transmet aussi des dossiers',
      en: 'Manager: also prepares and submits dossiers',
      lb: 'Gestionnaire: preparéiert an iwwermëttelt och Dossieren',
    },
  },
  {
    value: 'administrator',
    label: {
      de: 'Administrator: verwaltet auch Benutzer und den Bereich',
      fr: 'Administrateur : gère aussi les utilisateurs et l’espace',
      en: 'Administrator: also manages users and the space',
      lb: 'Administrateur: geréiert och d’Benotzer an den Espace',
    },
  },
]

export const invitationPage: Page = {
  id: 'invitation',
  title: {
    de: 'Kollegen einladen',
    fr: 'Inviter un collègue',
    en: 'Invite a colleague',
    lb: 'E Kolleeg invitéieren',
  },
  groups: [
    {
      id: 'who',
      title: {
        de: 'Wen Sie einladen',
        fr: 'Qui vous invitez',
        en: 'Whom you invite',
        lb: 'Wien Dir invitéiert',
      },
      hint: {
        de: 'So, wie der Name im Zertifikat steht. Akzente, Bindestriche und weitere Vornamen spielen keine Rolle.',
        fr: 'Comme le nom figure dans le certificat. Les accents, les traits d’union et d’autres prénoms n’ont pas d’importance.',
        en: 'As the name stands in the certificate. Accents, hyphens and further given names do not matter.',
        lb: 'Esou, wéi den Numm am Zertifikat steet. Accenten, Bindestrécher a weider Virnimm spille keng Roll.',
      },
      fields: [
        {
          ...{ name: 'givenName', type: 'text', required: true, when: 'singleName != true' },
          ...{ width: 'half', maxLength: 100, autocomplete: 'off' },
          label: { de: 'Vorname', fr: 'Prénom', en: 'First name', lb: 'Virnumm' },
        },
        {
          ...{ name: 'familyName', type: 'text', required: true, width: 'half', maxLength: 100 },
          autocomplete: 'off',
          label: { de: 'Familienname', fr: 'Nom de famille', en: 'Last name', lb: 'Familljennumm' },
        },
        {
          ...{ name: 'singleName', type: 'checkbox' },
          label: {
            de: 'Diese Person hat nur einen Namen',
            fr: 'Cette personne n’a qu’un seul nom',
            en: 'This person has only one name',
            lb: 'Dës Persoun huet nëmmen een Numm',
          },
        },
        {
          ...{ name: 'email', type: 'email', required: true, width: 'wide', autocomplete: 'off' },
          label: { de: 'E-Mail-Adresse', fr: 'Adresse e-mail', en: 'E-mail address', lb: 'E-Mail-Adress' },
          hint: {
            de: 'Dorthin senden wir den Link.',
            fr: 'Nous y envoyons le lien.',
            en: 'We send the link there.',
            lb: 'Do schécke mir de Link hin.',
          },
        },
        {
          ...{ name: 'language', type: 'radio', required: true },
          label: {
            de: 'Sprache der Mail',
            fr: 'Langue du message',
            en: 'Language of the mail',
            lb: 'Sprooch vun der Mail',
          },
          choices: [
            { value: 'de', label: { de: 'Deutsch', fr: 'Allemand', en: 'German', lb: 'Däitsch' } },
            { value: 'fr', label: { de: 'Französisch', fr: 'Français', en: 'French', lb: 'Franséisch' } },
            { value: 'en', label: { de: 'Englisch', fr: 'Anglais', en: 'English', lb: 'Englesch' } },
            {
              value: 'lb',
              label: {
                de: 'Luxemburgisch',
                fr: 'Luxembourgeois',
                en: 'Luxembourgish',
                lb: 'Lëtzebuergesch',
              },
            },
          ],
        },
      ],
    },
    {
      id: 'what',
      title: {
        de: 'Was diese Person darf',
        fr: 'Ce que cette personne peut faire',
        en: 'What this person may do',
        lb: 'Wat dës Persoun däerf',
      },
      fields: [
        {
          ...{ name: 'role', type: 'radio', required: true },
          label: { de: 'Rolle', fr: 'Rôle', en: 'Role', lb: 'Roll' },
          choices: roleChoices,
        },
      ],
    },
    {
      id: 'certificate',
      title: {
        de: 'Mit welchem Zertifikat',
        fr: 'Avec quel certificat',
        en: 'With which certificate',
        lb: 'Mat wéi engem Zertifikat',
      },
      fields: [
        {
          ...{ name: 'serialNumber', type: 'text', width: 'wide', maxLength: 100, autocomplete: 'off' },
          label: {
            de: 'Nummer des Zertifikats',
            fr: 'Numéro du certificat',
            en: 'Number of the certificate',
            lb: 'Nummer vum Zertifikat',
          },
          hint: {
            de: '20 Ziffern. Mit der Nummer kann nur genau dieses Zertifikat annehmen. Die Person findet sie unter „Meine Zertifikate“.',
            fr: '20 chiffres. Avec le numéro, seul ce certificat peut accepter. La personne le trouve sous « Mes certificats ».',
            en: '20 digits. With the number, only that certificate can accept. The person finds it under “My certificates”.',
            lb: '20 Zifferen. Mat der Nummer kann nëmmen deen Zertifikat unhuelen. D’Persoun fënnt se ënner „Meng Zertifikater“.',
          },
        },
        {
          ...{ name: 'certificates', type: 'radio', required: true, initial: 'all' },
          label: {
            de: 'Danach öffnet sich der Bereich mit',
            fr: 'Ensuite, l’espace s’ouvre avec',
            en: 'Afterwards the space opens with',
            lb: 'Duerno geet den Espace op mat',
          },
          choices: [
            {
              value: 'all',
              label: {
                de: 'allen Zertifikaten dieser Person',
                fr: 'tous les certificats de cette personne',
                en: 'all certificates of this person',
                lb: 'all Zertifikater vun dëser Persoun',
              },
            },
            {
              value: 'one',
              label: {
                de: 'nur dem einen, mit dem sie annimmt',
                fr: 'uniquement celui avec lequel elle accepte',
                en: 'only the one they accept with',
                lb: 'nëmmen deem, mat deem si unhëlt',
              },
            },
          ],
        },
      ],
    },
  ],
}

export const emptyInvitation = (language: Language): Answers => ({ language, certificates: 'all' })

/** What was typed, and whom it invites when nothing is wrong. */
export function readInvitation(body: unknown): {
  answers: Answers
  errors: FieldError[]
  invited: Invited | null
  /** No button of the form was pressed but the one that shows matching fields. */
  refresh: boolean
} {
  const edited = editList(invitationPage, body)
  if (edited) return { answers: edited.answers, errors: [], invited: null, refresh: true }
  const answers = readPage(invitationPage, body, {})
  const { values, errors } = checkPage(invitationPage, answers)
  const typed = (name: string) => textOf(values[name])
  const number = typed('serialNumber') ? checkSerialNumber(typed('serialNumber')) : null
  if (number && !number.ok) {
    const field = fieldsOfPage(invitationPage).find(({ name }) => name === 'serialNumber')
    if (field) errors.push(errorAt({ name: field.name, pageId: invitationPage.id, field }, number.reason))
  }
  const [role, language] = [typed('role'), typed('language')]
  if (errors.length > 0 || !isRole(role) || !isLanguage(language))
    return { answers, errors, invited: null, refresh: false }
  const invited = {
    ...{ familyName: typed('familyName'), givenName: typed('givenName'), email: typed('email') },
    ...{ language, role, serialNumber: number?.ok ? number.value : null },
    oneCertificate: typed('certificates') === 'one',
  }
  return { answers, errors, invited, refresh: false }
}
