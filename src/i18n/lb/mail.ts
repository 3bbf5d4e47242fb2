import type { Messages } from '../index.ts'

export const mail: Messages['mail'] = {
  greeting: (name) => `Gudden Dag ${name},`,
  greetingUnknown: 'Gudden Dag,',
  automatic: 'Dës Noriicht gouf automatesch verschéckt. Äntwert w. e. g. net drop.',
  helpdesk: (contact) => `Froen? Wennt Iech un den Helpdesk: ${contact}`,
  emailConfirmation: {
    subject: 'Bestätegt Är E-Mail-Adress',
    text: 'Dës Adress gouf fir Noriichte vum Portal uginn. Maacht dës Säit op, fir se ze bestätegen; de Link gëllt 24 Stonnen:',
    otherwise:
      'Wann Dir dës Adress net uginn hutt, braucht Dir näischt ze maachen: Dir kritt keng weider Noriichten.',
  },
  newCertificate: {
    subject: 'Neit Zertifikat registréiert',
    text: 'Fir Äre Kont gouf en neit Zertifikat registréiert. Domat kann ee sech elo aloggen an Är Espacen opmaachen:',
    otherwise: 'Wann Dir dat net selwer waart, wennt Iech w. e. g. direkt un den Helpdesk.',
  },
  certificateRefused: {
    subject: 'En Zertifikat konnt net registréiert ginn',
    text: 'Fir Äre Kont gouf en Zertifikat virgewisen, deen net direkt registréiert konnt ginn. E steet op der Lëscht vum Helpdesk; Dir gesitt en hei:',
    otherwise: 'Wann Dir dat net selwer waart, wennt Iech w. e. g. direkt un den Helpdesk.',
  },
  certificateRemoved: {
    subject: 'En Zertifikat gouf ewechgeholl',
    text: 'Aus Ärem Kont gouf en Zertifikat ewechgeholl. E mécht näischt méi op. Déi aner gesitt Dir hei:',
    otherwise: 'Wann Dir dat net selwer waart, wennt Iech w. e. g. direkt un den Helpdesk.',
  },
  certificateRenewed: {
    subject: 'Ären Zertifikat gouf erneiert',
    text: 'Een huet sech mat engem erneierten Zertifikat vun Iech ageloggt. E kënnt op d’Plaz vum fréieren. Är Zertifikater gesitt Dir hei:',
    otherwise: 'Wann Dir dat net selwer waart, wennt Iech w. e. g. direkt un den Helpdesk.',
  },
  requestReceived: {
    subject: (reference) => `Ufro ${reference} ukomm`,
    text: (reference) =>
      `Är Fro un den Helpdesk ass ukomm (Ufro ${reference}). Hei gesitt Dir, wéi wäit se ass, a méi spéit d’Äntwert:`,
  },
  requestAnswered: {
    subject: (reference) => `Äntwert op d’Ufro ${reference}`,
    text: (reference) => `Den Helpdesk huet op Är Ufro ${reference} geäntwert. Hei liest Dir d’Äntwert:`,
  },
  requestWaits: {
    subject: (reference) => `D’Ufro ${reference} waart`,
    text: (reference) => `Eng nei Ufro ass ukomm (${reference}). Den Helpdesk fënnt se hei:`,
  },
  limitChanged: {
    subject: 'Är Limitt huet geännert',
    text: 'Den Helpdesk huet geännert, wéi vill professionell Espacë Dir kënnt hunn. Dir gesitt et hei:',
  },
  certificateSettled: {
    subject: 'Ären Zertifikat gouf net registréiert',
    text: 'Den Helpdesk konnt en Zertifikat net registréieren, deen Dir virgewisen hutt. Firwat, liest Dir hei:',
  },
  recoveryRequested: {
    subject: (reference) => `Ufro ${reference} ukomm`,
    text: (reference) =>
      `Mat dëser Adress gouf Zougang zu engem Kont gefrot, deem seng Zertifikater all verluer sinn (Ufro ${reference}). Hei suivéiert Dir d’Ufro:`,
    otherwise: 'Wann Dir dat net waart, braucht Dir näischt ze maachen.',
  },
  recoveryReady: {
    subject: (reference) => `Ufro ${reference}: elo ofschléissen`,
    text: (reference) =>
      `D’Waardezäit vun Ärer Ufro ${reference} ass eriwwer. Schléisst hei of, fir datt Ären neien Zertifikat Äre Kont opmécht:`,
  },
  recoveryRefused: {
    subject: (reference) => `Ufro ${reference} refuséiert`,
    text: (reference) =>
      `Den Helpdesk konnt net bestätegen, datt de Kont vun Ärer Ufro ${reference} Ären ass. Hei erreecht Dir en:`,
  },
  recoveryCancelled: {
    subject: (reference) => `Ufro ${reference} gestoppt`,
    text: (reference) =>
      `Den Inhaber vum Kont huet Är Ufro ${reference} gestoppt. Hei erreecht Dir den Helpdesk:`,
  },
  recoveryNotice: {
    subject: (reference) => `Ufro iwwer Äre Kont: ${reference}`,
    text: (reference, until) =>
      `Den Helpdesk gouf gefrot, en neien Zertifikat Äre Kont opmaachen ze loossen, well all déi aner verluer wieren (Ufro ${reference}). Wann Dir et net stoppt, kann dat vum ${until} u geschéien. Wann Dir dat net waart, stoppt et hei:`,
    otherwise: 'Wann Dir selwer dorëms gefrot hutt, braucht Dir näischt ze maachen.',
  },
  certificateUnusable: {
    expired: {
      subject: 'Ären Zertifikat ass ofgelaf',
      text: 'Ee wollt sech mat engem vun Ären Zertifikater aloggen, deen ofgelaf ass, a gouf refuséiert. Dir gesitt et hei:',
      otherwise: 'Wann Dir dat net selwer waart, wennt Iech w. e. g. direkt un den Helpdesk.',
    },
    revoked: {
      subject: 'Ären Zertifikat gouf zréckgezunn',
      text: 'Ee wollt sech mat engem vun Ären Zertifikater aloggen, deen den Aussteller zréckgezunn huet, a gouf refuséiert. Dir gesitt et hei:',
      otherwise: 'Wann Dir dat net selwer waart, wennt Iech w. e. g. direkt un den Helpdesk.',
    },
  },
  newDevice: {
    subject: 'Aloggen vun engem neien Apparat',
    text: (device) =>
      `Ee huet sech vun engem Apparat, deen Dir bis elo net benotzt hutt, an Äre Kont ageloggt: ${device}. Är Sessioune gesitt Dir hei a kënnt se ophalen:`,
    otherwise: 'Wann Dir dat net selwer waart, wennt Iech w. e. g. direkt un den Helpdesk.',
  },
  emailChanged: {
    subject: 'Är E-Mail-Adress gouf geännert',
    text: 'Fir Äre Kont gouf eng aner E-Mail-Adress bestätegt. Vun elo u schreiwe mir dohin an net méi un dës. Dir gesitt et hei:',
    otherwise: 'Wann Dir dat net selwer waart, wennt Iech w. e. g. direkt un den Helpdesk.',
  },
  invitation: {
    subject: 'Invitatioun an e professionellen Espace',
    text: 'Een invitéiert Iech, e professionellen Espace mat ze benotzen. Maacht dës Säit op a loggt Iech mat Ärem Zertifikat an; ass en hei nei, da registréiert Dir e fir d’éischt a kommt duerno zréck. De Link gëlt eng Kéier, 14 Deeg laang an nëmme fir Iech:',
    otherwise:
      'Fir Iech ze schützen, nennt dëse Message weder d’Entreprise nach d’Persoun. Wann Dir keng Invitatioun erwaart, braucht Dir näischt ze maachen.',
  },
  invitationDeclined: {
    subject: (code) => `Invitatioun an ${code} ofgeleent`,
    text: (code) =>
      `Eng Invitatioun, déi Dir an den Espace ${code} geschéckt hutt, gouf ofgeleent. All Invitatioune gesitt Dir hei:`,
  },
  memberJoined: {
    subject: (code) => `En neie Benotzer an ${code}`,
    text: (code) =>
      `Eng Invitatioun an den Espace ${code}, vun deem Dir Administrateur sidd, gouf ugeholl. All d’Benotzer gesitt Dir hei:`,
  },
  memberRemoved: {
    subject: (code) => `Dir gehéiert net méi zu ${code}`,
    text: (code) =>
      `En Administrateur huet Iech aus dem Espace ${code} ewechgeholl. Dir kënnt en net méi opmaachen. Är Espacë gesitt Dir hei:`,
    otherwise: 'Wann Dir mengt, datt dat e Feeler ass, frot den Administrateur vum Espace.',
  },
  roleChanged: {
    subject: (code) => `Är Roll an ${code} gouf geännert`,
    text: (code) =>
      `En Administrateur huet geännert, wat Dir am Espace ${code} däerft. Är Roll gesitt Dir hei:`,
  },
  spaceClosed: {
    subject: (code) => `Den Espace ${code} gouf zougemaach`,
    text: (code) =>
      `En Administrateur huet den Espace ${code} zougemaach. E war eidel, a keen kann en nach opmaachen. Wien en ugeluecht huet, kann dat 30 Deeg laang réckgängeg maachen. Är Espacë gesitt Dir hei:`,
  },
  documentInfected: {
    subject: (code) => `Virus fonnt an ${code}`,
    text: (code) =>
      `De Virescanner huet an engem Dokument vum Espace ${code} eppes fonnt. D’Dokument kann weder opgemaach nach iwwermëttelt ginn. Wéi eent et ass a wou et gebraucht gouf, gesitt Dir hei:`,
  },
  spaceCreated: {
    subject: (code) => `Espace ${code} ugeluecht`,
    text: (code) => `Ären Espace ${code} gouf ugeluecht. Dir fannt en hei:`,
  },
  dossierSubmitted: {
    subject: (reference) => `Dossier ${reference} iwwermëttelt`,
    text: (reference) =>
      `Ären Dossier ${reference} gouf un d’Administratioun iwwermëttelt. De Stand an den Transmissiounsbeleg fannt Dir hei:`,
  },
  dossierReceived: {
    subject: (reference) => `Dossier ${reference} ukomm`,
    text: (reference) => `D’Administratioun huet Ären Dossier ${reference} kritt. De Stand fannt Dir hei:`,
  },
}
