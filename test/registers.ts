import { companies } from '../demo/registers/companies.ts'
import { drivingLicences } from '../demo/registers/driving-licences.ts'
import { prepareRegisterKey } from '../demo/registers/keys.ts'
import { idOf, type RegisterName, registerNames } from '../demo/registers/names.ts'
import { persons } from '../demo/registers/persons.ts'
import type { Mode, Register } from '../demo/registers/register.ts'
import { type RunningRegister, startRegister } from '../demo/registers/server.ts'

export type Registers = Record<'persons' | 'companies' | 'drivingLicences', RunningRegister> & {
  /** What the connections file says of them. */
  connections: Record<string, { url: string; keyFile: string; pauseSeconds: number }>
  /** All of them at once. */
  behave(mode: Mode): void
  close(): Promise<void>
}

/** The demo's registers, here in this process, each with a key of its own; their files lie in `folder`. */
export async function startRegisters(folder: string): Promise<Registers> {
  const start = <Entry>(register: Register<Entry>) =>
    startRegister({ register, folder, port: 0, publicKey: keyOf(register.name).publicKey })
  const keyOf = (name: RegisterName) => prepareRegisterKey(folder, name)
  const running = {
    persons: await start(persons),
    companies: await start(companies),
    drivingLicences: await start(drivingLicences),
  }
  const all = Object.values(running)
  return {
    ...running,
    connections: Object.fromEntries(
      registerNames.map((name) => {
        const { url } = running[idOf[name]]
        // Tried again at once: what one test breaks must not hold up the next.
        return [idOf[name], { url, keyFile: keyOf(name).keyFile, pauseSeconds: 0 }]
      }),
    ),
    behave(mode) {
      for (const one of all) one.behave(mode)
    },
    async close() {
      await Promise.all(all.map((one) => one.close()))
    },
  }
}
