// `npm run dev`: starts as `npm start` does, and again whenever a file changes.
import { spawn } from 'node:child_process'
import { existsSync, watch } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { requireNode } from './node.js'

requireNode()
process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const watched = ['src', 'demo', 'procedures', 'db/migrations'].filter((folder) => existsSync(folder))

let child = start()
let waiting = null
let stopping = false

for (const folder of watched) {
  watch(folder, { recursive: true }, (_event, file) => {
    if (file && /\.test\.ts$|~$|^\./.test(file)) return
    clearTimeout(waiting)
    waiting = setTimeout(restart, 200, file)
  })
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)

function start() {
  // In a session of its own: Ctrl-C is passed on once, by us.
  return spawn(process.execPath, ['scripts/start.js'], { stdio: 'inherit', detached: true })
}

async function restart(file) {
  if (stopping) return
  console.log(`\n  ${file} has changed`)
  await end()
  if (!stopping) child = start()
}

async function stop() {
  if (stopping) return
  stopping = true
  await end()
  process.exit(0)
}

function end() {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  return ended
}
