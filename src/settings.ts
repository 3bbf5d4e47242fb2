import { isIP } from 'node:net'
import { z } from 'zod'
import { assurances } from './identity/assurance.ts'

const text = z.string()
const port = whole(0, 65535)
const webAddress = z.url({ protocol: /^https?$/, error: 'is no address like https://portal.example' })
const mailServer = z.url({
  protocol: /^smtps?$/,
  error: 'is no address like smtps://user:password@mail.example',
})
const databaseAddress = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'is no address like postgres://login:password@host:5432/database',
})
const bucket = z.url({
  protocol: /^https?$/,
  error: 'is no address like https://key:secret@s3.example/bucket?region=eu-1',
})
const proxies = text.refine((list) => list.split(',').every(isProxy), {
  error: 'is no list of addresses like 10.0.0.1, 10.1.0.0/16',
})

const scanner = text.regex(/^(\/.+|[^\s/]+:\d{1,5})$/, {
  error: 'is neither host:port nor the path of a socket',
})

/** Every setting with its default; each description is printed into docs/operate.md. */
export const Settings = z.object({
  PORT: port.default(8080).describe('Port of the portal.'),
  HOST: text.default('127.0.0.1').describe('Address to listen on.'),
  BASE_URL: webAddress.optional().describe('Address people use; http://localhost:PORT when absent.'),
  TLS_PORT: port.default(8443).describe('Port that asks browsers for their certificate.'),
  TLS_URL: webAddress
    .optional()
    .describe('Address of that port as people use it; https://localhost:TLS_PORT when absent.'),
  TRUSTED_PROXIES: proxies
    .default('')
    .describe('Addresses or CIDR ranges, comma separated, whose forwarded headers are believed.'),
  DATA_DIR: text
    .min(1)
    .default('.data')
    .describe('Folder of the embedded database and of generated secrets.'),
  DATABASE_URL: databaseAddress
    .optional()
    .describe('PostgreSQL ≥ 15 for the portal; the embedded one when absent.'),
  DATABASE_OWNER_URL: databaseAddress
    .optional()
    .describe('The same database as the owner of its tables; migrations only.'),
  DEMO: oneOf('on', 'off')
    .default('on')
    .describe('Shows the demo banner and accepts demo keys and certificates.'),
  SECRET_KEY: text
    .optional()
    .describe('At least 32 bytes, base64. Keys for national numbers and codes derive from it.'),
  DOCUMENTS_KEY: text
    .optional()
    .describe('At least 32 bytes, base64. Documents are encrypted under it; without it they are lost.'),
  DOCUMENTS_KEYS_OTHER: text
    .default('')
    .describe('Further keys that documents may still be under, comma separated: needed to exchange the key.'),
  DOCUMENTS_URL: bucket
    .optional()
    .describe('S3-compatible bucket for documents, with key and secret; DATA_DIR/documents when absent.'),
  DOCUMENT_MEGABYTES: whole(1, 10_000).default(25).describe('Largest document accepted.'),
  SPACE_MEGABYTES: whole(1).default(500).describe('Room for the documents of one space.'),
  CLAMD: scanner
    .optional()
    .describe('ClamAV’s clamd, host:port or path of its socket: documents wait until it has checked them.'),
  CONNECTIONS_FILE: text
    .optional()
    .describe('YAML file that names sign-in providers, authorities and registers.'),
  SMTP_URL: mailServer
    .optional()
    .describe('smtp:// (with STARTTLS) or smtps:// server for mail; without TLS on this machine only.'),
  MAIL_FROM: text.default('OpenGuichet <no-reply@localhost>').describe('Sender of mail.'),
  PORTAL_NAME: text.default('OpenGuichet').describe('Name of the portal.'),
  AUTHORITY_NAME: text.default('').describe('Name of the administration that runs the portal.'),
  AUTHORITY_LOGO: text.default('').describe('SVG file with the administration’s logo.'),
  IMPRINT: text.default('').describe('Imprint: who is responsible, address (line breaks kept).'),
  DATA_PROTECTION_CONTACT: text.default('').describe('Data protection officer: name, address or e-mail.'),
  ACCESSIBILITY_BODY: text.default('').describe('Body that takes accessibility complaints.'),
  HELPDESK_EMAIL: text.default('').describe('E-mail of the helpdesk.'),
  HELPDESK_PHONE: text.default('').describe('Telephone of the helpdesk.'),
  TERMS_VERSION: text.default('2026-11').describe('Version of the terms people accept.'),
  BUSINESS_SPACE_LIMIT: whole(0).default(10).describe('Business spaces per person (R6).'),
  BIND_PROFESSIONAL_SPACES: oneOf('on', 'off')
    .default('off')
    .describe(
      'Spaces created from now on with a Professional certificate open with that organisation’s only.',
    ),
  RECOVERY_WAITING_HOURS: whole(1)
    .default(72)
    .describe('How long the holder of an account may object before a recovery lets a new certificate in.'),
  SESSION_IDLE_MINUTES: whole(2).default(30).describe('A session ends after this long without activity.'),
  SESSION_ABSOLUTE_HOURS: whole(1).default(12).describe('A session ends after this long in any case.'),
  AGENT_CHECK_MINUTES: whole(1)
    .default(10)
    .describe(
      'The helpdesk’s provider is asked again after this long whether an agent still is one; twice that is the end.',
    ),
  LOOKUPS_PER_HOUR: whole(1)
    .default(60)
    .describe('Accounts one agent of the helpdesk may look up in an hour.'),
  REGISTER_QUESTIONS_PER_HOUR: whole(1)
    .default(60)
    .describe('How often one person may have one register asked in an hour.'),
  FRESH_MINUTES: whole(1)
    .default(5)
    .describe('Acts that matter ask for a certificate anew when the last was presented longer ago.'),
  ACT_ASSURANCE: oneOf(...assurances)
    .default('low')
    .describe('Acts that matter need a sign-in of at least this assurance: low, substantial or high.'),
  MAINTENANCE: oneOf('on', 'off').default('off').describe('Answers every page with the maintenance page.'),
  RATE_LIMIT: whole(1).default(600).describe('Requests per minute and address.'),
  DRAIN_SECONDS: whole(0, 600)
    .default(0)
    .describe('How long /healthz says no before the portal stops, so that a load balancer looks elsewhere.'),
  METRICS_PORT: port
    .optional()
    .describe('Port of /metrics for Prometheus, on 127.0.0.1 only; none when absent.'),
  LOG_LEVEL: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'silent')
    .default('info')
    .describe('Least severe log line written.'),
})

function whole(min: number, max = 1_000_000_000) {
  const error = `must be a whole number, ${max === 1_000_000_000 ? `${min} or more` : `${min} to ${max}`}`
  return z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error })
}

function oneOf<const Values extends [string, ...string[]]>(...values: Values) {
  return z.enum(values, { error: `must be one of ${values.join(', ')}` })
}

function isProxy(entry: string): boolean {
  const [address = '', bits, ...more] = entry.trim().split('/')
  if (address === '') return bits === undefined
  const version = isIP(address)
  if (version === 0 || more.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}

/** The settings as a table in Markdown. */
export function describeSettings(): string {
  const rows = Object.entries(Settings.shape).map(([name, schema]) => {
    const standard = schema.safeParse(undefined).data ?? ''
    return `| \`${name}\` | ${standard === '' ? '' : `\`${standard}\``} | ${schema.description ?? ''} |`
  })
  return ['| Setting | Default | Meaning |', '|---|---|---|', ...rows].join('\n')
}
