import type { CaseReviewRouter } from '@cdop/case-review/api'
import { type CaseId, londonDate, type PersonId, Refusal } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { personPage } from '../../page/page-route.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { type Again, GoTo, type Posted, Problems, type Screen } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { typedDate } from '../../typed-form/typed-date.ts'
import { displayNames } from '../../user/user-store.ts'
import { notificationIdOf, passFor } from '../notification/route.ts'
import { readConfirmedReport, readReport, readWithdrawal, typedReport } from './form.ts'
import { reportAgainView, reportView } from './report-view.ts'
import { traceView } from './trace-view.ts'

function readReported(visit: PersonVisit) {
  const notificationId = notificationIdOf(visit)
  const asked = { areaId: visit.areaId, notificationId }
  return visit.call<IntakeRouter>('intake').notification.readErrorReport.query(asked)
}
type Found = Awaited<ReturnType<typeof readReported>>

/** What case-review kept of the case; null while it has not heard yet. @throws whatever else it says */
async function readTrace(visit: PersonVisit, caseId: CaseId, withPass: boolean) {
  const { areaId } = visit
  const fieldClasses = withPass ? ['identity' as const] : []
  try {
    return await visit
      .call<CaseReviewRouter>('case-review')
      .case.trace.query({ areaId, caseId, fieldClasses })
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.kind === 'not-found') return null
    throw thrown
  }
}

async function sectionsOf(visit: PersonVisit, found: Found, pass: string | null) {
  if (found.caseId !== null && pass === null) throw new Refusal('not-found')
  const read = await visit.call<IntakeRouter>('intake').notification.read.query({
    areaId: visit.areaId,
    notificationId: notificationIdOf(visit),
    evenInError: true,
    ...(pass !== null && { pass }),
  })
  return read.sections
}

async function traceScreen(
  visit: PersonVisit,
  found: Found,
  report: NonNullable<Found['report']>,
  again: Again | null,
): Promise<Screen['main']> {
  const shown = again !== null && again.refusal === null && again.form.action === 'show'
  const trace = found.caseId === null ? null : await readTrace(visit, found.caseId, shown)
  const people: PersonId[] = [report.reportedBy, ...(trace?.opened ?? []).map(({ personId }) => personId)]
  return traceView({
    hidden: visit.formFields,
    receivedOn: found.receivedOn,
    reference: found.caseReference,
    report,
    trace,
    sections: shown ? await sectionsOf(visit, found, trace?.pass ?? null) : null,
    names: await displayNames(visit.parts.database.sql, [...new Set(people)]),
    typed: again ? typedDate(again.form, 'withdrawnOn') : { day: '', month: '', year: '' },
    errors: again?.errors ?? [],
  })
}

function reportScreen(visit: PersonVisit, found: Found, again: Again | null): Screen['main'] {
  const typed = again ? typedReport(again.form) : { reason: '', national: '', sure: '' }
  const { version, caseId } = found
  const errors = again?.errors ?? []
  const model = { hidden: visit.formFields, version, hasCase: caseId !== null, typed, errors }
  // The second step follows on a first one without a mistake, and stays until its own is right.
  return again !== null && readReport(typed).ok ? reportAgainView(model) : reportView(model)
}

/** Reports a notification in error, in two steps; afterwards the page is its trace. */
export const reportedInErrorPage = personPage('/notifications/:notificationId/reported-in-error', {
  permission: 'notification:report-in-error',
  async show(visit, again) {
    const found = await readReported(visit)
    const { report } = found
    return {
      title: 'Reported in error',
      section: 'Notifications',
      backLink:
        report === null
          ? `/notifications/${notificationIdOf(visit)}`
          : '/notifications?view=reported-in-error',
      ...(found.caseReference !== null && { reference: found.caseReference }),
      main:
        report === null ? reportScreen(visit, found, again) : await traceScreen(visit, found, report, again),
    }
  },
  async post(visit, form) {
    const found = await readReported(visit)
    if (found.report === null) return takeReport(visit, form, found)
    if (form.action === 'show') return new Problems([])
    if (form.action !== 'withdrawn' || found.caseId === null) throw new Refusal('unreadable')
    const today = visit.parts.clock.today()
    const read = readWithdrawal(form, today, londonDate(found.report.reportedAt))
    if (!read.ok) return new Problems(read.errors)
    await visit.call<CaseReviewRouter>('case-review').case.recordWithdrawal.mutate({
      areaId: visit.areaId,
      caseId: found.caseId,
      withdrawnOn: read.value.withdrawnOn,
      key: form.key,
    })
    return new GoTo(`/notifications/${notificationIdOf(visit)}/reported-in-error`)
  },
})

async function takeReport(visit: PersonVisit, form: PostedForm, found: Found): Promise<Posted> {
  const typed = typedReport(form)
  const asked = readReport(typed)
  if (!asked.ok) return new Problems(asked.errors)
  if (form.action === 'check') return new Problems([])
  if (form.action !== 'report' || !/^[1-9]\d{0,8}$/.test(form.text('version')))
    throw new Refusal('unreadable')
  const read = readConfirmedReport(typed)
  if (!read.ok) return new Problems(read.errors)
  const notificationId = notificationIdOf(visit)
  const pass = found.caseId === null ? null : await passFor(visit, found.caseId)
  await visit.call<IntakeRouter>('intake').notification.reportInError.mutate({
    areaId: visit.areaId,
    notificationId,
    key: form.key,
    version: Number(form.text('version')),
    reason: read.value.reason,
    nationalDatabaseTold: read.value.national === 'yes',
    confirmedTwice: true,
    ...(pass !== null && { pass }),
  })
  return new GoTo(`/notifications/${notificationId}/reported-in-error`)
}
