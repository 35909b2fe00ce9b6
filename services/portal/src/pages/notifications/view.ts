import type {
  AgeBand,
  Instant,
  NotificationDoor,
  NotificationState,
  NotifyClock,
  NotifyStart,
  PlainDate,
} from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { pageHeaderActions } from '../../components/page-header-actions.ts'
import { sortableTable } from '../../components/sortable-table.ts'
import { subNavigation } from '../../components/sub-navigation.ts'
import { pageLinks } from '../../paging/page-links.ts'
import { ageBandWords, placeOfDeathWords } from '../../wording/case-words.ts'
import { inTimeWords, nationalWords, receiptWords } from '../../wording/notify-words.ts'
import { writtenCount } from '../../wording/written-count.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { type PagingAlerts, pagingAlarm } from '../responses/paging-alarm.ts'
import {
  doorWords,
  noFilter,
  type QueueChoice,
  type QueueViewName,
  queuePath,
  queueViews,
  waitingWords,
} from './choice.ts'
import { isFiltered, queueFilter } from './filter-view.ts'

export const notificationStateWords: Readonly<Record<NotificationState, string>> = {
  received: 'To decide',
  accepted: 'Accepted',
  'out-of-scope': 'Out of scope',
  'reported-in-error': 'Reported in error',
  duplicate: 'Merged',
  transferred: 'With another area',
}

type NotificationRow = {
  readonly notificationId: string
  readonly state: NotificationState
  readonly door: NotificationDoor
  readonly receivedOn: PlainDate
  readonly diedOn: PlainDate
  readonly ageBand: AgeBand | null
  readonly placeOfDeath: string
  readonly caseReference: string | null
  readonly waitingFor: readonly (keyof typeof waitingWords)[]
  readonly clocks: {
    readonly knownFrom: NotifyStart
    readonly received: NotifyClock
    readonly national: NotifyClock | null
    readonly nationalToldOn: PlainDate | null
  }
}

export type NotificationsModel = {
  readonly choice: QueueChoice
  readonly mayReadYearEnd: boolean
  readonly rows: readonly NotificationRow[]
  readonly counts: Readonly<Record<QueueViewName, number>>
  readonly total: number
  readonly now: Instant
  /** Pages nobody has answered: they stand above everything else. */
  readonly alerts: PagingAlerts
  readonly mayRecord: boolean
  readonly mayImport: boolean
}

/** The notifications of an area, the most urgent first: dates, ages, places and clocks, never a name. */
export function notificationsView(model: NotificationsModel): Html {
  const { choice, rows, counts, total, alerts, mayRecord, mayImport, mayReadYearEnd } = model
  return html`${pagingAlarm(alerts)}
${pageHeaderActions({
  heading: { text: 'Notifications', classes: 'govuk-heading-l' },
  items: [
    ...(mayRecord ? [{ text: 'Record a notification', href: '/notifications/new' }] : []),
    ...(mayImport ? [{ text: 'Import a file', href: '/imports', classes: 'govuk-button--secondary' }] : []),
  ],
})}
${subNavigation({
  label: 'Lists of notifications',
  items: views.map((view) => ({
    text: `${queueViews[view].text} (${counts[view]})`,
    href: queuePath({ ...choice, view, page: 1, filter: noFilter }),
    active: view === choice.view,
  })),
})}
${queueFilter(choice)}
${isFiltered(choice) && html`<p class="govuk-body">${writtenCount(total, 'notification')} of ${counts[choice.view]} in this list.</p>`}
${rows.length === 0 ? nothing(choice) : list(model)}
${pageLinks({ page: choice.page, total, list: 'notifications' }, (page) => queuePath({ ...choice, page }))}
${mayReadYearEnd && html`<p class="govuk-body"><a class="govuk-link" href="/year-end">What NCMD still waits for, year by year</a></p>`}`
}

const views = [
  'to-decide',
  'waiting',
  'accepted',
  'out-of-scope',
  'merged',
  'transferred',
  'reported-in-error',
  'all',
] as const

function nothing(choice: QueueChoice): Html {
  const { view, page } = choice
  if (page > 1) return html`<p class="govuk-body">There are no notifications on this page.</p>`
  if (!isFiltered(choice)) return html`<p class="govuk-body">${queueViews[view].empty}</p>`
  return html`<p class="govuk-body">No notification of this list is like that.
<a class="govuk-link" href="${queuePath({ ...choice, filter: noFilter })}">See the whole list</a></p>`
}

function list({ choice, rows, now }: NotificationsModel): Html {
  const { view, sort } = choice
  return sortableTable({
    caption: queueViews[view].text,
    captionClasses: 'govuk-visually-hidden',
    columns: [
      {
        text: 'Received',
        href: queuePath({ ...choice, page: 1, sort: 'newest' }),
        ...(sort === 'newest' && { sorted: 'descending' }),
      },
      { text: 'Died' },
      { text: 'Age and place of death' },
      { text: 'How soon' },
      {
        text: 'National database',
        href: queuePath({ ...choice, page: 1, sort: 'most-urgent' }),
        ...(sort === 'most-urgent' && { sorted: 'ascending' }),
      },
      { text: 'Came by' },
      { text: 'Decision' },
    ],
    rows: rows.map((row) => [
      {
        html: html`<a class="govuk-link" href="${pathOf(row)}">${writtenDate(row.receivedOn)}<span class="govuk-visually-hidden">, died ${writtenDate(row.diedOn)}, ${ageWords(row.ageBand).toLowerCase()}</span></a>`,
      },
      { text: writtenDate(row.diedOn) },
      { html: html`${ageWords(row.ageBand)}<br>${placeOfDeathWords(row.placeOfDeath)}` },
      { html: howSoon(row, now) },
      { text: national(row, now) },
      { text: doorWords[row.door] },
      { html: standing(row) },
    ]),
  })
}

function howSoon(
  { clocks: { knownFrom, received }, diedOn, receivedOn }: NotificationRow,
  now: Instant,
): Html {
  const words = receiptWords({ knownFrom, clock: received, diedOn, receivedOn })
  const inTime = inTimeWords(received, now)
  return html`${words}<br>${received.late ? html`<strong>${inTime}</strong>` : inTime}`
}

function national({ clocks }: NotificationRow, now: Instant): string {
  return clocks.national === null ? 'Not due' : nationalWords(clocks.national, clocks.nationalToldOn, now)
}

/** What was decided, or what it waits for. */
function standing({ state, caseReference, waitingFor }: NotificationRow): Html {
  if (caseReference !== null) return html`${notificationStateWords[state]}: case ${caseReference}`
  return html`${notificationStateWords[state]}${waitingFor.map((one) => html`<br>${waitingWords[one]}`)}`
}

/** What was reported in error leads to its trace. */
function pathOf({ notificationId, state }: NotificationRow): string {
  const path = `/notifications/${notificationId}`
  return state === 'reported-in-error' ? `${path}/reported-in-error` : path
}

function ageWords(band: AgeBand | null): string {
  return band === null ? 'Age not known, or not under 18' : ageBandWords[band]
}
