import type { Migration } from '@cdop/database'
import type { ServiceName } from '@cdop/domain'

/** One of the services this checkout holds. */
export interface InstalledService {
  readonly name: ServiceName
  /** Its program, from the checkout's root. */
  readonly main: string
  /** Loads the service only when its database is migrated. */
  migrations(): Promise<readonly Migration[]>
}

/** Every service, in the order in which they start: whoever is called stands before whoever calls. */
export const services: readonly InstalledService[] = [
  {
    name: 'intake',
    main: 'services/intake/src/main.ts',
    migrations: async () => (await import('@cdop/intake/app')).migrations,
  },
  {
    name: 'case-review',
    main: 'services/case-review/src/main.ts',
    migrations: async () => (await import('@cdop/case-review/app')).migrations,
  },
  {
    name: 'factor-analysis',
    main: 'services/factor-analysis/src/main.ts',
    migrations: async () => (await import('@cdop/factor-analysis/app')).migrations,
  },
  {
    name: 'reporting',
    main: 'services/reporting/src/main.ts',
    migrations: async () => (await import('@cdop/reporting/app')).migrations,
  },
  {
    name: 'portal',
    main: 'services/portal/src/main.ts',
    migrations: async () => (await import('@cdop/portal/app')).migrations,
  },
]
