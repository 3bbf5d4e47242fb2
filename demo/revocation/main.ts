import { startRevocation } from './server.ts'

/** The demo's OCSP responder and lists as a process of their own; it ends with the process that started it. */
const { HOST: host = '127.0.0.1', PORT: port, FOLDER: folder } = process.env
if (!port || !folder) throw new Error('PORT and FOLDER are missing')

const revocation = await startRevocation({ host, port: Number(port), folder })
const end = () => revocation.close().then(() => process.exit(0))
process.on('disconnect', end)
process.on('SIGTERM', end)
process.on('SIGINT', () => {})
process.send?.('ready')
