import type { Db } from '@cdop/database'
import { type AreaId, type DeathFacts, isAsked } from '@cdop/domain'
import type { KeyProvider } from '@cdop/encryption'
import { bindings } from '@cdop/forms'
import { z } from 'zod'
import type { CaseRow } from '../case/case-store.ts'
import { requestsOf } from '../information-request/request-store.ts'
import { findReturn } from '../returned-form/returned-form-store.ts'

const codes = z.array(z.string()).prefault([])

/** What of a returned form the rules look at. */
const Reported = z.object({
  report: z.object({ child: z.object({ conditions: codes }).prefault({}), occurrences: codes }).prefault({}),
})

/** What is known of a death in codes: as it was notified, and as every agency returned it. */
export async function deathFacts(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  found: CaseRow,
): Promise<DeathFacts> {
  const { ageBand, placeOfDeath, jarTriggers, flags } = found
  const conditions = new Set<string>()
  const occurrences = new Set<string>()
  for (const { state, caseId, informationRequestId } of await requestsOf(tx, areaId, found)) {
    if (!isAsked(state)) continue
    const returned = await findReturn(tx, keys, { areaId, caseId, informationRequestId })
    for (const { form, answers } of returned?.forms ?? []) {
      const { report } = Reported.parse(bindings(form, answers))
      for (const code of report.child.conditions) conditions.add(code)
      for (const code of report.occurrences) occurrences.add(code)
    }
  }
  return {
    ageBand,
    placeOfDeath,
    jarTriggers: jarTriggers ?? [],
    flags: flags ?? [],
    conditions: [...conditions],
    occurrences: [...occurrences],
  }
}
