import { createTransport } from 'nodemailer'
import { isLoopback } from './loopback.ts'

export type Letter = {
  /** The same at every attempt, so that a mail server can tell a repetition. */
  id: string
  to: string
  subject: string
  text: string
  language: string
}

export type Mailer = {
  send(letter: Letter): Promise<void>
  close(): void
}

/** Null when no mail server is configured. */
export function openMailer(config: { SMTP_URL?: string | undefined; MAIL_FROM: string }): Mailer | null {
  if (!config.SMTP_URL) return null
  const transport = createTransport(
    {
      url: config.SMTP_URL,
      // Mails hold names and links that open something: no server may talk the portal out of TLS (RFC 8314 §3).
      requireTLS: !isLoopback(new URL(config.SMTP_URL).hostname),
      pool: true,
      maxConnections: 2,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 20_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from: config.MAIL_FROM },
  )
  const domain = /@([^>\s]+)>?\s*$/.exec(config.MAIL_FROM)?.[1] ?? 'localhost'
  return {
    async send({ id, to, subject, text, language }) {
      await transport.sendMail({
        /** As an object, so that what somebody typed is one address and never a list. */
        to: { name: '', address: to },
        subject,
        text,
        messageId: `<${id}@${domain}>`,
        /** RFC 3834: keeps holiday notices from answering. */
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
      })
    },
    close: () => transport.close(),
  }
}
