import { startedByNpm } from './config.ts'
import { describeError } from './platform/log.ts'
import { StartError } from './platform/start-error.ts'

export type Running = {
  /** Lets what is under way finish, then closes everything. */
  stop(): Promise<void>
}

const patience = 30_000

/**
 * Starts, then runs until a signal, unless there is nothing to keep running. The first signal stops in
 * good order, the second at once. What its operator can mend is one line; the rest shows where it happened.
 */
export async function runProgram(start: () => Promise<Running | null>): Promise<void> {
  const signals = listenForSignals()
  let serving = false
  process.on('uncaughtException', (error) => fail(error))
  process.on('unhandledRejection', (error) => outlive(error, () => serving))
  try {
    const running = await start()
    serving = true
    if (running) signals.onStop(() => stop(running))
    else process.exit(0)
  } catch (error) {
    fail(error)
  }
}

/** A terminal's Ctrl-C reaches us twice under npm, which passes it on: what follows at once is the same one. */
function listenForSignals() {
  let stop: (() => Promise<void>) | null = null
  let firstAt = 0
  const onSignal = () => {
    if (!stop) process.exit(130)
    if (firstAt && Date.now() - firstAt > 500) process.exit(130)
    if (firstAt) return
    firstAt = Date.now()
    void stop()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  followParent(onSignal)
  return {
    onStop(work: () => Promise<void>) {
      stop = work
    },
  }
}

/** npm killed by `kill -9` passes nothing on; without it nobody could stop us any more. */
function followParent(onGone: () => void) {
  if (!startedByNpm()) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    onGone()
  }, 250)
  timer.unref()
}

async function stop(running: Running) {
  const late = setTimeout(() => process.exit(1), patience)
  try {
    await running.stop()
    clearTimeout(late)
    process.exit(0)
  } catch (error) {
    fail(error)
  }
}

/**
 * A promise somebody forgot belongs to one request, whose transaction has failed with it: the other
 * people’s requests go on. Before serving, or where the operator must mend something, it is the end.
 */
function outlive(error: unknown, isServing: () => boolean) {
  if (!isServing() || error instanceof StartError) fail(error)
  console.error(`a forgotten promise failed: ${describeError(error)}`)
}

function fail(error: unknown): never {
  if (!(error instanceof StartError)) {
    console.error(describeError(error))
    process.exit(1)
  }
  console.error(error.message)
  process.exit(error.exitCode)
}
