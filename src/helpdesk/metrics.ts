import { Counter } from 'prom-client'
import { metrics } from '../platform/metrics.ts'

export const lookupsRefused = new Counter({
  name: 'guichet_helpdesk_lookups_refused_total',
  help: 'Look-ups of accounts that were refused because an agent had looked up too many within an hour.',
  registers: [metrics],
})
