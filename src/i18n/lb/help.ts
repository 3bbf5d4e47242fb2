import type { Messages } from '../index.ts'
import type { Topic } from '../topic.ts'

const certificates: Topic = {
  title: 'Zertifikater an Aloggen',
  summary: 'Wéi en Zertifikat Dir braucht, wéi een sech aloggt a wat een ouni Zertifikat maache kann.',
  sections: [
    {
      heading: 'Wat en Zertifikat ass',
      text: [
        'En Zertifikat ass Ären elektroneschen Ausweis: op enger Carte d’identité, enger Chipkaart oder engem Stick oder an enger App um Telefon. Et weist dem Portal no, wien Dir sidd.',
        'Et ginn zwéin Typpen. En Zertifikat „Private“ nennt Iech als Persoun. En Zertifikat „Professional“ nennt och d’Entreprise, déi Iech mandatéiert huet.',
      ],
      list: [],
    },
    {
      heading: 'Esou loggt Dir Iech an',
      text: ['D’Aloggen dauert keng Minutt.'],
      list: [
        'Wielt „Aloggen“ an dann den Typ vun Ärem Zertifikat.',
        'Follegt Ärem Browser oder Ärem Fournisseur: wielt Ären Zertifikat a gitt säi PIN an. De Portal gesäit de PIN ni.',
        'Déi éischte Kéier weise mir Iech d’Nimm aus dem Zertifikat a froen no Ärer nationaler Identifikatiounsnummer an enger E-Mail-Adress.',
        'Bestätegt d’E-Mail-Adress iwwer de Link, dee mir Iech schécken. E gëllt 24 Stonnen a kann nach eng Kéier geschéckt ginn.',
      ],
    },
    {
      heading: 'Keen Zertifikat?',
      text: [
        'Fir en Espace ze benotze braucht Dir een. En Trust-Service-Provider stellt en aus, dacks zesumme mat enger Carte d’identité; frot Är Gemeng, Är Bank oder Äre Patron.',
        'All Säiten iwwer Demarchen an déi ganz Hëllef liest Dir ouni Iech anzeloggen, an den Helpdesk erreecht Dir ouni Zertifikat.',
      ],
      list: [],
    },
    {
      heading: 'Méi Zertifikater',
      text: [
        'Dir hutt héchstens ee privaten Espace, egal wéi en Zertifikat Dir benotzt. Wann en Zertifikat eemol fir Iech registréiert ass, mécht en deeselwechte privaten Espace op; och en Zertifikat „Professional“.',
        'Fir e weideren ze registréieren, maacht an Ärem Kont „Meng Zertifikater“ op a weist en do vir. Oder loggt Iech fir d’éischt domat an a wielt „Ech hu schonn e Kont“: Da weist Dir e registréierten Zertifikat vir oder gitt en Aktivéierungscode an, deen Dir Iech an Ärem Kont weise loosst.',
        'D’Nimm dran mussen Är sinn. Akzenter, Groussschreiwung, Bindestrécher, Apostrophen an d’Reiefolleg vun den Nimm spille keng Roll; Ëmlauter dierfen ausgeschriwwen a griichesch Buschtawen ëmschriwwe sinn; Virnimm dierfe feelen. Wa se soss ofwäichen, kläert den Helpdesk dat mat Iech.',
        'En erneierten Zertifikat vum selwechte Fournisseur gëtt vu selwer erkannt.',
      ],
      list: [],
    },
    {
      heading: 'D’Alogge klappt net',
      text: ['Kuckt w. e. g. als Éischt no:'],
      list: [
        'Ass d’Kaart oder de Stick agestach, a leeft d’Software vun Ärem Fournisseur?',
        'Ass den Zertifikat ofgelaf oder zeréckgezunn? Äre Fournisseur seet Iech, wéi Dir en erneiert.',
        'Hutt Dir d’Auswiel vum Zertifikat ofgebrach? Maacht all Fënstere vum Browser zou, maacht en nei op a probéiert et nach eng Kéier.',
        'Hutt Dir de falschen Zertifikat gewielt? Op der Säit fir Iech anzelogge kënnt Dir en aneren auswielen.',
      ],
    },
  ],
}

