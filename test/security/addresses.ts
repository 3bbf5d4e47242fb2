import assert from 'node:assert/strict'
import type { Town } from './town.ts'

/** What stands in addresses and is nobody’s. */
export const everywhere = {
  'assets/:group': 'ui',
  ':group/:hash': 'x',
  ':hash/:file': 'x',
  'language/:to': 'de',
  'help/:topic': 'spaces',
  'procedures/:id': 'business-permit',
  'start/:provider': 'x',
  'callback/:provider': 'x',
  'saml/:provider': 'x',
  'oidc/:provider': 'x',
  'pages/:page': 'company',
  'helpdesk/*': 'spaces',
}

export const isNobodys = (key: string) => Object.hasOwn(everywhere, key)

/** The route with the town’s identifiers in it, or with others in their place. */
export function addressIn(
  url: string,
  { identifiers }: Pick<Town, 'identifiers'>,
  others: Record<string, string> = {},
): string {
  const known = { ...identifiers, ...others }
  return url.replace(/:[A-Za-z]+|\*/g, (_, at: number, all: string) => {
    const key = keyAt(url, all, at)
    return encodeURIComponent(known[key] ?? assert.fail(`${url}: what stands for ${key}?`))
  })
}

/** Which identifiers stand in a route. */
export const keysIn = (url: string): string[] =>
  [...url.matchAll(/:[A-Za-z]+|\*/g)].map(({ index }) => keyAt(url, url, index))

/** The parameter and what stands before it; where that says too little, what the address is about. */
function keyAt(url: string, all: string, at: number): string {
  const parameter = /^(:[A-Za-z]+|\*)/.exec(all.slice(at))?.[0] ?? ''
  const parts = all.slice(0, at).split('/').filter(Boolean)
  const key = `${parts.at(-1) ?? ''}/${parameter}`
  if (url.endsWith('/reopening')) return `reopening of ${key}`
  const ambiguous =
    /^\/helpdesk\/(requests|recoveries|certificates|parked)\//.test(url) || key === 'recovery/:reference'
  return ambiguous ? `${parts.at(-2)}/${key}` : key
}
