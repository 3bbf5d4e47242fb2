import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { people } from '../../demo/people.ts'
import { giveDocument } from '../../test/documents.ts'
import { type GivenSpace, giveSpace } from '../../test/filled-space.ts'
import { formOf } from '../../test/form.ts'
import { preparePermit } from '../../test/permit.ts'
import { type SignedIn, type SignInAs, type TestPortal, testPortal } from '../../test/support.ts'
import { digestOf } from '../platform/canonical.ts'

let portal: TestPortal
before(async () => {
  portal = await testPortal()
})
after(() => portal.close())

const profile = {
  familyName: 'Muster',
  givenName: 'Anna',
  birthDate: '1984-07-19',
  nationalNumber: people[0]?.nationalNumber ?? '',
  thoroughfare: 'Rue de l’Alzette',
  postCode: '4010',
  postName: 'Esch-sur-Alzette',
  email: 'anna@example.lu',
}
const request = { purpose: 'employer', certificateLanguage: 'fr', forWhom: 'self' }

type Dossier = { who: SignedIn; code: string; id: string; at: string }

/** A dossier of which only the check is left. */
async function prepare(given: GivenSpace = {}, as: SignInAs = {}): Promise<Dossier> {
  const who = await portal.signIn({ givenName: 'Anna', familyName: 'Muster', ...as })
  const { code, id } = await giveSpace(portal.owner, who, { profile, ...given })
  await portal.post(`/s/${code}/dossiers/new`, { procedure: 'certificate-of-residence' }, who)
  const dossier = { who, code, id, at: `/s/${code}/dossiers/1` }
  await fill(dossier, 'request', request)
  await fill(dossier, 'person', { identityCard: await giveDocument(portal, who, code) })
  await fill(dossier, 'delivery', { delivery: 'email' })
  return dossier
}

async function fill({ who, at }: Pick<Dossier, 'who' | 'at'>, page: string, typed: Record<string, string>) {
  const { body } = await portal.get(`${at}/pages/${page}`, who)
  const form = formOf(body, `${at}/pages/${page}`)
  const answer = await portal.post(`${at}/pages/${page}`, { ...form, ...typed, go: 'next' }, who)
  assert.equal(answer.status, 303, answer.body)
}

async function checkForm({ who, at }: Dossier) {
  const { body } = await portal.get(`${at}/check`, who)
  return formOf(body, `${at}/submission`)
}

const submit = ({ who, at }: Dossier, form: Record<string, string | string[]>) =>
  portal.post(`${at}/submission`, form, who)

const count = async (table: string, { id }: Dossier) =>
  (await portal.owner.query(`select from ${table} where space_id = $1`, [id])).rowCount

test('a submission is frozen, handed over, told by mail and recorded, all at once', async () => {
  const dossier = await prepare({}, { email: 'anna@example.lu', emailConfirmed: true })
  const form = await checkForm(dossier)
  const answer = await submit(dossier, form)
  assert.equal(answer.headers.location, `${dossier.at}/submission`)
  const confirmation = await portal.get(`${dossier.at}/submission`, dossier.who)
  assert.match(confirmation.body, new RegExp(`${dossier.code}-1`))
  assert.match(confirmation.body, /What happens next/)
  assert.match(confirmation.body, /Whom to ask/)
  assert.match(confirmation.body, /A confirmation goes to anna@example\.lu/)
  const [, main = ''] = confirmation.body.split('<main')
  assert.doesNotMatch(main.split('</main>')[0] ?? '', /\bsign(ed|ature)\b/i)

  const { rows } = await portal.owner.query(
    `select s.answers, s.hash as submitted, s.language, s.capacity, s.certificate_id, c.submission, c.hash
     from submissions s join cases c on c.id = s.case_id where s.space_id = $1`,
    [dossier.id],
  )
  const [row] = rows
  assert.equal(row.hash, row.submitted)
  assert.equal(digestOf(row.submission), row.hash)
  assert.deepEqual(row.submission.answers, row.answers)
  assert.equal(row.answers.purpose, 'employer')
  assert.equal(row.language, 'en')
  assert.equal(row.capacity, null)
  assert.equal(row.certificate_id, dossier.who.certificateId)
  assert.match(JSON.stringify(row.submission.wording), /What do you need the certificate for\?/)

  await portal.runJobs()
  const mails = (await portal.mails()).filter(({ kind }) => kind === 'dossier_submitted')
  assert.equal(mails.length, 1)
  assert.match(mails[0]?.subject ?? '', new RegExp(`${dossier.code}-1`))
  assert.doesNotMatch(mails[0]?.text ?? '', /Alzette/)
  const audit = await portal.owner.query(
    `select from audit_records where space_id = $1 and act = 'dossier.submitted'`,
    [dossier.id],
  )
  assert.equal(audit.rowCount, 1)
})

test('who has no confirmed address is told how to be told', async () => {
  const dossier = await prepare()
  await submit(dossier, await checkForm(dossier))
  const { body } = await portal.get(`${dossier.at}/submission`, dossier.who)
  assert.match(body, /You have no confirmed e-mail address/)
  assert.match(body, /href="\/account\/email"/)
})

test('fifty submissions of one dossier at once are one, and all land on the same confirmation', async () => {
  const dossier = await prepare()
  const form = await checkForm(dossier)
  const answers = await Promise.all(Array.from({ length: 50 }, () => submit(dossier, form)))
  assert.deepEqual(
    new Set(answers.map(({ status, headers }) => `${status} ${headers.location}`)),
    new Set([`303 ${dossier.at}/submission`]),
  )
  assert.equal(await count('submissions', dossier), 1)
  assert.equal(await count('cases', dossier), 1)
  const again = await submit(dossier, form)
  assert.equal(again.headers.location, `${dossier.at}/submission`)
})

