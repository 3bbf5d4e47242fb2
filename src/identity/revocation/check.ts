import type { TlsProvider } from '../../config.ts'
import { StartError } from '../../platform/start-error.ts'
import type { Verdict } from '../trust/judgement.ts'
import { nameOf } from '../trust/reading.ts'
import type { Answer } from './answer.ts'
import { type Check, type Method, openRevocation, type RevocationVerdict } from './revocation.ts'

/** Issuers say what is revoked now, and only those who are configured are asked. */
export function whyNotAsked(
  { revocation }: TlsProvider,
  { at, offline }: { at: Date | null; offline: boolean },
): string | null {
  if (offline) return 'as told (--offline)'
  if (at) return 'because issuers speak of now and not of another time (--at)'
  if (!revocation || revocation === 'off') return 'because the provider’s settings ask nobody'
  return null
}

/** Asks as a sign-in would, but from memory nothing and from files nothing, and prints who said what. */
export async function checkRevocation({ provider, path }: Verdict): Promise<void> {
  const revocation = openRevocation({ DATA_DIR: null, DEMO: 'on' }, { trusted: [] })
  const verdict = await revocation.check(provider, path ?? []).finally(revocation.close)
  console.log(['', 'Revocation, asked now', ...verdict.checks.flatMap(describeCheck)].join('\n'))
  if (verdict.result === 'unanswered') console.log(`  nobody answers: ${whatThen(verdict)}`)
  if (!verdict.accepted) throw new StartError('\nRefused.', verdict.result === 'unanswered' ? 2 : 1)
}

const whatThen = ({ accepted }: RevocationVerdict) =>
  accepted ? 'the provider accepts then (ifUnanswered)' : 'the provider refuses then (ifUnanswered)'

function describeCheck({ certificate, answers }: Check): string[] {
  return answers.flatMap(({ method, answer }) => [
    `  ${wordFor(answer).padEnd(12)}${nameOf(certificate).padEnd(32)} ${nameOfMethod[method]} ${addressOf(answer)}`,
    `              ${describeAnswer(answer)}`,
  ])
}

const nameOfMethod: Record<Method, string> = { ocsp: 'OCSP', crl: 'list' }

function wordFor({ status }: Answer): string {
  return status === 'good' ? 'ok' : status === 'unanswered' ? 'no answer' : status.toUpperCase()
}

const addressOf = (answer: Answer) =>
  (answer.status === 'unanswered' ? answer.url : answer.source.url) ?? '(no address)'

function describeAnswer(answer: Answer): string {
  if (answer.status === 'unanswered') return `${answer.reason}${answer.detail ? ` (${answer.detail})` : ''}`
  const { signer, thisUpdate, nextUpdate } = answer.source
  const since = answer.status === 'revoked' ? `revoked since ${answer.since.toISOString()}; ` : ''
  const until = nextUpdate ? `nextUpdate ${nextUpdate.toISOString()}` : 'no nextUpdate'
  return `${since}signed by ${signer}, thisUpdate ${thisUpdate.toISOString()}, ${until}`
}
