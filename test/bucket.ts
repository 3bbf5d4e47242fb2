import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'

/** A server that speaks S3, with one empty bucket; its key and secret are the ones it is made with. */
export async function startBucket() {
  const directory = mkdtempSync(join(tmpdir(), 's3-'))
  const server = new S3rver({
    ...{ address: '127.0.0.1', port: 0, silent: true, directory },
    configureBuckets: [{ name: 'documents', configs: [] }],
  })
  const { port } = await server.run()
  return {
    address: `http://S3RVER:S3RVER@127.0.0.1:${port}/documents?region=eu-1`,
    async close() {
      await server.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
