import { Port, readEnvironment } from '@cdop/runtime'
import { z } from 'zod'
import type { NationalSettings } from './http-national-database.ts'

type Source = Readonly<Record<string, string | undefined>>

/** In the clear only on this machine. */
const isSafe = (address: string) => {
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || (protocol === 'http:' && hostname === '127.0.0.1')
}

const Settings = z.object({
  NATIONAL_DATABASE_URL: z
    .url()
    .refine(isSafe, 'must begin with https://')
    .transform((url) => url.replace(/\/$/, ''))
    .optional(),
  NATIONAL_DATABASE_TOKEN: z.string().min(1).optional(),
})

/** Where submissions go; null when it is not set, and then nothing is sent. @throws EnvironmentError */
export function nationalSettings(source: Source): NationalSettings | null {
  const settings = readEnvironment(Settings, source)
  const { NATIONAL_DATABASE_URL: url } = settings
  if (url === undefined) return null
  const { NATIONAL_DATABASE_TOKEN: token } = readEnvironment(
    Settings.required({ NATIONAL_DATABASE_TOKEN: true }),
    source,
  )
  return { url, token }
}

const LocalSettings = z.object({
  DEPLOYMENT: z.literal('demonstration', {
    error: 'must be demonstration: nothing true is sent to a stand-in',
  }),
  NATIONAL_DATABASE_PORT: Port,
  NATIONAL_DATABASE_TOKEN: z.string().min(1),
})

/** The settings of the stand-in. @throws EnvironmentError unless it is told that this is a demonstration */
export function localNationalSettings(source: Source): { port: number; token: string } {
  const { NATIONAL_DATABASE_PORT: port, NATIONAL_DATABASE_TOKEN: token } = readEnvironment(
    LocalSettings,
    source,
  )
  return { port, token }
}
