import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { paths } from '../src/paths.ts'
import { residenceSample } from '../test/journeys/samples.ts'
import type { Applicant } from './flow.ts'

/**
 * A process of its own in which each person begins, fills, checks and submits one dossier after the other for a
 * bounded time, as a browser would, and which prints how many they finished and how long one took.
 */
const { values } = parseArgs({
  options: {
    address: { type: 'string', default: '' },
    people: { type: 'string', default: '' },
    milliseconds: { type: 'string', default: '1000' },
  },
})
const people: Applicant[] = JSON.parse(readFileSync(values.people, 'utf8'))
const started = performance.now()
const ends = started + Number(values.milliseconds)
const took = (await Promise.all(people.map(applyUntilTheEnd))).flat().sort((a, b) => a - b)
const at = (share: number) => took[Math.floor(took.length * share)] ?? 0
const seconds = (performance.now() - started) / 1000
process.stdout.write(
  JSON.stringify({ flows: took.length, seconds, median: at(0.5), slowest1Percent: at(0.99) }),
)

/** How long each dossier took from its beginning to its confirmation, in milliseconds. */
async function applyUntilTheEnd(who: Applicant): Promise<number[]> {
  const durations: number[] = []
  while (performance.now() < ends) {
    const begun = performance.now()
    await applyOnce(who)
    durations.push(performance.now() - begun)
  }
  return durations
}

async function applyOnce(who: Applicant): Promise<void> {
  const begin = { procedure: 'certificate-of-residence', key: randomUUID() }
  let place = await send(who, paths.newDossier(who.code), begin)
  const number = Number(/dossiers\/(\d+)/.exec(place)?.[1])
  for (const [page, answers] of Object.entries(residenceSample)) {
    const chosen: Record<string, string> = page === 'person' ? personal(who) : {}
    place = await send(who, place, { ...(await look(who, place)), ...answers, ...chosen, go: 'next' })
  }
  const { seen = '' } = await look(who, place)
  await look(who, await send(who, paths.submission(who.code, number), { seen }))
}

function personal({ identityCard }: Applicant) {
  return { identityCard, nationalNumber: '1984071921472' }
}

/** What the page's forms send along unseen. */
async function look(who: Applicant, path: string): Promise<Record<string, string>> {
  const answer = await fetch(values.address + path, { headers: { cookie: who.cookie } })
  const body = await answer.text()
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
  const hidden = body.matchAll(/<input type="hidden" name="(version|form|seen)" value="([^"]*)"/g)
  return Object.fromEntries([...hidden].map(([, name = '', value = '']) => [name, value]))
}

async function send(who: Applicant, path: string, form: Record<string, string>): Promise<string> {
  const answer = await fetch(values.address + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: who.cookie, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(form),
  })
  const text = await answer.text()
  const location = answer.headers.get('location')
  if (answer.status !== 303 || !location) throw new Error(`${path}: ${answer.status} ${problems(text)}`)
  return location
}

const problems = (page: string) => [...page.matchAll(/href="#f-([^"]+)"/g)].map(([, name]) => name).join(', ')
