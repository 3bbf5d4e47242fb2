import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ParsedMail, simpleParser } from 'mailparser'

export type KeptMail = {
  id: string
  at: Date
  to: string
  from: string
  subject: string
  text: string
  language: string
}

const most = 500
const named = /^(\d{13}-[0-9a-f]{6})\.eml$/

/** Mails as `.eml` files, one each, named by the time they came; the oldest go when there are many. */
export async function openFolder(path: string) {
  await mkdir(path, { recursive: true, mode: 0o700 })

  const ids = async () =>
    (await readdir(path))
      .map((name) => named.exec(name)?.[1])
      .filter((id) => id !== undefined)
      .sort()
      .reverse()

  const read = async (id: string): Promise<KeptMail | null> => {
    if (!named.test(`${id}.eml`)) return null
    const raw = await readFile(join(path, `${id}.eml`)).catch(() => null)
    return raw && keptMail(id, await simpleParser(raw))
  }

  return {
    /** Appears under its name only when it is whole. */
    async keep(raw: Buffer): Promise<void> {
      const id = `${Date.now()}-${randomBytes(3).toString('hex')}`
      await writeFile(join(path, `${id}.new`), raw, { mode: 0o600 })
      await rename(join(path, `${id}.new`), join(path, `${id}.eml`))
      for (const old of (await ids()).slice(most)) await rm(join(path, `${old}.eml`), { force: true })
    },
    read,
    /** Newest first. */
    async list(): Promise<KeptMail[]> {
      const mails = await Promise.all((await ids()).slice(0, 100).map(read))
      return mails.filter((mail) => mail !== null)
    },
  }
}

function keptMail(id: string, mail: ParsedMail): KeptMail {
  const to = [mail.to ?? []].flat().map((one) => one.text)
  return {
    id,
    at: new Date(Number(id.slice(0, 13))),
    to: to.join(', '),
    from: mail.from?.text ?? '',
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    language: String(mail.headers.get('content-language') ?? 'en').slice(0, 2),
  }
}
