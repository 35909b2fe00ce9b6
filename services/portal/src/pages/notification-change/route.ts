import { type PlainDate, Refusal } from '@cdop/domain'
import {
  type Answers,
  type CompiledForm,
  formVersion,
  NOTIFICATION_FORM,
  pageModel,
  statutoryForms,
  summary,
} from '@cdop/forms'
import type { IntakeRouter } from '@cdop/intake/api'
import { html } from '../../components/html.ts'
import { personPage } from '../../page/page-route.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { type Again, GoTo, Problems, type Screen } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { notificationIdOf } from '../notification/route.ts'
import { authorityName, offeredAuthorities } from '../record-notification/authorities.ts'
import { fieldErrors, fieldOf, readChangedNotification } from '../record-notification/form.ts'
import { checkNotificationView, notificationFormView } from '../record-notification/view.ts'
import { pressed, wholeFormTyped } from '../record-notification/whole-form.ts'

/** Field of the version the change was made from: the page's own, not the form's. */
const VERSION = '_version'

/** Corrects or completes the answers of a notification nobody has decided: the form, then the answers to check. */
export const notificationChangePage = personPage('/notifications/:notificationId/change', {
  permission: 'notification:accept',
  async show(visit, again) {
    const present = await presentAnswers(visit)
    const checking = again !== null && again.errors.length === 0 && pressed(again.form) === 'check'
    return checking ? check(visit, present, again.form) : fill(visit, present, again)
  },
  async post(visit, posted) {
    const wanted = pressed(posted)
    if (wanted === 'fill') return new Problems([])
    const present = await presentAnswers(visit)
    const read = readChangedNotification(present.form, posted, present.receivedOn, visit.parts.clock.today())
    if (!read.ok) return new Problems(read.errors)
    if (wanted === 'check') return new Problems([])
    try {
      await visit.call<IntakeRouter>('intake').notification.amend.mutate({
        areaId: visit.areaId,
        notificationId: present.notificationId,
        key: posted.key,
        version: versionOf(posted),
        formVersion: present.form.version,
        answers: read.answers,
      })
      return new GoTo(`/notifications/${present.notificationId}`)
    } catch (thrown) {
      if (!(thrown instanceof Refusal) || thrown.fields.length === 0) throw thrown
      const { says } = thrown
      return new Problems(
        thrown.fields.map((one) => ({ text: says, href: `#${fieldOf(present.form, one)}` })),
      )
    }
  },
})

type Present = {
  notificationId: ReturnType<typeof notificationIdOf>
  version: number
  receivedOn: PlainDate
  form: CompiledForm
  answers: Answers
}

async function presentAnswers(visit: PersonVisit): Promise<Present> {
  const notificationId = notificationIdOf(visit)
  const { notification } = visit.call<IntakeRouter>('intake')
  const found = await notification.answers.query({ areaId: visit.areaId, notificationId })
  const form = formVersion(statutoryForms, NOTIFICATION_FORM, found.formVersion)
  const { version, receivedOn } = found
  return { notificationId, version, receivedOn, form, answers: form.draftSchema.parse(found.answers) }
}

/** @throws Refusal `unreadable` for what no form of ours posts */
function versionOf(posted: PostedForm): number {
  const typed = posted.text(VERSION)
  if (!/^[1-9]\d{0,8}$/.test(typed)) throw new Refusal('unreadable')
  return Number(typed)
}

/** The area's authorities, and the one that was answered where the area does not know it. */
async function authorities(visit: PersonVisit, { answers }: Present) {
  const areas = await visit.own.area.list()
  const offered = offeredAuthorities(areas, visit.areaId, visit.parts.clock.today())
  const { 'local-authority': answered } = answers
  const known = typeof answered !== 'string' || offered.some(({ value }) => value === answered)
  return known ? offered : [...offered, { value: answered, text: authorityName(areas, answered) }]
}

async function fill(visit: PersonVisit, present: Present, again: Again | null): Promise<Screen> {
  const { form, notificationId } = present
  const errors = again?.errors ?? []
  const version = again ? again.form.text(VERSION) : String(present.version)
  return {
    title: 'Change answers',
    section: 'Notifications',
    backLink: `/notifications/${notificationId}`,
    main: notificationFormView({
      hidden: html`${visit.formFields}<input type="hidden" name="${VERSION}" value="${version}">`,
      heading: 'Change answers',
      lead: 'Correct or complete what was notified. The earlier answers are kept, with who changed them and when.',
      before: null,
      questions: pageModel(form, {
        ...(again ? wholeFormTyped(form, again.form) : { values: present.answers }),
        errors: fieldErrors(form, errors),
        optionsFor: { 'local-authority': await authorities(visit, present) },
      }),
    }),
  }
}

async function check(visit: PersonVisit, present: Present, posted: PostedForm): Promise<Screen> {
  const { form, receivedOn } = present
  const read = readChangedNotification(form, posted, receivedOn, visit.parts.clock.today())
  if (!read.ok) throw new Error('only answers that were read are checked')
  const { _csrf, _key, _action, ...fields } = posted.fields
  return {
    title: 'Check your answers',
    section: 'Change answers',
    main: checkNotificationView({
      hidden: visit.formFields,
      fields,
      received: writtenDate(receivedOn),
      sections: summary(form, read.answers, {
        optionsFor: { 'local-authority': await authorities(visit, present) },
      }),
      note: 'Nothing is changed until you save.',
      submit: 'Save changes',
    }),
  }
}
