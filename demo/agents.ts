/** The helpdesk's people in the demo, as the staff of an administration sign in. All are invented. */
export type DemoAgent = { id: string; name: string; about: string; roles: string[] }

export const agentRole = 'guichet-helpdesk'

export const agents: DemoAgent[] = [
  { id: 'ada-agent', name: 'Ada Agent', about: 'Helpdesk', roles: [agentRole] },
  { id: 'ben-berater', name: 'Ben Berater', about: 'Helpdesk', roles: [agentRole] },
  { id: 'paul-at-work', name: 'Paul Weis', about: 'Helpdesk; also one of the people', roles: [agentRole] },
  { id: 'carla-kollegin', name: 'Carla Kollegin', about: 'Works elsewhere: no agent', roles: ['staff'] },
]
