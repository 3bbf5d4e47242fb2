import type { Messages } from '../index.ts'

export const privacy: Messages['privacy'] = {
  title: 'Wat mat Ären Donnéeë geschitt',
  purpose: 'Fir wat',
  basis: 'Gesetzlech Basis',
  recipients: 'Wien se kritt',
  retention: 'Wéi laang se gehale ginn',
  more: 'Dateschutznotiz vum Portal',
  publicTask:
    'Ëffentlech Aufgab vun der Administratioun: Artikel 6, Absaz 1, Buschtawen c an e vun der Dateschutz-Grondveruerdnung',
  nobody: 'Keen ausserhalb vum Portal',
  forms: {
    registration: {
      purpose: 'Fir Äre Kont opzemaachen, Iech mat all Ärem Zertifikat erëmzeerkennen an Iech ze schreiwen.',
      recipients:
        'De Register vun de physesche Persounen, dee gefrot gëtt, ob d’Nummer an d’Nimm zesummegehéieren',
      retention: 'Soulaang Äre Kont besteet.',
    },
    email: {
      purpose: 'Fir Iech ze schreiwen, wat et Neies zu Ären Dossieren an Ärem Kont gëtt.',
      recipients: '',
      retention:
        'Bis Dir d’Adress ännert. Fréier Adresse bleiwen ee Joer laang am Verzeechnes vun den E-Mailen.',
    },
    helpdesk: {
      purpose: 'Fir Iech ze äntweren.',
      recipients: 'Den Helpdesk vum Portal',
      retention: 'Ee Joer no der Äntwert.',
    },
    recovery: {
      purpose: 'Fir ze préiwen, datt e Kont Ären ass, an en neien Zertifikat en opmaachen ze loossen.',
      recipients: 'Den Helpdesk vum Portal',
      retention: '30 Deeg, oder 30 Deeg no der Waardezäit; 60 Deeg méi spéit gi se geläscht.',
    },
    person: {
      purpose: 'Fir d’Formulairë vun Ären Demarchen auszefëllen, fir datt Dir näischt zweemol agi musst.',
      recipients: 'Administratiounen, awer nëmmen dat, wat an engem Dossier steet, deen Dir iwwermëttelt',
      retention:
        'Bis Dir se ännert oder läscht oder den Espace zoumaacht. Fréier Versioune bleiwe fir Iech siichtbar.',
    },
    company: {
      purpose:
        'Fir d’Formulairë vun den Demarchë vun der Entreprise auszefëllen, fir datt keen eppes zweemol agi muss.',
      recipients:
        'Administratiounen, awer nëmmen dat, wat an engem Dossier steet, deen Dir iwwermëttelt; d’Benotzer vun dësem Espace',
      retention:
        'Bis se geännert oder geläscht ginn oder den Espace zougemaach gëtt. Fréier Versioune bleiwe siichtbar.',
    },
    documents: {
      purpose: 'Fir se fir Iech ze halen a mat den Dossieren z’iwwermëttelen, an deenen Dir se wielt.',
      recipients:
        'Administratiounen, awer nëmmen déi aus engem Dossier, deen Dir iwwermëttelt; an engem professionellen Espace seng Benotzer',
      retention:
        'Bis Dir se läscht, an dann nach siwen Deeg. Wat iwwermëttelt ass, bleift bei sengem Dossier.',
    },
    invitation: {
      purpose: 'Fir datt déi Persoun, déi genannt gëtt, a soss keen an dësen Espace kënnt.',
      recipients: 'D’Administrateure vun dësem Espace; déi invitéiert Persoun, soubal d’Invitatioun passt',
      retention:
        'Bis 90 Deeg no der Invitatioun hirem Enn. Wat e Benotzer gemaach huet, bleift mat sengem Numm am Espace.',
    },
  },
}
