import type { CaseId } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import type { clientOf } from '@cdop/rpc'
import type { PersonVisit } from '../../page/visit.ts'
import { admittedCases } from '../duplicates/admitted.ts'

type Intake = ReturnType<typeof clientOf<IntakeRouter>>
export type RelatedRow = Awaited<ReturnType<Intake['related']['list']['query']>>['rows'][number]
type Whose = Parameters<Intake['related']['of']['query']>[0]['whose']

const casesOf = ({ children }: RelatedRow): CaseId[] =>
  children.flatMap(({ caseId }) => (caseId === null ? [] : [caseId]))

/** Leaves out what is about a case this person may not see: nothing says that it is there. */
async function admitted(visit: PersonVisit, { rows }: { rows: RelatedRow[] }): Promise<RelatedRow[]> {
  const seen = await admittedCases(visit, rows.flatMap(casesOf))
  return rows.filter((row) => casesOf(row).every((caseId) => seen.has(caseId)))
}

const related = (visit: PersonVisit) => visit.call<IntakeRouter>('intake').related

/** Relations of the area in a state, as far as this person may know of them. */
export async function relatedIn(visit: PersonVisit, state: 'proposed' | 'confirmed' | 'dismissed') {
  return admitted(visit, await related(visit).list.query({ areaId: visit.areaId, state }))
}

/** Relations of one child, as far as this person may know of them. */
export async function relatedOf(visit: PersonVisit, whose: Whose) {
  return admitted(visit, await related(visit).of.query({ areaId: visit.areaId, whose }))
}

/** Other deaths in a household that wait for this designated doctor to say that they have seen them; else none. */
export async function unseenRelated(visit: PersonVisit): Promise<RelatedRow[]> {
  if (!visit.mayDo('related:acknowledge')) return []
  return admitted(visit, await related(visit).unseen.query({ areaId: visit.areaId }))
}