const spaces: Topic = {
  title: 'Privaten a professionellen Espace',
  summary: 'Fir wat en Espace do ass, wéi een een uleet a wéi déi zwou Zorte getrennt bleiwen.',
  sections: [
    {
      heading: 'Wat en Espace ass',
      text: [
        'En Espace ass eng sécher Plaz fir Är Dossieren an Är Donnéeën. Wat Dir eemol aginn hutt, fëllt deen nächste Formulaire aus.',
        'Et ginn zwou Zorten: ee privaten Espace pro Persoun, a professionell Espacë fir Entreprisen, Associatiounen a selbststänneg Aktivitéiten.',
        'Eng privat Demarche leeft nëmmen am privaten Espace, eng professionell nëmmen an engem professionellen Espace. D’Faarf, d’Zeechen, den Numm an de Code uewen op all Säit soen Iech, wou Dir sidd.',
      ],
      list: [],
    },
    {
      heading: 'E privaten Espace uleeën',
      text: ['Dir kënnt een hunn. Dir leet en u mat engem vun Ären Zertifikater, egal wéi engem.'],
      list: [
        'Maacht „Meng Espacë geréieren“ op a wielt „Mäi privaten Espace uleeën“.',
        'Wann Dir wëllt, iwwerhuelt d’Donnéeën aus Ärem Zertifikat.',
        'Gitt Är perséinlech Donnéeën an. Felder mat engem Stäerche sinn obligatoresch; all déi aner däerfen eidel bleiwen.',
        'Wielt „Bestätegen“.',
      ],
    },
    {
      heading: 'E professionellen Espace uleeën',
      text: [
        'En Zertifikat „Private“ geet duer. Mat engem Zertifikat „Professional“ kommen den Numm an d’Nummer vun der Entreprise aus dem Zertifikat a gëllen als iwwerpréift.',
      ],
      list: [
        'Maacht „Meng Espacë geréieren“ op a wielt „E professionellen Espace uleeën“.',
        'Sot, a wéi enger Eegenschaft Dir fir d’Entreprise handelt.',
        'Gitt d’Donnéeë vun der Entreprise an.',
        'Wielt „Bestätegen“.',
      ],
    },
    {
      heading: 'Den Espace wiesselen',
      text: [
        'Wielt uewen op der Säit „Espace wiesselen“. An zwou Fënstere vun Ärem Browser kënnt Dir zur selwechter Zäit an zwee Espacë schaffen: all Fënster bleift an hirem Espace.',
      ],
      list: [],
    },
    {
      heading: 'En Espace zoumaachen',
      text: [
        'En Espace ouni Dossiere kënnt Dir zoumaachen. E zielt dann net méi fir d’Limitt. Ënner „Meng Espacë geréieren“ kënnt Dir dat 30 Deeg laang réckgängeg maachen.',
      ],
      list: [],
    },
  ],
}

const sharing: Topic = {
  title: 'E professionellen Espace deelen',
  summary: 'Wéi Kolleegen invitéiert ginn, wéi en Zertifikat si brauchen a wie wat däerf.',
  sections: [
    {
      heading: 'Wéi eng Espacë gedeelt kënne ginn',
      text: [
        'E professionellen Espace, dee mat engem Zertifikat „Professional“ ugeluecht gouf: E beweist, fir wéi eng Entreprise Dir handelt. Een, dee mat engem Zertifikat „Private“ ugeluecht gouf, huet ee Benotzer, de privaten Espace och.',
      ],
      list: [],
    },
    {
      heading: 'E Kolleeg invitéieren',
      text: ['D’Administrateure vum Espace invitéieren op senger Säit „Benotzer“.'],
      list: [
        'Gitt den Numm an, wéi en am Zertifikat steet, an eng E-Mail-Adress.',
        'Wielt eng Roll: Lieser, Gestionnaire oder Administrateur.',
        'Wann Dir sécher goe wëllt, gitt d’Nummer vum Zertifikat an: Da kann nëmmen deen unhuelen.',
        'Déi invitéiert Persoun mécht de Link an der Mail op, loggt sech an, seet, a wéi enger Qualitéit si handelt, an hëlt un.',
      ],
    },
    {
      heading: 'Dir gouft invitéiert',
      text: [
        'Maacht de Link an der Mail op a loggt Iech an. Ass Ären Zertifikat hei nei, da registréiert Dir e fir d’éischt a kommt vum selwen zréck bei d’Invitatioun. Si waart och ënner „Meng Espacë geréieren“.',
        'De Link gëlt eng Kéier a 14 Deeg laang. Keen aneren kann eppes domat ufänken.',
      ],
      list: [],
    },
    {
      heading: 'Zwee Administrateure si besser ewéi een',
      text: [
        'En Espace huet ëmmer op d’mannst een Administrateur. Bestëmmt en zweeten: Wann Dir Ären Zertifikat verléiert oder d’Entreprise verloosst, kann den Espace weider geréiert ginn.',
        'Wann e Benotzer nëmme mat engem Zertifikat erakënnt an dee leeft of, dann erneiert en e bei sengem Ubidder: deen erneierte gëtt vum selwen erkannt. Geet dat net, hëlt en aneren Administrateur hien ewech an invitéiert hien nei.',
        'Den Zertifikat, vun deem en Espace ofhänkt, well keen aneren en Administrateur eraléisst, kann net aus dem Kont ewechgeholl ginn. Ass e fir ëmmer ofgelaf oder verluer, hëlleft den Helpdesk: De Bedreiwer vum Portal mécht den Espace dann, nodeem en Är Identitéit gepréift huet, fir en aneren vun Ären Zertifikater op.',
      ],
      list: [],
    },
    {
      heading: 'Wie wat gemaach huet',
      text: [
        'Administrateure liesen ënner „Aktivitéit an dësem Espace“, op der Säit „Benotzer“, wat am Espace geschitt ass a wien et gemaach huet. Wien derbäikoum, wiem seng Roll geännert gouf an datt en Espace zougemaach gouf, gëtt per E-Mail matgedeelt.',
      ],
      list: [],
    },
  ],
}

