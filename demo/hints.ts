import { demoPassword } from './certificates/make.ts'

/** What a newcomer asks at the two places where the demo is not like real life. */
export const hintsFor = (provider: string) => ({
  signIn: {
    de: `Zum Ausprobieren: „${provider}“ funktioniert sofort, wählen Sie dort eine Person. Um ein echtes Zertifikat vorzulegen, importieren Sie zuerst eine der .p12-Dateien der Demo in Ihren Browser; das Passwort lautet „${demoPassword}“.`,
    fr: `Pour essayer : « ${provider} » fonctionne tout de suite, choisissez-y une personne. Pour présenter un vrai certificat, importez d’abord l’un des fichiers .p12 de la démo dans votre navigateur ; le mot de passe est « ${demoPassword} ».`,
    en: `To try it out: “${provider}” works at once, pick a person there. To present a real certificate, first import one of the demo’s .p12 files into your browser; the password is “${demoPassword}”.`,
    lb: `Fir auszeprobéieren: „${provider}“ geet direkt, wielt do eng Persoun aus. Fir en echten Zertifikat virzeweisen, importéiert fir d’éischt ee vun den .p12-Fichiere vun der Demo an Äre Browser; d’Passwuert ass „${demoPassword}“.`,
  },
  nationalNumber: {
    de: `In der Demo steht die Nummer bei „${provider}“ neben jeder Person und im Terminal, in dem die Demo läuft.`,
    fr: `Dans la démo, le numéro figure à côté de chaque personne dans « ${provider} » et dans le terminal où tourne la démo.`,
    en: `In the demo, the number stands beside each person at “${provider}” and in the terminal the demo runs in.`,
    lb: `An der Demo steet d’Nummer bei „${provider}“ nieft all Persoun an am Terminal, an deem d’Demo leeft.`,
  },
})
