import type { Messages } from '../index.ts'

export const dossiers: Messages['dossiers'] = {}