const limit: Topic = {
  title: 'Wéi vill professionell Espacen Dir kënnt hunn',
  summary: 'Bis zu {limit} professionell Espacë pro Persoun; den Helpdesk kann d’Limitt eropsetzen.',
  sections: [
    {
      heading: 'D’Limitt',
      text: [
        'Dir kënnt bis zu {limit} professionell Espacen uleeën, egal wéi eng Zertifikater Dir benotzt. „Meng Espacë geréieren“ weist, wéi vill Dir der schonn hutt.',
        'Et zielen nëmmen Espacen, déi Dir ugeluecht an net zougemaach hutt.',
      ],
      list: [],
    },
    {
      heading: 'Wann Dir der méi braucht',
      text: ['Dir hutt zwou Méiglechkeeten:'],
      list: [
        'Maacht en eidele professionellen Espace zou, deen Dir net méi braucht.',
        'Frot den Helpdesk, d’Limitt fir Iech eropzesetzen. Sot, wéi vill Espacen Dir braucht a fir wat.',
      ],
    },
  ],
}

const data: Topic = {
  title: 'Är Donnéeën an d’Formulairen',
  summary: 'Wéi Är Donnéeën d’Formulairen ausfëllen, wou se hierkommen a wéi Dir iwwermëttelt.',
  sections: [
    {
      heading: 'Eemol aginn, ëmmer nees benotzt',
      text: [
        'Wat Dir ënner „Meng Donnéeën“ oder „Donnéeë vun der Entreprise“ agitt, fëllt d’Formulaire vun den Demarchë vu selwer aus. Bei all Grupp vu Felder steet, wou d’Donnéeën hierkommen.',
        'En Hoken heescht: vun Ärem Zertifikat oder vun engem ëffentleche Register confirméiert. Esou Wäerter kann een am Formulaire net änneren. Wat Dir selwer aginn hutt, huet keen Hoken.',
        'Nëmmen e puer Felder sinn obligatoresch, mee wat Dir méi ausfëllt, wat Dir méi spéit manner tippt. „Meng Donnéeën“ weist, wéi ee Feld, dat feelt, bei wéi vill Demarchen hëllefe géif.',
      ],
      list: [],
    },
    {
      heading: 'Dir decidéiert',
      text: [
        'Ënner „Meng Donnéeën“ kënnt Dir fir all Espace ausschalten, datt seng Donnéeën d’Formulairen ausfëllen.',
        'Wat Dir an engem Formulaire ännert, ännert Är Donnéeën net. Virum Iwwermëttele kënnt Dir eenzel Ännerungen an Är Donnéeën iwwerhuelen.',
        'All Ännerung vun Ären Donnéeë gëtt opgehuewen, mat wien a wéini.',
      ],
      list: [],
    },
    {
      heading: 'Späicheren a méi spéit virufueren',
      text: [
        'Mat JavaScript gëtt e Formulaire gespäichert, während Dir tippt; nieft de Knäppercher steet, wéini. Ouni JavaScript gëtt e mat all Schrëtt gespäichert. „Méi spéit virufueren“ bréngt Iech zréck op d’Lëscht vun den Dossieren.',
        'Wann deeselwechten Dossier an zwou Fënstere geännert gëtt, gëtt näischt iwwerschriwwen: Dir gesitt déi zwou Versiounen a wielt.',
      ],
      list: [],
    },
    {
      heading: 'Dokumenter',
      text: [
        'Ënner „Meng Dokumenter“ hieft Dir Fichieren op, déi d’Administratioune froen: PDF a Biller. E Formulaire, deen eent freet, léisst Iech doraus wielen oder en anert eroplueden; wat Dir do eroplued, bleift och erhalen.',
        'De Portal späichert se verschlësselt. Bei all Dokument steet, wou et benotzt gëtt a wien et opgemaach huet.',
        'E geläscht Dokument kann net méi opgemaach oder gewielt ginn. Wat Dir iwwermëttelt hutt, bleift genee, wéi et war, mat sengen Dokumenter.',
      ],
      list: [],
    },
    {
      heading: 'Iwwermëttelen',
      text: [
        'Op der leschter Säit kuckt Dir alles no. Mat „Iwwermëttelen“ ginn Är Äntwerten un d’Administratioun a kënnen net méi geännert ginn. Dir kritt eng Referenz, an den Dossier weist all weidere Schrëtt.',
        'Soulaang en Dossier a Virbereedung ass, däerft Dir e läschen.',
      ],
      list: [],
    },
  ],
}

