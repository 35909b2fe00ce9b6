import { type Html, html } from '../../components/html.ts'
import { subNavigation } from '../../components/sub-navigation.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { relatedKindWords, relatedReasons, relatedStateWords } from '../../wording/related-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { RelatedRow } from './admitted-related.ts'

export const relatedTitle = 'Related children and deaths'

type RelatedShown = 'proposed' | 'confirmed' | 'dismissed'

export type RelatedModel = {
  /** Which of the area's are shown; null where those of one child are. */
  readonly shown: RelatedShown | null
  readonly rows: readonly RelatedRow[]
  /** Other deaths in a household this person has not yet said to have seen. */
  readonly unseen: readonly RelatedRow[]
}

const emptyWords: Readonly<Record<RelatedShown, string>> = {
  proposed: 'No related deaths wait for a decision.',
  confirmed: 'No deaths were found to be related.',
  dismissed: 'No deaths were found not to be related.',
}

/** Which child, without saying who. */
export function childWords({ caseReference, receivedOn }: RelatedRow['children'][number]): string {
  return caseReference === null ? `Notification received ${writtenDate(receivedOn)}` : `Case ${caseReference}`
}

function pairWords({ children: [one, other] }: RelatedRow): string {
  return `${childWords(one)} and ${childWords(other).replace('Notification', 'notification')}`
}

/** Children who died and may be related, by references and dates and without a name. */
export function relatedView({ shown, rows, unseen }: RelatedModel): Html {
  return html`<h1 class="govuk-heading-l">${relatedTitle}</h1>
${unseen.length > 0 && unseenRows(unseen)}
${
  shown !== null &&
  subNavigation({
    label: 'Related deaths by decision',
    items: (['proposed', 'confirmed', 'dismissed'] as const).map((state) => ({
      text: relatedStateWords[state],
      href: `/related?show=${state}`,
      active: state === shown,
    })),
  })
}
${
  rows.length === 0
    ? html`<p class="govuk-body">${shown === null ? 'No other death is known that may be related to this one.' : emptyWords[shown]}</p>`
    : relatedTable(rows, shown === null)
}`
}

function unseenRows(rows: readonly RelatedRow[]): Html {
  return html`<h2 class="govuk-heading-m">Another death in a household: not yet seen by you</h2>
<ul class="govuk-list">${rows.map(
    (row) => html`<li class="govuk-!-margin-bottom-2">
<a class="govuk-link govuk-!-font-weight-bold" href="/related/${row.relatedId}">${pairWords(row)}</a><br>
${relatedKindWords[row.kind]}, found ${writtenTime(new Date(row.proposedAt))}</li>`,
  )}</ul>`
}

/** @param decided what was decided is not said by where the list stands */
function relatedTable(rows: readonly RelatedRow[], decided: boolean): Html {
  const head = ['Children', 'What they may be', 'Why', 'Found', ...(decided ? ['Decision'] : [])]
  return scrollRegion(
    relatedTitle,
    table({
      caption: 'Children who died and may be related',
      captionClasses: 'govuk-visually-hidden',
      head: head.map((text) => ({ text })),
      rows: rows.map((row) => [
        { html: html`<a class="govuk-link" href="/related/${row.relatedId}">${pairWords(row)}</a>` },
        { text: relatedKindWords[row.kind] },
        { text: relatedReasons(row.reasons) },
        { text: writtenTime(new Date(row.proposedAt)) },
        ...(decided ? [{ text: relatedStateWords[row.state] }] : []),
      ]),
    }),
  )
}
