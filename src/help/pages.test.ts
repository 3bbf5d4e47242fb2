import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { markupFindings } from '../../test/journeys/checks.ts'
import { testPortal } from '../../test/support.ts'
import { languages, messages } from '../i18n/index.ts'
import { paths } from '../paths.ts'
import { topicNames } from './topics.ts'

const portal = await testPortal({
  DEMO: 'on',
  AUTHORITY_NAME: 'Ministry <of> Tests',
  HELPDESK_EMAIL: 'help@guichet.example',
  HELPDESK_PHONE: '+352 24 78 20 00',
  IMPRINT: 'Ministry\n4, rue du Test',
  BUSINESS_SPACE_LIMIT: '7',
  SESSION_IDLE_MINUTES: '20',
})
const connections = join(mkdtempSync(join(tmpdir(), 'connections-')), 'connections.yaml')
writeFileSync(connections, 'providers: []\n')
const bare = await testPortal({
  DEMO: 'off',
  SECRET_KEY: randomBytes(32).toString('base64'),
  DOCUMENTS_KEY: randomBytes(32).toString('base64'),
  CONNECTIONS_FILE: connections,
})
after(async () => {
  await portal.close()
  await bare.close()
  rmSync(dirname(connections), { recursive: true })
})

const pages = [
  paths.start(),
  paths.help(),
  ...topicNames.map((name) => paths.help(name)),
  paths.contact(),
  paths.terms(),
  paths.privacy(),
  paths.accessibility(),
  paths.imprint(),
]

for (const language of languages) {
  test(`every public page in ${language} is there, sound, and in that language throughout`, async () => {
    const titles = new Set<string>()
    for (const path of [...pages, '/nothing-here']) {
      const { status, body } = await portal.get(path, undefined, { 'accept-language': language })
      assert.equal(status, path === '/nothing-here' ? 404 : 200, path)
      assert.deepEqual(await markupFindings(body), [], path)
      assert.match(body, new RegExp(`<html lang="${language}"`))
      assert.equal(body.match(/<h1/g)?.length, 1, `${path} has one h1`)
      assert.ok(!/undefined|\[object|\{(limit|idle|hours)\}|NaN/.test(body), path)
      titles.add(/<title>([^<]*)/.exec(body)?.[1] ?? '')
    }
    assert.equal(titles.size, pages.length + 1, 'every page has a title of its own')
  })
}

test('each page of help and law says when it was last updated, on a day that was', async () => {
  for (const path of pages.filter((one) => one !== paths.start() && one !== paths.help())) {
    const { body } = await portal.get(path)
    assert.match(body, /(Last updated on|made on) \d{1,2}\s\w+ 20\d\d/, path)
  }
})

test('numbers in help are those of the configuration', async () => {
  assert.match((await portal.get(paths.help('limit'))).body, /up to 7 business spaces/)
  assert.match((await portal.get(paths.help('technical'))).body, /after 20 minutes/)
})

test('what the operator gave is shown, escaped; what it did not give is said plainly', async () => {
  const given = await portal.get(paths.imprint())
  assert.match(given.body, /Ministry<br>4, rue du Test/)
  assert.match(given.body, /Ministry &lt;of&gt; Tests/)
  const { notGiven } = messages('en').legal
  for (const path of [paths.imprint(), paths.privacy(), paths.accessibility()])
    assert.ok((await bare.get(path)).body.includes(notGiven), path)
  assert.ok((await bare.get(paths.contact())).body.includes(messages('en').help.contact.none))
})

test('the helpdesk can be reached without signing in', async () => {
  const { body } = await portal.get(paths.contact())
  assert.match(body, /href="mailto:help@guichet.example"/)
  assert.match(body, /href="tel:\+35224782000"/)
})

test('the start page offers only procedures that exist, and greets who is signed in', async () => {
  const { body } = await portal.get('/')
  const offered = [...body.matchAll(/href="\/procedures\/([^"]+)"/g)].map(([, id]) => id ?? '')
  assert.ok(offered.length > 0)
  for (const id of offered) assert.equal((await portal.get(paths.procedure(id))).status, 200)
  const who = await portal.signIn({ givenName: 'Zoë', familyName: '<Muster>' })
  const greeted = await portal.get('/', who)
  assert.match(greeted.body, /<h1>Welcome, Zoë &lt;Muster&gt;<\/h1>/)
  assert.match(greeted.body, /href="\/spaces"/)
  assert.deepEqual(await markupFindings(greeted.body), [])
})

test('the language switch leads back to the page one is on, and names each language in itself', async () => {
  const { body } = await portal.get('/help/spaces?x=1', undefined, { 'accept-language': 'de' })
  assert.match(body, /href="\/language\/fr\?back=%2Fhelp%2Fspaces%3Fx%3D1" lang="fr" hreflang="fr"/)
  assert.match(body, /lang="de" hreflang="de" rel="nofollow" aria-current="true"/)
  assert.match(body, />Lëtzebuergesch</)
})

test('the demo says that it is one; production does not', async () => {
  const text = messages('en').shell.demoText
  assert.ok((await portal.get('/')).body.includes(text))
  assert.ok(!(await bare.get('/')).body.includes(text))
})
