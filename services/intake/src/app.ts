import { serviceMigrations } from '@cdop/events'
import { type MailSettings, smtpMail } from '@cdop/mail'
import { type ServiceDefinition, serviceApp } from '@cdop/service'
import type { Hono } from 'hono'
import { router } from './api.ts'
import { jobs } from './jobs.ts'
import type { Parts } from './parts.ts'

export const migrations = serviceMigrations(new URL('../migrations/', import.meta.url))

/** What makes this service differ from the others; `settings` say where mail goes and what links begin with. */
export function definition(settings: MailSettings): ServiceDefinition<Parts> {
  return {
    service: 'intake',
    router,
    extend: async (parts) => {
      const mail = smtpMail(settings.smtpUrl, settings.mailFrom)
      return {
        parts: { ...parts, mail, portalPublicUrl: settings.portalPublicUrl },
        closing: [async () => mail.close()],
      }
    },
    jobs,
  }
}

/** The service over parts the caller opened; needs no socket. */
export function createApp(parts: Parts): Hono {
  const shape: ServiceDefinition<Parts> = {
    service: 'intake',
    router,
    extend: async () => ({ parts, closing: [] }),
  }
  return serviceApp(shape, parts, () => {})
}
