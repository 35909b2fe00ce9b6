import { type CaseId, Refusal } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { personPage } from '../../page/page-route.ts'
import { type Again, GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { displayNames } from '../../user/user-store.ts'
import {
  caseFrameFor,
  caseIdOf,
  caseReview,
  leadToSurvivor,
  type OpenedCase,
} from '../case-frame/opened-case.ts'
import { caseView, hideNameLink, type ShownIdentity, showNameForm } from './view.ts'

/** One case at a glance. The name is behind a button, and every look at it is audited before it is shown. */
export const casePage = personPage('/cases/:caseId', {
  permission: 'case:read',
  async show(visit, again) {
    const opened = await openOrFollow(visit, caseIdOf(visit), wantsName(again))
    if (opened instanceof GoTo) return opened
    const { found, identity } = opened
    const ids = found.timeline.flatMap(({ byPersonId }) => (byPersonId === null ? [] : [byPersonId]))
    const names = await displayNames(visit.parts.database.sql, [...new Set(ids)])
    return {
      title: 'Case overview',
      section: 'Cases',
      reference: found.reference,
      before: await caseFrameFor(visit, found, '', nameAction(visit, found.caseId, identity !== null)),
      main: caseView({
        found,
        identity,
        names,
        today: visit.parts.clock.today(),
        mayTransfer: visit.mayDo('transfer:request'),
      }),
    }
  },
  async post(visit, { action }) {
    if (action !== 'show-name') throw new Refusal('unreadable')
    if (!visit.mayDo('identity:read')) throw new Refusal('forbidden')
    return new Problems([])
  },
})

/** The case, or where it went when another area has taken it over. */
async function openOrFollow(visit: PersonVisit, caseId: CaseId, withName: boolean) {
  try {
    return await open(visit, caseId, withName)
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || thrown.code !== 'not-found' || !visit.mayDo('transfer:read'))
      throw thrown
    const { transfer } = visit.call<IntakeRouter>('intake')
    const { transferId, state } = await transfer.ofCase.query({ areaId: visit.areaId, caseId })
    if (transferId === null || state !== 'completed') throw thrown
    return new GoTo(`/transfers/${transferId}`)
  }
}

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
