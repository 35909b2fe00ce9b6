import { serviceMigrations } from '@cdop/events'
import { type MailSettings, smtpMail } from '@cdop/mail'
import type { CallReport } from '@cdop/rpc'
import { type ServiceDefinition, serviceApp } from '@cdop/service'
import type { Hono } from 'hono'
import { caseReviewRouter } from './api.ts'
import { sendMail } from './mail/send-mail.ts'
import { SEND_MAIL } from './mail/wake-mail.ts'
import type { Parts } from './parts.ts'
import { CARRY_TOLD, carryTold } from './transfer/carry-told.ts'

export const migrations = serviceMigrations(new URL('../migrations/', import.meta.url))

/** What makes this service differ from the others; `settings` say where mail goes and what links begin with. */
export function definition(settings: MailSettings): ServiceDefinition<Parts> {
  return {
    service: 'case-review',
    router: caseReviewRouter,
    extend: async (parts) => {
      const mail = smtpMail(settings.smtpUrl, settings.mailFrom)
      return {
        parts: { ...parts, mail, portalPublicUrl: settings.portalPublicUrl },
        closing: [async () => mail.close()],
      }
    },
    jobs: (parts) => ({
      [SEND_MAIL]: (payload) => sendMail(parts, payload),
      [CARRY_TOLD]: (payload) => carryTold(parts, payload),
    }),
  }
}

/** The service as an app that needs no socket. */
export function createApp(parts: Parts, report: (call: CallReport) => void = () => {}): Hono {
  const shape: ServiceDefinition<Parts> = {
    service: 'case-review',
    router: caseReviewRouter,
    extend: async () => ({ parts, closing: [] }),
  }
  return serviceApp(shape, parts, report)
}
