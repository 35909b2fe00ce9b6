import {
  ENGLISH,
  fillLetter,
  LETTER_LIMIT,
  type LetterLanguage,
  LetterStage,
  letterPlaceholders,
  nextDateInLetter,
  type PersonId,
  type PlainDate,
} from '@cdop/domain'
import { button } from '../../components/button.ts'
import { details } from '../../components/details.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { summaryList } from '../../components/summary-list.ts'
import { textarea } from '../../components/textarea.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { languageWords, letterStageWords } from '../../wording/letter-words.ts'
import { typedText } from '../../wording/typed-text.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { TypedTemplate } from './form.ts'

export type Template = {
  readonly stage: LetterStage
  readonly language: LetterLanguage
  readonly version: number
  readonly validFrom: PlainDate
  readonly wording: string
  readonly changedBy: PersonId
}

const pathOf = (stage: LetterStage, language: string) =>
  `/letter-templates/change?stage=${stage}&language=${encodeURIComponent(language)}`

/** What an area writes to parents, stage by stage. */
export function templatesView(templates: readonly Template[]): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Letters to families</h1>
<p class="govuk-body">What a letter to a parent begins with, at each stage. Whoever writes changes it for the family. A letter
that is drafted stays as it is when you change the words here.</p>
${summaryList({
  rows: LetterStage.options.map((stage) => {
    const own = templates.filter((one) => one.stage === stage)
    const languages = [...new Set(own.map(({ language }) => language))]
    const said = [
      languages.includes(ENGLISH) ? 'English, your own words' : 'English, the words this service begins with',
      ...languages.filter((one) => one !== ENGLISH).map(languageWords),
    ]
    return {
      key: { text: letterStageWords[stage] },
      value: { text: said.join('; ') },
      actions: {
        items: [
          { href: pathOf(stage, ENGLISH), text: 'Change', visuallyHiddenText: letterStageWords[stage] },
        ],
      },
    }
  }),
})}
</div></div>`
}

export type TemplateModel = {
  readonly stage: LetterStage
  /** Every version of this stage in this language, the newest first. */
  readonly versions: readonly Template[]
  readonly languages: readonly LetterLanguage[]
  readonly names: ReadonlyMap<PersonId, string>
  readonly hidden: Html
  readonly version: number
  readonly typed: TypedTemplate
  /** Shows the letter to an invented family. */
  readonly preview: boolean
  readonly errors: readonly ErrorItem[]
}

/** Changes what is written at a stage in a language. */
export function templateView(model: TemplateModel): Html {
  const { stage, languages, hidden, version, typed, errors } = model
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${letterStageWords[stage]}</h1>
${
  languages.length > 0 &&
  html`<p class="govuk-body">Languages: ${languages.map(
    (one, at) =>
      html`${at > 0 && ', '}<a class="govuk-link" href="${pathOf(stage, one)}">${languageWords(one)}</a>`,
  )}. Type another language to begin one.</p>`
}
<h2 class="govuk-heading-m">Words that are put in</h2>
<p class="govuk-body">These can stand in the letter, between braces. Square brackets hold what whoever writes has to write: a letter
with a square bracket left in it cannot be finished.</p>
<ul class="govuk-list govuk-list--bullet">${Object.values(letterPlaceholders).map(
    (words) => html`<li>{${words}}: ${placeholderSays[words]}</li>`,
  )}</ul>
${model.preview && preview(typed.wording)}
<form method="post" novalidate>${hidden}<input type="hidden" name="version" value="${version}">
${input({
  id: 'language',
  name: 'language',
  label: { text: 'Language', classes: 'govuk-label--s' },
  value: languageWords(typed.language),
  classes: 'govuk-input--width-10',
  autocomplete: 'off',
  spellcheck: false,
  errorMessage: errorOf(errors, 'language'),
})}
${textarea({
  id: 'wording',
  name: 'wording',
  rows: 24,
  label: { text: 'The letter', classes: 'govuk-label--s' },
  hint: {
    text: `Short sentences and plain words. ${LETTER_LIMIT.toLocaleString('en-GB')} characters or fewer`,
  },
  value: typed.wording,
  errorMessage: errorOf(errors, 'wording'),
})}
${dateField({ name: 'validFrom', legend: 'From which day does it hold?', hint: 'For letters begun on that day or later', value: typed.validFrom, errors })}
<div class="govuk-button-group">
${button({ text: 'Save the letter', name: '_action', value: 'save', preventDoubleClick: true })}
${button({ text: 'Show it with an invented family', name: '_action', value: 'preview', classes: 'govuk-button--secondary' })}
</div>
</form>
${history(model)}
</div></div>`
}

const placeholderSays: Readonly<
  Record<(typeof letterPlaceholders)[keyof typeof letterPlaceholders], string>
> = {
  'child’s first name': 'from the record of the child',
  'parent’s name': 'as it is recorded with the family',
  'key worker': 'who signs, typed when the letter is begun',
  'next date': 'a sentence about when the next step is expected, from the stage and clocks of the case',
  phone: 'typed when the letter is begun',
  answers:
    'what this parent or the family together asked, with answers that may be told and were not told yet',
}

/** The letter as an invented family would get it. */
function preview(wording: string): Html {
  const shown = fillLetter(wording, {
    child: 'Robin',
    parent: 'Jordan Example',
    keyWorker: 'Sam Invented',
    nextDate: nextDateInLetter(null),
    phone: '01632 960 001',
    answers: 'You asked: Was somebody with Robin?\n\nThe answer: Two nurses were.',
  })
  return html`<section aria-labelledby="preview"><h2 class="govuk-heading-m" id="preview">With an invented family</h2>
<div class="govuk-inset-text">${shown.split('\n\n').map((part) => html`<p class="govuk-body">${typedText(part)}</p>`)}</div>
</section>`
}

function history({ stage, versions, names, typed }: TemplateModel): Html {
  if (versions.length === 0) return html``
  const back = (version: number) =>
    html`<a class="govuk-link" href="${`${pathOf(stage, typed.language)}&version=${version}`}">Look at it and put it back<span
class="govuk-visually-hidden"> (version ${version})</span></a>`
  return details({
    summaryText: 'Versions',
    html: html`<ul class="govuk-list">${versions.map(
      ({ version, validFrom, changedBy }) =>
        html`<li>Version ${version}, from ${writtenDate(validFrom)}, by ${names.get(changedBy) ?? 'somebody who has left'}. ${back(version)}</li>`,
    )}
${typed.language === ENGLISH && html`<li>The words this service begins with. ${back(0)}</li>`}</ul>`,
  })
}
