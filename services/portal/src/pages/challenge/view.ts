import { button } from '../../components/button.ts'
import { characterCount } from '../../components/character-count.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import { summaryList } from '../../components/summary-list.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import {
  challengeActWords,
  challengeStateWords,
  subjectPath,
  subjectWords,
} from '../../wording/challenge-words.ts'
import { typedText } from '../../wording/typed-text.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { factorAnalysis } from '../recommendations/services.ts'
import { LONGEST_WORDS } from './form.ts'

type ReadChallenge = Awaited<ReturnType<ReturnType<typeof factorAnalysis>['challenge']['read']['query']>>

export type ChallengeModel = ReadChallenge & {
  readonly hidden: Html
  readonly nameOf: (personId: string) => string
  readonly mayAnswer: boolean
  readonly mayJudge: boolean
  readonly typed: { readonly judged: string; readonly words: string }
  readonly errors: readonly ErrorItem[]
}

/** What was said of a challenge, in its order, and the form for what comes next. */
export function challengeView(model: ChallengeModel): Html {
  const { challenge, about, overdue, entries, nameOf, mayAnswer, mayJudge } = model
  const { subject, reference, state, raisedOn, dueOn } = challenge
  const path = subjectPath(subject)
  const name = subjectWords(subject, about)
  const rows: [string, string | Html][] = [
    ['About', path === null ? name : html`<a class="govuk-link" href="${path}">${name}</a>`],
    ['Raised', writtenDate(raisedOn)],
    ['Status', html`${challengeStateWords[state]}${overdue && html`, <strong>overdue</strong>`}`],
    ['Answer due', writtenDate(dueOn)],
  ]
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Challenge ${reference}</h1>
${summaryList({ rows: rows.map(([key, value]) => ({ key: { text: key }, value: { html: html`${value}` } })) })}
<h2 class="govuk-heading-m">What was said</h2>
<ol class="govuk-list">${entries.map(
    ({ act, words, recordedOn, recordedBy }) =>
      html`<li class="govuk-!-margin-bottom-3"><strong>${challengeActWords[act]}</strong>, ${writtenDate(recordedOn)},
by ${nameOf(recordedBy)}${words !== null && html`<br>${typedText(words)}`}</li>`,
  )}</ol>
${mayAnswer && answerForm(model)}
${mayJudge && judgeForm(model)}
</div></div>`
}

const version = ({ hidden, challenge }: ChallengeModel) => html`${hidden}
<input type="hidden" name="version" value="${String(challenge.version)}">`

const said = ({ typed, errors }: ChallengeModel, label: string) =>
  characterCount({
    id: 'words',
    name: 'words',
    maxlength: LONGEST_WORDS,
    rows: 6,
    value: typed.words,
    label: { text: label, classes: 'govuk-label--s' },
    hint: { text: 'Do not name or describe a child or family' },
    errorMessage: errorOf(errors, 'words'),
  })

function answerForm(model: ChallengeModel): Html {
  return html`<form method="post" novalidate>${version(model)}
${said(model, 'What does the area answer?')}
${button({ text: 'Answer', name: '_action', value: 'answer', preventDoubleClick: true })}
</form>`
}

function judgeForm(model: ChallengeModel): Html {
  return html`<form method="post" novalidate>${version(model)}
${radios({
  name: 'judged',
  idPrefix: 'judged',
  value: model.typed.judged,
  fieldset: { legend: { text: 'Is the answer enough?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(model.errors, 'judged'),
  items: [
    { value: 'accept', text: 'Yes, accept it' },
    { value: 'press', text: 'No, press on', hint: { text: 'The area has 10 working days to answer again' } },
  ],
})}
${said(model, 'What do you say to it?')}
${button({ text: 'Record', name: '_action', value: 'judge', preventDoubleClick: true })}
</form>`
}
