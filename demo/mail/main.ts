import { startMailbox } from './server.ts'

/** The demo's mailbox as a process of its own; it ends with the process that started it. */
const need = (name: string): string => {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is missing`)
  return value
}

const mailbox = await startMailbox({
  host: need('HOST'),
  port: Number(need('PORT')),
  smtpPort: Number(need('SMTP_PORT')),
  folder: need('FOLDER'),
})
const end = () => mailbox.close().then(() => process.exit(0))
process.on('disconnect', end)
process.on('SIGTERM', end)
process.on('SIGINT', () => {})
process.send?.('ready')
