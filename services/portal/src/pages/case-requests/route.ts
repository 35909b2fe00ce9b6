import { isWaitedFor, mayGather, Refusal } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { caseIdOf, caseReview, caseScreen, openedCase } from '../case-frame/opened-case.ts'
import { addressees } from './addressees.ts'
import { readOrganisation, readSend, typedRequest } from './form.ts'
import { requestsView } from './view.ts'

const nothingTyped = { organisation: '', name: '', kind: '', email: '' }

/** Whom to ask about a case, who was asked, and who answered. */
export const caseRequestsPage = personPage('/cases/:caseId/requests', {
  permission: 'information-request:read',
  async show(visit, again) {
    const { areaId } = visit
    const found = await openedCase(visit)
    const { rows, returnWorkingDays } = await caseReview(visit).informationRequest.list.query({
      areaId,
      caseId: found.caseId,
    })
    const expected = rows.some(({ state }) => isWaitedFor(state))
      ? await caseReview(visit).informationRequest.expected.query({ areaId, caseId: found.caseId })
      : null
    const directory = visit.mayDo('organisation:read')
      ? await caseReview(visit).organisation.list.query({ areaId })
      : { rows: [], contacts: [] }
    const today = visit.parts.clock.today()
    return caseScreen(visit, found, {
      title: 'Information requests',
      current: '/requests',
      main: requestsView({
        hidden: visit.formFields,
        caseId: found.caseId,
        rows,
        expected,
        returnWorkingDays,
        addressees: addressees(directory, today),
        mayGather: mayGather(found.state),
        confirmed: found.confirmation !== null,
        maySend: visit.mayDo('information-request:send'),
        mayAdd: visit.mayDo('organisation:write'),
        typed: again
          ? typedRequest(again.form)
          : { ...nothingTyped, organisation: visit.query('organisation') },
        errors: again?.errors ?? [],
        today,
      }),
    })
  },
  async post(visit, form) {
    const { areaId } = visit
    const { key } = form
    const caseId = caseIdOf(visit)
    const here = `/cases/${caseId}/requests`
    if (form.action === 'add') {
      if (!visit.mayDo('organisation:write')) throw new Refusal('forbidden')
      const read = readOrganisation(form)
      if (!read.ok) return new Problems(read.errors)
      const added = await caseReview(visit).organisation.add.mutate({ areaId, key, ...read.value })
      return new GoTo(`${here}?organisation=${added.organisationId}`)
    }
    if (form.action !== 'send') throw new Refusal('unreadable')
    if (!visit.mayDo('information-request:send')) throw new Refusal('forbidden')
    const read = readSend(form)
    if (!read.ok) return new Problems(read.errors)
    const change = { areaId, caseId, key, ...read.value.organisation }
    await caseReview(visit).informationRequest.send.mutate(change)
    return new GoTo(here)
  },
})