test('a failure on the way leaves nothing half submitted', async () => {
  const dossier = await prepare()
  const form = await checkForm(dossier)
  await portal.owner.query(`create function refuse_case() returns trigger language plpgsql as
    $$ begin raise exception 'no'; end $$; create trigger refuse before insert on cases for each row execute function refuse_case()`)
  const failed = await submit(dossier, form).finally(() =>
    portal.owner.query('drop trigger refuse on cases; drop function refuse_case()'),
  )
  assert.equal(failed.status, 500)
  assert.equal(await count('submissions', dossier), 0)
  assert.match((await portal.get(dossier.at, dossier.who)).body, /In preparation/)
  assert.equal((await submit(dossier, form)).status, 303)
})

test('skipped pages are found: every missing answer is linked, and nothing can be submitted', async () => {
  const who = await portal.signIn()
  const { code, id } = await giveSpace(portal.owner, who)
  await portal.post(`/s/${code}/dossiers/new`, { procedure: 'certificate-of-residence' }, who)
  const dossier = { who, code, id, at: `/s/${code}/dossiers/1` }
  const { body } = await portal.get(`${dossier.at}/check`, who)
  assert.match(body, /\/pages\/request\?check=1#f-purpose/)
  assert.match(body, /\/pages\/delivery\?check=1#f-delivery/)
  assert.doesNotMatch(body, /action="[^"]*\/submission"/)
  const page = await portal.get(`${dossier.at}/pages/request?check=1`, who)
  assert.match(page.body, /href="#f-purpose"/)
  const forced = await submit(dossier, { seen: 'x' })
  assert.equal(forced.status, 422)
  assert.equal(await count('submissions', dossier), 0)
})

test('what was read is what is submitted: answers or language changed since are shown again first', async () => {
  const dossier = await prepare()
  const form = await checkForm(dossier)
  await fill(dossier, 'request', { ...request, purpose: 'bank' })
  const changed = await submit(dossier, form)
  assert.equal(changed.status, 409)
  assert.match(changed.body, /Something has changed/)
  const german = await portal.post(`${dossier.at}/submission`, await checkForm(dossier), {
    cookie: `${dossier.who.cookie}; guichet-lang=de`,
  })
  assert.equal(german.status, 409)
  assert.equal(await count('submissions', dossier), 0)
})

test('answers to questions no longer asked are not submitted', async () => {
  const dossier = await prepare()
  const at = `${dossier.at}/pages/delivery`
  const { body } = await portal.get(at, dossier.who)
  const typed = { ...formOf(body, at), delivery: 'post', copies: '3', go: 'later' }
  await portal.post(at, typed, dossier.who)
  await fill(dossier, 'delivery', { delivery: 'email' })
  await submit(dossier, await checkForm(dossier))
  const { rows } = await portal.owner.query('select answers from submissions where space_id = $1', [
    dossier.id,
  ])
  assert.equal(rows[0].answers.delivery, 'email')
  assert.equal('copies' in rows[0].answers, false)
})

test('R11: what differs is taken over into the profile only when ticked, and only that', async () => {
  const dossier = await prepare()
  await fill(dossier, 'person', { postName: 'Belval', phone: '621 123 456' })
  const form = await checkForm(dossier)
  const { body } = await portal.get(`${dossier.at}/check`, dossier.who)
  assert.match(body, /So far “Esch-sur-Alzette”, now “Belval”/)
  assert.equal(form['takeOver.postName'], undefined)
  await submit(dossier, {
    ...form,
    'takeOver.postName': 'yes',
    'takeOver.familyName': 'yes',
    'takeOver.nothing': 'yes',
  })
  const { rows } = await portal.owner.query(
    'select version, data, sources from profiles where space_id = $1',
    [dossier.id],
  )
  assert.equal(rows[0].version, 2)
  assert.deepEqual(rows[0].data, { ...profile, postName: 'Belval' })
  assert.equal(rows[0].sources.postName.from, 'typed')
})

test('R11: without a tick the profile stays as it is', async () => {
  const dossier = await prepare()
  await fill(dossier, 'person', { postName: 'Belval' })
  await submit(dossier, await checkForm(dossier))
  const { rows } = await portal.owner.query('select version, data from profiles where space_id = $1', [
    dossier.id,
  ])
  assert.deepEqual(rows, [{ version: 1, data: profile }])
})

test('a business dossier freezes the capacity it is submitted in, and asks for it', async () => {
  const dossier = await preparePermit(portal, await portal.signIn())
  const form = await checkForm(dossier)
  assert.deepEqual(form.capacity, ['manager'])
  const refused = await submit(dossier, { ...form, capacity: 'emperor' })
  assert.equal(refused.status, 422)
  assert.match(refused.body, /href="#f-capacity"/)
  await submit(dossier, { ...form, capacity: 'representative' })
  const { rows } = await portal.owner.query('select capacity from submissions where space_id = $1', [
    dossier.id,
  ])
  assert.deepEqual(rows, [{ capacity: 'representative' }])
  assert.match((await portal.get(dossier.at, dossier.who)).body, /Authorised representative/)
})

test('the dossier shows the answers as they were submitted, in the language they were submitted in', async () => {
  const dossier = await prepare()
  await submit(dossier, await checkForm(dossier))
  const german = await portal.get(dossier.at, { cookie: `${dossier.who.cookie}; guichet-lang=de` })
  assert.match(german.body, /lang="en"/)
  assert.match(german.body, /What do you need the certificate for\?/)
  assert.match(german.body, /Übermittelt von Anna Muster/)
})