const technical: Topic = {
  title: 'Technesch Hëllef',
  summary: 'Browseren, Sessiounen, a wat ze maachen ass, wann eppes net klappt.',
  sections: [
    {
      heading: 'Wat Dir braucht',
      text: [
        'En aktuelle Browser wéi Firefox, Chrome, Edge oder Safari, um Computer, Tablet oder Telefon. Cookië mussen erlaabt sinn. Mat JavaScript ass munches méi praktesch, mee alles geet och ouni.',
      ],
      list: [],
    },
    {
      heading: 'Wann d’Sessioun op en Enn geet',
      text: [
        'Fir Är Sécherheet gitt Dir no {idle} Minutten ouni Aktivitéit ausgeloggt, an no {hours} Stonnen op alle Fall. E puer Minutte virdru freet e Message, ob Dir ageloggt bleiwe wëllt.',
        'Op engem Computer, deen och aner Leit benotzen: loggt Iech aus, wann Dir fäerdeg sidd, a maacht de Browser zou.',
      ],
      list: [],
    },
    {
      heading: 'Wann eng Säit e Feeler mellt',
      text: [
        'All Feelersäit seet, wat geschitt ass a wat Dir maache kënnt. Wa se eng Nummer weist, sot se dem Helpdesk: domat fanne mir d’Ursaach. Wat virdru gespäichert war, ass sécher.',
      ],
      list: [],
    },
    {
      heading: 'Uweisen an drécken',
      text: [
        'D’Säite follegen den Astellunge vun Ärem Apparat: hell oder däischter, méi grouss Schrëft, héije Kontrast. Dir kënnt se op 400 Prozent vergréisseren. All Säit kann een drécken.',
      ],
      list: [],
    },
  ],
}

export const help: Messages['help'] = {
  title: 'Hëllef',
  lead: 'Kuerz Äntwerten op dat, wat am dackste gefrot gëtt. Fir se ze liese musst Dir net ageloggt sinn.',
  topics: { certificates, spaces, sharing, limit, data, technical },
  otherTopics: 'Aner Themen',
  accepted: 'Zertifikater, déi dëse Portal unhëlt',
  asking: 'Är Fro ass net beäntwert?',
  askingText:
    'Den Helpdesk hëlleft Iech bei Zertifikater, Espacen a Formulairen. E gesäit Konten, ni den Inhalt vun Ären Espacen.',
  toContact: 'Kontakt',
  contact: {
    title: 'Kontakt',
    lead: 'Dir erreecht eis, ouni Iech anzeloggen.',
    helpdesk: 'Helpdesk',
    email: 'E-Mail',
    phone: 'Telefon',
    none: 'Deen, deen dëse Portal bedreift, huet kee Kontakt vum Helpdesk uginn.',
    noSecrets:
      'Sot eis w. e. g. ni de PIN vun Ärem Zertifikat a schéckt keng Dokumenter per E-Mail. Gitt bei Froen zu engem Dossier seng Referenz un.',
    error: 'Wann eng Feelersäit eng Nummer weist, gitt se w. e. g. och un.',
    procedure: 'Eng Fro zu enger Demarche?',
    procedureText: 'All Demarche nennt d’Administratioun, déi zoustänneg ass, a wien een do froe kann.',
    toProcedures: 'Demarchë kucken',
    helpFirst: 'Vläicht steet d’Äntwert schonn hei',
  },
}
