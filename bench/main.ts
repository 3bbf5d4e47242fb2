import { parseArgs } from 'node:util'
import { measureBytes } from './bytes.ts'
import { carryDocument } from './documents.ts'
import { runFlows } from './flow.ts'
import { openBench } from './portal.ts'
import { measure, type Rate } from './rate.ts'
import { openSignInBench } from './sign-in.ts'

/**
 * Prints, from one run, what the portal's pages cost: requests a second and processor time per request,
 * each beside a bare `node:http` handler that runs the same SQL through the same pool; round trips to the
 * database; sign-ins by certificate beside bare handshakes; bytes of a first and a later view; whole dossiers from
 * beginning to confirmation; a large document on its way in and out. `--milliseconds` is how long each measurement takes, `--megabytes` how large
 * the document is.
 */
const { values } = parseArgs({
  options: {
    milliseconds: { type: 'string', default: '3000' },
    connections: { type: 'string', default: '16' },
    rounds: { type: 'string', default: '3' },
    megabytes: { type: 'string', default: '1000' },
  },
})
const load = {
  milliseconds: Number(values.milliseconds),
  connections: Number(values.connections),
  rounds: Number(values.rounds),
}

const bench = await openBench()
try {
  console.log(`Node ${process.version}, ${load.rounds} rounds of ${load.milliseconds} ms each, median;`)
  console.log(`${load.connections} connections from a second process; PostgreSQL on the same machine.\n`)
  console.log(row('page', 'requests/s', 'bare', 'ratio', 'CPU µs/request', 'bare', 'ratio', 'round trips'))
  for (const page of bench.pages) {
    const bare = await bench.serveBare(page)
    const rates = await measure([bench.at(page), bare], load)
    const [portal, floor] = [rates[0] as Rate, rates[1] as Rate]
    console.log(
      row(
        page.name,
        portal.perSecond.toFixed(0),
        floor.perSecond.toFixed(0),
        (portal.perSecond / floor.perSecond).toFixed(2),
        portal.cpuMicroseconds.toFixed(0),
        floor.cpuMicroseconds.toFixed(0),
        (portal.cpuMicroseconds / floor.cpuMicroseconds).toFixed(2),
        String(page.roundTrips),
      ),
    )
  }
  console.log()
  await signIns()
  console.log()
  for (const { name, total, script } of await measureBytes(bench))
    console.log(`${name}: ${kilobytes(total)} on the wire, ${kilobytes(script)} of it JavaScript`)
} finally {
  await bench.close()
}
await wholeDossiers()
await largeDocument()

/** A whole sign-in with a certificate, beside a handshake in which one is presented to nobody who looks at it. */
async function signIns() {
  const signIn = await openSignInBench(load.connections)
  try {
    const rates = await measure([signIn.portal, signIn.bare], load)
    const [portal, floor] = [rates[0] as Rate, rates[1] as Rate]
    const perCore = ({ cpuMicroseconds }: Rate) => (1e6 / cpuMicroseconds).toFixed(0)
    console.log(row('by certificate', '', 'bare', 'ratio'))
    console.log(
      row(
        'sign-ins/s',
        portal.perSecond.toFixed(0),
        floor.perSecond.toFixed(0),
        (portal.perSecond / floor.perSecond).toFixed(2),
      ),
    )
    const ratio = (floor.cpuMicroseconds / portal.cpuMicroseconds).toFixed(2)
    console.log(row('per s and core', perCore(portal), perCore(floor), ratio))
    console.log(`${signIn.questions()} questions to the OCSP responder for ${load.connections} certificates`)
  } finally {
    await signIn.close()
  }
}

/** From “begin” to the confirmation, with every commit on disk. */
async function wholeDossiers() {
  const { flows, seconds, median, slowest1Percent, memory } = await runFlows(load)
  console.log(
    `\nwhole dossiers, ${load.connections} people at once: ${(flows / seconds).toFixed(1)} a second`,
  )
  console.log(
    `one takes ${median.toFixed(0)} ms (median), ${slowest1Percent.toFixed(0)} ms (99th percentile)`,
  )
  console.log(`memory: ${memory.toFixed(0)} MB more at most`)
}

/** One document into the vault and out of it, beside `openssl enc` from file to file. */
async function largeDocument() {
  const megabytes = Number(values.megabytes)
  const { up, down, openssl, memory } = await carryDocument(megabytes)
  const share = (rate: number) => `${rate.toFixed(0)} MB/s, ${(rate / openssl).toFixed(2)} of openssl enc`
  console.log(`\na document of ${megabytes} MB (openssl enc, file to file: ${openssl.toFixed(0)} MB/s)`)
  console.log(`into the vault: ${share(up)}`)
  console.log(`out of the vault: ${share(down)}`)
  console.log(`memory: ${memory.toFixed(0)} MB more at most`)
}

function row(name: string, ...cells: string[]): string {
  return name.padEnd(18) + cells.map((cell) => cell.padStart(16)).join('')
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
