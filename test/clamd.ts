import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'

/**
 * Speaks clamd’s INSTREAM and VERSION as clamd(8) describes them and answers what `judge` says of the bytes; null
 * hangs up without a word.
 */
export async function startClamd(
  judge: (bytes: Buffer) => string | null,
  {
    hangUpAfter = Number.POSITIVE_INFINITY,
    port = 0,
    version = 'ClamAV 1.4.3/27500/Mon Nov 23 09:26:01 2026',
  }: { hangUpAfter?: number; port?: number; version?: string } = {},
) {
  let received: Buffer = Buffer.alloc(0)
  const server = createServer((socket) => {
    let said: Buffer = Buffer.alloc(0)
    socket.on('error', () => {})
    socket.on('data', (piece) => {
      said = Buffer.concat([said, piece])
      if (said.length > hangUpAfter) return socket.destroy()
      if (said.equals(Buffer.from('zVERSION\0'))) return answer(socket, version)
      const bytes = streamIn(said)
      if (!bytes) return
      received = bytes
      answer(socket, judge(bytes))
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: () => received,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

function answer(socket: Socket, text: string | null) {
  if (text === null) socket.destroy()
  else socket.end(`${text}\0`)
}

/** What was sent, once the piece of length zero has come; throws on what clamd would not understand. */
function streamIn(said: Buffer): Buffer | null {
  const command = Buffer.from('zINSTREAM\0')
  if (said.length < command.length) return null
  if (!said.subarray(0, command.length).equals(command))
    throw new Error(`no command: ${said.subarray(0, 20)}`)
  const pieces: Buffer[] = []
  for (let at = command.length; at + 4 <= said.length; ) {
    const length = said.readUInt32BE(at)
    if (length === 0) return Buffer.concat(pieces)
    pieces.push(said.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}
