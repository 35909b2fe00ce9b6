import { isKeyWorkerOn, type PersonId, type PlainDate } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { details } from '../../components/details.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { summaryList } from '../../components/summary-list.ts'
import { warningText } from '../../components/warning-text.ts'
import {
  interpreterWords,
  livingApartWords,
  nextStepWords,
  noContactWords,
  relationWords,
} from '../../wording/family-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { type FamilyMember, familyPath, type OpenedFamily } from './opened-family.ts'
import { portraitSection, portraitTitle } from './portrait-view.ts'
import { questionList } from './question-list.ts'
import { supportList } from './telling-view.ts'

export type FamilyModel = {
  readonly family: OpenedFamily
  readonly names: ReadonlyMap<PersonId, string>
  readonly mayRecord: boolean
  readonly mayAssign: boolean
  readonly today: PlainDate
}

/** A child's family on one page: what comes next, what it asks, whom to speak to and how. */
export function familyView(model: FamilyModel): Html {
  const { family, names, mayRecord } = model
  const path = familyPath(family)
  return html`<h1 class="govuk-heading-l">Family</h1>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h2 class="govuk-heading-m">What comes next</h2>
${steps(family)}
<h2 class="govuk-heading-m">${portraitTitle}</h2>
${portraitSection(family, mayRecord)}
<h2 class="govuk-heading-m">What the family asks</h2>
${questionList(family, names, mayRecord)}
${mayRecord && button({ text: 'Record a question', href: `${path}/questions/new`, classes: 'govuk-button--secondary' })}
<h2 class="govuk-heading-m">Parents and carers</h2>
${people(model)}
${mayRecord && button({ text: 'Add a parent or carer', href: `${path}/members/new`, classes: 'govuk-button--secondary' })}
<h2 class="govuk-heading-m">Letters</h2>
<p class="govuk-body"><a class="govuk-link" href="${path}/letters">Letters to parents and carers</a></p>
<h2 class="govuk-heading-m">Leaflet and support in bereavement</h2>
${supportList(family)}
${mayRecord && html`<p class="govuk-body"><a class="govuk-link" href="${path}/support">Record a leaflet or support</a></p>`}
<h2 class="govuk-heading-m">Dates to avoid</h2>
${avoided(family)}
${mayRecord && html`<p class="govuk-body"><a class="govuk-link" href="${path}/dates">Change the dates to avoid</a></p>`}
<h2 class="govuk-heading-m">Key worker</h2>
${workers(model)}
</div></div>`
}

function steps({ nextSteps }: OpenedFamily): Html {
  return html`<ol class="govuk-list govuk-list--number">${nextSteps.map((one) => html`<li>${nextStepWords(one)}</li>`)}</ol>`
}

/** What everybody must know of somebody before they write, call or tell them anything. */
function beforeContact({ noContact, hearsNothing, details: { noContactWhy } }: FamilyMember): Html {
  return html`${
    noContact !== null &&
    warningText({
      text: `Must not be contacted. ${noContactWords[noContact]}.${noContactWhy === null ? '' : ` ${noContactWhy}`}`,
      iconFallbackText: 'Warning',
    })
  }${hearsNothing && insetText({ text: 'Wishes to hear nothing of the review.' })}`
}

function people({ family, mayRecord }: FamilyModel): Html {
  const members = family.members.filter(({ inError }) => !inError)
  if (members.length === 0) return html`<p class="govuk-body">No parent or carer is recorded.</p>`
  return html`${members.map((member) => {
    const { relation, familyMemberId, details: known } = member
    const rows: [string, string | null][] = [
      ['Name', known.name],
      ['Home', livingApartWords[known.livingApart]],
      ['Language', known.language],
      ['Interpreter', interpreterWords[known.interpreter]],
      ['Safe way to reach them', known.safeContact],
      ['Safe times', known.safeTimes],
    ]
    return html`<h3 class="govuk-heading-s">${relationWords[relation]}</h3>
${beforeContact(member)}
${summaryList({
  rows: rows.map(([key, value]) => ({ key: { text: key }, value: { text: value ?? 'Not provided' } })),
})}
${
  mayRecord &&
  html`<p class="govuk-body"><a class="govuk-link" href="${familyPath(family)}/members/${familyMemberId}">Change<span
class="govuk-visually-hidden"> what is known of ${known.name}</span></a></p>`
}`
  })}`
}

const month = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })

/** A day of every year: "14 November". */
export const dayOfYear = ({ month: at, day }: { month: number; day: number }) =>
  month.format(new Date(Date.UTC(2024, at - 1, day)))

function avoided({ avoidedDates }: OpenedFamily): Html {
  if (avoidedDates.length === 0) return html`<p class="govuk-body">None is recorded.</p>`
  return html`<ul class="govuk-list govuk-list--bullet">${avoidedDates.map(
    ({ avoided: date }) => html`<li>${dayOfYear(date)}: ${date.why}</li>`,
  )}</ul>`
}

function workers({ family, names, mayAssign, today }: FamilyModel): Html {
  const said = ({ personId, from, until }: OpenedFamily['keyWorkers'][number]) =>
    html`<li>${names.get(personId) ?? 'Somebody who has left'}, ${
      until === null ? `since ${writtenDate(from)}` : `${writtenDate(from)} to ${writtenDate(until)}`
    }</li>`
  const now = family.keyWorkers.filter((one) => isKeyWorkerOn(today, one))
  const others = family.keyWorkers.filter((one) => !isKeyWorkerOn(today, one))
  return html`${
    now.length === 0
      ? html`<p class="govuk-body">The family has no key worker today.</p>`
      : html`<ul class="govuk-list">${now.map(said)}</ul>`
  }
${
  others.length > 0 &&
  details({
    summaryText: 'Earlier and coming key workers',
    html: html`<ul class="govuk-list govuk-list--bullet">${others.map(said)}</ul>`,
  })
}
${
  mayAssign &&
  html`<p class="govuk-body"><a class="govuk-link" href="${familyPath(family)}/key-workers">Change the key
workers</a></p>`
}`
}
