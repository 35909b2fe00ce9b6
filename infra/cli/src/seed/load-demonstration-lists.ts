import { join } from 'node:path'
import { PlainMonth, SYSTEM_AREA } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { deprivationLayout } from '../reference-list/deprivation-layout.ts'
import { loadList, type Reference } from '../reference-list/load-list.ts'
import { postcodeLayout } from '../reference-list/postcode-layout.ts'
import type { OperatorClient } from '../stack/operator-client.ts'

/** Out long before any child of the demonstration died. */
const postcodes = { list: 'ONSPD', edition: PlainMonth.parse('2025-02') } as const satisfies Reference
const deprivation = { list: 'IMD2019', edition: '2011' } as const satisfies Reference

const part = (name: string) => ({ path: join(import.meta.dirname, name), partOnly: true, limits: {} })

/**
 * Loads a few invented postcodes, in the layout of the official directory, and the real deciles of the small areas they
 * are said to lie in. A list that is there already, the official one for instance, stays.
 */
export async function loadDemonstrationLists(client: OperatorClient): Promise<void> {
  const { reference } = client.onOwnAccount(SYSTEM_AREA).to<IntakeRouter>('intake')
  const there = new Set((await reference.list.query({})).map((listed) => listed.reference.list))
  const quietly = () => undefined
  if (!there.has(deprivation.list)) {
    const load = {
      ...part('demonstration-deprivation.csv'),
      reference: deprivation,
      layout: deprivationLayout('IMD2019'),
    }
    await loadList(client, { ...load, append: (to, piece) => to.appendDeprivation.mutate(piece) }, quietly)
  }
  if (!there.has(postcodes.list)) {
    const load = { ...part('demonstration-postcodes.csv'), reference: postcodes, layout: postcodeLayout }
    await loadList(client, { ...load, append: (to, piece) => to.appendPostcodes.mutate(piece) }, quietly)
  }
}
