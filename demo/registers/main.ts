import { startRegisters } from './server.ts'

/** The demo's registers as a process of their own; it ends with the process that started it. */
const token = process.env.DEMO_REGISTERS_TOKEN
if (!token) throw new Error('DEMO_REGISTERS_TOKEN is missing')

const registers = await startRegisters({ port: Number(process.env.DEMO_REGISTERS_PORT), token })
const end = () => registers.close().then(() => process.exit(0))
process.on('disconnect', end)
process.on('SIGTERM', end)
process.on('SIGINT', () => {})
process.send?.('ready')
