import type { AddressInfo } from 'node:net'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export type CaughtMail = {
  /** Of the row in `mails`. */
  id: string
  recipient: string
  subject: string
  text: string
  headers: Map<string, unknown>
}

/** A real SMTP server that keeps what it is given. */
export async function catchMails() {
  const caught: CaughtMail[] = []
  let refusal: string | null = null
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    async onData(stream, session, done) {
      const mail = await simpleParser(stream)
      if (refusal) return done(Object.assign(new Error(refusal), { responseCode: 451 }))
      for (const { address } of session.envelope.rcptTo)
        caught.push({
          id: /^<([^@]*)@/.exec(mail.messageId ?? '')?.[1] ?? '',
          recipient: address,
          subject: mail.subject ?? '',
          text: mail.text ?? '',
          headers: mail.headers,
        })
      done()
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    caught,
    /** From now on every mail is refused with this reason; null accepts again. */
    refuse(reason: string | null) {
      refusal = reason
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
