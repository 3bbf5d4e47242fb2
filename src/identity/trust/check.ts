import { parseArgs } from 'node:util'
import { ConfigError, readTrustSettings, type TlsProvider } from '../../config.ts'
import { StartError } from '../../platform/start-error.ts'
import { checkRevocation, whyNotAsked } from '../revocation/check.ts'
import { loadTrust, readPemFile } from './authorities.ts'
import { judgeHolder, type Verdict } from './judgement.ts'
import { nameOf } from './reading.ts'
import { reasons } from './reasons.ts'
import type { Step } from './steps.ts'

const usage = 'trust check CERT.pem [--at TIME] [--offline]   (TIME like 2027-01-31 or 2027-01-31T12:00:00Z)'

/**
 * `guichet trust check`: how every provider would judge a certificate, and why, and what its issuers say of it now.
 * Throws when it does not sign in: with exit code 2 if only because nobody answered about revocation, else 1.
 */
export async function checkTrust(words: string[]): Promise<void> {
  const { file, at, offline } = readWords(words)
  const [certificate, ...others] = readPemFile(file)
  if (!certificate) throw new ConfigError(usage)
  const trusted = loadTrust(readTrustSettings())
  if (!trusted.length) throw new ConfigError('CONNECTIONS_FILE names no provider with the scheme tls')
  const judgedAt = at ?? new Date()
  console.log(`${nameOf(certificate)}, judged for ${judgedAt.toISOString()}`)
  if (others.length)
    console.log('Only the first certificate is judged: issuing authorities must be configured.')
  const verdicts = trusted.map((trust) => judgeHolder(trust, certificate, judgedAt))
  for (const verdict of verdicts) console.log(describe(verdict).join('\n'))
  const accepting = verdicts.find(({ accepted }) => accepted)
  if (!accepting) throw new StartError('\nRefused.')
  const unasked = whyNotAsked(accepting.provider, { at, offline })
  if (unasked) console.log(`\nRevocation: not asked, ${unasked}`)
  else await checkRevocation(accepting)
  console.log(
    `\nAccepted: it signs in by ${accepting.provider.id}${unasked ? ', unless it has been revoked' : ''}.`,
  )
}

function readWords(words: string[]): { file: string; at: Date | null; offline: boolean } {
  const { values, positionals } = parse(words)
  const [file, ...more] = positionals
  const at = values.at === undefined ? null : new Date(values.at)
  if (!file || more.length || (at && Number.isNaN(at.getTime()))) throw new ConfigError(usage)
  return { file, at, offline: values.offline ?? false }
}

function parse(words: string[]) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: { at: { type: 'string' }, offline: { type: 'boolean' } },
    })
  } catch {
    throw new ConfigError(usage)
  }
}

function describe({ provider, accepted, path, steps }: Verdict): string[] {
  return [
    '',
    `${provider.name} (${provider.id}): ${accepted ? 'accepted' : 'refused'}`,
    ...(path ? [`  ${path.map(nameOf).join(' ← ')}`] : []),
    ...rulesOf(provider),
    ...steps.map(describeStep),
  ]
}

function rulesOf({ rules }: TlsProvider): string[] {
  const policies = rules.policies.length ? [`  under one of the policies ${rules.policies.join(', ')}`] : []
  const tolerated = rules.tolerate.length ? [`  let off: ${rules.tolerate.join(', ')}`] : []
  return [...policies, ...tolerated]
}

function describeStep({ check, rule, of, passed, reason, detail, tolerated }: Step): string {
  const verdict = tolerated ? 'let off' : passed ? 'ok' : 'REFUSED'
  const line = `  ${verdict.padEnd(8)}${(of?.name ?? 'whole path').padEnd(32)} ${check.padEnd(22)} ${rule}`
  if (!reason) return line
  return `${line}\n          ${reason}: ${reasons[reason][1]}${detail ? ` (${detail})` : ''}`
}
