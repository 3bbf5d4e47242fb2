import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type ParsedMail, simpleParser } from 'mailparser'
import type { DemoPortal } from './demo-portal.ts'

/** What the demo keeps as `.eml`, oldest first. */
export async function readMails({ mailFolder }: DemoPortal): Promise<ParsedMail[]> {
  if (!existsSync(mailFolder)) return []
  const files = readdirSync(mailFolder).filter((name) => name.endsWith('.eml'))
  return Promise.all(files.sort().map((name) => simpleParser(readFileSync(join(mailFolder, name)))))
}

/** The newest mail to this address whose subject is this; they are sent in the background. */
export async function mailTo(portal: DemoPortal, recipient: string, subject: string): Promise<ParsedMail> {
  for (const end = Date.now() + 10_000; Date.now() < end; await sleep(100)) {
    const mails = await readMails(portal)
    const found = mails.findLast(
      (mail) => mail.subject === `OpenGuichet: ${subject}` && addressesOf(mail).includes(recipient),
    )
    if (found) return found
  }
  const subjects = (await readMails(portal)).map((mail) => `${addressesOf(mail)}: ${mail.subject}`)
  throw new Error(`no mail “${subject}” to ${recipient}; there are: ${subjects.join(', ')}`)
}

export function linkIn({ text = '' }: ParsedMail): string {
  const link = /https?:\/\/\S+/.exec(text)?.[0]
  if (!link) throw new Error(`no link in: ${text}`)
  return link
}

function addressesOf({ to }: ParsedMail): string {
  return [to ?? []]
    .flat()
    .map((one) => one.text)
    .join(', ')
}
