import type { ServiceName } from '@cdop/domain'
import { Port, readEnvironment } from '@cdop/runtime'
import { z } from 'zod'

const json = z.string().transform((raw, context): unknown => {
  try {
    return JSON.parse(raw)
  } catch {
    context.addIssue('is not JSON')
    return z.NEVER
  }
})

const Settings = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: Port,
  DATABASE_URL: z.string().min(1),
  SIGNING_KEY: json,
  TRUSTED_KEYS: json,
  ENCRYPTION_KEY: z.string().min(1),
  SENTRY_DSN: z.string().optional(),
  PORTAL_URL: z.url(),
  REPORTING_URL: z.url(),
  FACTOR_ANALYSIS_URL: z.url(),
  CASE_REVIEW_URL: z.url(),
  INTAKE_URL: z.url(),
})

/** The settings every service has. */
export type ServiceEnvironment = {
  host: string
  port: number
  databaseUrl: string
  signingKey: unknown
  trustedKeys: unknown
  encryptionKey: string
  sentryDsn: string | undefined
  urls: Readonly<Record<ServiceName, string>>
}

/**
 * Reads a service's settings. Those that differ from service to service carry its name: INTAKE_DATABASE_URL,
 * INTAKE_PORT, INTAKE_SIGNING_KEY, INTAKE_ENCRYPTION_KEY; each may come as a file (…_FILE).
 * @throws EnvironmentError naming what is missing or wrong
 */
export function serviceEnvironment(
  service: ServiceName,
  source: Readonly<Record<string, string | undefined>>,
): ServiceEnvironment {
  const stem = service.replaceAll('-', '_').toUpperCase()
  const own: Record<string, string | undefined> = { ...source }
  for (const name of ['DATABASE_URL', 'PORT', 'HOST', 'SIGNING_KEY', 'ENCRYPTION_KEY']) {
    own[name] = source[`${stem}_${name}`]
    own[`${name}_FILE`] = source[`${stem}_${name}_FILE`]
  }
  const settings = readEnvironment(Settings, own)
  return {
    host: settings.HOST,
    port: settings.PORT,
    databaseUrl: settings.DATABASE_URL,
    signingKey: settings.SIGNING_KEY,
    trustedKeys: settings.TRUSTED_KEYS,
    encryptionKey: settings.ENCRYPTION_KEY,
    sentryDsn: settings.SENTRY_DSN,
    urls: {
      portal: settings.PORTAL_URL,
      reporting: settings.REPORTING_URL,
      'factor-analysis': settings.FACTOR_ANALYSIS_URL,
      'case-review': settings.CASE_REVIEW_URL,
      intake: settings.INTAKE_URL,
    },
  }
}
