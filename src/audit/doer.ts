import type { Messages } from '../i18n/index.ts'
import { lastDigits } from '../identifiers/serial-number.ts'
import type { Actor, Capacity } from '../scopes.ts'

/** In which capacity and with which certificate somebody did something, as it was then. */
export type Doer = {
  capacity?: Capacity | null
  certificate?: { kind: Actor['certificate']['kind']; organization: string | null; number: string }
}

export function doerOf({ certificate }: Actor, capacity: Capacity | null): Required<Doer> {
  const { kind, organizationName, serialNumber } = certificate
  return { capacity, certificate: { kind, organization: organizationName, number: lastDigits(serialNumber) } }
}

/** “Employee · Professional certificate, Schreinerei Muster, …0214”; empty where it was not kept. */
export function doerInWords(t: Messages, { capacity, certificate }: Doer): string {
  const held = certificate && [
    t.certificates.kinds[certificate.kind],
    certificate.organization,
    certificate.number,
  ]
  return [capacity && t.spaces.capacity[capacity], held?.filter(Boolean).join(', ')]
    .filter(Boolean)
    .join(' · ')
}
