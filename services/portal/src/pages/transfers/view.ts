import type { AgeBand, TransferReason, TransferSide, TransferState } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { subNavigation } from '../../components/sub-navigation.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { ageBandWords } from '../../wording/case-words.ts'
import { transferReasonWords, transferStateWords } from '../../wording/transfer-words.ts'
import { writtenMonth } from '../../wording/written-month.ts'

export const transfersTitle = 'Transfers'

export type ListedTransfer = {
  readonly transferId: string
  readonly side: TransferSide
  readonly otherAreaName: string
  readonly state: TransferState
  readonly reason: TransferReason
  readonly ageBand: AgeBand | null
  readonly diedIn: string
  readonly requestedAt: string
}

export type TransfersModel = { readonly view: 'open' | 'ended'; readonly rows: readonly ListedTransfer[] }

const headings: Readonly<Record<TransferSide, string>> = {
  asked: 'Other areas ask you to take',
  asking: 'You ask other areas to take',
}

const emptyWords: Readonly<Record<TransferSide, Readonly<Record<TransfersModel['view'], string>>>> = {
  asked: {
    open: 'No area waits for an answer from you.',
    ended: 'No other area has asked you before.',
  },
  asking: {
    open: 'You wait for no answer.',
    ended: 'You have asked no other area before.',
  },
}

/** Age at death and month, which is all that is said of a child before a record is taken over. */
export function deathWords({ ageBand, diedIn }: Pick<ListedTransfer, 'ageBand' | 'diedIn'>): string {
  const age = ageBand === null ? 'Age not known' : ageBandWords[ageBand]
  return `${age}, died in ${writtenMonth(diedIn)}`
}

/** What other areas ask of this one, and it of them; no name on either side. */
export function transfersView({ view, rows }: TransfersModel): Html {
  return html`<h1 class="govuk-heading-l">${transfersTitle}</h1>
${subNavigation({
  label: 'Transfers by state',
  items: [
    { text: 'Open', href: '/transfers', active: view === 'open' },
    { text: 'Ended', href: '/transfers?show=ended', active: view === 'ended' },
  ],
})}
${(['asked', 'asking'] as const).map((side) =>
  part(
    side,
    view,
    rows.filter((row) => row.side === side),
  ),
)}`
}

function part(side: TransferSide, view: TransfersModel['view'], rows: readonly ListedTransfer[]): Html {
  return html`<h2 class="govuk-heading-m">${headings[side]}</h2>
${rows.length === 0 ? html`<p class="govuk-body">${emptyWords[side][view]}</p>` : list(side, rows)}`
}

function list(side: TransferSide, rows: readonly ListedTransfer[]): Html {
  return scrollRegion(
    headings[side],
    table({
      caption: `${headings[side]}, the newest first`,
      captionClasses: 'govuk-visually-hidden',
      head: ['Record', 'Area', 'Why', 'Asked', 'Where it is'].map((text) => ({ text })),
      rows: rows.map((row) => [
        {
          html: html`<a class="govuk-link" href="/transfers/${row.transferId}">${deathWords(row)}</a>`,
        },
        { text: row.otherAreaName },
        { text: transferReasonWords[row.reason] },
        { text: writtenTime(new Date(row.requestedAt)) },
        { text: transferStateWords[side][row.state] },
      ]),
    }),
  )
}
