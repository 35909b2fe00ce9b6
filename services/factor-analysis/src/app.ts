import { serviceMigrations } from '@cdop/events'
import { every } from '@cdop/runtime'
import { type ServiceDefinition, type ServiceParts, serviceApp } from '@cdop/service'
import type { Hono } from 'hono'
import { router } from './api.ts'
import { followUp } from './follow-up/follow-up.ts'
import { remindOfUnacknowledged } from './urgent-alert/remind-unacknowledged.ts'

/** Milliseconds between two looks at which urgent alerts nobody acknowledged in time. */
const REMIND_EVERY = 60_000

/** Milliseconds between two looks at what is overdue today. */
const FOLLOW_UP_EVERY = 120_000

export const migrations = serviceMigrations(new URL('../migrations/', import.meta.url))

export const definition: ServiceDefinition<ServiceParts> = {
  service: 'factor-analysis',
  router,
  extend: async (parts, log) => {
    const reminding = every(REMIND_EVERY, 'reminding-of-alerts', () => remindOfUnacknowledged(parts), log)
    const following = every(FOLLOW_UP_EVERY, 'following-up', () => followUp(parts), log)
    return { parts, closing: [() => reminding.stop(), () => following.stop()] }
  },
}

/** The service over parts the caller opened; needs no socket. */
export function createApp(parts: ServiceParts): Hono {
  return serviceApp(definition, parts, () => {})
}
