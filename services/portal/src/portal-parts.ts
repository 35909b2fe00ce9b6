import type { Mail } from '@cdop/mail'
import type { Log } from '@cdop/runtime'
import type { ServiceParts } from '@cdop/service'
import type { PortalRooms } from './live/live-stream.ts'
import type { IdentityProvider } from './sign-in/identity-provider.ts'

/** What the portal needs beyond what every service has. */
export type PortalParts = ServiceParts & {
  /** Origin under which people reach the portal, for example https://reviews.example.org */
  publicUrl: string
  /** Origin from which documents are opened: not the one people are signed in at. */
  documentsUrl: string
  identityProvider: IdentityProvider
  mail: Mail
  live: PortalRooms
  log: Log
}
