import type { Messages } from '../index.ts'
import type { Section } from '../topic.ts'

const terms: Section[] = [
  {
    heading: 'Fir wat de Portal do ass',
    text: [
      'Mat dësem Portal frot Dir ëffentlech Servicer un, haalt Är Dossieren an Donnéeën an Espacen zesummen a kritt Äntwerte vun den Administratiounen. D’Notzung ass gratis; wat eng Demarche kascht, steet derbäi.',
    ],
    list: [],
  },
  {
    heading: 'Ären Zertifikat',
    text: [
      'Dir loggt Iech mat engem elektroneschen Zertifikat an. E ass perséinlech: gitt weder den Zertifikat nach säi PIN weider. Wann Dir mengt, datt een aneren e benotzt, loosst e vun Ärem Fournisseur spären a sot et dem Helpdesk.',
    ],
    list: [],
  },
  {
    heading: 'Är Espacen',
    text: [
      'Dir kënnt ee privaten Espace a méi professionell Espacen hunn; d’Zuel steet ënner „Meng Espacë geréieren“. Benotzt e professionellen Espace nëmme fir eng Entreprise, eng Associatioun oder eng Aktivitéit, fir déi Dir handelen däerft, a sot éierlech, a wéi enger Eegenschaft.',
    ],
    list: [],
  },
  {
    heading: 'Wat Dir ugitt',
    text: [
      'Wat Dir agitt, muss wouer a komplett sinn. Gitt Donnéeë vun anere Leit nëmmen an, wann eng Demarche se brauch, a sot et hinnen.',
      'Mat „Iwwermëttelen“ ginn Är Äntwerten un déi zoustänneg Administratioun. Vun do u kënne se hei net méi geännert ginn; den Transmissiounsbeleg weist, wat Dir wéini an a wéi enger Eegenschaft iwwermëttelt hutt.',
    ],
    list: [],
  },
  {
    heading: 'Disponibilitéit',
    text: [
      'De Portal soll zu all Moment disponibel sinn. Maintenance a Panne kënnen en ënnerbriechen. Behaalt d’Fristen am Bléck: eng Ënnerbriechung verlängert se net vu selwer.',
    ],
    list: [],
  },
  {
    heading: 'Mëssbrauch',
    text: [
      'Wien de Portal a Gefor bréngt, probéiert un d’Donnéeë vun aneren ze kommen oder falsch Ugabe mécht, kann ausgeschloss ginn.',
    ],
    list: [],
  },
  {
    heading: 'Ännerungen',
    text: [
      'Wann dës Bedéngungen änneren, ännert hir Versioun. Dir gitt da gefrot, se unzehuelen, ier Dir weidermaacht. Mir hale fest, wéi eng Versioun Dir wéini ugeholl hutt.',
    ],
    list: [],
  },
]

const privacy: Section[] = [
  {
    heading: 'Wat mir verschaffen a fir wat',
    text: ['Nëmme wat néideg ass, fir datt Dir Iech alogge kënnt, Espacë féieren a Servicer ufroen:'],
    list: [
      'Aus Ärem Zertifikat: Nimm, Typ, Seriennummer a bei engem Zertifikat „Professional“ d’Entreprise.',
      'Är national Identifikatiounsnummer, wann Dir eng hutt, fir datt all Är Zertifikater an deeselwechte privaten Espace féieren. Si gëtt verschlësselt gespäichert a steet a kengem Protokoll.',
      'Är E-Mail-Adress, fir Iech Bescheed ze ginn. Dës Messagen enthalen näischt Vertrauleches.',
      'Wat Dir an Ären Espacen an Dossieren agitt, mat fréiere Versioune vun Ären Donnéeën.',
      'Wéini Dir Iech ageloggt hutt a wat an Ären Espacë geschitt ass, fir datt Mëssbrauch opfält.',
    ],
  },
  {
    heading: 'Legal Basis',
    text: [
      'D’Administratioun verschafft dës Donnéeën, fir hir ëffentlech Aufgaben z’erfëllen (Artikel 6, Paragraf 1, Punkten c an e vun der Dateschutz-Grondveruerdnung). D’legal Basis vun all Demarche steet derbäi.',
    ],
    list: [],
  },
  {
    heading: 'Wien Donnéeë kritt',
    text: [
      'Wann Dir en Dossier iwwermëttelt, kritt déi zoustänneg Administratioun d’Äntwerten dran. Wann e Register Är Donnéeë bestätegt, kritt et, wat et dofir brauch. Wann Dir kuckt, wat Registeren iwwer Iech féieren, kréie si Är national Nummer; all dës Ufroe ginn opgeschriwwen, an Dir kënnt se noliesen. Soss kritt se keen. Den Helpdesk gesäit Konten, ni den Inhalt vun Espacen.',
    ],
    list: [],
  },
  {
    heading: 'Wéi laang Donnéeën opgehuewe ginn',
    text: [
      'Dossieren a Virbereedung: bis Dir se läscht. Är Donnéeën: bis Dir se ännert oder läscht; fréier Versioune bleiwe fir Iech ze gesinn. Wat Dir iwwermëttelt hutt, bleift, soulaang Ären Espace besteet; bei der Administratioun gëllen hir eege Fristen.',
    ],
    list: [],
  },
  {
    heading: 'Cookien',
    text: [
      'Mir setzen nëmme Cookien, ouni déi de Portal net funktionéiert: ee fir Är Sessioun, ee wärend dem Aloggen an ee fir d’Sprooch, déi Dir gewielt hutt. Et gëtt keen Tracking, keng Reklammen a keng Inhalter vun anere Fournisseuren.',
    ],
    list: [],
  },
  {
    heading: 'Är Rechter',
    text: [
      'Dir kënnt froen, Är Donnéeën ze gesinn, se verbesseren, läschen oder aschränken ze loossen, an Iech géint hir Verschaffung wieren. Dat meescht gesitt an ännert Dir selwer an Ären Espacen. Dir kënnt Iech och bei der Dateschutzkommissioun bekloen.',
    ],
    list: [],
  },
]

