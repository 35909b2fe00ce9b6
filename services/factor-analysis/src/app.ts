import { serviceMigrations } from '@cdop/events'
import { every } from '@cdop/runtime'
import { type ServiceDefinition, type ServiceParts, serviceApp } from '@cdop/service'
import type { Hono } from 'hono'
import { router } from './api.ts'
import { remindOfUnacknowledged } from './urgent-alert/remind-unacknowledged.ts'

/** Milliseconds between two looks at which urgent alerts nobody acknowledged in time. */
const REMIND_EVERY = 60_000

export const migrations = serviceMigrations(new URL('../migrations/', import.meta.url))

export const definition: ServiceDefinition<ServiceParts> = {
  service: 'factor-analysis',
  router,
  extend: async (parts, log) => {
    const reminding = every(REMIND_EVERY, 'reminding-of-alerts', () => remindOfUnacknowledged(parts), log)
    return { parts, closing: [() => reminding.stop()] }
  },
}

/** The service over parts the caller opened; needs no socket. */
export function createApp(parts: ServiceParts): Hono {
  return serviceApp(definition, parts, () => {})
}
