/** The registers of the demo. Each runs as a process of its own. */
export const registerNames = ['persons', 'companies', 'driving-licences'] as const
export type RegisterName = (typeof registerNames)[number]

/** What the portal's connections, and the demo's ports and addresses, call them. */
export const idOf = {
  persons: 'persons',
  companies: 'companies',
  'driving-licences': 'drivingLicences',
} as const satisfies Record<RegisterName, string>
