import { html, raw } from 'hono/html'
import { showNationalNumber } from '../../src/identifiers/national-number.ts'
import { agents } from '../agents.ts'
import { type DemoPerson, people } from '../people.ts'

type Html = ReturnType<typeof html>

const texts = {
  en: {
    title: 'Which certificate do you present?',
    agentTitle: 'As whom do you work?',
    lead: 'This page stands in for a national identity provider. All people and companies are invented.',
    number: 'National identification number',
    private: 'Private',
    professional: 'Professional',
    expired: 'expired',
    revoked: 'revoked',
    cancel: 'Cancel and go back',
    overTitle: 'This sign-in is over',
    over: 'It has taken too long, or it was finished in another tab. Please begin again on the portal.',
    weak: 'Present it by password only: assurance level “low” instead of “substantial”. Some procedures then ask for more.',
    leaveTitle: 'Sign out of the demo identity provider?',
    leave: 'The portals you signed in to from here are told, and end their sessions.',
    leaveYes: 'Sign out',
    leaveNo: 'Stay signed in',
    leftTitle: 'You are signed out',
    left: 'The portals you had signed in to have been told.',
    demo: 'Demo identity provider',
    gatewayLead:
      'This page stands in for a national gateway that speaks SAML, as eIDAS nodes do. All people and companies are invented.',
    gateway: 'Demo eID gateway',
    backTitle: 'You are on your way back',
    backText: 'If nothing happens, press the button.',
    back: 'Continue to the portal',
  },
  de: {
    title: 'Welches Zertifikat legen Sie vor?',
    agentTitle: 'Als wer arbeiten Sie?',
    lead: 'Diese Seite vertritt einen staatlichen Identitätsdienst. Alle Personen und Unternehmen sind erfunden.',
    number: 'Nationale Identifikationsnummer',
    private: 'Private',
    professional: 'Professional',
    expired: 'abgelaufen',
    revoked: 'gesperrt',
    cancel: 'Abbrechen und zurück',
    overTitle: 'Diese Anmeldung ist beendet',
    over: 'Sie hat zu lange gedauert oder wurde in einem anderen Tab abgeschlossen. Bitte beginnen Sie auf dem Portal von vorn.',
    weak: 'Nur mit Passwort vorlegen: Sicherheitsniveau „niedrig“ statt „substanziell“. Manche Behördengänge verlangen dann mehr.',
    leaveTitle: 'Vom Identitätsdienst der Demo abmelden?',
    leave:
      'Die Portale, bei denen Sie sich von hier aus angemeldet haben, erfahren es und beenden Ihre Sitzung.',
    leaveYes: 'Abmelden',
    leaveNo: 'Angemeldet bleiben',
    leftTitle: 'Sie sind abgemeldet',
    left: 'Die Portale, bei denen Sie angemeldet waren, haben es erfahren.',
    demo: 'Identitätsdienst der Demo',
    gatewayLead:
      'Diese Seite vertritt einen staatlichen Zugangsdienst, der SAML spricht wie die eIDAS-Knoten. Alle Personen und Unternehmen sind erfunden.',
    gateway: 'eID-Zugangsdienst der Demo',
    backTitle: 'Sie sind auf dem Rückweg',
    backText: 'Falls nichts geschieht, betätigen Sie die Schaltfläche.',
    back: 'Weiter zum Portal',
  },
  fr: {
    title: 'Quel certificat présentez-vous ?',
    agentTitle: 'En tant que qui travaillez-vous ?',
    lead: 'Cette page tient lieu de fournisseur d’identité national. Toutes les personnes et entreprises sont inventées.',
    number: 'Numéro d’identification national',
    private: 'Private',
    professional: 'Professional',
    expired: 'expiré',
    revoked: 'révoqué',
    cancel: 'Annuler et revenir',
    overTitle: 'Cette connexion est terminée',
    over: 'Elle a duré trop longtemps ou s’est terminée dans un autre onglet. Veuillez recommencer sur le portail.',
    weak: 'Le présenter par mot de passe seulement : niveau de garantie « faible » au lieu de « substantiel ». Certaines démarches exigent alors davantage.',
    leaveTitle: 'Se déconnecter du fournisseur d’identité de la démo ?',
    leave:
      'Les portails auxquels vous vous êtes connecté d’ici en sont avertis et mettent fin à votre session.',
    leaveYes: 'Se déconnecter',
    leaveNo: 'Rester connecté',
    leftTitle: 'Vous êtes déconnecté',
    left: 'Les portails auxquels vous étiez connecté en ont été avertis.',
    demo: 'Fournisseur d’identité de la démo',
    gatewayLead:
      'Cette page tient lieu de passerelle nationale qui parle SAML, comme les nœuds eIDAS. Toutes les personnes et entreprises sont inventées.',
    gateway: 'Passerelle eID de la démo',
    backTitle: 'Vous êtes sur le chemin du retour',
    backText: 'Si rien ne se passe, appuyez sur le bouton.',
    back: 'Continuer vers le portail',
  },
  lb: {
    title: 'Wéi en Zertifikat weist Dir vir?',
    agentTitle: 'Als wie schafft Dir?',
    lead: 'Dës Säit steet fir en nationalen Identitéitsdéngscht. All Persounen an Entreprisë sinn erfonnt.',
    number: 'National Identifikatiounsnummer',
    private: 'Private',
    professional: 'Professional',
    expired: 'ofgelaf',
    revoked: 'gespaart',
    cancel: 'Ofbriechen an zréck',
    overTitle: 'Dëse Login ass eriwwer',
    over: 'En huet ze laang gedauert oder gouf an engem aneren Tab ofgeschloss. Fänkt w. e. g. um Portal nach eng Kéier un.',
    weak: 'Nëmme mam Passwuert virweisen: Sécherheetsniveau „niddreg“ amplaz „substantiell“. Verschidde Demarchë verlaangen dann méi.',
    leaveTitle: 'Beim Identitéitsdéngscht vun der Demo ausloggen?',
    leave:
      'D’Portaler, bei deenen Dir Iech vun hei aus ageloggt hutt, gi Bescheed a maachen Är Sessioun zou.',
    leaveYes: 'Ausloggen',
    leaveNo: 'Ageloggt bleiwen',
    leftTitle: 'Dir sidd ausgeloggt',
    left: 'D’Portaler, bei deenen Dir ageloggt waart, wësse Bescheed.',
    demo: 'Identitéitsdéngscht vun der Demo',
    gatewayLead:
      'Dës Säit steet fir en nationalen Zougangsdéngscht, dee SAML schwätzt wéi d’eIDAS-Knuet. All Persounen an Entreprisë sinn erfonnt.',
    gateway: 'eID-Zougangsdéngscht vun der Demo',
    backTitle: 'Dir sidd um Wee zréck',
    backText: 'Wann näischt geschitt, dréckt op de Knäppchen.',
    back: 'Weider op de Portal',
  },
}

