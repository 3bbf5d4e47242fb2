import type { Config } from '../config.ts'
import { type Language, messages } from '../i18n/index.ts'
import { deviceName } from '../identity/own-sessions.ts'
import { localPath, paths } from '../paths.ts'
import type { Letter } from '../platform/mail.ts'
import { formatDate } from '../ui/dates.ts'
import type { MailKind } from './notification.ts'
import { recoveryCode } from './recovery-link.ts'
import { confirmationLinks, invitationLinks, questionLinks, recoveryNoticeLinks } from './secret-link.ts'

/** One row of `mails`, and the name of whom it is for. */
export type Mail = {
  id: string
  kind: MailKind
  language: Language
  recipient: string
  data: Record<string, string>
  name: string | null
}

type Content = { subject: string; text: string; path: string; otherwise?: string; greet?: boolean }

/** Plain text in the person's language: what happened, where to look, whom to ask. */
export function writeLetter(config: Config, mail: Mail): Letter {
  const t = messages(mail.language).mail
  const { subject, text, path, otherwise, greet = true } = contentOf(config, mail)
  const name = oneLine(mail.name ?? '')
  const lines = [
    greet && name ? t.greeting(name) : t.greetingUnknown,
    `${text}\n${config.BASE_URL}${path}`,
    otherwise,
    signature(config, mail.language),
  ]
  return {
    id: mail.id,
    to: mail.recipient,
    subject: oneLine(`${config.PORTAL_NAME}: ${subject}`),
    text: `${lines.filter(Boolean).join('\n\n')}\n`,
    language: mail.language,
  }
}

/** What a mail was about, in the words of its subject, for whoever may not see the rest. */
export const subjectOf = (config: Config, kind: MailKind, language: Language): string =>
  contentOf(config, { kind, language, data: { code: '…', reference: '…' } }).subject

type About = Pick<Mail, 'kind' | 'language' | 'data'>

function contentOf(config: Config, { kind, language, data }: About): Content {
  const t = messages(language).mail
  const { code = '', reference = '' } = data
  switch (kind) {
    case 'email_confirmation':
      /** The address may be a stranger's: no name. */
      return { ...t.emailConfirmation, path: confirmationPath(config, data), greet: false }
    case 'new_certificate':
      return { ...t.newCertificate, path: pathOf(data, paths.spaces()) }
    case 'certificate_refused':
      return { ...t.certificateRefused, path: paths.certificates() }
    case 'certificate_removed':
      return { ...t.certificateRemoved, path: paths.certificates() }
    case 'certificate_renewed':
      return { ...t.certificateRenewed, path: paths.certificates() }
    case 'request_received':
      return { ...about(t.requestReceived, reference), path: questionPath(config, data) }
    case 'request_answered':
      return {
        ...about(t.requestAnswered, reference),
        path: data.id ? questionPath(config, data) : paths.request(reference),
      }
    case 'request_waits':
      return { ...about(t.requestWaits, reference), path: pathOf(data, paths.helpdesk()), greet: false }
    case 'limit_changed':
      return { ...t.limitChanged, path: paths.spaces() }
    case 'certificate_settled':
      return { ...t.certificateSettled, path: paths.certificates() }
    case 'recovery_requested':
      return {
        ...about(t.recoveryRequested, reference),
        path: recoveryPath(config, data),
        otherwise: t.recoveryRequested.otherwise,
      }
    case 'recovery_ready':
      return { ...about(t.recoveryReady, reference), path: recoveryPath(config, data) }
    case 'recovery_refused':
      return { ...about(t.recoveryRefused, reference), path: paths.contact() }
    case 'recovery_cancelled':
      return { ...about(t.recoveryCancelled, reference), path: paths.contact() }
    case 'recovery_notice': {
      const until = formatDate({ lang: language }, new Date(data.until ?? 0), true)
      return {
        subject: t.recoveryNotice.subject(reference),
        text: t.recoveryNotice.text(reference, until),
        path: paths.recoveryNotice(recoveryNoticeLinks.token(config, data.id ?? '')),
        otherwise: t.recoveryNotice.otherwise,
      }
    }
    case 'certificate_unusable':
      return {
        ...t.certificateUnusable[data.refusal === 'revoked' ? 'revoked' : 'expired'],
        path: paths.activity(),
      }
    case 'new_device':
      return { ...t.newDevice, text: t.newDevice.text(deviceIn(language, data)), path: paths.sessions() }
    case 'email_changed':
      return { ...t.emailChanged, path: paths.email() }
    case 'invitation':
      /** Whoever reads it may be a stranger: neither who invites nor to what. */
      return { ...t.invitation, path: invitationPath(config, data), greet: false }
    case 'invitation_declined':
      return { ...about(t.invitationDeclined, code), path: paths.members(code) }
    case 'member_joined':
      return { ...about(t.memberJoined, code), path: paths.members(code) }
    case 'role_changed':
      return { ...about(t.roleChanged, code), path: paths.members(code) }
    case 'space_closed':
      return { ...about(t.spaceClosed, code), path: paths.spaces() }
    case 'member_removed':
      return {
        ...about(t.memberRemoved, code),
        path: paths.spaces(),
        otherwise: t.memberRemoved.otherwise,
      }
    case 'space_created':
      return {
        subject: t.spaceCreated.subject(code),
        text: t.spaceCreated.text(code),
        path: pathOf(data, paths.space(code)),
      }
    case 'document_infected':
      return {
        subject: t.documentInfected.subject(code),
        text: t.documentInfected.text(code),
        path: paths.document(code, data.id ?? ''),
      }
    case 'dossier_submitted':
    case 'dossier_received': {
      const words = kind === 'dossier_submitted' ? t.dossierSubmitted : t.dossierReceived
      return {
        subject: words.subject(reference),
        text: words.text(reference),
        path: pathOf(data, paths.spaces()),
      }
    }
  }
}

/** A reference, or a space's code. */
type Words = { subject: (what: string) => string; text: (what: string) => string }

const about = ({ subject, text }: Words, what: string) => ({
  subject: subject(what),
  text: text(what),
})

const recoveryPath = (config: Config, { id = '' }: Record<string, string>) =>
  paths.recoveryOf(recoveryCode(config, id))

const deviceIn = (language: Language, { browser = null, system = null }: Record<string, string | null>) =>
  deviceName(messages(language), { browser, system })

const questionPath = (config: Config, { id = '' }: Record<string, string>) =>
  paths.question(questionLinks.token(config, id))

const confirmationPath = (config: Config, { id = '' }: Record<string, string>) =>
  paths.emailConfirmation(confirmationLinks.token(config, id))

const invitationPath = (config: Config, { id = '' }: Record<string, string>) =>
  paths.invitation(invitationLinks.token(config, id))

const pathOf = (data: Record<string, string>, otherwise: string) => localPath(data.path) ?? otherwise

function signature(config: Config, language: Language): string {
  const t = messages(language).mail
  const contact = [config.HELPDESK_EMAIL, config.HELPDESK_PHONE].filter(Boolean).join(', ')
  const sender = [config.PORTAL_NAME, config.AUTHORITY_NAME].filter(Boolean).join(' · ')
  return ['-- ', sender, t.automatic, contact && t.helpdesk(contact)].filter(Boolean).join('\n')
}

/** Names come from certificates: no line of theirs may pose as ours. */
const oneLine = (text: string) =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 200)
