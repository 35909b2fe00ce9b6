import { type MailSettings, mailSettings } from '@cdop/mail'
import { Port, readEnvironment } from '@cdop/runtime'
import { type ServiceEnvironment, serviceEnvironment } from '@cdop/service'
import { z } from 'zod'

/** @throws EnvironmentError naming what is missing or wrong */
export function environment(): { service: ServiceEnvironment; mail: MailSettings } {
  return { service: serviceEnvironment('intake', process.env), mail: mailSettings(process.env) }
}

const SurveillanceSettings = z.object({
  DEPLOYMENT: z.literal('demonstration', {
    error: 'must be demonstration: invented deaths are never forwarded to a live database',
  }),
  SURVEILLANCE_PORT: Port,
  SURVEILLANCE_TOKEN: z.string().min(1),
  PORTAL_PUBLIC_URL: z.url(),
})

/** The settings of the local surveillance. @throws EnvironmentError unless it is told that this is a demonstration */
export function surveillanceSettings(source: Readonly<Record<string, string | undefined>> = process.env): {
  port: number
  door: { url: string; token: string }
} {
  const settings = readEnvironment(SurveillanceSettings, source)
  return {
    port: settings.SURVEILLANCE_PORT,
    door: { url: new URL(settings.PORTAL_PUBLIC_URL).origin, token: settings.SURVEILLANCE_TOKEN },
  }
}
