import { connect, type Socket } from 'node:net'
import { parseArgs } from 'node:util'

/**
 * A process of its own that asks one loopback address over and over, on a few connections kept open,
 * for a bounded time, and prints how often it was answered. No request is sent ahead of its answer.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    path: { type: 'string' },
    cookie: { type: 'string', default: '' },
    connections: { type: 'string', default: '16' },
    milliseconds: { type: 'string', default: '1000' },
  },
})

const request = [
  `GET ${values.path ?? '/'} HTTP/1.1`,
  `Host: localhost:${values.port}`,
  'Accept: text/html',
  'Accept-Language: de',
  ...(values.cookie ? [`Cookie: ${values.cookie}`] : []),
  '\r\n',
].join('\r\n')

const started = performance.now()
const ends = started + Number(values.milliseconds)
const answers = await Promise.all(Array.from({ length: Number(values.connections) }, askUntilTheEnd))
const seconds = (performance.now() - started) / 1000
const durations = answers.flat().sort((a, b) => a - b)
const at = (share: number) => durations[Math.floor(durations.length * share)] ?? 0
process.stdout.write(
  JSON.stringify({ requests: durations.length, seconds, median: at(0.5), slowest1Percent: at(0.99) }),
)

/** How long each answer took, in milliseconds. */
async function askUntilTheEnd(): Promise<number[]> {
  const socket = connect(Number(values.port), '127.0.0.1')
  socket.setNoDelay(true)
  const took: number[] = []
  try {
    while (performance.now() < ends) {
      const asked = performance.now()
      await ask(socket)
      took.push(performance.now() - asked)
    }
  } finally {
    socket.destroy()
  }
  return took
}

function ask(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    const finish = (error?: Error) => {
      socket.off('data', onData).off('error', finish).off('close', onClose)
      if (error) reject(error)
      else resolve()
    }
    const onClose = () => finish(new Error('the connection was closed'))
    const onData = (part: Buffer) => {
      parts.push(part)
      try {
        if (isWhole(Buffer.concat(parts))) finish()
      } catch (error) {
        finish(error instanceof Error ? error : new Error(String(error)))
      }
    }
    socket.on('data', onData).on('error', finish).on('close', onClose)
    socket.write(request)
  })
}

function isWhole(answer: Buffer): boolean {
  const end = answer.indexOf('\r\n\r\n')
  if (end < 0) return false
  const head = answer.subarray(0, end).toString('latin1')
  if (!head.startsWith('HTTP/1.1 200')) throw new Error(head.split('\r\n')[0])
  const length = /^content-length: (\d+)/im.exec(head)?.[1]
  if (length !== undefined) return answer.length >= end + 4 + Number(length)
  return answer.subarray(-7).toString('latin1').endsWith('\r\n0\r\n\r\n')
}
