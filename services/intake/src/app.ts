import { serviceMigrations } from '@cdop/events'
import { type MailSettings, smtpMail } from '@cdop/mail'
import { every } from '@cdop/runtime'
import { type ServiceDefinition, serviceApp } from '@cdop/service'
import type { Hono } from 'hono'
import { router } from './api.ts'
import { jobs } from './jobs.ts'
import { doWhatIsDue } from './joint-agency-response/do-what-is-due.ts'
import type { Parts } from './parts.ts'
import { carryDueTransfers } from './transfer/carry-transfer.ts'

/** Milliseconds between two looks at what is due: a page leaves within moments of its notification. */
const WATCH_EVERY = 2_000
/** Milliseconds between two looks at transfers: somebody who has accepted a record waits for it. */
const CARRY_EVERY = 1_000

export const migrations = serviceMigrations(new URL('../migrations/', import.meta.url))

/** What makes this service differ from the others; `settings` say where mail goes and what links begin with. */
export function definition(settings: MailSettings): ServiceDefinition<Parts> {
  return {
    service: 'intake',
    router,
    extend: async (parts, log) => {
      const mail = smtpMail(settings.smtpUrl, settings.mailFrom)
      const extended: Parts = { ...parts, mail, portalPublicUrl: settings.portalPublicUrl }
      const watch = every(WATCH_EVERY, 'what is due', () => doWhatIsDue(extended), log)
      const carrying = every(CARRY_EVERY, 'transfers', () => carryDueTransfers(extended), log)
      return {
        parts: extended,
        closing: [() => watch.stop(), () => carrying.stop(), async () => mail.close()],
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
