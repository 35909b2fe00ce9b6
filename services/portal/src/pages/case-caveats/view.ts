import { isReviewDue, type PersonId, type PlainDate } from '@cdop/domain'
import { details } from '../../components/details.ts'
import { type Html, html } from '../../components/html.ts'
import { summaryList } from '../../components/summary-list.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { caveatKindWords } from '../../wording/caveat-words.ts'
import { typedText } from '../../wording/typed-text.ts'
import { writtenCount } from '../../wording/written-count.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { withheldFrom } from './caveat-marks.ts'
import type { ListedCaveat } from './caveats-of.ts'
import { targetWords } from './target-words.ts'

/** What the words of a caveat are made with. */
export type Named = {
  readonly caseId: string
  readonly requests: readonly { readonly informationRequestId: string; readonly organisationName: string }[]
  readonly nameOf: (personId: PersonId) => string
  readonly today: PlainDate
}

export type CaveatsModel = Named & { readonly caveats: readonly ListedCaveat[] }

/** The caveats of a case: those somebody has to look at again first. */
export function caveatsView(model: CaveatsModel): Html {
  const { caveats, today } = model
  const standing = caveats
    .filter(({ liftedOn }) => liftedOn === null)
    .sort((a, b) => (a.reviewOn < b.reviewOn ? -1 : 1))
  const lifted = caveats.filter(({ liftedOn }) => liftedOn !== null)
  const due = standing.filter((one) => isReviewDue(one, today)).length
  return html`<h1 class="govuk-heading-l">Caveats</h1>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<p class="govuk-body">What stands under a caveat is withheld where it must not be read, and people read there that something is
withheld. Put an answer under one from the returned form or the collated record, a document from the documents, an answer to
the family from its question.</p>
${due > 0 && html`<p class="govuk-body"><strong>To be looked at again: ${writtenCount(due, 'caveat')}.</strong></p>`}
${standing.length === 0 && html`<p class="govuk-body">Nothing stands under a caveat.</p>`}
${standing.map((one) => shown(one, model))}
${lifted.length > 0 && html`<h2 class="govuk-heading-m">Lifted</h2>${lifted.map((one) => shown(one, model))}`}
</div></div>`
}

function ownerWords({ owner }: ListedCaveat, { nameOf }: Named): string {
  if (owner === 'coordinator') return 'The coordinators of the area'
  if (owner === 'designated-doctor') return 'The designated doctors of the area'
  return owner === null ? 'Whoever leads the case' : nameOf(owner)
}

/** What stands under a caveat, in words. */
const aboutWords = ({ target, formVersion, documentNumber }: ListedCaveat, { requests }: Named): string =>
  targetWords(target, { requests, formVersion, documentNumber }) ?? 'A part of a form'

const entryWords = {
  recorded: 'Recorded',
  reviewed: 'Still needed',
  lifted: 'Lifted',
} as const satisfies Record<ListedCaveat['entries'][number]['what'], string>

/** A caveat at a glance, and everything that was said of it. */
export function caveatFacts(caveat: ListedCaveat, model: Named): Html {
  const { kind, liftedOn, reviewOn, entries } = caveat
  const newest = entries.find(({ what }) => what !== 'lifted')
  const rows: [string, string | Html][] = [
    ['What', aboutWords(caveat, model)],
    [liftedOn === null ? 'Withheld from' : 'Was withheld from', withheldFrom(kind)],
    ['Why', typedText(newest?.note?.why ?? '')],
    ['Asked for by', newest?.note?.askedBy ?? 'Not known'],
    ['Asks again', ownerWords(caveat, model)],
  ]
  rows.push(liftedOn === null ? ['On', writtenDate(reviewOn)] : ['Lifted', writtenDate(liftedOn)])
  return html`${
    isReviewDue(caveat, model.today) &&
    html`<p class="govuk-body"><strong>Ask today whether this is still needed.</strong></p>`
  }
${summaryList({ rows: rows.map(([key, value]) => ({ key: { text: key }, value: { html: html`${value}` } })) })}
${details({
  summaryText: `All that was recorded: ${caveatKindWords[kind].toLowerCase()}`,
  html: html`<ul class="govuk-list govuk-list--bullet">${entries.map(
    ({ what, note, recordedBy, recordedAt }) =>
      html`<li>${entryWords[what]} by ${model.nameOf(recordedBy)}, ${writtenTime(new Date(recordedAt))}${note !== null && html`: ${typedText(note.why)}`}</li>`,
  )}</ul>`,
})}`
}

function shown(caveat: ListedCaveat, model: Named): Html {
  const { caveatId, kind, liftedOn } = caveat
  return html`<h3 class="govuk-heading-s">${caveatKindWords[kind]}</h3>
${caveatFacts(caveat, model)}
${
  liftedOn === null &&
  html`<p class="govuk-body"><a class="govuk-link" href="/cases/${model.caseId}/caveats/${caveatId}">Say that it is still
needed, or lift it<span class="govuk-visually-hidden">: ${caveatKindWords[kind]}, ${aboutWords(caveat, model)}</span></a></p>`
}`
}
