import { execFile } from 'node:child_process'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'
import { z } from 'zod'

type Found = { executablePath: string; env: Record<string, string> }

/** Everything but loopback is out of reach, and the browser asks for nothing of its own accord. */
const flags = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-gpu',
  '--no-first-run',
  '--no-default-browser-check',
]

/** A real Chromium: `CHROMIUM_PATH`, else an installed one, else the one that comes by npm. */
export async function launchBrowser(found?: Found): Promise<Browser> {
  const { executablePath, env } =
    found ?? givenChromium() ?? installedChromium() ?? (await packagedChromium())
  const launch = (chromiumSandbox: boolean) =>
    chromium.launch({ executablePath, env, args: flags, chromiumSandbox, headless: true })
  if (process.getuid?.() === 0) return launch(false)
  try {
    return await launch(true)
  } catch (error) {
    // Some containers allow no user namespaces; the only pages opened are our own.
    if (!String(error).includes('sandbox')) throw error
    return launch(false)
  }
}

function givenChromium(): Found | null {
  const path = process.env.CHROMIUM_PATH
  if (!path) return null
  if (!isProgram(path)) throw new Error(`CHROMIUM_PATH: there is no program at ${path}`)
  return { executablePath: path, env: ownEnvironment() }
}

function installedChromium(): Found | null {
  const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser']
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const path = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram)
  return path ? { executablePath: path, env: ownEnvironment() } : null
}

/** Unpacked once per version into `.test/`, whole or not at all, libraries and fonts included. */
export async function packagedChromium(): Promise<Found> {
  const manifest = join(packageFolder('@sparticuz/chromium'), 'package.json')
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(manifest, 'utf8')))
  const home = resolve(import.meta.dirname, '..', '.test', `chromium-${version}`)
  if (!existsSync(home)) await unpackChromium(home)
  return {
    executablePath: join(home, 'chromium'),
    env: {
      ...ownEnvironment(),
      LD_LIBRARY_PATH: join(home, 'al2023', 'lib'),
      FONTCONFIG_PATH: join(home, 'fonts'),
    },
  }
}

async function unpackChromium(home: string): Promise<void> {
  const unfinished = `${home}.${process.pid}`
  mkdirSync(unfinished, { recursive: true })
  // The package reads both variables: where to unpack, and that this is no Lambda with libraries of its own.
  const env = { ...ownEnvironment(), TMPDIR: unfinished, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' }
  const unpack = `import('@sparticuz/chromium').then((c) => c.default.executablePath())`
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', unpack], { env })
  // The one that comes along names folders of the place it was made for.
  writeFileSync(join(unfinished, 'fonts', 'fonts.conf'), fontConfiguration(join(home, 'fonts')))
  try {
    renameSync(unfinished, home)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(home)) throw error
  }
}

const fontConfiguration = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/cache</cachedir>
</fontconfig>
`

function packageFolder(name: string): string {
  return dirname(dirname(createRequire(import.meta.url).resolve(name)))
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )
}
