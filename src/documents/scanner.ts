import { connect, type Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export type Finding = { verdict: 'clean'; threat: null } | { verdict: 'infected'; threat: string }

/** Longest time in which neither side says anything. */
const patience = 120_000

/**
 * Has clamd look at a stream (INSTREAM, clamd(8)). Rejects whenever clamd does not say in so many words what
 * it found: nothing counts as clean because nobody looked.
 */
export async function scanStream(address: string, bytes: Readable): Promise<Finding> {
  const socket = connectTo(address)
  socket.setTimeout(patience, () => socket.destroy(new Error('clamd says nothing')))
  const answer = readAnswer(socket)
  const sending = pipeline(bytes, framed, socket, { end: false })
  sending.catch((error) => socket.destroy(error))
  try {
    const finding = findingOf(await answer)
    await sending
    return finding
  } finally {
    socket.destroy()
    bytes.destroy()
  }
}

/** What clamd is and which signatures it knows, as it says it: “ClamAV 1.4.3/27500/Mon Nov 23 09:26:01 2026”. */
export async function askVersion(address: string): Promise<string> {
  const socket = connectTo(address)
  socket.setTimeout(patience, () => socket.destroy(new Error('clamd says nothing')))
  try {
    socket.write('zVERSION\0')
    const answer = await readAnswer(socket)
    if (!/^ClamAV .{1,190}$/.test(answer))
      throw new Error(`clamd does not say what it is: ${answer.slice(0, 200)}`)
    return answer
  } finally {
    socket.destroy()
  }
}

function connectTo(address: string): Socket {
  if (address.startsWith('/')) return connect({ path: address })
  const [host, port] = address.split(/:(?=\d+$)/)
  return connect({ host: host ?? '', port: Number(port) })
}

/** Each piece behind its length; a length of zero ends the stream. */
async function* framed(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0')
  for await (const piece of bytes) {
    yield lengthOf(piece)
    yield piece
  }
  yield lengthOf(Buffer.alloc(0))
}

function lengthOf({ length }: Buffer): Buffer {
  const prefix = Buffer.alloc(4)
  prefix.writeUInt32BE(length)
  return prefix
}

async function readAnswer(socket: Socket): Promise<string> {
  let answer = ''
  for await (const piece of socket) {
    answer += String(piece)
    if (answer.includes('\0')) break
  }
  return answer.replace(/\0[\s\S]*/, '')
}

function findingOf(answer: string): Finding {
  if (answer === 'stream: OK') return { verdict: 'clean', threat: null }
  const threat = /^stream: (.+) FOUND$/.exec(answer)?.[1]
  if (threat) return { verdict: 'infected', threat }
  throw new Error(`clamd could not tell: ${answer || 'no answer'}`)
}
