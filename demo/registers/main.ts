import { startRegisters } from './server.ts'

/** The demo's registers as a process of their own; it ends with the process that started it. */
const { HOST: host = '127.0.0.1', PORT: port, TOKEN: token } = process.env
if (!port || !token) throw new Error('PORT and TOKEN are missing')

const registers = await startRegisters({ host, port: Number(port), token })
const end = () => registers.close().then(() => process.exit(0))
process.on('disconnect', end)
process.on('SIGTERM', end)
process.on('SIGINT', () => {})
process.send?.('ready')
