import { type MailSettings, mailSettings } from '@cdop/mail'
import { type ServiceEnvironment, serviceEnvironment } from '@cdop/service'

/** @throws EnvironmentError naming what is missing or wrong */
export function environment(): { service: ServiceEnvironment; mail: MailSettings } {
  return { service: serviceEnvironment('intake', process.env), mail: mailSettings(process.env) }
}
