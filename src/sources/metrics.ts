import { Counter } from 'prom-client'
import { metrics } from '../platform/metrics.ts'

export const registerQuestions = new Counter({
  name: 'guichet_register_questions_total',
  help: 'Questions to registers, by register and outcome (answered, nothing, unavailable, invalid; too_many: not asked).',
  labelNames: ['register', 'outcome'] as const,
  registers: [metrics],
})
