import { companies } from './companies.ts'
import { drivingLicences } from './driving-licences.ts'
import { persons } from './persons.ts'
import { startRegister } from './server.ts'

/** One register of the demo, as a process of its own; it ends with the process that started it. */
const need = (name: string): string => {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is missing`)
  return value
}
const common = {
  host: process.env.HOST ?? '127.0.0.1',
  port: Number(need('PORT')),
  folder: need('FOLDER'),
  publicKey: need('PUBLIC_KEY'),
}

const register = await start(need('REGISTER'))
const end = () => register.close().then(() => process.exit(0))
process.on('disconnect', end)
process.on('SIGTERM', end)
process.on('SIGINT', () => {})
process.send?.('ready')

function start(name: string) {
  switch (name) {
    case 'persons':
      return startRegister({ register: persons, ...common })
    case 'companies':
      return startRegister({ register: companies, ...common })
    case 'driving-licences':
      return startRegister({ register: drivingLicences, ...common })
    default:
      throw new Error(`REGISTER: there is no register ${name}`)
  }
}
