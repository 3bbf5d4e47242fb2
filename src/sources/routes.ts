import type { FastifyInstance } from 'fastify'
import type { House } from '../house.ts'

export function sourceRoutes(_app: FastifyInstance, _house: House) {}
