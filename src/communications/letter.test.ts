import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testConfig } from '../../test/database.ts'
import { languages } from '../i18n/index.ts'
import { type Mail, writeLetter } from './letter.ts'
import type { MailKind } from './notification.ts'
import { recoveryCode } from './recovery-link.ts'
import { confirmationLinks, invitationLinks, questionLinks, recoveryNoticeLinks } from './secret-link.ts'

const config = testConfig({
  BASE_URL: 'https://guichet.example',
  PORTAL_NAME: 'Guichet',
  HELPDESK_EMAIL: 'help@guichet.example',
  HELPDESK_PHONE: '+352 12 34 56',
})
const id = '8bdaf68d-baf1-4ec1-940a-98f24b4daa47'
const kinds: Record<MailKind, { data: Record<string, string>; link: string }> = {
  email_confirmation: {
    data: { id },
    link: `/account/email/confirmation/${confirmationLinks.token(config, id)}`,
  },
  new_certificate: { data: {}, link: '/spaces' },
  certificate_refused: { data: {}, link: '/account/certificates' },
  certificate_removed: { data: {}, link: '/account/certificates' },
  certificate_renewed: { data: {}, link: '/account/certificates' },
  recovery_requested: {
    data: { id, reference: 'K7MPX-4QTRB' },
    link: `/recovery/${recoveryCode(config, id)}`,
  },
  recovery_notice: {
    data: { id, reference: 'K7MPX-4QTRB', until: '2026-11-29T10:00:00Z' },
    link: `/recovery/notice/${recoveryNoticeLinks.token(config, id)}`,
  },
  recovery_ready: {
    data: { id, reference: 'K7MPX-4QTRB' },
    link: `/recovery/${recoveryCode(config, id)}`,
  },
  recovery_refused: { data: { id, reference: 'K7MPX-4QTRB' }, link: '/contact' },
  recovery_cancelled: { data: { id, reference: 'K7MPX-4QTRB' }, link: '/contact' },
  certificate_unusable: { data: { refusal: 'expired' }, link: '/account/activity' },
  new_device: { data: { browser: 'Firefox', system: 'Linux' }, link: '/account/sessions' },
  email_changed: { data: {}, link: '/account/email' },
  request_received: {
    data: { id, reference: 'K7MPX-4QTRB' },
    link: `/contact/question/${questionLinks.token(config, id)}`,
  },
  request_answered: { data: { reference: 'K7MPX-4QTRB' }, link: '/account/requests/K7MPX-4QTRB' },
  request_waits: {
    data: { reference: 'K7MPX-4QTRB', path: `/helpdesk/requests/${id}` },
    link: `/helpdesk/requests/${id}`,
  },
  limit_changed: { data: {}, link: '/spaces' },
  certificate_settled: { data: {}, link: '/account/certificates' },
  invitation: { data: { id }, link: `/invitations/${invitationLinks.token(config, id)}` },
  invitation_declined: { data: { code: 'PM-7K2M9X' }, link: '/s/PM-7K2M9X/members' },
  member_joined: { data: { code: 'PM-7K2M9X' }, link: '/s/PM-7K2M9X/members' },
  member_removed: { data: { code: 'PM-7K2M9X' }, link: '/spaces' },
  role_changed: { data: { code: 'PM-7K2M9X' }, link: '/s/PM-7K2M9X/members' },
  space_closed: { data: { code: 'PM-7K2M9X' }, link: '/spaces' },
  space_created: { data: { code: 'PP-7K2M9X' }, link: '/s/PP-7K2M9X/' },
  document_infected: { data: { code: 'PP-7K2M9X', id }, link: `/s/PP-7K2M9X/documents/${id}` },
  dossier_submitted: {
    data: { reference: 'PP-7K2M9X-1', path: '/s/PP-7K2M9X/dossiers/1' },
    link: '/s/PP-7K2M9X/dossiers/1',
  },
  dossier_received: {
    data: { reference: 'PP-7K2M9X-1', path: '/s/PP-7K2M9X/dossiers/1' },
    link: '/s/PP-7K2M9X/dossiers/1',
  },
}

/** The address may be a stranger’s, or that of several. */
const impersonal: MailKind[] = ['email_confirmation', 'invitation', 'request_waits']

const write = (mail: Partial<Mail>) =>
  writeLetter(config, {
    id,
    kind: 'space_created',
    language: 'en',
    recipient: 'anna@example.lu',
    data: {},
    name: 'Anna Muster',
    ...mail,
  })

for (const language of languages) {
  for (const kind of Object.keys(kinds) as MailKind[]) {
    test(`${kind} in ${language} names the portal, the page and the helpdesk, with a short subject`, () => {
      const { data, link } = kinds[kind]
      const { subject, text, to } = write({ kind, language, data })
      assert.equal(to, 'anna@example.lu')
      assert.match(subject, /^Guichet: \S/)
      assert.ok(subject.length <= 60, subject)
      assert.match(text, new RegExp(`^https://guichet.example${link.replaceAll('.', '\\.')}$`, 'm'))
      assert.match(text, /help@guichet\.example, \+352 12 34 56/)
      for (const value of [data.code, data.reference].filter(Boolean))
        assert.ok(subject.includes(String(value)) && text.includes(String(value)))
      assert.equal(text.includes('Anna Muster'), !impersonal.includes(kind))
      assert.doesNotMatch(text, /undefined|\[object/)
    })
  }
}

test('each language says it in its own words', () => {
  const said = languages.map((language) => write({ language, kind: 'new_certificate' }).text)
  assert.equal(new Set(said).size, languages.length)
})

test('an address nobody confirmed yet learns no name', () => {
  for (const kind of impersonal) assert.doesNotMatch(write({ kind, data: { id } }).text, /Anna|Muster/)
})

test('a name cannot add lines of its own', () => {
  const { text, subject } = write({
    name: 'Anna\n\nOpen https://evil.example\u2028now',
    data: { code: 'x\r\nBcc: y' },
  })
  assert.doesNotMatch(text, /^Open/m)
  assert.doesNotMatch(subject, /[\r\n]/)
})

test('a page of another origin is never linked', () => {
  for (const path of ['https://evil.example/', '//evil.example/', '/\\evil.example'])
    assert.doesNotMatch(write({ kind: 'new_certificate', data: { path } }).text, /evil/)
})
