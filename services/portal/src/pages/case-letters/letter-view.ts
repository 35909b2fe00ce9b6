import { LETTER_LIMIT } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { radios } from '../../components/radios.ts'
import { summaryList } from '../../components/summary-list.ts'
import { textarea } from '../../components/textarea.ts'
import { warningText } from '../../components/warning-text.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { savedMeanwhile } from '../../typed-form/two-versions.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import {
  languageWords,
  letterCautionWords,
  letterStageWords,
  letterStateWords,
  letterWayWords,
} from '../../wording/letter-words.ts'
import { typedText } from '../../wording/typed-text.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { familyPath, type OpenedFamily } from '../case-family/opened-family.ts'
import { dayOfYear } from '../case-family/view.ts'
import { letterWays, type TypedGiving } from './form.ts'
import type { OpenLetter } from './opened-letter.ts'
import { toWhom } from './view.ts'

export type LetterModel = {
  readonly family: OpenedFamily
  readonly letter: OpenLetter
  readonly hidden: Html
  readonly mayRecord: boolean
  readonly text: string
  /** The version the draft's form is sent with. */
  readonly version: number
  /** Somebody else saved it meanwhile: what is saved stands beside what was typed. */
  readonly savedMeanwhile: boolean
  readonly knowsWish: boolean
  readonly giving: TypedGiving
  readonly errors: readonly ErrorItem[]
}

