import type { X509Certificate } from 'node:crypto'
import { join } from 'node:path'
import type { Config, TlsProvider } from '../../config.ts'
import { type Log, openLog } from '../../platform/log.ts'
import { ConfigError } from '../../platform/start-error.ts'
import type { Trust } from '../trust/authorities.ts'
import { type Path, verifies } from '../trust/path.ts'
import type { Answer } from './answer.ts'
import { type CrlCase, CrlStore } from './crl.ts'
import { revocationChecks } from './metrics.ts'
import { type OcspCase, OcspClient } from './ocsp.ts'
import type { RevocationSettings } from './settings.ts'

export type Method = 'ocsp' | 'crl'
/** What was asked about one certificate of the path, in the order it was asked. */
export type Check = { certificate: X509Certificate; answers: { method: Method; answer: Answer }[] }
export type RevocationVerdict = {
  accepted: boolean
  result: 'off' | Answer['status']
  /** Whether it is the holder's own certificate, or that of an authority above. */
  about: 'holder' | 'issuer'
  since: Date | null
  checks: Check[]
}

type One = {
  provider: TlsProvider
  settings: RevocationSettings
  certificate: X509Certificate
  issuer: X509Certificate
}
/** Without a place nothing is kept: all is asked anew. */
type Place = Pick<Config, 'DEMO'> & { DATA_DIR: string | null }
type Given = { trusted: Trust[]; log?: Log; now?: () => number }

export type Revocation = {
  /** Asks about every certificate of a path that was judged good, except its root. */
  check(provider: TlsProvider, path: Path): Promise<RevocationVerdict>
  /** Resolves once the lists kept from before are read. */
  ready: Promise<void>
  close(): Promise<void>
}

/** Asks issuers what they have revoked: their responders first, their lists where these say nothing. */
export function openRevocation(config: Place, given: Given): Revocation {
  const { trusted, log = openLog('silent'), now = Date.now } = given
  const ocsp = new OcspClient(now)
  const folder = config.DATA_DIR === null ? null : join(config.DATA_DIR, 'revocation')
  const lists = new CrlStore({ folder, log, now })
  const untold = (err: unknown) => log.error({ err }, 'revocation lists could not be read')
  requireSettings(config, trusted, log)

  async function ask(one: One): Promise<Check> {
    if (one.settings.crl) void lists.prepare(withCrl(one)).catch(untold)
    const answers: Check['answers'] = []
    for (const method of methodsFor(one)) {
      const answer = await askBy(method, one)
      answers.push({ method, answer })
      revocationChecks.inc({ provider: one.provider.id, method, result: answer.status })
      if (answer.status !== 'unanswered') break
    }
    return { certificate: one.certificate, answers }
  }

  function askBy(method: Method, one: One): Promise<Answer> {
    if (method === 'crl') return lists.ask(withCrl(one))
    const isGood = async (responder: X509Certificate) =>
      one.settings.crl !== undefined &&
      (await lists.ask(withCrl({ ...one, certificate: responder }))).status === 'good'
    return ocsp.ask({ ...withOcsp(one), isGood })
  }

  async function check(provider: TlsProvider, path: Path): Promise<RevocationVerdict> {
    const { revocation: settings } = provider
    if (!settings || settings === 'off')
      return { accepted: true, result: 'off', about: 'holder', since: null, checks: [] }
    const checks = await Promise.all(
      pairsOf(path, settings).map((pair) => ask({ provider, settings, ...pair })),
    )
    const verdict = conclude(checks, settings)
    if (verdict.result !== 'good') tell(log, provider, verdict)
    return verdict
  }

  const ready = prepareLists(trusted, lists).catch(untold)
  return { check, ready, close: () => lists.close() }
}

