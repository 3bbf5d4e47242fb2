import type { Messages } from '../index.ts'

export const mail: Messages['mail'] = {}
