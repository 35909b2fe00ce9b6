import { type CaseId, Refusal } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { personPage } from '../../page/page-route.ts'
import { type Again, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { displayNames } from '../../user/user-store.ts'
import { caseFrame } from '../case-frame/case-frame.ts'
import { caseIdOf, caseReview, leadToSurvivor, type OpenedCase } from '../case-frame/opened-case.ts'
import { caseView, hideNameLink, type ShownIdentity, showNameForm } from './view.ts'

/** One case at a glance. The name is behind a button, and every look at it is audited before it is shown. */
export const casePage = personPage('/cases/:caseId', {
  permission: 'case:read',
  async show(visit, again) {
    const { found, identity } = await open(visit, caseIdOf(visit), wantsName(again))
    const ids = found.timeline.flatMap(({ byPersonId }) => (byPersonId === null ? [] : [byPersonId]))
    const names = await displayNames(visit.parts.database.sql, [...new Set(ids)])
    return {
      title: 'Case overview',
      section: 'Cases',
      reference: found.reference,
      before: caseFrame(
        found,
        visit.visitor.area.name,
        '',
        nameAction(visit, found.caseId, identity !== null),
      ),
      main: caseView({ found, identity, names, today: visit.parts.clock.today() }),
    }
  },
  async post(visit, { action }) {
    if (action !== 'show-name') throw new Refusal('unreadable')
    if (!visit.mayDo('identity:read')) throw new Refusal('forbidden')
    return new Problems([])
  },
})

function nameAction(visit: PersonVisit, caseId: CaseId, shown: boolean) {
  if (shown) return hideNameLink(caseId)
  return visit.mayDo('identity:read') ? showNameForm(visit.formFields, caseId) : undefined
}

function wantsName(again: Again | null): boolean {
  return again !== null && again.refusal === null && again.form.action === 'show-name'
}

async function open(
  visit: PersonVisit,
  caseId: CaseId,
  withName: boolean,
): Promise<{ found: OpenedCase; identity: ShownIdentity | null }> {
  const { areaId } = visit
  const opened = await caseReview(visit).case.open.query({
    areaId,
    caseId,
    fieldClasses: withName ? ['identity'] : [],
  })
  leadToSurvivor(opened.case)
  if (!withName) return { found: opened.case, identity: null }
  if (opened.pass === null) throw new Refusal('not-found')
  const [identity] = await visit
    .call<IntakeRouter>('intake')
    .identity.read.query({ areaId, caseIds: [caseId], pass: opened.pass })
  if (identity === undefined) throw new Refusal('not-found')
  return { found: opened.case, identity }
}
