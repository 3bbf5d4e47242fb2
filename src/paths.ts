/** What waits for an agent. */
type HelpdeskItem = 'requests' | 'recoveries' | 'certificates'

/** Every address of the portal, in one place. Codes and numbers are encoded here and nowhere else. */
const e = encodeURIComponent
const query = (values: Record<string, string | undefined>) => {
  const given = Object.entries(values).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return given.length ? `?${new URLSearchParams(given)}` : ''
}

export const paths = {
  start: () => '/',
  language: (to: string, back: string) => `/language/${to}${query({ back })}`,
  /** Where the form on the page `back`, sent to `action` otherwise, is shown again in another language. */
  languageOfForm: (to: string, back: string, action: string) => `/language/${to}${query({ back, action })}`,
  help: (topic?: string) => (topic ? `/help/${e(topic)}` : '/help'),
  contact: () => '/contact',
  /** Where somebody who is not signed in follows a question, by the link mailed to them. */
  question: (token: string, notice?: string) => `/contact/question/${e(token)}${query({ notice })}`,
  newQuestion: () => '/contact/question',
  terms: () => '/terms',
  privacy: () => '/privacy',
  accessibility: () => '/accessibility',
  imprint: () => '/imprint',

  signIn: (back?: string, notice?: string) => `/sign-in${query({ back, notice })}`,
  /** `need` asks the provider for a sign-in of at least that assurance level. */
  signInStart: (provider: string, back?: string, need?: string) =>
    `/sign-in/start/${e(provider)}${query({ back, need })}`,
  /** Presents a certificate that is to be registered for the person signed in here. */
  attachStart: (provider: string) => `/sign-in/start/${e(provider)}?for=attach`,
  /** Presents a registered certificate, to register the new one that waits in this browser. */
  joinStart: (provider: string) => `/sign-in/start/${e(provider)}?for=join`,
  /** Presents a registered certificate anew, before an act that matters. */
  confirmStart: (provider: string, back?: string, need?: string) =>
    `/sign-in/start/${e(provider)}${query({ for: 'confirm', back, need })}`,
  signInReturn: () => '/sign-in/return',
  signInCallback: (provider: string) => `/sign-in/callback/${e(provider)}`,
  /** Where a SAML gateway has the browser post its answer. */
  samlAnswer: (provider: string) => `/sign-in/saml/${e(provider)}`,
  /** What its operators need to know of the portal. */
  samlMetadata: (provider: string) => `/saml/${e(provider)}/metadata`,
  registration: (notice?: string) => `/registration${query({ notice })}`,
  registrationAccount: () => '/registration/account',
  recovery: () => '/recovery',
  /** By the code its asker was shown, also typed by hand. */
  recoveryOf: (code: string, notice?: string) => `/recovery/${e(code)}${query({ notice })}`,
  recoveryLookup: () => '/recovery/lookup',
  recoveryCertificate: (code: string) => `/recovery/${e(code)}/certificate`,
  recoveryCompletion: (code: string) => `/recovery/${e(code)}/completion`,
  /** In the notice to the holder of the account. */
  recoveryNotice: (token: string) => `/recovery/notice/${e(token)}`,
  signOut: () => '/sign-out',
  session: (back?: string) => `/session${query({ back })}`,
  email: (notice?: string) => `/account/email${query({ notice })}`,
  emailConfirmation: (token: string) => `/account/email/confirmation/${e(token)}`,
  certificates: (notice?: string, back?: string) => `/account/certificates${query({ notice, back })}`,
  certificateRemoval: (id: string) => `/account/certificates/${e(id)}/removal`,
  activationCode: () => '/account/certificates/code',
  confirm: (back?: string, notice?: string) => `/account/confirm${query({ back, notice })}`,
  sessions: (notice?: string) => `/account/sessions${query({ notice })}`,
  sessionsEnding: () => '/account/sessions/ending',
  sessionEnding: (id: string) => `/account/sessions/${e(id)}/ending`,
  activity: (before?: string) => `/account/activity${query({ before })}`,
  takeout: () => '/account/data',
  ownRecoveries: (back?: string, notice?: string) => `/account/recovery${query({ back, notice })}`,
  ownRecoveryCancellation: (reference: string) => `/account/recovery/${e(reference)}/cancellation`,
  parkedPost: (id: string) => `/account/parked/${e(id)}`,
  parkedRemoval: (id: string) => `/account/parked/${e(id)}/removal`,
  deletion: () => '/account/deletion',
  requests: () => '/account/requests',
  moreSpaces: () => '/account/requests/new',
  request: (reference: string, notice?: string) => `/account/requests/${e(reference)}${query({ notice })}`,
  emailResend: () => '/account/email/confirmation',

  helpdesk: (notice?: string) => `/helpdesk${query({ notice })}`,
  helpdeskSignIn: (notice?: string, back?: string) => `/helpdesk/sign-in${query({ back, notice })}`,
  helpdeskSignInStart: (back?: string) => `/helpdesk/sign-in/start${query({ back })}`,
  /** Asks the agents' provider again whether somebody still is one, without asking them. */
  helpdeskCheck: (back: string) => `/helpdesk/sign-in/start${query({ for: 'check', back })}`,
  helpdeskCallback: () => '/helpdesk/sign-in/callback',
  helpdeskSignOut: () => '/helpdesk/sign-out',
  /** Where the agents' provider tells that a login there has ended. */
  helpdeskLogout: () => '/api/helpdesk/logout',
  helpdeskParked: (id: string) => `/helpdesk/parked/${e(id)}`,
  helpdeskParkedRemoval: (id: string) => `/helpdesk/parked/${e(id)}/removal`,
  helpdeskItem: (kind: HelpdeskItem, id: string, notice?: string) =>
    `/helpdesk/${kind}/${e(id)}${query({ notice })}`,
  helpdeskTaking: (kind: HelpdeskItem, id: string) => `/helpdesk/${kind}/${e(id)}/taking`,
  helpdeskAnswer: (kind: HelpdeskItem, id: string) => `/helpdesk/${kind}/${e(id)}/answer`,
  helpdeskRefusal: (kind: HelpdeskItem, id: string) => `/helpdesk/${kind}/${e(id)}/refusal`,
  newLookup: (values: { for?: string } = {}) => `/helpdesk/lookups/new${query(values)}`,
  lookups: () => '/helpdesk/lookups',
  lookup: (id: string) => `/helpdesk/lookups/${e(id)}`,
  account: (lookup: string, person: string, notice?: string) =>
    `/helpdesk/lookups/${e(lookup)}/accounts/${e(person)}${query({ notice })}`,
  accountRecovery: (lookup: string, person: string, recovery: string) =>
    `/helpdesk/lookups/${e(lookup)}/accounts/${e(person)}/recoveries/${e(recovery)}`,
  accountRestoration: (lookup: string, person: string) =>
    `/helpdesk/lookups/${e(lookup)}/accounts/${e(person)}/limit/restoration`,
  accountLimit: (lookup: string, person: string) =>
    `/helpdesk/lookups/${e(lookup)}/accounts/${e(person)}/limit`,

  spaces: (notice?: string) => `/spaces${query({ notice })}`,
  spacesAfter: (after: string, q: string) => `/spaces${query({ q: q || undefined, after })}`,
  newPrivateSpace: () => '/spaces/private/new',
  newBusinessSpace: () => '/spaces/business/new',
  spaceCertificate: (code: string) => `/spaces/${e(code)}/certificate`,
  /** Of whom it is for: by the token of its mailed link, or by its id. */
  invitation: (named: string) => `/invitations/${e(named)}`,
  invitationAcceptance: (named: string) => `/invitations/${e(named)}/acceptance`,
  invitationDeclining: (named: string) => `/invitations/${e(named)}/declining`,
  reopening: (code: string) => `/spaces/${e(code)}/reopening`,
  space: (code: string, notice?: string) => `/s/${e(code)}/${query({ notice })}`,
  profile: (code: string, notice?: string) => `/s/${e(code)}/profile${query({ notice })}`,
  profileEdit: (code: string) => `/s/${e(code)}/profile/edit`,
  profileHistory: (code: string, before?: number) =>
    `/s/${e(code)}/profile/history${query({ before: before === undefined ? undefined : String(before) })}`,
  sources: (code: string, notice?: string) => `/s/${e(code)}/sources${query({ notice })}`,
  sourcesTakeOver: (code: string) => `/s/${e(code)}/sources/take-over`,
  sourcesNumber: (code: string) => `/s/${e(code)}/sources/number`,
  consultations: (code: string, before?: string) => `/s/${e(code)}/sources/consultations${query({ before })}`,
  spaceActivity: (code: string, values: { about?: string; before?: string } = {}) =>
    `/s/${e(code)}/activity${query(values)}`,
  members: (code: string, notice?: string) => `/s/${e(code)}/members${query({ notice })}`,
  member: (code: string, id: string) => `/s/${e(code)}/members/${e(id)}`,
  memberRole: (code: string, id: string) => `/s/${e(code)}/members/${e(id)}/role`,
  memberRemoval: (code: string, id: string) => `/s/${e(code)}/members/${e(id)}/removal`,
  leaving: (code: string) => `/s/${e(code)}/leaving`,
  newInvitation: (code: string) => `/s/${e(code)}/invitations/new`,
  invitationResending: (code: string, id: string) => `/s/${e(code)}/invitations/${e(id)}/resending`,
  invitationRevocation: (code: string, id: string) => `/s/${e(code)}/invitations/${e(id)}/revocation`,
  useData: (code: string) => `/s/${e(code)}/use-data`,
  closure: (code: string) => `/s/${e(code)}/closure`,

  procedures: (values: { q?: string; theme?: string; for?: string } = {}) => `/procedures${query(values)}`,
  procedure: (id: string) => `/procedures/${e(id)}`,
  dossiers: (code: string, notice?: string) => `/s/${e(code)}/dossiers${query({ notice })}`,
  dossiersAfter: (code: string, after: string) => `/s/${e(code)}/dossiers${query({ after })}`,
  newDossier: (code: string) => `/s/${e(code)}/dossiers/new`,
  dossier: (code: string, number: number, notice?: string) =>
    `/s/${e(code)}/dossiers/${number}${query({ notice })}`,
  dossierPage: (code: string, number: number, id: string) =>
    `/s/${e(code)}/dossiers/${number}/pages/${e(id)}`,
  dossierPageChecked: (code: string, number: number, id: string) =>
    `/s/${e(code)}/dossiers/${number}/pages/${e(id)}?check=1`,
  /** With what is looked for in one of its fields for documents. */
  dossierPageLooking: (
    code: string,
    number: number,
    id: string,
    values: Record<string, string | undefined>,
  ) => `/s/${e(code)}/dossiers/${number}/pages/${e(id)}${query(values)}`,
  dossierAutosave: (code: string, number: number, id: string) =>
    `/s/${e(code)}/dossiers/${number}/pages/${e(id)}/autosave`,
  /** What a register would fill in; `page` is where the person was in the form. */
  dossierSource: (code: string, number: number, page: string) =>
    `/s/${e(code)}/dossiers/${number}/pages/${e(page)}/source`,
  dossierSourceRemoval: (code: string, number: number, page: string) =>
    `/s/${e(code)}/dossiers/${number}/pages/${e(page)}/source/removal`,
  dossierCheck: (code: string, number: number) => `/s/${e(code)}/dossiers/${number}/check`,
  submission: (code: string, number: number) => `/s/${e(code)}/dossiers/${number}/submission`,
  removal: (code: string, number: number) => `/s/${e(code)}/dossiers/${number}/removal`,

  documents: (code: string, values: Record<string, string | undefined> = {}) =>
    `/s/${e(code)}/documents${query(values)}`,
  document: (code: string, id: string, notice?: string) =>
    `/s/${e(code)}/documents/${e(id)}${query({ notice })}`,
  documentFile: (code: string, id: string) => `/s/${e(code)}/documents/${e(id)}/file`,
  documentPreview: (code: string, id: string) => `/s/${e(code)}/documents/${e(id)}/preview`,
  documentName: (code: string, id: string) => `/s/${e(code)}/documents/${e(id)}/name`,
  documentRemoval: (code: string, id: string) => `/s/${e(code)}/documents/${e(id)}/removal`,
} as const

