import type { Mail } from '@cdop/mail'
import type { ServiceParts } from '@cdop/service'

/** What a use case of intake may need. */
export type Parts = ServiceParts & {
  mail: Mail
  /** Origin of the portal as people reach it; mailed links begin with it. */
  portalPublicUrl: string
}
