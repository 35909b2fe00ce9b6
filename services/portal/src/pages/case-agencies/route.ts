import { mayGather, Refusal, RequestBatchId } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { caseIdOf, caseReview, caseScreen, openedCase } from '../case-frame/opened-case.ts'
import { askedTitle, askedView } from './asked-view.ts'
import { readAgencies } from './form.ts'
import { proposedKinds } from './model.ts'
import { agenciesTitle, agenciesView } from './view.ts'

/** The case, and what its notification says of who knew the child: names, so with a pass and audited. */
async function openedWithAgencies(visit: PersonVisit) {
  const { areaId } = visit
  const found = await openedCase(visit, { asked: true })
  const { caseId, pass } = found
  if (pass === null) throw new Refusal('not-found')
  const { notification } = visit.call<IntakeRouter>('intake')
  const proposed = await notification.agenciesOfCase.query({ areaId, caseId, pass })
  return { found, proposed }
}

const caseAgenciesPage = personPage('/cases/:caseId/agencies', {
  permission: 'information-request:send',
  async show(visit, again) {
    const { areaId } = visit
    const { found, proposed } = await openedWithAgencies(visit)
    const { caseId } = found
    const directory = await caseReview(visit).organisation.list.query({ areaId })
    const requests = await caseReview(visit).informationRequest.list.query({ areaId, caseId })
    const batch = await caseReview(visit).requestBatch.read.query({ areaId, caseId })
    const today = visit.parts.clock.today()
    return caseScreen(visit, found, {
      title: agenciesTitle,
      current: '/requests',
      backLink: `/cases/${caseId}/requests`,
      main: agenciesView({
        hidden: visit.formFields,
        caseId,
        kinds: proposedKinds(proposed, directory, requests.rows, today),
        chosen: again ? again.form.all('organisation') : null,
        mayGather: mayGather(found.state),
        confirmed: found.confirmation !== null,
        returnWorkingDays: requests.returnWorkingDays,
        batch: batch?.requestBatchId ?? null,
        errors: again?.errors ?? [],
      }),
    })
  },
  async post(visit, form) {
    const { areaId } = visit
    const caseId = caseIdOf(visit)
    const read = readAgencies(form)
    if (!read.ok) return new Problems(read.errors)
    const { requestBatchId } = await caseReview(visit).requestBatch.ask.mutate({
      areaId,
      caseId,
      recipients: read.value.organisation,
      key: form.key,
    })
    return new GoTo(`/cases/${caseId}/agencies/${requestBatchId}`)
  },
})

const caseAgenciesAskedPage = personPage('/cases/:caseId/agencies/:requestBatchId', {
  permission: 'information-request:read',
  async show(visit) {
    const { areaId } = visit
    const requestBatchId = RequestBatchId.safeParse(visit.param('requestBatchId'))
    if (!requestBatchId.success) throw new Refusal('not-found')
    const found = await openedCase(visit)
    const { caseId } = found
    const asked = { areaId, caseId, requestBatchId: requestBatchId.data }
    const batch = await caseReview(visit).requestBatch.read.query(asked)
    if (batch === null) throw new Refusal('not-found')
    return caseScreen(visit, found, {
      title: askedTitle,
      current: '/requests',
      backLink: `/cases/${caseId}/requests`,
      main: askedView(caseId, `/cases/${caseId}/agencies/${batch.requestBatchId}`, batch.rows),
    })
  },
})

/** Whom to ask about a child, after its notification, and what became of each who was asked. */
export const caseAgenciesPages: readonly PageRoute[] = [caseAgenciesPage, caseAgenciesAskedPage]