/** Production says how revocation is checked, or says aloud that it is not. */
function requireSettings({ DEMO }: Pick<Config, 'DEMO'>, trusted: Trust[], log: Log) {
  if (DEMO === 'on') return
  for (const { provider } of trusted) {
    if (provider.revocation === undefined)
      throw new ConfigError(
        `provider ${provider.id}: revocation is missing: say how it is checked, or "revocation: off"`,
      )
    if (provider.revocation === 'off')
      log.warn({ provider: provider.id }, 'revoked certificates are accepted: revocation is off')
  }
}

/** Of an authority the list comes first: roots seldom answer one by one. */
function methodsFor({ settings, certificate }: Pick<One, 'settings' | 'certificate'>): Method[] {
  const methods: Method[] = certificate.ca ? ['crl', 'ocsp'] : ['ocsp', 'crl']
  return methods.filter((method) => settings[method] !== undefined)
}

function withOcsp({ settings, ...one }: One): Omit<OcspCase, 'isGood'> {
  const { ocsp } = settings
  if (!ocsp) throw new Error('ocsp is not configured')
  return { ...one, settings: { ...settings, ocsp: one.certificate.ca ? { ...ocsp, url: undefined } : ocsp } }
}

function withCrl({ settings, ...one }: One): CrlCase {
  const { crl } = settings
  if (!crl) throw new Error('crl is not configured')
  return { ...one, settings: { ...settings, crl } }
}

function pairsOf(path: Path, { intermediates }: RevocationSettings) {
  const pairs = path.flatMap((certificate, at) => {
    const issuer = path[at + 1]
    return issuer ? [{ certificate, issuer }] : []
  })
  return intermediates === 'check' ? pairs : pairs.slice(0, 1)
}

const gravity = ['good', 'unanswered', 'unknown', 'revoked'] as const

/** The worst that was said of any certificate. */
function conclude(checks: Check[], { ifUnanswered }: RevocationSettings): RevocationVerdict {
  const worst = checks
    .map(({ answers }, at) => ({ answer: answers.at(-1)?.answer, about: at ? 'issuer' : 'holder' }) as const)
    .toSorted((one, other) => rank(other.answer) - rank(one.answer))[0]
  const answer = worst?.answer
  const result = answer?.status ?? 'unanswered'
  return {
    accepted: result === 'good' || (result === 'unanswered' && ifUnanswered === 'accept'),
    result,
    about: worst?.about ?? 'holder',
    since: answer?.status === 'revoked' ? answer.since : null,
    checks,
  }
}

const rank = (answer: Answer | undefined) => gravity.indexOf(answer?.status ?? 'unanswered')

/** Nothing of the holder: provider, what was asked, and why it gave no answer. */
function tell(log: Log, { id }: TlsProvider, { accepted, result, about, checks }: RevocationVerdict) {
  const reasons = checks.flatMap(({ answers }) =>
    answers.flatMap(({ method, answer }) =>
      answer.status === 'unanswered'
        ? [`${method}: ${answer.reason}${answer.detail ? ` (${answer.detail})` : ''}`]
        : [],
    ),
  )
  const told = { provider: id, result, about, accepted, reasons }
  if (result === 'unanswered')
    log.error({ alert: 'revocation_unanswered', ...told }, 'ALERT: revocation could not be checked')
  else if (about === 'issuer')
    log.error({ alert: 'issuer_revoked', ...told }, 'ALERT: an authority is revoked or unknown')
  else log.info(told, 'a revoked or unknown certificate was refused')
}

/** The lists that say which authorities are revoked are known from the start; a holder's names its own. */
async function prepareLists(trusted: Trust[], lists: CrlStore): Promise<void> {
  const cases = trusted.flatMap(({ provider, roots, intermediates }) => {
    const { revocation: settings } = provider
    if (!settings || settings === 'off' || !settings.crl || settings.intermediates === 'trust') return []
    const { crl } = settings
    return intermediates.flatMap((certificate) => {
      const issuer = [...roots, ...intermediates].find(
        (one) => one !== certificate && verifies(certificate, one),
      )
      return issuer ? [{ provider, settings: { ...settings, crl }, certificate, issuer }] : []
    })
  })
  await Promise.all(cases.map((one) => lists.prepare(one)))
}
