import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { demoGatewayName, demoProvider, demoProviderName } from '../../demo/names.ts'
import { type DemoPerson, people } from '../../demo/people.ts'
import { type Language, type Messages, messages } from '../../src/i18n/index.ts'
import { paths } from '../../src/paths.ts'
import { watchComplaints, watchDocuments } from './checks.ts'
import type { DemoPortal } from './demo-portal.ts'
import type { Sample } from './samples.ts'

/** Somebody at a browser of their own, reading in one language. */
export type Visitor = {
  page: Page
  context: BrowserContext
  language: Language
  scripts: boolean
  t: Messages
  portal: DemoPortal
  complaints: string[]
  lastDocument: () => Promise<string>
  close(): Promise<void>
}

export type VisitorSettings = {
  language: Language
  scripts?: boolean
  /** A demo certificate installed in this browser. */
  installed?: string
} & Pick<BrowserContextOptions, 'viewport' | 'reducedMotion'>

export async function openVisitor(
  browser: Browser,
  portal: DemoPortal,
  { language, scripts = true, installed, ...look }: VisitorSettings,
): Promise<Visitor> {
  const context = await browser.newContext({
    locale: language,
    javaScriptEnabled: scripts,
    viewport: { width: 1280, height: 900 },
    // The demo's own authority vouches for the origin that asks for certificates.
    ignoreHTTPSErrors: true,
    ...look,
    ...(installed ? withCertificate(portal, installed) : {}),
  })
  context.setDefaultTimeout(45_000)
  const page = await context.newPage()
  // “Leave this page?”: what a journey leaves, it means to leave.
  page.on('dialog', (dialog) => dialog.accept())
  return {
    ...{ page, context, language, scripts, portal },
    t: messages(language),
    complaints: watchComplaints(page),
    lastDocument: watchDocuments(page),
    close: () => context.close(),
  }
}

function withCertificate({ tlsUrl, certificatesFolder }: DemoPortal, id: string): BrowserContextOptions {
  const file = (ending: string) => join(certificatesFolder, `${id}.${ending}`)
  return {
    clientCertificates: [{ origin: tlsUrl, certPath: file('pem'), keyPath: file('key') }],
  }
}

export const open = ({ page, portal }: Visitor, path: string) => page.goto(portal.url + path)

type Scheme = 'oidc' | 'tls' | 'saml'

/** Signs in, and registers the certificate when it is new here. */
export async function signIn(visitor: Visitor, certificate: string, scheme: Scheme = 'oidc') {
  await present(visitor, certificate, scheme)
  if (visitor.page.url().includes(paths.registration())) await register(visitor, certificate)
}

/** Through the demo's provider, where one picks a certificate; or the browser presents the installed one. */
export async function present(visitor: Visitor, certificate: string, scheme: Scheme = 'oidc') {
  await open(visitor, paths.signIn())
  await presentHere(visitor, certificate, scheme)
}

/** From the sign-in page that is open. */
export async function presentHere(visitor: Visitor, certificate: string, scheme: Scheme = 'oidc') {
  const { page, t, portal } = visitor
  const words = t.identity.signIn
  if (scheme === 'tls') await follow(visitor, words.tlsAction)
  else {
    await follow(visitor, words.oidcAction(scheme === 'saml' ? demoGatewayName : demoProviderName))
    await page.locator(`button[name=certificate][value="${certificate}"]`).click()
    if (scheme === 'saml') await comeBack(visitor)
  }
  await page.waitForURL((url) => url.href.startsWith(portal.url) && !url.pathname.startsWith(paths.signIn()))
}

/** From the page that asks to confirm who one is. */
export async function presentAgain({ page }: Visitor, certificate: string, scheme: 'oidc' | 'tls' = 'oidc') {
  await page.locator(`main a[href*="for=confirm"][href*="${demoProvider[scheme]}"]`).click()
  if (scheme === 'oidc') await page.locator(`button[name=certificate][value="${certificate}"]`).click()
  await page.waitForURL((url) => url.searchParams.has('parked'))
}

/** The gateway's page posts its answer by itself, or by its button where scripts are off. */
export async function comeBack({ page, scripts, portal }: Visitor) {
  if (!scripts) await page.locator('form[action*="/sign-in/saml/"] button').click()
  await page.waitForURL((url) => url.href.startsWith(portal.url))
}

