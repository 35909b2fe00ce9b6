import type { CaseReviewRouter } from '@cdop/case-review/api'
import { CaseId, type PersonId, Refusal } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { Elsewhere, type Screen } from '../../page/screen.ts'
import type { PersonVisit, Visit } from '../../page/visit.ts'
import { displayNames } from '../../user/user-store.ts'
import { type CaseIdentity, caseFrame } from './case-frame.ts'
import type { CasePath } from './case-pages.ts'
import { hideSwitch, ownIdentity, type ShownIdentity } from './own-name.ts'

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

/**
 * Opens the case of a page. Of one's own case the name comes with it, unless the person hides names on this screen;
 * `asked` is for whoever asks who the child was. Audited by case-review.
 */
export async function openedCase(visit: PersonVisit, { asked = false }: { asked?: boolean } = {}) {
  const { case: found, ...opened } = await caseReview(visit).case.open.query({
    areaId: visit.areaId,
    caseId: caseIdOf(visit),
    fieldClasses: asked ? ['identity'] : [],
    visit: visit.visitor.namesHidden ? 'without-name' : 'with-name',
  })
  leadToSurvivor(found)
  return { ...found, ...opened }
}
export type OpenedCase = Awaited<ReturnType<typeof openedCase>>

/** A case that was merged is read with the one that stands for it. @throws Elsewhere where that is */
function leadToSurvivor({ mergedInto }: Pick<OpenedCase, 'mergedInto'>): void {
  if (mergedInto !== null) throw new Elsewhere(`/cases/${mergedInto.caseId}`)
}

/** A case as its frame needs it. What was opened for something else than the case says nothing of who is at it. */
type FramedCase = CaseIdentity &
  Pick<OpenedCase, 'caseId' | 'coordinatorId'> &
  Partial<Pick<OpenedCase, 'own' | 'here' | 'pass'>>

/** The bar and navigation of a case: who has it, who else is at it, and, where it is one's own, who the child was. */
export async function caseFrameFor(
  visit: PersonVisit,
  found: FramedCase,
  current: CasePath,
  { identity, actions }: { identity?: ShownIdentity | null; actions?: Html } = {},
): Promise<Html> {
  const { caseId, coordinatorId, own = false, here = [], pass = null } = found
  const ids = coordinatorId === null ? here : [...here, coordinatorId]
  const names = ids.length === 0 ? null : await displayNames(visit.parts.database.sql, ids)
  const nameOf = (personId: PersonId) => names?.get(personId)
  const child = identity ?? (own ? await ownIdentity(visit, { caseId, pass }) : null)
  return caseFrame(
    found,
    {
      area: visit.visitor.area.name,
      coordinator: (coordinatorId === null ? undefined : nameOf(coordinatorId)) ?? 'Nobody yet',
      name: child === null ? null : `${child.givenNames} ${child.familyName}`,
      here: here.flatMap((personId) => nameOf(personId) ?? []),
      actions: html`${actions}${own && hideSwitch(visit, { caseId }, current)}`,
    },
    current,
  )
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
