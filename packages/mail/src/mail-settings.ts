import { readEnvironment } from '@cdop/runtime'
import { z } from 'zod'

const Settings = z.object({
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  MAIL_FROM: z.email().default('child-death-review@cdop.example'),
  PORTAL_PUBLIC_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/$/, '')),
})

/** What a service that sends mail is told: the mail server, whom mail is from, and what mailed links begin with. */
export type MailSettings = { smtpUrl: string; mailFrom: string; portalPublicUrl: string }

/** @throws EnvironmentError naming every setting that is missing or wrong */
export function mailSettings(source: Readonly<Record<string, string | undefined>>): MailSettings {
  const settings = readEnvironment(Settings, source)
  return {
    smtpUrl: settings.SMTP_URL,
    mailFrom: settings.MAIL_FROM,
    portalPublicUrl: settings.PORTAL_PUBLIC_URL,
  }
}
