import type { PersonId, PlainDate } from '@cdop/domain'
import { stepsOf } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { details } from '../../components/details.ts'
import { type Html, html } from '../../components/html.ts'
import { summaryList } from '../../components/summary-list.ts'
import { outcomeWords, proceedingWords, stepWords } from '../../wording/proceeding-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { caseReview, OpenedCase } from '../case-frame/opened-case.ts'

type Listed = Awaited<ReturnType<ReturnType<typeof caseReview>['proceeding']['list']['query']>>
export type ShownProceeding = Listed['proceedings'][number]

export type ProceedingsModel = {
  readonly caseId: string
  readonly proceedings: readonly ShownProceeding[]
  readonly holds: OpenedCase['holds']
  readonly names: ReadonlyMap<PersonId, string>
  readonly mayRecord: boolean
}

/** What else is being done about the death, and what was. */
export function proceedingsView(model: ProceedingsModel): Html {
  const { caseId, proceedings, mayRecord } = model
  const open = proceedings.filter(({ outcome }) => outcome === null)
  const over = proceedings.filter(({ outcome }) => outcome !== null)
  return html`<h1 class="govuk-heading-l">Linked proceedings</h1>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<p class="govuk-body">What others do about this death: the coroner, the police, the safeguarding partners, a hospital. One
that keeps the case waiting opens a hold and ends it.</p>
${open.length === 0 && html`<p class="govuk-body">Nothing else is going on that we know of.</p>`}
${open.map((one) => shown(one, model))}
${
  mayRecord &&
  button({
    text: 'Record a proceeding',
    href: `/cases/${caseId}/proceedings/new`,
    classes: 'govuk-button--secondary',
  })
}
${over.length > 0 && html`<h2 class="govuk-heading-m">Over</h2>${over.map((one) => shown(one, model))}`}
</div></div>`
}

/** A proceeding at a glance. */
export function proceedingFacts(one: ShownProceeding, holds: OpenedCase['holds']): Html {
  const rows: [string, string][] = [['Began', writtenDate(one.openedOn)]]
  if (one.reference !== null) rows.push(['Name or reference', one.reference])
  rows.push(['Does the case wait for it?', waiting(one, holds)])
  for (const step of stepsOf(one.kind)) {
    const newest = one.entries.find((entry) => entry.step === step)
    const said = newest === undefined ? 'Not recorded' : doneWords(newest)
    rows.push([stepWords[step], said])
  }
  if (one.outcome !== null && one.closedOn !== null) {
    rows.push(['Ended', `${writtenDate(one.closedOn)}: ${outcomeWords[one.outcome]}`])
  }
  return summaryList({ rows: rows.map(([key, value]) => ({ key: { text: key }, value: { text: value } })) })
}

const doneWords = ({ doneOn, doneBy }: { doneOn: PlainDate; doneBy: string }) =>
  `${writtenDate(doneOn)}, ${doneBy}`

function waiting({ holdId }: ShownProceeding, holds: OpenedCase['holds']): string {
  if (holdId === null) return 'No'
  const until = holds.find((hold) => hold.holdId === holdId)?.until ?? null
  return until === null ? 'Yes' : `No longer, since ${writtenDate(until)}`
}

function shown(one: ShownProceeding, { caseId, holds, names, mayRecord }: ProceedingsModel): Html {
  const words = proceedingWords[one.kind]
  const earlier = one.entries.filter(
    ({ entry, step }) => one.entries.find((other) => other.step === step)?.entry !== entry,
  )
  return html`<h3 class="govuk-heading-s">${words}</h3>
${proceedingFacts(one, holds)}
${
  earlier.length > 0 &&
  details({
    summaryText: `What was recorded before: ${words}`,
    html: html`<ul class="govuk-list govuk-list--bullet">${earlier.map(
      (entry) =>
        html`<li>${stepWords[entry.step]}: ${doneWords(entry)}. Recorded by ${names.get(entry.recordedBy) ?? 'somebody who has left'}</li>`,
    )}</ul>`,
  })
}
${
  one.outcome === null &&
  mayRecord &&
  html`<p class="govuk-body"><a class="govuk-link" href="/cases/${caseId}/proceedings/${one.proceedingId}">Record what was
done or that it is over<span class="govuk-visually-hidden">: ${words}</span></a></p>`
}`
}