/** Whether an address opens something by itself: its links are mailed, or shown, to one person. */
export const holdsSecret = (address: string): boolean =>
  /^\/(recovery|contact\/question|invitations|account\/email\/confirmation)\/./.test(address)

const parkedName = 'parked'

/** The page with what was typed in it before, as long as that is kept. */
export const withParked = (page: string, id: string): string => {
  const { pathname, searchParams } = new URL(page, base)
  searchParams.set(parkedName, id)
  return `${pathname}?${searchParams}`
}

export const hasParked = (page: string): boolean => new URL(page, base).searchParams.has(parkedName)

/** The page as it is by itself. */
export const withoutParked = (page: string): string => {
  const { pathname, searchParams } = new URL(page, base)
  searchParams.delete(parkedName)
  return searchParams.size ? `${pathname}?${searchParams}` : pathname
}
const base = 'http://here'

/** A path of this portal to return to, or null: never another origin, never a scheme. */
export function localPath(value: unknown): string | null {
  if (typeof value !== 'string' || !/^\/(?![/\\])/.test(value) || /[\p{Cc}\\]/u.test(value)) return null
  return value.length <= 2000 ? value : null
}

/** A page of the helpdesk's own to return to, short enough for a cookie, or null. */
export function helpdeskPath(value: unknown): string | null {
  const path = localPath(value)
  return path && path.length <= 1000 && /^\/helpdesk(?:$|[/?])(?!sign-)/.test(path) ? path : null
}

/** The page with the form that is sent to an address of the helpdesk. */
export function helpdeskPageOf(path: string): string | null {
  if (path === paths.lookups()) return paths.newLookup()
  const form = /^(\/helpdesk\/(?:lookups\/[^/?]+\/accounts|requests|recoveries|certificates)\/[^/?]+)\/[a-z]/
  return form.exec(path)?.[1] ?? null
}

/** The page of this portal that a request came from, as far as its browser says. */
export function pageBefore(referer = ''): string | null {
  if (!URL.canParse(referer)) return null
  const { pathname, search, searchParams } = new URL(referer)
  return localPath(pathname.startsWith('/language/') ? searchParams.get('back') : pathname + search)
}