export const legal: Messages['legal'] = {
  terms: { title: 'Notzungsbedéngungen', version: (version) => `Versioun ${version}`, sections: terms },
  privacy: {
    title: 'Informatiounen zum Dateschutz',
    lead: 'Wéi eng perséinlech Donnéeën dëse Portal verschafft, fir wat, a wat Dir maache kënnt.',
    controller: 'Wie responsabel ass',
    officer: 'Kontakt fir den Dateschutz',
    sections: privacy,
  },
  accessibility: {
    title: 'Erklärung zur Accessibilitéit',
    lead: 'Jiddweree soll dëse Portal benotze kënnen: mat der Tastatur, mat engem Screenreader, mat grousser Schrëft, mat héijem Kontrast an ouni JavaScript.',
    status: 'Wéi accessibel de Portal ass',
    statusText:
      'De Portal ass esou gebaut, datt en der europäescher Norm EN 301 549 an de Web Content Accessibility Guidelines 2.2, Niveau AA, entsprieche soll. Keng onofhängeg Plaz huet e bis elo gepréift. Bis dohi soe mir, datt en deelweis konform ass.',
    gaps: 'Bekannt Lacunnen',
    gapList: [
      'D’Alogge benotzt Software vu Fournisseure vun Zertifikater. Op hir Accessibilitéit hu mir keen Afloss.',
      'Screenreader hu seelen eng lëtzebuergesch Stëmm a liesen d’lëtzebuergesch Säiten heiansdo mat enger däitscher vir.',
      'Net all Browser trennt lëtzebuergesch Wierder; a schmuele Fënstere gi se ouni Trennstréch gebrach.',
    ],
    how: 'Wéi mir gepréift hunn',
    howText:
      'Selwer: all Säit an alle véier Sprooche mat automateschen Tools (axe, html-validate), eleng mat der Tastatur, bei 320 Pixel Breet, an däischteren an a forcéierte Faarwen an ouni JavaScript.',
    feedback: 'Barrièrë mellen',
    feedbackText:
      'Wann eppes fir Iech net accessibel ass, schreift eis oder rufft eis un. Sot, wéi eng Säit et war a wat Dir maache wollt. Mir äntweren a ginn Iech d’Informatioun op en anere Wee, wann Dir se braucht.',
    complaint: 'Wann eis Äntwert net hëlleft',
    complaintText: 'Da kënnt Dir Iech un d’Plaz wennen, déi iwwer d’Accessibilitéit waacht:',
    made: (date) => `Dës Erklärung gouf den ${date} gemaach.`,
  },
  imprint: {
    title: 'Impressum',
    operator: 'Wien dëse Portal bedreift',
    software: 'Software',
    softwareText:
      'Dëse Portal leeft mat OpenGuichet, fräier Software ënner der Open-Source-Lizenz fir d’Europäesch Unioun (EUPL) 1.2.',
  },
  notGiven: 'Deen, deen dëse Portal bedreift, huet hei keng Informatioune ginn.',
}
