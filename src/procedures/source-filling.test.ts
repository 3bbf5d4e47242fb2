import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { people } from '../../demo/people.ts'
import { giveSpace } from '../../test/filled-space.ts'
import { confirmNumber } from '../../test/number.ts'
import { sourcesWorld } from '../../test/sources-world.ts'
import { addMember } from '../../test/space.ts'
import { messages } from '../i18n/index.ts'
import { openLog } from '../platform/log.ts'
import { lookUpCompany } from '../sources/company-register.ts'
import { registerFields } from '../sources/fillable.ts'
import { lookUpPerson } from '../sources/person-register.ts'
import { openRegisters } from '../sources/registers.ts'

const t = messages('en').sources
const marie = people.find(({ id }) => id === 'marie-muster')?.nationalNumber ?? assert.fail()

const world = await sourcesWorld()
const { portal, registers } = world
beforeEach(world.reset)
after(world.close)

const text = (body: string) => body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

/** A draft of a certificate of residence, on its page about the person. */
async function draft(profile: Record<string, string> = { familyName: 'Muster', locatorDesignator: '17' }) {
  const who = await portal.signIn({ givenName: 'Marie' })
  await confirmNumber(portal, who, marie)
  const { code, id } = await giveSpace(portal.owner, who, { profile })
  await portal.post(`/s/${code}/dossiers/new`, { procedure: 'certificate-of-residence' }, who)
  const page = `/s/${code}/dossiers/1/pages/person`
  const kept = async () => {
    const { rows } = await portal.owner.query(
      'select answers, provenance from dossiers where space_id = $1',
      [id],
    )
    return rows[0] as {
      answers: Record<string, string>
      provenance: Record<string, { from: string; verified: boolean }>
    }
  }
  return { who, code, id, page, kept }
}

const seenIn = (body: string) => /name="seen" value="([^"]+)"/.exec(body)?.[1] ?? ''

test('before a form is filled one sees what the register would pass, beside what stands there', async () => {
  const { who, page, kept } = await draft()
  const before = await kept()
  assert.ok(text((await portal.get(page, who)).body).includes(t.form.offer.persons))
  const { status, body } = await portal.get(`${page}/source`, who)
  assert.equal(status, 200)
  const words = text(body)
  assert.ok(words.includes(t.form.lead.persons), words)
  assert.ok(words.includes('Number: 71'), words)
  assert.ok(words.includes(t.form.before('17')) && words.includes(t.form.no))
  assert.deepEqual(await kept(), before)
})

test('whoever says yes gets what is ticked, verified and read-only; the rest stays as it was', async () => {
  const { who, page, kept } = await draft()
  const seen = seenIn((await portal.get(`${page}/source`, who)).body)
  const form = { seen, 'take.thoroughfare': 'yes', 'take.birthDate': 'yes' }
  const answer = await portal.post(`${page}/source`, form, who)
  assert.equal(answer.headers.location, page)
  const { answers, provenance } = await kept()
  assert.deepEqual(
    [answers.thoroughfare, answers.birthDate, answers.locatorDesignator, answers.postCode],
    ['Rue de l’Alzette', '1984-07-19', '17', undefined],
  )
  assert.deepEqual([provenance.thoroughfare?.from, provenance.thoroughfare?.verified], ['register', true])
  const { body } = await portal.get(page, who)
  assert.doesNotMatch(body, /name="thoroughfare"/)
  assert.ok(text(body).includes(`from the ${t.names.persons}`))
  assert.match(body, /name="locatorDesignator"[^>]*value="17"/)
})

test('what was filled can be taken back to be typed, and no value is lost', async () => {
  const { who, page, kept } = await draft()
  const seen = seenIn((await portal.get(`${page}/source`, who)).body)
  await portal.post(`${page}/source`, { seen, 'take.thoroughfare': 'yes' }, who)
  assert.ok(text((await portal.get(`${page}/source`, who)).body).includes(t.form.takeBackText))
  assert.equal((await portal.post(`${page}/source/removal`, {}, who)).status, 303)
  const { answers, provenance } = await kept()
  assert.deepEqual([answers.thoroughfare, provenance.thoroughfare?.from], ['Rue de l’Alzette', 'typed'])
  assert.match((await portal.get(page, who)).body, /name="thoroughfare"[^>]*value="Rue de l’Alzette"/)
})

test('what was typed on the page is kept when one goes to look', async () => {
  const { who, page, kept } = await draft()
  const version = /name="version" value="([^"]+)"/.exec((await portal.get(page, who)).body)?.[1] ?? ''
  const answer = await portal.post(page, { version, go: 'source', phone: '621 123 456' }, who)
  assert.equal(answer.headers.location, `${page}/source`)
  assert.equal((await kept()).answers.phone, '621 123 456')
})

