import { Port, readEnvironment } from '@cdop/runtime'
import { z } from 'zod'

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
