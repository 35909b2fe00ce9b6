import { type MailSettings, mailSettings } from '@cdop/mail'
import { Port, readEnvironment } from '@cdop/runtime'
import { type ServiceEnvironment, serviceEnvironment } from '@cdop/service'
import { z } from 'zod'
import { type DocumentSettings, documentSettings } from './document/document-settings.ts'
import {
  localNationalSettings,
  type NationalDestinations,
  nationalSettings,
} from './national-submission/national-settings.ts'

/**
 * Where mail goes and what links begin with; where documents lie and who scans them; where each area's national
 * database is.
 */
export type Settings = MailSettings & DocumentSettings & { national: NationalDestinations }

/** The settings of this process; nothing else reads the environment. @throws EnvironmentError */
export function environment(): { service: ServiceEnvironment; settings: Settings } {
  return {
    service: serviceEnvironment('case-review', process.env),
    settings: {
      ...mailSettings(process.env),
      ...documentSettings(process.env),
      national: nationalSettings(process.env),
    },
  }
}

/** The settings of the stand-in for the national database. @throws EnvironmentError */
export function localNationalEnvironment(): { port: number; token: string } {
  return localNationalSettings(process.env)
}

const ScannerSettings = z.object({
  DEPLOYMENT: z.literal('demonstration', {
    error: 'must be demonstration: the local scanner knows no malware',
  }),
  LOCAL_SCANNER_PORT: Port,
  LOCAL_SCANNER_HEALTH_PORT: Port,
})

/** The settings of the local scanner. @throws EnvironmentError unless it is told that this is a demonstration */
export function localScannerSettings(): { port: number; healthPort: number } {
  const settings = readEnvironment(ScannerSettings, process.env)
  return { port: settings.LOCAL_SCANNER_PORT, healthPort: settings.LOCAL_SCANNER_HEALTH_PORT }
}
