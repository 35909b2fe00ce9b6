import { Port, readEnvironment } from '@cdop/runtime'
import { z } from 'zod'
import type { NationalSettings } from './http-national-database.ts'

type Source = Readonly<Record<string, string | undefined>>

/** In the clear only on this machine. */
const isSafe = (address: string) => {
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || (protocol === 'http:' && hostname === '127.0.0.1')
}

const Address = z
  .url()
  .refine(isSafe, 'must begin with https://')
  .transform((url) => url.replace(/\/$/, ''))
const Token = z.string().min(1)

/** An area that has its own: by its code. A wrong one is named by its place, never by what it says. */
const OfAreas = z
  .string()
  .transform((text, check) => {
    try {
      return z.json().parse(JSON.parse(text))
    } catch {
      check.addIssue('must be JSON')
      return z.NEVER
    }
  })
  .pipe(z.record(z.string().max(20), z.strictObject({ url: Address, token: Token })))

const Settings = z.object({
  NATIONAL_DATABASE_URL: Address.optional(),
  NATIONAL_DATABASE_TOKEN: Token.optional(),
  NATIONAL_DATABASE_AREAS: OfAreas.optional(),
  NATIONAL_DATABASE_YEAR_END_DAYS: z.coerce.number().int().min(0).max(365).optional(),
})

/** Where submissions go: those of an area that has its own there, all others to `everybody`. */
export type NationalDestinations = {
  /** Null when it is not set: then nothing is sent of an area that has none of its own. */
  readonly everybody: NationalSettings | null
  /** By the code of the area. */
  readonly areas: ReadonlyMap<string, NationalSettings>
  /** Days after 31 March by which a year's records are due; null when nobody has set it. */
  readonly yearEndDays: number | null
}

/** Where submissions go. @throws EnvironmentError naming the setting at fault, never its value */
export function nationalSettings(source: Source): NationalDestinations {
  const {
    NATIONAL_DATABASE_URL: url,
    NATIONAL_DATABASE_AREAS: own = {},
    NATIONAL_DATABASE_YEAR_END_DAYS: yearEndDays = null,
  } = readEnvironment(Settings, source)
  const areas = new Map(Object.entries(own))
  if (url === undefined) return { everybody: null, areas, yearEndDays }
  const { NATIONAL_DATABASE_TOKEN: token } = readEnvironment(
    Settings.required({ NATIONAL_DATABASE_TOKEN: true }),
    source,
  )
  return { everybody: { url, token }, areas, yearEndDays }
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
