import type { Messages } from '../index.ts'

export const profile: Messages['profile'] = {
  lead: 'Dës Donnéeë fëllen Är Formulairen. Haalt se um neiste Stand: All Ännerung gëtt opgehuewen, mat Persoun an Zäitpunkt.',
  changedBy: (name, when) => `Fir d’lescht geännert den ${when} vum ${name}`,
  change: 'Donnéeën änneren',
  history: 'Verlaf vun den Ännerungen',
  completeness: {
    title: 'Vollstännegkeet',
    filled: (filled, total) => `${filled} vun ${total} Felder sinn ausgefëllt`,
    missing: 'Nach net ausgefëllt',
    forms: (n) =>
      n === 0 ? 'nach a kengem Formulaire' : n === 1 ? 'fëllt 1 Formulaire' : `fëllt ${n} Formulairen`,
    more: (n) => (n === 1 ? 'Nach 1 Feld' : `Nach ${n} Felder`),
    all: 'Alles ass ausgefëllt.',
    counted: (n) =>
      n === 1
        ? 'Iwwer déi eng Demarche vum Katalog gezielt.'
        : `Iwwer déi ${n} Demarchë vum Katalog gezielt.`,
    add: 'Donnéeën, déi feelen, derbäisetzen',
  },
  use: {
    title: 'Meng Donnéeë benotzen, fir Formulairen auszefëllen',
    on: 'Un: Nei Dossieren an dësem Espace si schonn ausgefëllt. Dir kuckt alles no, ier Dir iwwermëttelt.',
    off: 'Aus: Formulairë fänken eidel un. Är Donnéeë bleiwen hei gespäichert.',
    turnOn: 'Uschalten',
    turnOff: 'Ausschalten',
  },
  space: {
    title: 'Dësen Espace',
    code: 'Code',
    kind: 'Zort',
    private: 'Privaten Espace',
    business: 'Professionellen Espace',
    openedWith: 'Ugeluecht mat',
    openedWithPrivate: 'Zertifikat „Private“',
    openedWithProfessional: 'Zertifikat „Professional“',
    capacity: 'Dir handelt als',
    role: 'Är Roll',
    close: 'Dësen Espace zoumaachen',
  },
  number: {
    title: 'National Identifikatiounsnummer',
    declaredTag: 'Uginn',
    confirmedTag: 'Confirméiert',
    confirmed: 'Är national Identifikatiounsnummer ass confirméiert. Si kann hei net geännert ginn.',
    declared:
      'Dës Nummer hutt Dir uginn. Si ass confirméiert, soubal en Zertifikat oder e Register se confirméiert.',
    refused:
      'Dës Nummer kann net benotzt ginn. Loggt Iech mat deem Zertifikat an, dat Dir fir d’éischt registréiert hutt, oder kontaktéiert den Helpdesk.',
    tooMany: 'Ze vill Versich. Probéiert et w. e. g. an enger Stonn nach eng Kéier.',
  },
  edit: {
    title: 'Meng Donnéeën änneren',
    companyTitle: 'Donnéeë vun der Entreprise änneren',
    save: 'Späicheren',
    cancel: 'Ofbriechen',
  },
  conflict: {
    title: 'An der Tëschenzäit gouf gespäichert',
    lead: (name, when) =>
      `${name} huet dës Donnéeën den ${when} gespäichert, während Dir se geännert hutt. Näischt geet verluer an näischt gëtt iwwerschriwwen: Wielt, wat bleiwe soll, a späichert dann.`,
    leadSelf: (when) =>
      `Dir hutt dës Donnéeën den ${when} scho gespäichert, vläicht an enger anerer Fënster. Näischt geet verluer an näischt gëtt iwwerschriwwen: Wielt, wat bleiwe soll, a späichert dann.`,
    preset: 'Wann nëmmen eng Versioun e Feld geännert huet, ass si schonn ausgewielt.',
    mine: 'Är Versioun',
    theirs: (name) => `Versioun vum ${name}`,
    theirsSelf: 'Versioun, déi virdru gespäichert gouf',
    empty: '(eidel)',
    choose: (field) => `${field}: Wielt eng vun den zwou Versiounen.`,
    save: 'Meng Wiel späicheren',
    discard: 'Meng Ännerunge verwerfen',
  },
  past: {
    title: 'Verlaf vun den Ännerungen',
    lead: 'Wien dës Donnéeë wéini a wéi geännert huet.',
    created: 'Donnéeë fir d’éischt aginn',
    changed: (n) => (n === 1 ? '1 Feld geännert' : `${n} Felder geännert`),
    unchanged: 'Ouni Ännerung gespäichert',
    by: (name) => `vum ${name}`,
    field: 'Feld',
    before: 'Virdrun',
    after: 'Duerno',
    empty: '(eidel)',
    older: 'Méi al Ännerungen',
    newest: 'Neist Ännerungen',
    back: 'Zréck bei d’Donnéeën',
  },
  notices: {
    saved: 'Är Donnéeë si gespäichert.',
    unchanged: 'Et gouf näischt geännert.',
    use_on: 'Är Donnéeë fëllen elo d’Formulairë vun dësem Espace.',
    use_off: 'Är Donnéeë fëllen d’Formulairë vun dësem Espace net méi.',
  },
}
