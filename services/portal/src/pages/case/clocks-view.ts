import type { PlainDate } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { summaryList } from '../../components/summary-list.ts'
import { clockWords, dueWords } from '../../wording/due-words.ts'
import { holdReasonWords } from '../../wording/hold-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { OpenedCase } from '../case-frame/opened-case.ts'
import { sinceDeathWords } from '../case-holds/view.ts'

type CaseClock = OpenedCase['clocks'][number]

/** The clocks of a case: what is due, what waits and for what, and how long it is since the child died. */
export function clocksView(
  { caseId, clocks, holds, sinceDeath }: Pick<OpenedCase, 'caseId' | 'clocks' | 'holds' | 'sinceDeath'>,
  today: PlainDate,
): Html {
  const open = holds.filter(({ until }) => until === null)
  const rows: [string, string][] = [
    ...clocks.map((clock): [string, string] => [clockWords[clock.clock], stands(clock, today)]),
    ...open.map(({ reason, nextCheckOn }): [string, string] => [
      `On hold: ${holdReasonWords[reason]}`,
      `Ask again: ${dueWords(nextCheckOn, today).replace(/^D/, 'd')} (${writtenDate(nextCheckOn)})`,
    ]),
    ['Total', sinceDeathWords(sinceDeath)],
  ]
  return html`${summaryList({
    classes: 'cdop-stacked',
    rows: rows.map(([key, value]) => ({ key: { text: key }, value: { text: value } })),
  })}
<p class="govuk-body"><a class="govuk-link" href="/cases/${caseId}/holds">What the case has to wait for</a></p>
<p class="govuk-body"><a class="govuk-link" href="/cases/${caseId}/proceedings">What others do about the death</a></p>`
}

/** A clock of a case that has been reviewed no longer runs late. */
function stands({ limitOn, dueOn, stoppedOn, overdue }: CaseClock, today: PlainDate): string {
  if (stoppedOn !== null) return `Done on ${writtenDate(stoppedOn)}`
  if (dueOn === null) return `On hold. Without it the limit is ${writtenDate(limitOn)}`
  if (dueOn < today && !overdue) return `Was due on ${writtenDate(dueOn)}`
  const due = `${dueWords(dueOn, today)} (${writtenDate(dueOn)})`
  return dueOn === limitOn ? due : `${due}, days on hold not counted`
}
