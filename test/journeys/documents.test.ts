import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { paths } from '../../src/paths.ts'
import { launchBrowser } from '../browser.ts'
import { samplePdf } from '../samples.ts'
import { fileOf, giveManyDocuments, makePrivateSpace, send } from './behind.ts'
import { type DemoPortal, startDemoPortal } from './demo-portal.ts'
import { enter, follow, open, openVisitor, press, signIn, textOf, type Visitor } from './visitor.ts'

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
  describe(`R13, ${scripts ? 'with' : 'without'} JavaScript: documents are kept and used again`, () => {
    let marie: Visitor
    let code = ''
    before(async () => {
      await portal.forgetEverybody()
      marie = await openVisitor(browser, portal, { language: 'de', scripts })
      await signIn(marie, 'marie-muster-private')
      code = await makePrivateSpace(marie)
    })
    after(() => marie.close())

    test('R13: documents are added, and what is refused is named with its reason', async () => {
      await open(marie, paths.documents(code))
      if (scripts) {
        await drop(marie, 'Ausweis.pdf')
        await row(marie, 'Ausweis.pdf').waitFor()
      }
      const files = [fileOf('Diplom.pdf'), fileOf('film.mov', 'kein Film')]
      if (!scripts) files.push(fileOf('Ausweis.pdf'))
      await marie.page.locator('#f-file').setInputFiles(files)
      if (!scripts) await press(marie, marie.t.documents.save)
      await row(marie, 'Diplom.pdf').waitFor()
      assert.ok((await textOf(marie)).includes(`film.mov ${marie.t.documents.refused.kind}`))
      if (!scripts) assert.ok((await textOf(marie)).includes(marie.t.documents.othersSaved(2)))
      await open(marie, paths.documents(code))
      assert.deepEqual((await names(marie)).sort(), ['Ausweis.pdf', 'Diplom.pdf'])
    })

    test('R13: the form asks for one, offers those of the space, and what is chosen is submitted', async () => {
      await startResidence(marie, code, 1)
      await press(marie, marie.t.dossiers.next)
      const problem = marie.page.locator('.ds-error-summary a')
      assert.equal(await problem.getAttribute('href'), '#f-identityCard')
      await choose(marie, 'Ausweis.pdf')
      await press(marie, marie.t.dossiers.next)
      await enter(marie, { delivery: 'email' })
      await press(marie, marie.t.dossiers.toCheck)
      assert.ok((await textOf(marie)).includes('Ausweis.pdf'))
      await press(marie, marie.t.dossiers.submit)
      assert.ok((await textOf(marie)).includes(marie.t.dossiers.doneTitle))
    })

    test('R13: the authority fetches the file that was sent, byte for byte', async () => {
      const link = marie.page.getByRole('link', { name: 'Wohnsitzbescheinigung' })
      for (const end = Date.now() + 30_000; Date.now() < end; await marie.page.waitForTimeout(300)) {
        await marie.page.goto(portal.authorityUrl)
        if (await link.count()) break
      }
      await link.first().click()
      const file = await marie.page.getByRole('link', { name: 'Ausweis.pdf' }).getAttribute('href')
      const answer = await fetch(new URL(file ?? '', portal.authorityUrl))
      assert.ok(samplePdf('Ausweis.pdf').equals(Buffer.from(await answer.arrayBuffer())))
    })

    test('R13: the second dossier takes it from the space, without uploading it again', async () => {
      await startResidence(marie, code, 2)
      await choose(marie, 'Ausweis.pdf')
      await press(marie, marie.t.dossiers.next)
      await open(marie, paths.dossier(code, 2))
      assert.ok((await textOf(marie)).includes('Ausweis.pdf'))
      const { rowCount } = await portal.owner.query('select from documents')
      assert.equal(rowCount, 2)
    })

    test('R13: among many, one is found by its name, and what was typed stays', async () => {
      await giveManyDocuments(portal, 25)
      await startResidence(marie, code, 3)
      await enter(marie, { birthName: 'Beispiel' })
      await marie.page.locator('[data-documents-field] summary').click()
      assert.equal(await marie.page.getByRole('checkbox', { name: 'Diplom.pdf' }).count(), 0)
      await enter(marie, { 'identityCard.find': 'diplom' })
      await marie.page.locator('[name="identityCard.find"]').press('Enter')
      await marie.page.waitForURL(/field=identityCard/)
      await marie.page.getByRole('checkbox', { name: 'Diplom.pdf' }).check({ force: true })
      assert.equal(await marie.page.locator('[name=birthName]').inputValue(), 'Beispiel')
      await press(marie, marie.t.dossiers.next)
      assert.match(marie.page.url(), /pages\/delivery$/)
      await portal.owner.query(`delete from documents where name like 'Rechnung %'`)
    })

    test('R13: it says where it is used and by whom it was opened; deleted, what was submitted keeps it', async () => {
      await open(marie, paths.documents(code))
      await follow(marie, 'Ausweis.pdf')
      const [opened] = await Promise.all([
        marie.page.waitForEvent('download'),
        follow(marie, marie.t.documents.download),
      ])
      assert.equal(opened.suggestedFilename(), 'Ausweis.pdf')
      await marie.page.reload()
      const text = await textOf(marie)
      for (const told of [`${code}-1`, `${code}-2`, marie.t.documents.event.opened('Marie Muster')])
        assert.ok(text.includes(told), told)
      await follow(marie, marie.t.documents.remove)
      const warned = await textOf(marie)
      for (const told of [marie.t.documents.removeDraft, marie.t.documents.removeSent])
        assert.ok(warned.includes(told), told)
      await press(marie, marie.t.documents.removeYes)
      assert.deepEqual(await names(marie), ['Diplom.pdf'])
      await open(marie, paths.dossier(code, 1))
      await follow(marie, 'Ausweis.pdf')
      assert.ok((await textOf(marie)).includes(marie.t.documents.removedText))
      await open(marie, paths.dossierCheck(code, 2))
      assert.ok((await textOf(marie)).includes(marie.t.forms.errors.documentGone))
    })

    test('no page complained in the browser meanwhile', () => {
      // Answered with 422, which the browser mentions.
      assert.deepEqual(
        marie.complaints.filter((one) => !/422/.test(one)),
        [],
      )
    })
  })

const row = ({ page }: Visitor, name: string) =>
  page.locator('[data-documents]').getByRole('link', { name, exact: true })

const names = ({ page }: Visitor) => page.locator('[data-documents] li a').allInnerTexts()

/** As from the desktop. */
async function drop({ page }: Visitor, name: string) {
  const made = await page.evaluateHandle(`(() => {
    const carried = new DataTransfer()
    carried.items.add(new File([${JSON.stringify(samplePdf(name).toString())}], ${JSON.stringify(name)}))
    return carried
  })()`)
  for (const kind of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('.drop', kind, { dataTransfer: made })
}

/** On the page that asks for the identity card. */
async function startResidence(visitor: Visitor, code: string, number: number) {
  await send(visitor, paths.newDossier(code), { procedure: 'certificate-of-residence' })
  await open(visitor, paths.dossierPage(code, number, 'request'))
  await enter(visitor, { purpose: 'bank', certificateLanguage: 'de', forWhom: 'self' })
  await press(visitor, visitor.t.dossiers.next)
}

async function choose({ page }: Visitor, name: string) {
  await page.locator('[data-documents-field] summary').click()
  await page.getByRole('checkbox', { name }).check({ force: true })
}
