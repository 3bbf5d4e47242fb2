import type { Messages } from '../i18n/index.ts'

/**
 * The pages of help, in the order they are listed, and the day each was last checked. A topic is added
 * here and in the `help` catalogues; nothing else knows their names.
 */
export const topics = {
  certificates: '2026-11-23',
  spaces: '2026-11-23',
  sharing: '2026-11-26',
  limit: '2026-11-23',
  data: '2026-11-23',
  technical: '2026-11-23',
} as const satisfies Record<keyof Messages['help']['topics'], string>

export type TopicName = keyof typeof topics

export const topicNames = Object.keys(topics).filter(isTopic)

export function isTopic(name: unknown): name is TopicName {
  return typeof name === 'string' && Object.hasOwn(topics, name)
}

/** The day the pages about law were last changed. */
export const legalDates = {
  terms: '2026-11-23',
  privacy: '2026-11-23',
  accessibility: '2026-11-23',
  imprint: '2026-11-23',
  contact: '2026-11-23',
} as const
