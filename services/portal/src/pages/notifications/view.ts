import type { AgeBand, NotificationState, PlainDate } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { pageHeaderActions } from '../../components/page-header-actions.ts'
import { subNavigation } from '../../components/sub-navigation.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { PAGE_ROWS, pageLinks } from '../../paging/page-links.ts'
import { ageBandWords, placeOfDeathWords } from '../../wording/case-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { type PagingAlerts, pagingAlarm } from '../responses/paging-alarm.ts'

export const notificationStateWords: Readonly<Record<NotificationState, string>> = {
  received: 'To decide',
  accepted: 'Accepted',
  'out-of-scope': 'Out of scope',
  'reported-in-error': 'Reported in error',
  duplicate: 'Merged',
  transferred: 'With another area',
}

type NotificationChoice = NotificationState | 'all'

type NotificationRow = {
  readonly notificationId: string
  readonly state: NotificationState
  readonly receivedOn: PlainDate
  readonly diedOn: PlainDate
  readonly ageBand: AgeBand | null
  readonly placeOfDeath: string
  readonly caseReference: string | null
}

export type NotificationsModel = {
  readonly choice: NotificationChoice
  readonly rows: readonly NotificationRow[]
  readonly total: number
  readonly page: number
  /** Pages nobody has answered: they stand above everything else. */
  readonly alerts: PagingAlerts
  readonly mayRecord: boolean
  readonly mayImport: boolean
}

const emptyWords: Readonly<Record<NotificationChoice, string>> = {
  received: 'Every notification has been decided.',
  accepted: 'No notification has been accepted yet.',
  'out-of-scope': 'No notification has been declared out of scope.',
  'reported-in-error': 'No notification was reported in error.',
  duplicate: 'No notification has been merged into another record.',
  transferred: 'No notification has been handed to another area.',
  all: 'No notification has been recorded yet.',
}

const choices: readonly { choice: NotificationChoice; text: string }[] = [
  { choice: 'received', text: notificationStateWords.received },
  { choice: 'accepted', text: notificationStateWords.accepted },
  { choice: 'out-of-scope', text: notificationStateWords['out-of-scope'] },
  { choice: 'reported-in-error', text: notificationStateWords['reported-in-error'] },
  { choice: 'duplicate', text: notificationStateWords.duplicate },
  { choice: 'transferred', text: notificationStateWords.transferred },
  { choice: 'all', text: 'All' },
]

/** The notifications of an area: dates, ages and places, never a name. */
export function notificationsView({
  choice,
  rows,
  total,
  page,
  alerts,
  mayRecord,
  mayImport,
}: NotificationsModel): Html {
  return html`${pagingAlarm(alerts)}
${pageHeaderActions({
  heading: { text: 'Notifications', classes: 'govuk-heading-l' },
  items: [
    ...(mayRecord ? [{ text: 'Record a notification', href: '/notifications/new' }] : []),
    ...(mayImport ? [{ text: 'Import a file', href: '/imports', classes: 'govuk-button--secondary' }] : []),
  ],
})}
${subNavigation({
  label: 'Notifications by decision',
  items: choices.map((one) => ({
    text: one.text,
    href: `/notifications?state=${one.choice}`,
    active: one.choice === choice,
  })),
})}
${rows.length === 0 ? nothing(choice, page) : list(rows)}
${pageLinks({ page, total, list: 'notifications' }, (to) => `/notifications?state=${choice}&page=${to}`)}`
}

function nothing(choice: NotificationChoice, page: number): Html {
  return html`<p class="govuk-body">${page > 1 ? 'There are no notifications on this page.' : emptyWords[choice]}</p>`
}

function list(rows: readonly NotificationRow[]): Html {
  const caption = `Notifications, newest first, ${PAGE_ROWS} a page`
  return scrollRegion(
    'Notifications',
    table({
      caption,
      captionClasses: 'govuk-visually-hidden',
      head: ['Received', 'Died', 'Age', 'Place of death', 'Decision'].map((text) => ({ text })),
      rows: rows.map((row) => [
        {
          html: html`<a class="govuk-link" href="${pathOf(row)}">${writtenDate(row.receivedOn)}<span class="govuk-visually-hidden">, died ${writtenDate(row.diedOn)}, ${ageWords(row.ageBand).toLowerCase()}</span></a>`,
        },
        { text: writtenDate(row.diedOn) },
        { text: ageWords(row.ageBand) },
        { text: placeOfDeathWords(row.placeOfDeath) },
        {
          text:
            row.caseReference === null
              ? notificationStateWords[row.state]
              : `${notificationStateWords[row.state]}: case ${row.caseReference}`,
        },
      ]),
    }),
  )
}

/** What was reported in error leads to its trace. */
function pathOf({ notificationId, state }: NotificationRow): string {
  const path = `/notifications/${notificationId}`
  return state === 'reported-in-error' ? `${path}/reported-in-error` : path
}

function ageWords(band: AgeBand | null): string {
  return band === null ? 'Not under 18' : ageBandWords[band]
}
