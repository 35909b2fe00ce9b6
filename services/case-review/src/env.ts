import { type MailSettings, mailSettings } from '@cdop/mail'
import { type ServiceEnvironment, serviceEnvironment } from '@cdop/service'
import type { NationalSettings } from './national-submission/http-national-database.ts'
import { localNationalSettings, nationalSettings } from './national-submission/national-settings.ts'

/** Where mail goes and what links begin with; where the national database is, null when nobody has set it. */
export type Settings = MailSettings & { national: NationalSettings | null }

/** The settings of this process; nothing else reads the environment. @throws EnvironmentError */
export function environment(): { service: ServiceEnvironment; settings: Settings } {
  return {
    service: serviceEnvironment('case-review', process.env),
    settings: { ...mailSettings(process.env), national: nationalSettings(process.env) },
  }
}

/** The settings of the stand-in for the national database. @throws EnvironmentError */
export function localNationalEnvironment(): { port: number; token: string } {
  return localNationalSettings(process.env)
}
