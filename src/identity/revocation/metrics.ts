import { Counter, Gauge } from 'prom-client'
import { metrics } from '../../platform/metrics.ts'

export const revocationChecks = new Counter({
  name: 'guichet_revocation_checks_total',
  help: 'Certificates asked about, by provider, method (ocsp, crl) and result.',
  labelNames: ['provider', 'method', 'result'] as const,
  registers: [metrics],
})

export const crlExpires = new Gauge({
  name: 'guichet_crl_expires_timestamp_seconds',
  help: 'When the first of a provider’s revocation lists expires.',
  labelNames: ['provider'] as const,
  registers: [metrics],
})
