import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { isSigned } from './signature.ts'

/**
 * A server that speaks S3, with one empty bucket; its key and secret are the ones it is made with. It checks no
 * signatures of version 4: what stands in front of it does.
 */
export async function startBucket() {
  const directory = mkdtempSync(join(tmpdir(), 's3-'))
  const server = new S3rver({
    ...{ address: '127.0.0.1', port: 0, silent: true, directory },
    configureBuckets: [{ name: 'documents', configs: [] }],
  })
  const { port: inner } = await server.run()
  const gate = createServer((asked, answer) => {
    const { method = '', url = '', headers } = asked
    if (isSigned({ method, url, headers }, 'S3RVER', 'S3RVER')) return forward(asked, answer, inner)
    asked.resume()
    answer.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>')
  })
  await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve))
  const { port } = gate.address() as AddressInfo
  return {
    address: `http://S3RVER:S3RVER@127.0.0.1:${port}/documents?region=eu-1`,
    async close() {
      gate.closeAllConnections()
      await new Promise((resolve) => gate.close(resolve))
      await server.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

function forward(asked: IncomingMessage, answer: ServerResponse, port: number) {
  const { method, url, headers } = asked
  const onward = request({ host: '127.0.0.1', port, method, path: url, headers }, (given) => {
    answer.writeHead(given.statusCode ?? 500, given.headers)
    given.pipe(answer)
  })
  onward.on('error', () => answer.destroy())
  asked.pipe(onward)
}
