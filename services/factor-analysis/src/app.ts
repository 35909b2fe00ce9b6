import { serviceMigrations } from '@cdop/events'
import { type ServiceDefinition, type ServiceParts, serviceApp } from '@cdop/service'
import type { Hono } from 'hono'
import { router } from './api.ts'

export const migrations = serviceMigrations(new URL('../migrations/', import.meta.url))

export const definition: ServiceDefinition<ServiceParts> = {
  service: 'factor-analysis',
  router,
  extend: async (parts) => ({ parts, closing: [] }),
}

/** The service over parts the caller opened; needs no socket. */
export function createApp(parts: ServiceParts): Hono {
  return serviceApp(definition, parts, () => {})
}