export type PageLanguage = keyof typeof texts

/** The one asked for first; English when it is none of these. */
export const pageLanguage = (wanted: string): PageLanguage => {
  const first = wanted.trim().slice(0, 2).toLowerCase()
  return isPageLanguage(first) ? first : 'en'
}
const isPageLanguage = (word: string): word is PageLanguage => Object.hasOwn(texts, word)

/** Which of the demo's services a page is of: they look alike, and say what each stands for. */
export type Service = 'provider' | 'gateway'

export function choicePage(lang: PageLanguage, service: Service, id: string): Html {
  const t = texts[lang]
  return layout(
    { lang, service, title: t.title },
    html`<p class="lead">${service === 'gateway' ? t.gatewayLead : t.lead}</p>
      <form method="post" action="/choice/${id}">
        ${service === 'gateway' ? '' : html`<p class="weak"><label><input type="checkbox" name="weak" value="yes"> ${t.weak}</label></p>`}
        <ul class="people">${people.map((person) => personItem(lang, person))}</ul>
        <p><button class="plain" type="submit" name="cancel" value="yes">${t.cancel}</button></p>
      </form>`,
  )
}

export const overPage = (lang: PageLanguage, service: Service): Html =>
  layout({ lang, service, title: texts[lang].overTitle }, html`<p class="lead">${texts[lang].over}</p>`)

