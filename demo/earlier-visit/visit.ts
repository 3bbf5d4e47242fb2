import { setTimeout as sleep } from 'node:timers/promises'
import { people } from '../people.ts'
import { companyData, documents, type Pages, personalData, procedures, registration } from './answers.ts'
import { type Browser, openBrowser, type Page } from './browser.ts'

const visitor = 'nora-thill'

/** Where the portal and the demo's mailbox are, and the portal's name of the identity provider. */
export type Places = { portal: string; mailbox: string; provider: string }

/**
 * One of the people was here before: with filled spaces and dossiers there is something to look at. She
 * comes as everybody does, through the portal's own pages.
 */
export async function visitBefore({ portal, mailbox, provider }: Places): Promise<void> {
  const browser = openBrowser('en')
  const number = people.find(({ id }) => id === visitor)?.nationalNumber ?? ''
  await signIn(browser, portal, provider, `${visitor}-private`, /\/registration$/, {
    ...registration,
    number,
  })
  await confirmAddress(browser, mailbox)
  const home = await createSpace(browser, `${portal}/spaces/private/new`, personalData)
  await submitDossier(browser, home, 'certificate-of-residence')

  const atWork = openBrowser('en')
  const code = await askForCode(browser, portal)
  await signIn(atWork, portal, provider, `${visitor}-professional`, /\/registration\/account$/, { code })
  const office = await createSpace(atWork, `${portal}/spaces/business/new`, companyData)
  await beginDossier(atWork, office, 'business-permit')
}

/** A certificate that is new to the portal is registered with `form`. */
async function signIn(
  browser: Browser,
  portal: string,
  provider: string,
  certificate: string,
  form: RegExp,
  fields: Record<string, string>,
) {
  const choice = await browser.open(`${portal}/sign-in/start/${provider}`)
  const page = await browser.send(choice, /\/choice\//, { certificate })
  await must(browser.send(page, form, fields), /\/(spaces|account|s\/)/)
}

/** By the link in the mail, as soon as it is there. */
async function confirmAddress(browser: Browser, mailbox: string) {
  for (let attempt = 0; attempt < 50; attempt++) {
    const mail = /href="(\/mails\/[^"]+)"/.exec((await browser.open(mailbox)).html)?.[1]
    const { html } = mail ? await browser.open(`${mailbox}${mail}`) : { html: '' }
    const link = /href="([^"]*\/email\/confirmation\/[^"]+)"/.exec(html)?.[1]
    if (link) {
      await browser.send(await browser.open(link), /\/email\/confirmation\//, {})
      return
    }
    await sleep(100)
  }
  throw new Error('no mail arrived')
}

/** Lets another certificate in to the same account. */
async function askForCode(browser: Browser, portal: string): Promise<string> {
  const certificates = await browser.open(`${portal}/account/certificates`)
  const { html } = await browser.send(certificates, /\/code$/, {})
  return /class="code[^"]*">([^<]+)</.exec(html)?.[1]?.trim() ?? ''
}

/** Where the new space is. */
async function createSpace(browser: Browser, url: string, data: Record<string, string>): Promise<string> {
  const page = await browser.open(url)
  const { url: space } = await must(browser.send(page, /\/new$/, data), /\/s\/P[PM]-\w{6}\//)
  return space.replace(/(\/s\/P[PM]-\w{6}\/).*/, '$1')
}

async function submitDossier(browser: Browser, space: string, procedure: keyof typeof procedures) {
  const check = await fillPages(browser, await beginDossier(browser, space, procedure), procedures[procedure])
  await must(browser.send(check, /\/submission$/, {}), /\/submission/)
}

async function beginDossier(browser: Browser, space: string, procedure: string): Promise<Page> {
  const offer = await browser.open(`${space}dossiers/new?procedure=${procedure}`)
  return must(browser.send(offer, /\/dossiers\/new$/, {}), /\/dossiers\/\d+\/pages\//)
}

async function fillPages(browser: Browser, first: Page, answers: Pages<string>) {
  let page = first
  for (let id = pageId(page); id; id = pageId(page)) {
    page = await browser.send(page, /\/pages\//, answers[id] ?? {}, documents[id])
    if (pageId(page) === id) throw new Error(`${page.url} does not go on (${page.status})`)
  }
  return page
}

const pageId = ({ url }: Page) => /\/pages\/([^/?]+)/.exec(url)?.[1]

async function must(sent: Promise<Page>, place: RegExp): Promise<Page> {
  const page = await sent
  if (page.status < 400 && place.test(page.url)) return page
  throw new Error(`${page.url} (${page.status}) instead of ${place} ${problems(page)}`)
}

const problems = ({ html }: Page) =>
  [...html.matchAll(/<a[^>]*href="#f-[^>]*>(.*?)<\/a>/gs)].map(([, text]) => text?.trim()).join('; ')
