import { type PersonId, TimelineKind } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { type TimelineEntry, timeline } from '../../components/timeline.ts'
import { pageLinks } from '../../paging/page-links.ts'
import { typedText } from '../../wording/typed-text.ts'
import { writtenCount } from '../../wording/written-count.ts'
import { caveatMarks } from '../case-caveats/caveat-marks.ts'
import type { caseReview } from '../case-frame/opened-case.ts'
import { type TimelineChoice, timelinePath } from './choice.ts'
import { entryTitle, kindWords, writtenMoment } from './entry-words.ts'

/** The timeline as case-review answers it. */
export type ReadTimeline = Awaited<ReturnType<ReturnType<typeof caseReview>['timeline']['read']['query']>>
type Entry = ReadTimeline['entries'][number]

export type TimelineModel = ReadTimeline & {
  readonly caseId: string
  readonly choice: TimelineChoice
  readonly names: ReadonlyMap<PersonId, string>
  readonly mayRecord: boolean
}

/** The life, the death, the review and what the system did, each shown or not; on paper in the order of time. */
export function timelineView(model: TimelineModel): Html {
  const { caseId, choice, total, entries, withoutSource, mayRecord } = model
  return html`<h1 class="govuk-heading-l">Timeline</h1>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${mayRecord && button({ text: 'Add something from the child’s life', href: `/cases/${caseId}/timeline/new`, classes: 'govuk-button--secondary' })}
${kindsForm(model)}
<p class="govuk-body">${writtenCount(total, 'entry', 'entries')}, ${
    choice.inOrder ? 'in the order of time' : 'the newest first'
  }. <a class="govuk-link cdop-unprinted" href="${timelinePath(caseId, { ...choice, inOrder: !choice.inOrder, page: 1 })}">${
    choice.inOrder ? 'Show the newest first' : 'Show all in the order of time, to print'
  }</a></p>
${
  withoutSource > 0 &&
  insetText({
    text: `${writtenCount(withoutSource, 'entry is', 'entries are')} not shown: what said so was taken out of the case.`,
  })
}
${
  entries.length === 0
    ? html`<p class="govuk-body">Nothing of what you chose is on this page.</p>`
    : timeline(entries.map((entry) => shown(entry, model)))
}
${
  !choice.inOrder &&
  pageLinks({ page: choice.page, total, list: 'the timeline' }, (page) =>
    timelinePath(caseId, { ...choice, page }),
  )
}
</div></div>`
}

function kindsForm({ caseId, choice, counts }: TimelineModel): Html {
  return html`<form class="cdop-unprinted" method="get" action="/cases/${caseId}/timeline" novalidate>
${choice.inOrder && html`<input type="hidden" name="order" value="time">`}
${checkboxes({
  name: 'show',
  idPrefix: 'show',
  classes: 'govuk-checkboxes--small',
  fieldset: { legend: { text: 'Show', classes: 'govuk-fieldset__legend--s' } },
  values: [...choice.kinds],
  items: TimelineKind.options.map((kind) => ({
    value: kind,
    text: `${kindWords[kind]} (${counts[kind]})`,
  })),
})}
${button({ text: 'Show these', classes: 'govuk-button--secondary' })}
</form>`
}

function shown(entry: Entry, { caseId, names, mayRecord }: TimelineModel): TimelineEntry {
  const at = { timestamp: entry.at, when: writtenMoment(entry.at) }
  if (entry.is === 'answered') {
    const marks = caveatMarks(caseId, entry.caveats)
    const description = html`<p class="govuk-body">Answered by ${entry.organisationName}${entry.part && ', in a part of its answer: the rest has not come'}</p>${marks}`
    return { ...at, title: entry.question, description }
  }
  const by = entry.byPersonId === null ? undefined : names.get(entry.byPersonId)
  const named = by === undefined ? {} : { by }
  if (entry.is === 'recorded') return { ...at, ...named, title: entryTitle(entry), description: '' }
  const { agency, document, lifeEventId, what } = entry
  const title = 'From the child’s life'
  const source = document === null ? (agency?.name ?? 'the panel’s office') : `document ${document.number}`
  return {
    ...at,
    ...named,
    title,
    description: html`<p class="govuk-body">${typedText(what)}</p>
<p class="govuk-body-s">As said by ${source}.${
      mayRecord &&
      html` <a class="govuk-link cdop-unprinted" href="/cases/${caseId}/timeline/${lifeEventId}">Take this
out<span class="govuk-visually-hidden">: ${at.when}</span></a>`
    }</p>`,
  }
}
