import { type MailSettings, mailSettings } from '@cdop/mail'
import { type ServiceEnvironment, serviceEnvironment } from '@cdop/service'

/** The settings of this process; nothing else reads the environment. @throws EnvironmentError */
export function environment(): { service: ServiceEnvironment; mail: MailSettings } {
  return { service: serviceEnvironment('case-review', process.env), mail: mailSettings(process.env) }
}