/** To the helpdesk's own pages, as one of the demo's agents. */
export async function signInAsAgent(visitor: Visitor, agent: string): Promise<void> {
  await open(visitor, paths.helpdeskSignIn())
  await signInAgentHere(visitor, agent)
  await visitor.page.waitForURL((url) => url.pathname === paths.helpdesk())
}

/** From the helpdesk's sign-in page, back to where one was. */
export async function signInAgentHere(visitor: Visitor, agent: string): Promise<void> {
  const { page, t, portal } = visitor
  await follow(visitor, t.helpdesk.signIn.action(demoProviderName))
  await page.locator(`button[name=agent][value="${agent}"]`).click()
  await page.waitForURL((url) => url.href.startsWith(portal.url))
}

export async function register({ page, t, language }: Visitor, certificate: string): Promise<void> {
  const holder = holderOf(certificate)
  await page.locator('[name=number]').fill(holder.nationalNumber)
  await page.locator('[name=email]').fill(`${holder.id}@mail.example`)
  await page.locator(`[name=language][value=${language}]`).check({ force: true })
  await page.locator('[name=terms]').check({ force: true })
  await page.getByRole('button', { name: t.identity.registration.submit }).click()
  await page.waitForURL((url) => !url.pathname.includes(paths.registration()))
}

export function holderOf(certificate: string): DemoPerson {
  const holder = people.find(({ certificates }) => certificates.some(({ id }) => id === certificate))
  if (!holder) throw new Error(`nobody in the demo holds ${certificate}`)
  return holder
}

/** By the menu in the header, from wherever one is. */
export async function manageSpaces({ page, t }: Visitor): Promise<void> {
  await page.locator('header summary').filter({ visible: true }).first().click()
  await page.locator('header').getByRole('link', { name: t.spaces.manage.title }).click()
}

export async function signOut({ context, page }: Visitor): Promise<void> {
  await page.locator('summary').filter({ visible: true }).first().click()
  await page.locator('form[action="/sign-out"] button').filter({ visible: true }).click()
  await context.clearCookies()
}

/** Enters a sample into the form that is open; what the page asks nothing of is an error. */
export async function enter({ page }: Visitor, sample: Sample): Promise<void> {
  for (const [name, value] of Object.entries(sample)) {
    const control = page.locator(`main [name="${name}"]:not([type=hidden])`)
    const kind = await control
      .first()
      .evaluate((element) => `${element.tagName} ${element.getAttribute('type')}`)
    if (kind.startsWith('SELECT')) await control.selectOption(value)
    else if (kind.endsWith('radio') || kind.endsWith('checkbox'))
      await page.locator(`main [name="${name}"][value="${value}"]`).check({ force: true })
    else await control.fill(value)
    // Fields that depend on this answer are replaced: what is entered meanwhile might go into the old ones.
    await page.locator('[data-shaping][aria-busy]').waitFor({ state: 'detached' })
  }
}

/** What a field holds: typed text, or the read-only text of a verified value. */
export async function shownValue({ page }: Visitor, name: string): Promise<string> {
  const control = page.locator(`main [name="${name}"]:not([type=hidden])`)
  if ((await control.count()) > 0) return control.first().inputValue()
  return page.locator(`#f-${name} .value`).innerText()
}

/** Presses a button that sends its form, and waits for the page that answers. */
export async function press({ page }: Visitor, label: string): Promise<void> {
  const button = page.getByRole('button', { name: label, exact: true }).filter({ visible: true }).last()
  await Promise.all([page.waitForEvent('load'), button.click()])
}

export const follow = ({ page }: Visitor, label: string) =>
  page.locator('main').getByRole('link', { name: label, exact: true }).first().click()

/** To the page where an administrator changes what a user of the space may do. */
export const changeMember = ({ page }: Visitor, name: string) =>
  page.locator('main li', { hasText: name }).locator('a[href*="/members/"]').click()

export const textOf = ({ page }: Visitor) => page.locator('main').innerText()

/** The code of the space the page stands in. */
export const codeIn = ({ page }: Visitor): string => /\/s\/([^/?]+)/.exec(page.url())?.[1] ?? ''
