import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { paths } from '../../src/paths.ts'
import { launchBrowser } from '../browser.ts'
import { endAgentSessions } from './behind.ts'
import { type DemoPortal, startDemoPortal } from './demo-portal.ts'
import {
  enter,
  open,
  openVisitor,
  press,
  shownValue,
  signInAgentHere,
  signInAsAgent,
  textOf,
} from './visitor.ts'

let portal: DemoPortal
let browser: Browser
before(async () => {
  portal = await startDemoPortal()
  browser = await launchBrowser()
})
after(async () => {
  await browser.close()
  await portal.close()
})

for (const scripts of [true, false])
  test(`an agent’s typing outlives their session, and the provider is asked in passing, ${scripts ? 'with' : 'without'} scripts`, async () => {
    const ada = await openVisitor(browser, portal, { language: 'fr', scripts })
    const { lookups } = ada.t.helpdesk
    const typed = { reason: 'Elle a appelé', value: 'personne' }
    await signInAsAgent(ada, 'ada-agent')
    await open(ada, paths.newLookup())
    await enter(ada, typed)
    await endAgentSessions(portal)
    await press(ada, lookups.submit)
    assert.ok((await textOf(ada)).includes(ada.t.helpdesk.signIn.notices.kept))
    await signInAgentHere(ada, 'ada-agent')
    assert.equal(await shownValue(ada, 'value'), typed.value)
    assert.equal(await shownValue(ada, 'reason'), typed.reason)
    await portal.owner.query(`update agent_sessions set confirmed_at = now() - interval '11 minutes'`)
    await press(ada, lookups.submit)
    await ada.page.waitForURL((url) => url.pathname.startsWith(`${paths.lookups()}/`))
    assert.ok((await textOf(ada)).includes(lookups.noneText))
    await ada.close()
  })
