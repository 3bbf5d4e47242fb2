import type { Messages } from '../index.ts'

export const errors: Messages['errors'] = {
  not_found: {
    title: 'Dës Säit gëtt et net',
    text: 'Vläicht ass d’Adress falsch getippt oder al, oder d’Säit gehéiert zu engem Espace, op deen Dir keen Zougang hutt.',
    next: 'Kuckt d’Adress no, gitt zréck oder fänkt op der Startsäit nei un.',
  },
  wrong_certificate: {
    title: 'Dësen Espace geet net mat dësem Zertifikat op',
    text: 'En ass un d’Zertifikater vun enger Entreprise gebonnen.',
    next: '„Meng Espacë geréieren“ seet, wéi eng et ass. Loggt Iech domat an.',
  },
  forbidden: {
    title: 'Dat däerft Dir hei net',
    text: 'Är Roll an dësem Espace erlaabt net, wat Dir maache wollt.',
    next: 'Frot den Administrateur vum Espace oder gitt zréck bei Är Espacen.',
  },
  whoGrants: (names) => `D’Recht kann Iech ginn, wien den Espace geréiert: ${names}.`,
  cross_site: {
    title: 'Dës Ufro koum net aus dem Portal',
    text: 'Fir Är Sécherheet huele mir nëmmen Formulairen un, déi vun eisen eegene Säite geschéckt goufen. Et gouf näischt geännert.',
    next: 'Maacht d’Säit hei am Portal nach eng Kéier op a widderhuelt, wat Dir maache wollt.',
  },
  signed_out: {
    title: 'Loggt Iech w. e. g. an',
    text: 'Dës Säit ass nëmme fir Leit, déi ageloggt sinn. Et gouf näischt geännert.',
    next: 'Mir konnten net späicheren, wat Dir hei aginn hutt. Loggt Iech an engem neien Tab an, kommt dann heihin zréck a luet dës Säit nei: Äre Browser schéckt et nach eng Kéier.',
  },
  session_over: {
    title: 'Är Sessioun ass eriwwer',
    text: 'Dir sidd ausgeloggt ginn, well eng Zäit laang näischt geschitt ass oder well d’Sessioun hir maximal Dauer erreecht huet. Wat Dir als Lescht geschéckt hutt, gouf net ausgefouert.',
    next: 'Mir konnten net späicheren, wat Dir hei aginn hutt. Loggt Iech an engem neien Tab an, kommt dann heihin zréck a luet dës Säit nei: Äre Browser schéckt et nach eng Kéier.',
  },
  not_fresh: {
    title: 'Bestätegt w. e. g. fir d’éischt, datt Dir et sidd',
    text: 'Dofir muss grad elo en Zertifikat virgewise gi sinn. Et gouf näischt geännert, a wat Dir geschéckt hutt, war ze laang, fir et hei ze späicheren.',
    next: 'Bestätegt an engem neien Tab, kommt dann heihin zréck a luet dës Säit nei: Äre Browser schéckt nach eng Kéier, wat Dir aginn hat.',
  },
  own_account: {
    title: 'Dat betrëfft villäicht Iech selwer',
    text: 'Un Ärem eegene Kont oder Ären eegenen Ufroe kënnt Dir net schaffen: Nummer, E-Mail-Adress oder Numm sinn Är oder gläichen Ären. Et gouf näischt geännert, an de Versuch ass festgehalen.',
    next: 'Iwwerloosst dat w. e. g. enger Kolleegin oder engem Kolleeg.',
  },
  sign_in_cancelled: {
    title: 'D’Alogge gouf ofgebrach',
    text: 'Dir sidd net ageloggt. Et gouf näischt gespäichert oder weiderginn.',
    next: 'Probéiert et nach eng Kéier, wa Dir wëllt, oder liest no, wat Dir fir d’Alogge braucht.',
  },
  conflict: {
    title: 'Dat gouf an der Tëschenzäit geännert',
    text: 'Een aneren, oder Dir selwer an enger anerer Fënster, huet datselwecht geännert. Et gouf näischt iwwerschriwwen.',
    next: 'Maacht d’Säit nach eng Kéier op, kuckt, wat elo do steet, a widderhuelt Är Ännerung.',
  },
  gone: {
    title: 'Dat gëtt et net méi',
    text: 'De Link gouf scho benotzt oder ass ofgelaf, oder dat, wouhin e gefouert huet, gouf geläscht.',
    next: 'Fänkt op der Startsäit oder bei Ären Espacen nei un.',
  },
  invalid: {
    title: 'Mat dësen Donnéeë komme mir net weider',
    text: 'An deem, wat Dir geschéckt hutt, feelt eppes oder huet eppes net déi richteg Form.',
    next: 'Gitt zréck a kuckt no, wat Dir aginn hutt.',
  },
  bad_request: {
    title: 'Dës Ufro hu mir net verstanen',
    text: 'D’Adress oder dat, wat mat hir geschéckt gouf, ass beschiedegt. Et gouf näischt geännert.',
    next: 'Gitt zréck a probéiert et nach eng Kéier, oder fänkt op der Startsäit nei un.',
  },
  too_large: {
    title: 'Dat war ze vill op eemol',
    text: 'Wat Dir geschéckt hutt, ass méi grouss, wéi mir unhuele kënnen. Et gouf näischt gespäichert.',
    next: 'Gitt mat Ärem Browser zréck: wat Dir aginn hutt, steet nach do. Kierzt déi längsten Texter a schéckt nach eng Kéier.',
  },
  too_many: {
    title: 'Ze vill Ufroen',
    text: 'An der leschter Minutt koume vun Ärem Uschloss méi Ufroen, wéi mir unhuele kënnen.',
    next: 'Waart eng Minutt a probéiert et dann nach eng Kéier. Wat Dir gespäichert hutt, ass sécher.',
  },
  unexpected: {
    title: 'Bei eis ass eppes schifgaangen',
    text: 'Et ass e Feeler geschitt, fir deen Dir näischt kënnt. Mir hunn en opgeschriwwen. Wat virdru gespäichert war, ass sécher.',
    next: 'Probéiert et an e puer Minutten nach eng Kéier. Wann et nach eng Kéier geschitt, sot dem Helpdesk d’Nummer hei ënnendrënner.',
  },
  unavailable: {
    title: 'Dat ass grad net disponibel',
    text: 'En Deel vum Portal ass am Moment net z’erreechen. Wat virdru gespäichert war, ass sécher.',
    next: 'Probéiert et an e puer Minutten nach eng Kéier.',
  },
  maintenance: {
    title: 'Mir schaffen um Portal',
    text: 'De Portal ass fir kuerz Zäit wéinst Maintenance zou. Är Espacen an Dossiere si sécher.',
    next: 'Kommt w. e. g. méi spéit erëm. Wann et dréngend ass, wennt Iech direkt un d’Administratioun.',
  },
  reference: 'Nummer vun dësem Feeler',
  toStart: 'Op d’Startsäit',
  toSpaces: 'Meng Espacë geréieren',
  toQueue: 'Bei déi oppen Ufroen',
  toHelp: 'Hëllef beim Aloggen',
  signIn: 'Aloggen',
  confirm: 'Bestätegen, datt Dir et sidd',
  tryAgain: 'Nach eng Kéier probéieren',
  helpdesk: 'Helpdesk',
}
