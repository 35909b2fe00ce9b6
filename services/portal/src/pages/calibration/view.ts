import type { CalibrationKey, CalibrationRoundId, PlainDate } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { taskList } from '../../components/task-list.ts'
import { taskStatus } from '../../components/task-status.ts'
import { warningText } from '../../components/warning-text.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { writtenCount } from '../../wording/written-count.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { TypedRound } from './form.ts'

export const calibrationTitle = 'Invented cases to code'

type Listed = {
  readonly key: CalibrationKey
  readonly title: string
  readonly state: 'none' | 'draft' | 'final'
}
type Round = {
  readonly roundId: CalibrationRoundId
  readonly caseKeys: readonly CalibrationKey[]
  readonly openedOn: PlainDate
  readonly closesOn: PlainDate
}
type Taker = { readonly name: string; readonly finished: readonly CalibrationKey[] }

export type CalibrationModel = {
  readonly cases: readonly Listed[]
  readonly rounds: readonly Round[]
  /** Null for whoever is not told who takes part. */
  readonly takers: readonly Taker[] | null
  readonly today: PlainDate
  readonly mayCode: boolean
  readonly mayArrange: boolean
  readonly hidden: Html
  readonly typed: TypedRound
  readonly errors: readonly ErrorItem[]
}

/** Who wrote the cases and that nobody has checked them: on every page that shows one. */
export const uncheckedWords =
  'The cases, and the codings intended for them, are this product’s own words. No clinician has checked them.'

const twoThirds = (content: Html) =>
  html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${content}</div></div>`

export function calibrationView(model: CalibrationModel): Html {
  const { cases, mayCode, mayArrange, takers, rounds } = model
  return html`${twoThirds(html`<h1 class="govuk-heading-l">${calibrationTitle}</h1>
<p class="govuk-body">Nobody in these cases lived. Each member codes them alone, when they like. Afterwards they see the coding that
was intended and why, and how many colleagues chose what. Nobody else sees what you code: others are told that you took part, and
what five or more said together.</p>
${warningText({ text: uncheckedWords, iconFallbackText: 'Warning' })}
<p class="govuk-body"><a class="govuk-link" href="/calibration/figures">How far all agree</a></p>
${mayCode && html`<h2 class="govuk-heading-m">Your coding</h2>${ownList(model)}`}
<h2 class="govuk-heading-m">Rounds</h2>
${rounds.length === 0 && html`<p class="govuk-body">No round has been opened. The cases can be coded all the same.</p>`}
${rounds.map((round) => roundWords(round, model))}`)}
${takers !== null && takersTable(takers, cases.length)}
${mayArrange && roundForm(model)}`
}

const statuses = { none: 'incomplete', draft: 'in-progress', final: 'completed' } as const

const ownList = ({ cases, rounds, today }: CalibrationModel) =>
  taskList({
    idPrefix: 'case',
    items: cases.map(({ key, title, state }) => {
      const asked = rounds.find(({ caseKeys, closesOn }) => closesOn >= today && caseKeys.includes(key))
      return {
        title: { text: title },
        href: state === 'final' ? `/calibration/cases/${key}/compared` : `/calibration/cases/${key}`,
        ...(asked !== undefined &&
          state !== 'final' && { hint: { text: `To be coded by ${writtenDate(asked.closesOn)}` } }),
        status: taskStatus(statuses[state]),
      }
    }),
  })

function roundWords(
  { caseKeys, openedOn, closesOn }: Round,
  { cases, takers, today, mayCode }: CalibrationModel,
): Html {
  const whole = takers?.filter(({ finished }) => caseKeys.every((key) => finished.includes(key)))
  const own = cases.filter(({ key, state }) => caseKeys.includes(key) && state === 'final')
  const when = closesOn < today ? `ended on ${writtenDate(closesOn)}` : `open until ${writtenDate(closesOn)}`
  return html`<p class="govuk-body">Opened on ${writtenDate(openedOn)}, ${when}: ${writtenCount(caseKeys.length, 'case')}.${mayCode && html` You have coded ${own.length} of them.`}${whole !== undefined && html` ${whole.length === 1 ? '1 person has' : `${whole.length} people have`} coded all of them.`}</p>`
}

function takersTable(takers: readonly Taker[], cases: number): Html {
  if (takers.length === 0) return html`<p class="govuk-body">Nobody has finished a case yet.</p>`
  return scrollRegion(
    'Who has taken part',
    table({
      caption: 'Who has taken part',
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: [{ text: 'Who' }, { text: 'Cases coded', format: 'numeric' }],
      rows: takers.map(({ name, finished }) => [
        { text: name },
        { text: `${finished.length} of ${cases}`, format: 'numeric' },
      ]),
    }),
  )
}

const roundForm = ({ cases, hidden, typed, errors }: CalibrationModel) =>
  twoThirds(html`<h2 class="govuk-heading-m">Open a round</h2>
<p class="govuk-body">Members see by which day you ask them to code. A round keeps nobody from coding later.</p>
<form method="post" novalidate>${hidden}
${checkboxes({
  name: 'cases',
  idPrefix: 'cases',
  values: typed.cases,
  fieldset: { legend: { text: 'Which cases?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'cases'),
  items: cases.map(({ key, title }) => ({ value: key, text: title })),
})}
${dateField({ name: 'closesOn', legend: 'By which day?', value: typed.closesOn, errors })}
${button({ text: 'Open the round', preventDoubleClick: true })}
</form>`)
