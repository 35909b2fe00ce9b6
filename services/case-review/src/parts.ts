import type { Mail } from '@cdop/mail'
import type { ServiceParts } from '@cdop/service'
import type { Inspector } from './document/inspect/inspector.ts'
import type { Scanner } from './document/scan/scanner.ts'
import type { DocumentStore } from './document/store/document-store.ts'
import type { NationalDatabases } from './national-submission/national-database.ts'

/** What a use case of case-review may need. */
export type Parts = ServiceParts & {
  mail: Mail
  /** Origin of the portal as people reach it; mailed links begin with it. */
  portalPublicUrl: string
  /** Where each panel's submissions go. */
  nationalDatabaseOf: NationalDatabases
  /** Days after 31 March by which a year's records are due there; null where nobody has set it. */
  nationalYearEndDays: number | null
  /** Where the content of documents lies. */
  documents: DocumentStore
  inspector: Inspector
  scanner: Scanner
}
