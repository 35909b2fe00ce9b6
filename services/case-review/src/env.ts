import { Port, readEnvironment } from '@cdop/runtime'
import { type ServiceEnvironment, serviceEnvironment } from '@cdop/service'
import { z } from 'zod'

const Settings = z.object({
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  MAIL_FROM: z.email().default('child-death-review@cdop.example'),
  PORTAL_PUBLIC_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/$/, '')),
})

/** What case-review is told besides what every service is told. */
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

/** The settings of this process; nothing else reads the environment. @throws EnvironmentError */
export function environment(): { service: ServiceEnvironment; mail: MailSettings } {
  return { service: serviceEnvironment('case-review', process.env), mail: mailSettings(process.env) }
}

const SinkSettings = z.object({
  DEPLOYMENT: z.literal('demonstration', {
    error: 'must be demonstration: real mail never goes to the local mail sink',
  }),
  MAIL_SINK_SMTP_PORT: Port,
  MAIL_SINK_PORT: Port,
})

/** The settings of the local mail sink. @throws EnvironmentError unless it is told that this is a demonstration */
export function mailSinkSettings(source: Readonly<Record<string, string | undefined>> = process.env): {
  smtpPort: number
  pagePort: number
} {
  const settings = readEnvironment(SinkSettings, source)
  return { smtpPort: settings.MAIL_SINK_SMTP_PORT, pagePort: settings.MAIL_SINK_PORT }
}
