import { type CaseId, Refusal } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import { type Again, GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { displayNames } from '../../user/user-store.ts'
import { hereWords } from '../case-frame/case-frame.ts'
import { casePathOf } from '../case-frame/case-pages.ts'
import { caseFrameFor, caseIdOf, caseReview, openedCase } from '../case-frame/opened-case.ts'
import { identityOn, switchNames } from '../case-frame/own-name.ts'
import { caseView, hideNameLink, showNameForm } from './view.ts'

/** One case at a glance. The name is behind a button unless the case is one's own; every look at it is audited. */
const overviewPage = personPage('/cases/:caseId', {
  permission: 'case:read',
  async show(visit, again) {
    const asked = wantsName(again)
    const found = await openOrFollow(visit, asked)
    if (found instanceof GoTo) return found
    const identity = asked ? await identityOn(visit, found) : null
    if (asked && identity === null) throw new Refusal('not-found')
    const ids = found.timeline.flatMap(({ byPersonId }) => (byPersonId === null ? [] : [byPersonId]))
    const names = await displayNames(visit.parts.database.sql, [...new Set(ids)])
    const actions = nameAction(visit, found, identity !== null)
    return {
      title: 'Case overview',
      section: 'Cases',
      reference: found.reference,
      before: await caseFrameFor(visit, found, '', { identity, ...(actions && { actions }) }),
      main: caseView({
        found,
        identity,
        names,
        today: visit.parts.clock.today(),
        mayTransfer: visit.mayDo('transfer:request'),
        mayReopen: visit.mayDo('case:reopen'),
      }),
    }
  },
  async post(visit, form) {
    if (await switchNames(visit, form)) {
      return new GoTo(`/cases/${caseIdOf(visit)}${casePathOf(form.text('back'))}`)
    }
    if (form.action !== 'show-name') throw new Refusal('unreadable')
    if (!visit.mayDo('identity:read')) throw new Refusal('forbidden')
    return new Problems([])
  },
})

/** Who else is at the case, in words: asked every few seconds by a page of it that is open. */
const herePage = personPage('/cases/:caseId/here', {
  permission: 'case:read',
  quiet: true,
  async show(visit) {
    const asked = { areaId: visit.areaId, caseId: caseIdOf(visit) }
    const { here } = await caseReview(visit).case.whoIsHere.mutate(asked)
    const names = await displayNames(visit.parts.database.sql, here)
    return new Response(hereWords(here.flatMap((personId) => names.get(personId) ?? [])), {
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    })
  },
})

export const casePages: readonly PageRoute[] = [overviewPage, herePage]

/** The case, or where it went when another area has taken it over. */
async function openOrFollow(visit: PersonVisit, asked: boolean) {
  try {
    return await openedCase(visit, { asked })
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || thrown.code !== 'not-found' || !visit.mayDo('transfer:read'))
      throw thrown
    const { transfer } = visit.call<IntakeRouter>('intake')
    const caseId = caseIdOf(visit)
    const { transferId, state } = await transfer.ofCase.query({ areaId: visit.areaId, caseId })
    if (transferId === null || state !== 'completed') throw thrown
    return new GoTo(`/transfers/${transferId}`)
  }
}

function nameAction(visit: PersonVisit, { caseId, own }: { caseId: CaseId; own: boolean }, shown: boolean) {
  if (shown) return hideNameLink(caseId)
  if (!visit.mayDo('identity:read')) return undefined
  const text = own && !visit.visitor.namesHidden ? 'Show name and dates' : 'Show name'
  return showNameForm(visit.formFields, caseId, text)
}

function wantsName(again: Again | null): boolean {
  return again !== null && again.refusal === null && again.form.action === 'show-name'
}
