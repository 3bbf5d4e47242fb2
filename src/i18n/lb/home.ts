import type { Messages } from '../index.ts'

export const home: Messages['home'] = {}