test('each look and each filling stands in the log, with its dossier', async () => {
  const { who, code, page } = await draft()
  const seen = seenIn((await portal.get(`${page}/source`, who)).body)
  await portal.post(`${page}/source`, { seen, 'take.thoroughfare': 'yes' }, who)
  const { rows } = await portal.owner.query(
    `select purpose, outcome, dossier_number from consultations c join spaces s on s.id = c.space_id
     where code = $1 order by c.id`,
    [code],
  )
  assert.deepEqual(rows, [
    { purpose: 'preview', outcome: 'answered', dossier_number: 1 },
    { purpose: 'form', outcome: 'answered', dossier_number: 1 },
  ])
  const list = (await portal.get(`/s/${code}/sources/consultations`, who)).body
  assert.match(list, new RegExp(`href="/s/${code}/dossiers/1"`))
  assert.ok(text(list).includes(t.looked.purpose.form))
})

test('a register that changed since, or is down, fills nothing and says so', async () => {
  const { who, page, kept } = await draft()
  const before = await kept()
  const changed = await portal.post(`${page}/source`, { seen: 'another', 'take.thoroughfare': 'yes' }, who)
  assert.equal(changed.headers.location, `${page}/source?notice=changed`)
  const seen = seenIn((await portal.get(`${page}/source`, who)).body)
  registers.behave('down')
  assert.equal((await portal.post(`${page}/source`, { seen, 'take.thoroughfare': 'yes' }, who)).status, 303)
  assert.ok(text((await portal.get(`${page}/source`, who)).body).includes(t.unavailable))
  registers.behave('stranger')
  const { body } = await portal.get(`${page}/source`, who)
  assert.ok(text(body).includes(t.invalid))
  assert.doesNotMatch(text(body), /Thill|Corniche/)
  assert.deepEqual(await kept(), before)
})

test('without a confirmed number nothing is offered, and nobody is asked about', async () => {
  const { who, page } = await draft()
  await portal.owner.query(
    `update persons set national_number_state = 'declared', national_number_confirmed_by = null
     where national_number_state = 'confirmed'`,
  )
  const before = registers.persons.asked()
  assert.ok(!text((await portal.get(page, who)).body).includes(t.form.offer.persons))
  assert.equal((await portal.get(`${page}/source`, who)).status, 404)
  assert.equal((await portal.post(`${page}/source`, {}, who)).status, 404)
  assert.equal(registers.persons.asked(), before)
})

test('a company’s form is filled from the register of companies', async () => {
  const who = await portal.signIn({ kind: 'professional' })
  const source = { from: 'certificate', at: '2026-11-01T10:00:00Z', verified: true } as const
  const { code, id } = await giveSpace(portal.owner, who, {
    ...{ kind: 'business', profile: { registerNumber: 'B248163' }, sources: { registerNumber: source } },
  })
  await portal.post(`/s/${code}/dossiers/new`, { procedure: 'business-permit' }, who)
  const { rows } = await portal.owner.query('select page from dossiers where space_id = $1', [id])
  const page = `/s/${code}/dossiers/1/pages/${rows[0].page}`
  const { body } = await portal.get(`${page}/source`, who)
  assert.ok(text(body).includes('Schreinerei Muster S.à r.l.') && text(body).includes('Rue du Brill'))
  const colleague = await portal.signIn({ givenName: 'Paul', familyName: 'Weis' })
  await addMember(portal.owner, id, colleague.personId, 'manager')
  await portal.post(`${page}/source`, { seen: seenIn(body), 'take.legalName': 'yes' }, colleague)
  const filled = await portal.owner.query('select provenance from dossiers where space_id = $1', [id])
  assert.equal(filled.rows[0].provenance.legalName.label, 'companies')
  assert.match((await portal.get(`/s/${code}/dossiers/1`, who)).body, /Worked on by Paul Weis/)
})

test('forms know every field that a register may fill', async () => {
  const { persons, companies } = openRegisters(portal.config, openLog('silent'))
  const tx = { rows: async () => [], row: async () => null, run: async () => 1 }
  const reason = {
    actor: { personId: 'x', familyName: 'A', givenName: 'B' },
    space: null,
    purpose: 'display',
  } as const
  const person =
    persons && (await (await lookUpPerson(persons, marie)).disclose(tx, { ...reason, about: 'person' }))
  const company =
    companies &&
    (await (
      await lookUpCompany(companies, { registerNumber: 'B248163' })
    ).disclose(tx, { ...reason, about: 'company' }))
  for (const [said, fields] of [
    [person, registerFields.persons],
    [company, registerFields.companies],
  ] as const) {
    assert.ok(said?.state === 'answered')
    assert.deepEqual(
      Object.keys(said.value.answers).filter((name) => !fields.includes(name)),
      [],
    )
  }
})
