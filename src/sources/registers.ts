import type { Config } from '../config.ts'
import type { Log } from '../platform/log.ts'
import { openRegister, type Register, type RegisterId } from './register.ts'
import { readSigner } from './service-token.ts'

/** The registers this portal may ask; null where none is connected. */
export type Registers = Record<RegisterId, Register | null>

export function openRegisters(config: Config, log: Log): Registers {
  const { registers } = config.connections
  const open = (id: RegisterId) => {
    const settings = registers[id]
    if (!settings) return null
    const signer = readSigner(`registers.${id}`, settings, config)
    return openRegister(id, settings, { signer, log })
  }
  return { persons: open('persons'), companies: open('companies'), drivingLicences: open('drivingLicences') }
}
