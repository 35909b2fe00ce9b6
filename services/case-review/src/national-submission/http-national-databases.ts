import { httpNationalDatabase } from './http-national-database.ts'
import type { NationalDatabases } from './national-database.ts'
import type { NationalDestinations } from './national-settings.ts'

/** The national database of each panel, by HTTP. */
export function httpNationalDatabases({ everybody, areas }: NationalDestinations): NationalDatabases {
  const ofAll = everybody && httpNationalDatabase(everybody)
  const own = new Map([...areas].map(([code, settings]) => [code, httpNationalDatabase(settings)]))
  return (panel) => own.get(panel) ?? ofAll
}
