import type { Messages } from '../index.ts'

export const forms: Messages['forms'] = {}
