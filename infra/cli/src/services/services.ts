import type { Migration } from '@cdop/database'
import type { ServiceName } from '@cdop/domain'

/** One of the services this checkout holds. */
export interface InstalledService {
  readonly name: ServiceName
  /** Its program, from the checkout's root. */
  readonly main: string
  /** Read only when the database is migrated: that a service can be loaded is no condition for stopping it. */
  migrations(): Promise<readonly Migration[]>
}

/** Every service, in the order in which they start: whoever is called stands before whoever calls. */
export const services: readonly InstalledService[] = []
