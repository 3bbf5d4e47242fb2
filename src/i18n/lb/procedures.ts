import type { Messages } from '../index.ts'

export const procedures: Messages['procedures'] = {}