/** A letter, what has to be known before it goes, and what can be done with it. */
export function letterView(model: LetterModel): Html {
  const { family, letter, mayRecord } = model
  const { state, givenOn, givenHow, givenBy } = letter
  const facts: [string, string][] = [
    ['To', toWhom(family, letter)],
    ['About', letterStageWords[letter.stage]],
    ['Language', languageWords(letter.language)],
    ['How far it is', letterStateWords[state]],
  ]
  if (givenOn !== null && givenHow !== null)
    facts.push(['Given', `${writtenDate(givenOn)}, ${letterWayWords[givenHow].toLowerCase()}, by ${givenBy}`])
  const open = state === 'draft' || state === 'final'
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">A letter</h1>
${summaryList({ rows: facts.map(([key, value]) => ({ key: { text: key }, value: { text: value } })) })}
${open && cautions(model)}
${changedSince(letter)}
${
  state === 'draft' && mayRecord
    ? draftForm(model)
    : html`<h2 class="govuk-heading-m">The letter</h2><div class="govuk-body">${typedText(letter.content.text)}</div>
${model.savedMeanwhile && notSaved(model)}`
}
${mayRecord && ((state === 'final' && letter.changes.length === 0) || state === 'given') && printing(model)}
${mayRecord && state === 'final' && givenForm(model)}
${mayRecord && open && withdrawForm(model)}
</div></div>`
}

function cautions({ family, letter }: LetterModel): Html {
  if (letter.cautions.length === 0) return html``
  return html`${letter.cautions.map((caution) =>
    warningText({
      text:
        caution === 'date-to-avoid'
          ? `${letterCautionWords[caution]} Recorded: ${family.avoidedDates.map(({ avoided }) => dayOfYear(avoided)).join(', ')}.`
          : letterCautionWords[caution],
      iconFallbackText: 'Warning',
    }),
  )}`
}

/** What a letter says that is not so any more, and what follows: it goes no further, or its parent is told anew. */
function changedSince({ changes, state }: OpenLetter): Html | null {
  if (changes.length === 0) return null
  const days = changes.map(({ why, since }) =>
    [
      why === 'withheld' ? 'an answer in it must not be told to them' : 'an answer in it has changed',
      ...(since === null ? [] : [`since ${writtenDate(since)}`]),
    ].join(' '),
  )
  const said = [...new Set(days)].join('; ')
  return warningText({
    text:
      state === 'given'
        ? `What it says is not what holds now: ${said}. Tell this parent anew once they may be told.`
        : `It can be printed no more: ${said}. If it was posted or given by then, record that, and tell this parent anew. Otherwise withdraw it.`,
    iconFallbackText: 'Warning',
  })
}

const versionField = (version: number) => html`<input type="hidden" name="version" value="${version}">`

/** What was typed into a letter that somebody else finished or withdrew meanwhile. */
function notSaved({ text }: LetterModel): Html {
  return html`<h2 class="govuk-heading-m">What you typed</h2>
<p class="govuk-body">It is not saved: nobody can change the letter any more.</p>
<div class="govuk-body">${typedText(text)}</div>`
}

function draftForm(model: LetterModel): Html {
  const { hidden, text, letter, knowsWish, errors } = model
  return html`<form method="post" novalidate>${hidden}${versionField(model.version)}
${
  model.savedMeanwhile &&
  savedMeanwhile({
    saved: html`<div class="govuk-body">${typedText(letter.content.text)}</div>`,
    version: letter.version,
  })
}
${textarea({
  id: 'text',
  name: 'text',
  rows: 24,
  label: { text: 'The letter', classes: 'govuk-label--m' },
  hint: {
    text: `What stands in square brackets is for you to write. ${LETTER_LIMIT.toLocaleString('en-GB')} characters or fewer`,
  },
  value: text,
  errorMessage: errorOf(errors, 'text'),
})}
${
  letter.cautions.includes('wishes-to-hear-nothing') &&
  checkboxes({
    name: 'knowsWish',
    idPrefix: 'knowsWish',
    values: knowsWish ? ['yes'] : [],
    fieldset: {
      legend: {
        text: 'This person wishes to hear nothing of the review',
        classes: 'govuk-fieldset__legend--s',
      },
    },
    items: [{ value: 'yes', text: 'I know of their wish, and they have asked to hear this' }],
  })
}
<div class="govuk-button-group">
${button({ text: 'Save the draft', name: '_action', value: 'save', preventDoubleClick: true })}
${button({ text: 'Finish the letter', name: '_action', value: 'finish', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</div>
<p class="govuk-body">Once it is finished, nobody can change it, and it can be printed.</p>
</form>`
}

function printing({ family, letter }: LetterModel): Html {
  const path = `${familyPath(family)}/letters/${letter.familyLetterId}`
  return html`<h2 class="govuk-heading-m">Print it</h2>
<p class="govuk-body"><a class="govuk-link" href="${path}/print">Show it for printing</a></p>
<p class="govuk-body"><a class="govuk-link" href="${path}/pdf" download>Download it as a PDF</a></p>
<p class="govuk-body">It is recorded each time that you had it.</p>`
}

function givenForm(model: LetterModel): Html {
  const { family, letter, hidden, giving, errors } = model
  const asked = letter.content.answers.map(({ familyQuestionId }) => {
    const question = family.questions.find((one) => one.familyQuestionId === familyQuestionId)
    return { value: familyQuestionId, text: question?.asked ?? 'A question of another record' }
  })
  return html`<h2 class="govuk-heading-m">Record that it was given</h2>
<form method="post" novalidate>${hidden}${versionField(letter.version)}
${dateField({ name: 'givenOn', legend: 'When was it posted or given?', value: giving.givenOn, errors })}
${radios({
  name: 'givenHow',
  idPrefix: 'givenHow',
  value: giving.givenHow,
  fieldset: { legend: { text: 'How?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'givenHow'),
  items: letterWays,
})}
${input({
  id: 'givenBy',
  name: 'givenBy',
  label: { text: 'By whom?', classes: 'govuk-label--s' },
  value: giving.givenBy,
  autocomplete: 'off',
  spellcheck: false,
  errorMessage: errorOf(errors, 'givenBy'),
})}
${
  asked.length > 0 &&
  checkboxes({
    name: 'told',
    idPrefix: 'told',
    values: [...giving.told],
    fieldset: {
      legend: { text: 'Which of these does the letter answer?', classes: 'govuk-fieldset__legend--s' },
    },
    items: asked,
  })
}
${checkboxes({
  name: 'leaflet',
  idPrefix: 'leaflet',
  values: giving.leaflet ? ['yes'] : [],
  fieldset: { legend: { text: 'What was with it?', classes: 'govuk-fieldset__legend--s' } },
  items: [{ value: 'yes', text: 'The leaflet “When a Child Dies”' }],
})}
${button({ text: 'Record that it was given', name: '_action', value: 'give', preventDoubleClick: true })}
</form>`
}

function withdrawForm(model: LetterModel): Html {
  return html`<h2 class="govuk-heading-m">Withdraw it</h2>
<p class="govuk-body">A letter that is not to be given stays here to be read, and can no longer be printed.</p>
<form method="post" novalidate>${model.hidden}${versionField(model.letter.version)}
${button({ text: 'Withdraw the letter', name: '_action', value: 'withdraw', classes: 'govuk-button--warning', preventDoubleClick: true })}
</form>`
}

/** A letter as it is printed: its date and its words, and nothing of the office on paper. */
export function printView({
  text,
  datedOn,
}: {
  text: string
  datedOn: Parameters<typeof writtenDate>[0]
}): Html {
  return html`<h1 class="govuk-heading-l">The letter for printing</h1>
<p class="govuk-body cdop-letter-note">On paper stand the date and the letter alone. Print this page from your browser.</p>
<article class="cdop-letter" aria-label="The letter"><p class="govuk-body">${writtenDate(datedOn)}</p>
${text.split('\n\n').map((paragraph) => html`<p class="govuk-body">${typedText(paragraph)}</p>`)}</article>`
}
