import type { Messages } from '../index.ts'

export const errors: Messages['errors'] = {}
