import { Refusal } from '@cdop/domain'
import { z } from 'zod'
import { button } from '../../components/button.ts'
import { html } from '../../components/html.ts'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { DateTyped, dateField, datePartsOf, typedDate } from '../../typed-form/typed-date.ts'
import { panelMeetingKindWords } from '../../wording/quorum-rule-words.ts'
import { writtenWeekday } from '../../wording/written-date.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { postedVersion } from '../panel-meeting-change/form.ts'
import { askedYear, planPath } from './asked-year.ts'

const title = 'Change a meeting of the plan'
const Changed = z.strictObject({ heldOn: DateTyped('The date of the meeting', null) })

/** The plan of the year, and the meeting of it a path means. @throws Refusal `not-found` */
async function plannedMeeting(visit: PersonVisit) {
  const { areaId } = visit
  const { version, meetings } = await caseReview(visit).panelYear.plan.query({
    areaId,
    year: askedYear(visit).code,
  })
  const meeting = meetings.find(({ number }) => String(number) === visit.param('number'))
  if (meeting === undefined) throw new Refusal('not-found')
  return { version, meeting }
}

/** Puts one meeting of a plan on another day, or takes it out. */
export const plannedDatePage = personPage('/panel-meetings/year/plan/:number', {
  permission: 'panel-meeting:arrange',
  async show(visit, again) {
    const { version, meeting } = await plannedMeeting(visit)
    const errors = again?.errors ?? []
    const begin = html`<form method="post" novalidate>${visit.formFields}<input type="hidden" name="version" value="${String(version)}">`
    return {
      title,
      section: 'Panel meetings',
      backLink: planPath(askedYear(visit)),
      main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${panelMeetingKindWords[meeting.kind]}, planned for ${writtenWeekday(meeting.heldOn)}, ${meeting.startsAt} to ${meeting.endsAt}.</p>
${begin}
${dateField({
  name: 'heldOn',
  legend: 'When does the panel meet?',
  value: again?.form.action === 'move' ? typedDate(again.form, 'heldOn') : datePartsOf(meeting.heldOn),
  errors,
})}
${button({ text: 'Save the date', name: '_action', value: 'move', preventDoubleClick: true })}
</form>
${begin}
${button({ text: 'Take the meeting out of the plan', name: '_action', value: 'remove', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>
</div></div>`,
    }
  },
  async post(visit, form) {
    const number = /^[1-9]\d{0,3}$/.test(visit.param('number')) ? Number(visit.param('number')) : null
    if (number === null) throw new Refusal('not-found')
    const year = askedYear(visit)
    const of = { areaId: visit.areaId, year: year.code, version: postedVersion(form), number }
    const { panelYear } = caseReview(visit)
    if (form.action === 'remove') {
      await panelYear.change.mutate({ ...of, heldOn: null, key: form.key })
      return new GoTo(planPath(year))
    }
    const read = readTyped(Changed, { heldOn: typedDate(form, 'heldOn') })
    if (!read.ok) return new Problems(read.errors)
    await panelYear.change.mutate({ ...of, heldOn: read.value.heldOn, key: form.key })
    return new GoTo(planPath(year))
  },
})
