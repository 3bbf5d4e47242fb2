import { html } from 'hono/html'
import type { KeptMail } from './folder.ts'

type Html = ReturnType<typeof html>

const texts = {
  en: {
    demo: 'Demo mailbox',
    title: 'Mail of the demo',
    lead: 'Every mail the portal sends lands here, whoever it is for. None leaves this machine.',
    none: 'No mail yet. Register a person on the portal, and the first one arrives.',
    again: 'Look again',
    back: 'All mail',
    to: 'To',
    from: 'From',
    at: 'Received',
    missing: 'This mail does not exist (any more)',
    noSubject: 'No subject',
  },
  de: {
    demo: 'Postfach der Demo',
    title: 'E-Mails der Demo',
    lead: 'Jede E-Mail des Portals landet hier, an wen sie auch geht. Keine verlässt diesen Rechner.',
    none: 'Noch keine E-Mail. Registrieren Sie eine Person auf dem Portal, dann kommt die erste.',
    again: 'Noch einmal nachsehen',
    back: 'Alle E-Mails',
    to: 'An',
    from: 'Von',
    at: 'Eingegangen',
    missing: 'Diese E-Mail gibt es nicht (mehr)',
    noSubject: 'Kein Betreff',
  },
}

export type PageLanguage = keyof typeof texts

/** German where German is asked for first; English otherwise. */
export const pageLanguage = (wanted: string): PageLanguage => (/^\s*(de|lb)/i.test(wanted) ? 'de' : 'en')

export function listPage(lang: PageLanguage, mails: KeptMail[]): Html {
  const t = texts[lang]
  const list = html`<ul class="mails">
    ${mails.map(
      (mail) => html`<li>
      <a href="/mails/${mail.id}" lang="${mail.language}">${mail.subject || t.noSubject}</a>
      <p>${mail.to} · <time datetime="${mail.at.toISOString()}">${shown(lang, mail.at)}</time></p>
    </li>`,
    )}
  </ul>`
  return layout(
    lang,
    t.title,
    html`<p class="lead">${t.lead}</p>
      <p><a class="button" href="/">${t.again}</a></p>
      ${mails.length ? list : html`<p class="empty">${t.none}</p>`}`,
  )
}

export function mailPage(lang: PageLanguage, mail: KeptMail): Html {
  const t = texts[lang]
  return layout(
    lang,
    mail.subject || t.noSubject,
    html`<p><a href="/">${t.back}</a></p>
      <dl>
        <dt>${t.to}</dt><dd>${mail.to}</dd>
        <dt>${t.from}</dt><dd>${mail.from}</dd>
        <dt>${t.at}</dt><dd><time datetime="${mail.at.toISOString()}">${shown(lang, mail.at)}</time></dd>
      </dl>
      <div class="text" lang="${mail.language}">${linked(mail.text)}</div>`,
    mail.language,
  )
}

export const missingPage = (lang: PageLanguage): Html =>
  layout(lang, texts[lang].missing, html`<p><a href="/">${texts[lang].back}</a></p>`)

/** Addresses as links, everything else as it was written. */
function linked(text: string): Html[] {
  return text
    .split(/(https?:\/\/[^\s<>"']+)/)
    .map((part, index) => (index % 2 ? html`<a href="${part}">${part}</a>` : html`${part}`))
}

const shown = (lang: PageLanguage, at: Date) =>
  new Intl.DateTimeFormat(lang, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'Europe/Luxembourg',
  }).format(at)

function layout(lang: PageLanguage, title: string, body: Html, titleLanguage: string = lang): Html {
  return html`<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title} – ${texts[lang].demo}</title>
    <link rel="stylesheet" href="/page.css">
  </head>
  <body>
    <header><p>${texts[lang].demo}</p></header>
    <main>
      <h1 lang="${titleLanguage}">${title}</h1>
      ${body}
    </main>
  </body>
</html>`
}
