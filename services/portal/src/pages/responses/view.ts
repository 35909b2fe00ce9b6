import type { IntakeRouter } from '@cdop/intake/api'
import type { clientOf } from '@cdop/rpc'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { pageHeaderActions } from '../../components/page-header-actions.ts'
import { subNavigation } from '../../components/sub-navigation.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { pageLinks } from '../../paging/page-links.ts'
import { ageBandWords, placeOfDeathWords } from '../../wording/case-words.ts'
import { pagingWords, responseStateWords } from '../../wording/response-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { type PagingAlerts, pagingAlarm } from './paging-alarm.ts'

type Calls = ReturnType<typeof clientOf<IntakeRouter>>['response']
type Listed = Awaited<ReturnType<Calls['list']['query']>>

export type ResponsesModel = Listed & {
  alerts: PagingAlerts
  view: 'open' | 'all'
  page: number
  mayBegin: boolean
  /** What is withheld from this person is not known at the moment: what has become a case is left out. */
  partly: boolean
}

const empty = {
  open: 'Nothing waits for a decision.',
  all: 'No death has asked for a joint agency response yet.',
}

export function responsesView(model: ResponsesModel): Html {
  const { rows, total, alerts, view, page, mayBegin, partly } = model
  return html`${pagingAlarm(alerts)}
${pageHeaderActions({
  heading: { text: 'Joint agency responses', classes: 'govuk-heading-l' },
  items: mayBegin ? [{ text: 'Begin one before a death', href: '/responses/new' }] : [],
})}
${subNavigation({
  label: 'Responses',
  items: [
    { text: 'Open', href: '/responses?view=open', active: view === 'open' },
    { text: 'All', href: '/responses?view=all', active: view === 'all' },
  ],
})}
<p class="govuk-body"><a class="govuk-link" href="/rota">On-call rota</a></p>
${partly && insetText({ text: 'Responses to deaths that have become cases cannot be shown at the moment. Try again in a few minutes.' })}
${rows.length === 0 ? html`<p class="govuk-body">${page > 1 ? 'There are no responses on this page.' : empty[view]}</p>` : list(rows)}
${pageLinks({ page, total, list: 'responses' }, (to) => `/responses?view=${view}&page=${to}`)}`
}

function list(rows: Listed['rows']): Html {
  return scrollRegion(
    'Joint agency responses',
    table({
      caption: 'Joint agency responses, newest first',
      captionClasses: 'govuk-visually-hidden',
      head: ['Since', 'Died', 'Age', 'Place of death', 'Decision', 'Paging'].map((text) => ({ text })),
      rows: rows.map(({ responseId, openedAt, diedOn, ageBand, placeOfDeath, state, paging }) => [
        {
          html: html`<a class="govuk-link" href="/responses/${responseId}">${writtenTime(new Date(openedAt))}</a>`,
        },
        { text: diedOn === null ? 'Not notified' : writtenDate(diedOn) },
        { text: diedOn === null ? '' : ageBand === null ? 'Not under 18' : ageBandWords[ageBand] },
        { text: placeOfDeath === null ? '' : placeOfDeathWords(placeOfDeath) },
        { text: responseStateWords[state] },
        { text: state === 'awaiting-decision' ? pagingWords[paging] : '' },
      ]),
    }),
  )
}
