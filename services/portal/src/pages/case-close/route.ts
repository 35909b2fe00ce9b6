import { type CaseId, londonDate, mayGoToNationalDatabase, type PlainDate, Refusal } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { typedDate } from '../../typed-form/typed-date.ts'
import { caseReview, caseScreen, type OpenedCase, openedCase } from '../case-frame/opened-case.ts'
import { readSubmissionDate } from './form.ts'
import { caseCloseView } from './view.ts'

/** The last stage of a case. */
export const caseClosePage = personPage('/cases/:caseId/close', {
  permission: 'case:close',
  async show(visit, again) {
    const found = await openedCase(visit)
    const received = await receivedOn(visit, found)
    return caseScreen(visit, found, {
      title: 'National submission',
      current: '/close',
      main: caseCloseView({
        hidden: visit.formFields,
        found,
        mayClose: visit.mayDo('case:close'),
        received,
        typed: again ? typedDate(again.form, 'submittedOn') : { day: '', month: '', year: '' },
        errors: again?.errors ?? [],
      }),
    })
  },
  async post(visit, form) {
    const found = await openedCase(visit)
    const { caseId, reviewedOn } = found
    if (!mayGoToNationalDatabase(found)) return closed(visit, caseId, null, form.key)
    const received = await receivedOn(visit, found)
    const read = readSubmissionDate(form, visit.parts.clock.today(), reviewedOn)
    if (received === null && !read.ok) return new Problems(read.errors)
    const submittedOn = received ?? (read.ok ? read.value.submittedOn : null)
    if (submittedOn === null) throw new Refusal('unreadable')
    return closed(visit, caseId, submittedOn, form.key)
  },
})

async function closed(
  visit: PersonVisit,
  caseId: CaseId,
  nationalSubmissionOn: PlainDate | null,
  key: string,
): Promise<GoTo> {
  await caseReview(visit).case.close.mutate({ areaId: visit.areaId, caseId, nationalSubmissionOn, key })
  return new GoTo(`/cases/${caseId}`)
}

/** On which day NCMD acknowledged the analysis sent from here; null when none was, or the case is not to be closed. */
async function receivedOn(
  visit: PersonVisit,
  { caseId, state, reopenings }: OpenedCase,
): Promise<PlainDate | null> {
  if (state !== 'reviewed' || !visit.mayDo('national-submission:read')) return null
  const { nationalSubmission } = caseReview(visit)
  const { submissions } = await nationalSubmission.read.query({ areaId: visit.areaId, caseId })
  // What was acknowledged before the review began again was of the one before.
  const since = reopenings[0]?.recordedAt ?? null
  const acknowledged = submissions.find(
    ({ kind, state: at, queuedAt }) =>
      kind === 'analysis' && at === 'acknowledged' && (since === null || queuedAt > since),
  )
  return acknowledged?.settledAt ? londonDate(acknowledged.settledAt) : null
}
