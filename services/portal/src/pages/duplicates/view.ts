import type { PlainDate } from '@cdop/domain'
import { type MatchReason, matchReasonWords } from '@cdop/matching'
import { type Html, html } from '../../components/html.ts'
import { subNavigation } from '../../components/sub-navigation.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { writtenDate } from '../../wording/written-date.ts'

export const duplicatesTitle = 'Possible duplicates'

type Shown = 'open' | 'waiting' | 'same' | 'unsure' | 'different' | 'merged'
type Reason = MatchReason | 'raised-by-a-person' | 'record-damaged'
type ListedRecord = { readonly receivedOn: PlainDate; readonly caseReference: string | null }

export type DuplicatesModel = {
  readonly shown: Shown
  readonly counts: { readonly open: number; readonly waiting: number }
  readonly reviews: readonly {
    readonly reviewId: string
    readonly proposedAt: string
    readonly reasons: readonly Reason[]
    readonly record: ListedRecord
    readonly candidate: ListedRecord | null
  }[]
  readonly merges: readonly {
    readonly mergeId: string
    readonly proposedAt: string
    readonly merged: ListedRecord
    readonly surviving: ListedRecord
  }[]
}

const emptyWords: Readonly<Record<Shown, string>> = {
  open: 'No two records wait to be compared.',
  waiting: 'No merge waits for a second person.',
  same: 'No two records found to be of the same child wait to be merged.',
  unsure: 'Nobody was unsure about two records.',
  different: 'No two records were found to be of different children.',
  merged: 'No records are merged.',
}

/** Which record it is, without saying who the child was. */
export function recordWords({ caseReference, receivedOn }: ListedRecord): string {
  return caseReference === null ? `Notification received ${writtenDate(receivedOn)}` : `Case ${caseReference}`
}

const words: Readonly<Record<Reason, string>> = {
  ...matchReasonWords,
  'raised-by-a-person': 'a colleague asked for the comparison',
  'record-damaged':
    'one of these records is damaged and was not compared. Tell whoever looks after the service, and compare by hand',
}

/** Why two records may be of one child, in words; what speaks against it is said too. */
export function reasonWords(reasons: readonly Reason[]): string {
  if (reasons.length === 0) return 'Reasons are not kept of a record of another area'
  const text = reasons.map((reason) => words[reason]).join(', ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Pairs that may be of one child, and merges, by dates and references and without a name. */
export function duplicatesView({ shown, counts, reviews, merges }: DuplicatesModel): Html {
  const items: readonly { show: Shown; text: string }[] = [
    { show: 'open', text: `To compare (${counts.open})` },
    { show: 'waiting', text: `Waiting for a second person (${counts.waiting})` },
    { show: 'same', text: 'Same child' },
    { show: 'unsure', text: 'Not sure' },
    { show: 'different', text: 'Different children' },
    { show: 'merged', text: 'Merged' },
  ]
  const nothing = reviews.length === 0 && merges.length === 0
  return html`<h1 class="govuk-heading-l">${duplicatesTitle}</h1>
${subNavigation({
  label: 'Possible duplicates by decision',
  items: items.map(({ show, text }) => ({ text, href: `/duplicates?show=${show}`, active: show === shown })),
})}
${nothing && html`<p class="govuk-body">${emptyWords[shown]}</p>`}
${reviews.length > 0 && reviewTable(reviews)}
${merges.length > 0 && mergeTable(merges)}`
}

function reviewTable(reviews: DuplicatesModel['reviews']): Html {
  return scrollRegion(
    'Records to compare',
    table({
      caption: 'Records that may be of the same child, the longest waiting first',
      captionClasses: 'govuk-visually-hidden',
      head: ['Records', 'Why', 'Found'].map((text) => ({ text })),
      rows: reviews.map(({ reviewId, record, candidate, reasons, proposedAt }) => [
        {
          html: html`<a class="govuk-link" href="/duplicates/${reviewId}">${recordWords(record)} and
${candidate === null ? 'a record of another area' : recordWords(candidate).replace('Notification', 'notification')}</a>`,
        },
        { text: reasonWords(reasons) },
        { text: writtenTime(new Date(proposedAt)) },
      ]),
    }),
  )
}

function mergeTable(merges: DuplicatesModel['merges']): Html {
  return scrollRegion(
    'Merges',
    table({
      caption: 'Merges, the newest first',
      captionClasses: 'govuk-visually-hidden',
      head: ['Merge', 'Proposed'].map((text) => ({ text })),
      rows: merges.map(({ mergeId, merged, surviving, proposedAt }) => [
        {
          html: html`<a class="govuk-link" href="/merges/${mergeId}">${recordWords(merged)} into
${recordWords(surviving).replace('Notification', 'notification')}</a>`,
        },
        { text: writtenTime(new Date(proposedAt)) },
      ]),
    }),
  )
}
