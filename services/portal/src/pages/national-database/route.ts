import type { CaseReviewRouter } from '@cdop/case-review/api'
import { NationalSubmissionKind, type NotificationId, Refusal } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { personPage } from '../../page/page-route.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { GoTo, type Posted, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { datePartsOf, typedDate } from '../../typed-form/typed-date.ts'
import { notificationIdOf, passFor } from '../notification/route.ts'
import { readTakingBack, readToldOn } from './form.ts'
import { questionsOf } from './questions.ts'
import type { SubmissionsModel } from './submissions-view.ts'
import { nationalDatabaseTitle, nationalDatabaseView } from './view.ts'

/** What is recorded. @throws Refusal `not-found` when there is a case this person may not see */
async function readRecorded(visit: PersonVisit) {
  const notificationId = notificationIdOf(visit)
  const asked = { areaId: visit.areaId, notificationId }
  const found = await visit.call<IntakeRouter>('intake').nationalDatabase.read.query(asked)
  const pass = found.caseId === null ? null : await passFor(visit, found.caseId)
  if (found.caseId !== null && pass === null) throw new Refusal('not-found')
  return { asked, found, pass }
}

type Found = Awaited<ReturnType<typeof readRecorded>>['found']

/** It was recorded by hand, and not taken back since. */
function isToldByHand(entries: Found['entries']): boolean {
  return entries.find(({ receipt }) => receipt === null)?.toldOn != null
}

/** What this product sent of the case; null where there is no case yet. */
async function readSubmissions(
  visit: PersonVisit,
  notificationId: NotificationId,
  { caseId, entries }: Found,
): Promise<SubmissionsModel | null> {
  if (caseId === null || !visit.mayDo('national-submission:read')) return null
  const { nationalSubmission } = visit.call<CaseReviewRouter>('case-review')
  const asked = { areaId: visit.areaId, caseId }
  const kind = NationalSubmissionKind.safeParse(visit.query('changes')).data
  const read = await nationalSubmission.read.query(asked)
  const changes = kind && { kind, ...(await nationalSubmission.changes.query({ ...asked, kind })) }
  return {
    ...read,
    hidden: visit.formFields,
    questions: questionsOf(notificationId, caseId, visit.parts.clock.today()),
    sender: visit.mayDo('national-submission:send'),
    toldByHand: isToldByHand(entries),
    changes: changes ?? null,
    path: `/notifications/${notificationId}/national-database`,
  }
}

/** @throws Refusal `not-found` before there is a case */
async function send(visit: PersonVisit, form: PostedForm, { caseId }: Found): Promise<Posted> {
  if (caseId === null) throw new Refusal('not-found')
  const kind = NationalSubmissionKind.safeParse(form.action.replace(/^send-/, ''))
  if (!kind.success) throw new Refusal('unreadable')
  const { nationalSubmission } = visit.call<CaseReviewRouter>('case-review')
  await nationalSubmission.send.mutate({ areaId: visit.areaId, caseId, kind: kind.data, key: form.key })
  return new GoTo(`/notifications/${notificationIdOf(visit)}/national-database`)
}

/** @throws Refusal `unreadable` for what no form of ours posts */
function versionIn(form: PostedForm): number {
  const typed = form.text('version')
  if (!/^\d{1,4}$/.test(typed)) throw new Refusal('unreadable')
  return Number(typed)
}

/** Takes back what was recorded by hand. */
async function takeBack(
  visit: PersonVisit,
  form: PostedForm,
  {
    asked,
    pass,
    version,
  }: Pick<Awaited<ReturnType<typeof readRecorded>>, 'asked' | 'pass'> & { version: number },
): Promise<Posted> {
  const read = readTakingBack(form)
  if (!read.ok) return new Problems(read.errors)
  const { nationalDatabase } = visit.call<IntakeRouter>('intake')
  const { because } = read.value
  await nationalDatabase.takeBack.mutate({
    ...asked,
    key: form.key,
    version,
    ...(pass !== null && { pass }),
    because,
  })
  return new GoTo(`/notifications/${asked.notificationId}/national-database`)
}

/** When the national database was told of a death: shown, recorded and corrected. */
export const nationalDatabasePage = personPage('/notifications/:notificationId/national-database', {
  permission: 'notification:read',
  async show(visit, again) {
    const { asked, found } = await readRecorded(visit)
    const { diedOn, clocks, owed, entries } = found
    const [newest] = entries
    const sentFromHere = entries.some(({ receipt }) => receipt !== null)
    const recorded = newest?.toldOn != null ? datePartsOf(newest.toldOn) : { day: '', month: '', year: '' }
    return {
      title: nationalDatabaseTitle,
      section: 'Notifications',
      backLink: `/notifications/${asked.notificationId}`,
      main: nationalDatabaseView({
        hidden: visit.formFields,
        clock: clocks.national,
        now: visit.parts.clock.now(),
        diedOn,
        toldOn: clocks.nationalToldOn,
        entries,
        toldByHand: isToldByHand(entries),
        mayRecord: owed && !sentFromHere && visit.mayDo('notification:accept'),
        submissions: await readSubmissions(visit, asked.notificationId, found),
        typed: again ? typedDate(again.form, 'toldOn') : recorded,
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    if (!visit.mayDo('notification:accept')) throw new Refusal('forbidden')
    const { asked, found, pass } = await readRecorded(visit)
    if (form.action.startsWith('send-')) return send(visit, form, found)
    const version = versionIn(form)
    if (form.action === 'take-back') return takeBack(visit, form, { asked, pass, version })
    const read = readToldOn(form, visit.parts.clock.today(), found.diedOn)
    if (!read.ok) return new Problems(read.errors)
    await visit.call<IntakeRouter>('intake').nationalDatabase.record.mutate({
      ...asked,
      key: form.key,
      version,
      ...(pass !== null && { pass }),
      toldOn: read.value.toldOn,
    })
    return new GoTo(`/notifications/${asked.notificationId}`)
  },
})
