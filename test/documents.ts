import assert from 'node:assert/strict'
import { paths } from '../src/paths.ts'
import { upload } from './multipart.ts'
import { samplePdf } from './samples.ts'
import type { TestPortal } from './support.ts'

/** Uploads a document into the vault of a space, as its page does, and gives its id. */
export async function giveDocument(
  portal: TestPortal,
  who: { cookie: string },
  code: string,
  { name = 'Identity card.pdf', bytes = samplePdf(name) }: { name?: string; bytes?: Buffer } = {},
): Promise<string> {
  const accept = { accept: 'application/json' }
  const sent = [{ field: 'file', name, bytes }]
  const { status, body } = await upload(portal, paths.documents(code), who, sent, {}, accept)
  assert.equal(status, 200, body)
  const { saved } = JSON.parse(body)
  return saved[0]?.id ?? assert.fail(body)
}