/** Posts the gateway's answer to the portal: by itself, or by its button. */
export function backPage(lang: PageLanguage, { to, answer }: { to: string; answer: string }): Html {
  const t = texts[lang]
  return layout(
    { lang, service: 'gateway', title: t.backTitle },
    html`<p class="lead">${t.backText}</p>
      <form method="post" action="${to}">
        <input type="hidden" name="SAMLResponse" value="${answer}">
        <p><button class="plain" type="submit">${t.back}</button></p>
      </form>
      <script src="/post.js"></script>`,
  )
}

/** `form` is the provider's own, which these buttons send. */
export function leavePage(lang: PageLanguage, form: string): Html {
  const t = texts[lang]
  return layout(
    { lang, service: 'provider', title: t.leaveTitle },
    html`<p class="lead">${t.leave}</p>${raw(form)}
      <p class="certificates">
        <button class="plain" type="submit" form="op.logoutForm" name="logout" value="yes">${t.leaveYes}</button>
        <button class="plain" type="submit" form="op.logoutForm">${t.leaveNo}</button>
      </p>`,
  )
}

export const leftPage = (lang: PageLanguage): Html =>
  layout(
    { lang, service: 'provider', title: texts[lang].leftTitle },
    html`<p class="lead">${texts[lang].left}</p>`,
  )

/** Who works at the helpdesk, and who does not. */
export function agentPage(lang: PageLanguage, uid: string): Html {
  const t = texts[lang]
  return layout(
    { lang, service: 'provider', title: t.agentTitle },
    html`<p class="lead">${t.lead}</p>
      <form method="post" action="/choice/${uid}">
        <ul class="people">${agents.map(
          ({ id, name, about }) => html`<li><h2>${name}</h2><p class="number">${about}</p>
            <div class="certificates"><button class="private" type="submit" name="agent" value="${id}">${name}</button></div></li>`,
        )}</ul>
        <p><button class="plain" type="submit" name="cancel" value="yes">${t.cancel}</button></p>
      </form>`,
  )
}

function personItem(lang: PageLanguage, person: DemoPerson): Html {
  const t = texts[lang]
  return html`<li>
    <h2>${[person.givenName, person.familyName].filter(Boolean).join(' ')}</h2>
    <p class="number">${t.number}: <span>${showNationalNumber(person.nationalNumber)}</span></p>
    <div class="certificates">
      ${person.certificates.map(({ id, kind, organization, expired, revoked, serialNumber }) =>
        expired || revoked
          ? html`<p class="expired">${t[kind]} · ${revoked ? t.revoked : t.expired}<small>${serialNumber}</small></p>`
          : html`<button class="${kind}" type="submit" name="certificate" value="${id}"
              >${t[kind]}${organization ? html` · ${organization.name}` : ''}<small>${serialNumber}</small></button>`,
      )}
    </div>
  </li>`
}

type Frame = { lang: PageLanguage; service: Service; title: string }

function layout({ lang, service, title }: Frame, body: Html): Html {
  const name = service === 'gateway' ? texts[lang].gateway : texts[lang].demo
  return html`<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title} – ${name}</title>
    <link rel="stylesheet" href="/page.css">
  </head>
  <body>
    <header><p>${name}</p></header>
    <main>
      <h1>${title}</h1>
      ${body}
    </main>
  </body>
</html>`
}
