type Case = {
  /** What is right with the rest of the form; `null`: so much is missing that nothing is ever accepted. */
  good: Record<string, string> | null
  /** Where each text is kept, newest first; `null`: it is looked up, or kept in another shape. */
  kept: Record<string, string | null>
  /** The form is gone once it was accepted. */
  once?: true
}

const newest = (column: string, table: string, when = 'true', order = 'created_at') =>
  `select ${column} as text from ${table} where ${when} order by ${order} desc limit 1`
const inAudit = (act: string) => newest(`detail ->> 'reason'`, 'audit_records', `act = '${act}'`, 'id')
const asked = newest('message', 'helpdesk_requests')
const answered = (kind: string) => newest('answer', 'request_events', `kind = '${kind}'`, 'at')
const whoIsInvited = { givenName: 'Paul', familyName: 'Weis', email: 'paul@firm.example', role: 'reader' }
const claim = { familyName: 'New', birthDate: '19.07.1984', email: 'new@mail.example' }
const ofRecovery = (column: string) => newest(column, 'recoveries')

/** Every form in which something is typed, by where it is sent. */
export const cases: Record<string, Case> = {
  'POST /registration': {
    good: { email: 'nina@mail.example', language: 'de', terms: 'yes', noNumber: 'yes' },
    kept: { number: null, email: newest('email', 'persons') },
    once: true,
  },
  'POST /registration/account': { good: {}, kept: { code: null } },
  'POST /account/email': { good: {}, kept: { email: newest('email', 'email_confirmations') } },
  'POST /recovery': {
    good: claim,
    kept: {
      ...{ familyName: ofRecovery('family_name'), givenName: ofRecovery('given_name'), birthDate: null },
      ...{ email: ofRecovery('email'), phone: null, spaceCode: ofRecovery('space_code') },
      story: ofRecovery('story'),
    },
  },
  'POST /recovery/lookup': { good: {}, kept: { code: null } },
  'POST /account/deletion': { good: {}, kept: { message: asked } },
  'POST /account/requests/new': {
    good: { wanted: '12', message: 'Please' },
    kept: { wanted: null, message: asked },
  },
  'POST /contact/question': {
    good: { name: 'Nina', email: 'nina@mail.example', message: 'Why?' },
    kept: {
      name: newest('name', 'helpdesk_requests'),
      email: newest('email', 'helpdesk_requests'),
      message: asked,
    },
  },
  'POST /spaces/private/new': { good: null, kept: {} },
  'POST /spaces/business/new': { good: null, kept: {} },
  'POST /s/:code/invitations/new': {
    good: { ...whoIsInvited, language: 'de', certificates: 'all' },
    kept: {
      givenName: newest('given_name', 'invitations', 'true', 'invited_at'),
      familyName: newest('family_name', 'invitations', 'true', 'invited_at'),
      ...{ email: null, serialNumber: null },
    },
    once: true,
  },
  'POST /s/:code/documents/:id/name': {
    good: {},
    kept: { name: newest('name', 'documents', 'true', 'uploaded_at') },
  },
  'POST /helpdesk/lookups': {
    good: { reason: 'She called', by: 'name', value: 'Nobody' },
    kept: { reason: newest('reason', 'lookups', 'true', 'at'), value: null },
  },
  'POST /helpdesk/requests/:id/answer': {
    good: { limit: '12', answer: 'Yes' },
    kept: { limit: null, answer: answered('answered') },
    once: true,
  },
  'POST /helpdesk/requests/:id/refusal': { good: {}, kept: { refusal: answered('refused') }, once: true },
  'POST /helpdesk/recoveries/:id/refusal': {
    good: {},
    kept: { refusal: newest('reason', 'recovery_events', `kind = 'refused'`, 'at') },
    once: true,
  },
  'POST /helpdesk/certificates/:id/answer': {
    good: {},
    kept: { answer: newest('answer', 'certificate_requests', 'accepted', 'settled_at') },
    once: true,
  },
  'POST /helpdesk/certificates/:id/refusal': {
    good: {},
    kept: { refusal: newest('answer', 'certificate_requests', 'not accepted', 'settled_at') },
    once: true,
  },
  'POST /helpdesk/lookups/:lookup/accounts/:person/limit': {
    good: { limit: '12', reason: 'She called' },
    kept: { limit: null, reason: inAudit('limit.changed') },
  },
  'POST /helpdesk/lookups/:lookup/accounts/:person/limit/restoration': {
    good: {},
    kept: { restoreReason: inAudit('limit.changed') },
    once: true,
  },
  'POST /helpdesk/lookups/:lookup/accounts/:person/recoveries/:recovery': {
    good: { reason: 'Identity card shown' },
    // Kept only where names differ.
    kept: { reason: inAudit('recovery.approved'), namesReason: null },
    once: true,
  },
}

/** The forms of profiles and dossiers, which naughty.test.ts goes through field by field. */
export const elsewhere = ['POST /s/:code/profile/edit', 'POST /s/:code/dossiers/:number/pages/:page']

/**
 * Routes that no page offers here: of programs and scripts, of states in which nothing is typed, and the language that every
 * form can be sent to instead.
 */
export const unoffered = [
  'POST /malformed-address',
  'POST /language/:to',
  'POST /helpdesk/*',
  'POST /sign-in/saml/:provider',
  'POST /api/oidc/:provider/logout',
  'POST /api/helpdesk/logout',
  'POST /api/authority/v1/cases/:id/receipt',
  'POST /s/:code/dossiers/:number/pages/:page/autosave',
  'POST /s/:code/dossiers/:number/pages/:page/source/removal',
  'POST /s/:code/dossiers/:number/submission',
  'POST /s/:code/sources/number',
  'POST /s/:code/closure',
  'POST /recovery/:code/certificate',
  'POST /helpdesk/requests/:id/taking',
  'POST /helpdesk/recoveries/:id/taking',
]
