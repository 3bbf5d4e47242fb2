import type { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { Messages } from '../i18n/index.ts'
import type { Takeout } from './takeout.ts'

/** The take-out as one ZIP, with a page that says what is in it. */
export function zipOf({ files, documents, closedToCertificate }: Takeout, t: Messages, made: Date): Readable {
  const zip = new ZipFile()
  const add = (path: string, text: string) => zip.addBuffer(Buffer.from(text), path, { mtime: made })
  add(t.takeout.readMe, aboutIt(t, closedToCertificate, made))
  for (const { path, rows } of files) add(path, `${JSON.stringify(rows, null, 2)}\n`)
  const output = zip.outputStream as Readable
  for (const { path, open } of documents)
    zip.addReadStreamLazy(path, { mtime: made }, (give) => {
      open().then(
        (stream) => {
          output.once('close', () => stream.destroy())
          give(null, stream)
        },
        (error) => give(error, output),
      )
    })
  zip.once('error', (error) => output.destroy(error))
  zip.end()
  return output
}

function aboutIt({ takeout }: Messages, closed: string[], made: Date): string {
  const missing = closed.length ? ['', takeout.closed, ...closed.map((code) => `- ${code}`)] : []
  return [takeout.title, made.toISOString(), '', ...takeout.inside, ...missing, ''].join('\r\n')
}
