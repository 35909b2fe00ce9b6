import type { CaseReviewRouter } from '@cdop/case-review/api'
import { CaseId, Refusal } from '@cdop/domain'
import type { Html } from '../../components/html.ts'
import { Elsewhere, type Screen } from '../../page/screen.ts'
import type { PersonVisit, Visit } from '../../page/visit.ts'
import { displayNames } from '../../user/user-store.ts'
import { type CaseIdentity, type CasePath, caseFrame } from './case-frame.ts'

/** The case a path means. @throws Refusal `not-found` when it can be none */
export function caseIdOf(visit: Pick<Visit, 'param'>): CaseId {
  const read = CaseId.safeParse(visit.param('caseId'))
  if (!read.success) throw new Refusal('not-found')
  return read.data
}

/** The services of a case, on the visitor's behalf. */
export function caseReview(visit: PersonVisit) {
  return visit.call<CaseReviewRouter>('case-review')
}

/** Opens the case of a page that shows nothing sealed of it. Audited by case-review. */
export async function openedCase(visit: PersonVisit) {
  const asked = { areaId: visit.areaId, caseId: caseIdOf(visit), fieldClasses: [] }
  const opened = await caseReview(visit).case.open.query(asked)
  leadToSurvivor(opened.case)
  return opened.case
}
export type OpenedCase = Awaited<ReturnType<typeof openedCase>>

/** A case that was merged is read with the one that stands for it. @throws Elsewhere where that is */
export function leadToSurvivor({ mergedInto }: Pick<OpenedCase, 'mergedInto'>): void {
  if (mergedInto !== null) throw new Elsewhere(`/cases/${mergedInto.caseId}`)
}

/** The bar and navigation of a case: who has it, by name. */
export async function caseFrameFor(
  { parts, visitor }: Pick<PersonVisit, 'parts' | 'visitor'>,
  found: CaseIdentity & Pick<OpenedCase, 'coordinatorId'>,
  current: CasePath,
  actions?: Html,
): Promise<Html> {
  const { coordinatorId } = found
  const names = coordinatorId === null ? null : await displayNames(parts.database.sql, [coordinatorId])
  const coordinator = (coordinatorId === null ? undefined : names?.get(coordinatorId)) ?? 'Nobody yet'
  return caseFrame(found, { area: visitor.area.name, coordinator, actions }, current)
}

/** A page of a case: its bar and navigation above, its reference on paper. */
export async function caseScreen(
  visit: PersonVisit,
  found: OpenedCase,
  { current, ...screen }: Pick<Screen, 'title' | 'main'> & { current: CasePath; backLink?: string },
): Promise<Screen> {
  return {
    ...screen,
    section: 'Cases',
    reference: found.reference,
    before: await caseFrameFor(visit, found, current),
  }
}
