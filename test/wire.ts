import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/**
 * Stands between a pool and its server and counts how often the client sent after an answer:
 * round trips as the network has them, whatever the client believes.
 */
export async function tapWire(url: string) {
  const target = new URL(url)
  const sockets = new Set<Socket>()
  let roundTrips = 0
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname)
    let answered = true
    near.on('data', (chunk) => {
      if (answered) roundTrips += 1
      answered = false
      far.write(chunk)
    })
    far.on('data', (chunk) => {
      answered = true
      near.write(chunk)
    })
    for (const [one, other] of [[near, far] as const, [far, near] as const]) {
      sockets.add(one)
      one.on('error', () => {})
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const tapped = new URL(url)
  tapped.port = String((server.address() as AddressInfo).port)
  return {
    url: tapped.href,
    async count(work: () => Promise<unknown>): Promise<number> {
      const before = roundTrips
      await work()
      return roundTrips - before
    },
    /** Cuts every connection, as a failing network does. */
    cut() {
      for (const socket of sockets) socket.destroy()
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
