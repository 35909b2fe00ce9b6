import { mailSettings } from '@cdop/mail'
import { Port, readEnvironment } from '@cdop/runtime'
import { type ServiceEnvironment, serviceEnvironment } from '@cdop/service'
import { z } from 'zod'
import type { PortalSettings } from './app.ts'
import { DemonstrationPerson, demonstrationPeople } from './sign-in/demonstration-people.ts'
import type { LocalIdentityProviderSettings } from './sign-in/local-identity-provider.ts'

const clientId = z.string().min(1).default('cdop-portal')

const Settings = z.object({
  PORTAL_PUBLIC_URL: z.url(),
  DOCUMENTS_PUBLIC_URL: z.url(),
  DOCUMENTS_PORT: Port,
  OIDC_ISSUER: z.url(),
  OIDC_CLIENT_ID: clientId,
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
})

/** @throws EnvironmentError naming what is missing or wrong */
export function environment(): { service: ServiceEnvironment; portal: PortalSettings } {
  const settings = readEnvironment(Settings, process.env)
  const { smtpUrl, mailFrom } = mailSettings(process.env)
  const service = serviceEnvironment('portal', process.env)
  return {
    service,
    portal: {
      publicUrl: new URL(settings.PORTAL_PUBLIC_URL).origin,
      documents: {
        publicUrl: new URL(settings.DOCUMENTS_PUBLIC_URL).origin,
        host: service.host,
        port: settings.DOCUMENTS_PORT,
      },
      smtpUrl,
      mailFrom,
      issuer: settings.OIDC_ISSUER,
      clientId: settings.OIDC_CLIENT_ID,
      clientSecret: settings.OIDC_CLIENT_SECRET,
    },
  }
}

const LocalSettings = z.object({
  DEPLOYMENT: z.string().optional(),
  IDENTITY_PROVIDER_PORT: Port,
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: clientId,
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  PORTAL_PUBLIC_URL: z.url(),
  IDENTITY_PROVIDER_PEOPLE: z
    .string()
    .optional()
    .transform((raw, context) => {
      const people = z
        .array(DemonstrationPerson)
        .min(1)
        .safeParse(raw === undefined ? [...demonstrationPeople] : parsedJson(raw))
      if (people.success) return people.data
      context.addIssue('is not a list of people')
      return z.NEVER
    }),
})

function parsedJson(raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    return null
  }
}

/** @throws EnvironmentError naming what is missing or wrong */
export function localIdentityProviderEnvironment(): LocalIdentityProviderSettings {
  const settings = readEnvironment(LocalSettings, process.env)
  const port = settings.IDENTITY_PROVIDER_PORT
  return {
    deployment: settings.DEPLOYMENT,
    port,
    issuer: settings.OIDC_ISSUER ?? null,
    clientId: settings.OIDC_CLIENT_ID,
    clientSecret: settings.OIDC_CLIENT_SECRET,
    portalUrl: new URL(settings.PORTAL_PUBLIC_URL).origin,
    people: settings.IDENTITY_PROVIDER_PEOPLE,
  }
}
