import { type FamilyQuestionId, type LeftOpenReason, PanelLeftOpenReason } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { characterCount } from '../../components/character-count.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { radios } from '../../components/radios.ts'
import { tag } from '../../components/tag.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { leftOpenWords } from '../../wording/family-words.ts'
import { typedText } from '../../wording/typed-text.ts'
import { portraitHeading } from '../case-pack/family-opens.ts'
import { passages } from '../case-pack/passages.ts'
import { ANSWER, ANSWER_LENGTH, REASON, type TypedAnswer, WHY } from './form.ts'
import { panelFamilyTitle } from './title.ts'

/** A question of the family, as the chair sees it. */
type AskedAtItem = {
  readonly familyQuestionId: FamilyQuestionId
  readonly text: string | null
  /** As the released pack has it; else the screening alone has taken out what it could. */
  readonly inPack: boolean
  readonly standing: 'open' | 'answered' | 'left-open'
  readonly version: number
  readonly answer: string | null
  readonly leftOpen: LeftOpenReason | null
}

type FamilyItem = {
  readonly base: string
  readonly item: { readonly portrait: string | null; readonly questions: readonly AskedAtItem[] }
  /** The panel can still answer. */
  readonly answers: boolean
}

/** Who the child was, and each question with what the panel answered. */
export function familyItemView({ base, item: { portrait, questions }, answers }: FamilyItem): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${panelFamilyTitle}</h1>
<p class="govuk-body">Words in square brackets stand in place of names, places and exact dates. What the panel answers goes to
whoever speaks to the family.</p>
${
  portrait !== null &&
  html`<h2 class="govuk-heading-m">${portraitHeading}</h2>
${passages(portrait, { section: 'portrait', met: new Set(), unfolded: true })}`
}
<h2 class="govuk-heading-m">Questions to the panel</h2>
${questions.length === 0 && html`<p class="govuk-body">The family asked the panel nothing.</p>`}
${questions.map(
  (question, at) => html`<h3 class="govuk-heading-s">Question ${at + 1} ${stands(question)}</h3>
${asked(question)}
${
  answers &&
  html`<p class="govuk-body"><a class="govuk-link" href="${base}/family/${question.familyQuestionId}">${
    question.standing === 'open' ? 'Answer it, or say why not' : 'Change what the panel answers'
  }<span class="govuk-visually-hidden"> to question ${at + 1}</span></a></p>`
}`,
)}
<p class="govuk-body"><a class="govuk-link" href="${base}/live/lead">Lead the live panel</a></p>
<p class="govuk-body"><a class="govuk-link" href="${base}/analysis">Go to the analysis form (Form C)</a></p>
</div></div>`
}

function stands({ standing }: AskedAtItem): Html {
  if (standing === 'answered') return tag({ text: 'Answered', classes: 'govuk-tag--green' })
  if (standing === 'left-open') return tag({ text: 'No answer, with a reason', classes: 'govuk-tag--blue' })
  return tag({ text: 'To answer', classes: 'govuk-tag--grey' })
}

/** The question, how its words were screened, and what the panel said. */
function asked({ text, inPack, standing, answer, leftOpen }: AskedAtItem): Html {
  return html`${
    text === null
      ? html`<p class="govuk-body">Its words cannot be shown without names. Ask the coordinator.</p>`
      : html`<p class="govuk-body">${typedText(text)}</p>`
  }
${
  text !== null &&
  !inPack &&
  insetText({
    text: 'It is in no released pack. It was screened by itself, and everything doubtful was taken out: words may be missing.',
  })
}
${answer !== null && html`<p class="govuk-body"><strong>The panel answers:</strong> ${typedText(answer)}</p>`}
${
  standing === 'answered' &&
  answer === null &&
  html`<p class="govuk-body">It was answered by somebody else since.</p>`
}
${
  standing === 'left-open' &&
  leftOpen !== null &&
  html`<p class="govuk-body"><strong>No answer:</strong> ${leftOpenWords[leftOpen].toLowerCase()}.</p>`
}`
}

type AnswerForm = {
  readonly question: AskedAtItem
  readonly hidden: Html
  readonly typed: TypedAnswer
  readonly errors: readonly ErrorItem[]
}

export const answerTitle = 'Answer a question of the family'
export const WHY_NOT = 'why-not'

/** The panel's answer to one question, or why it gives none. */
export function answerView({ question, hidden, typed, errors }: AnswerForm): Html {
  const { version, standing } = question
  const versionField = html`<input type="hidden" name="version" value="${version}">`
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${answerTitle}</h1>
${asked(question)}
<form method="post" novalidate>${hidden}${versionField}
${words({ id: ANSWER, label: 'What does the panel answer?', hint: 'In words the family can be told, without blame', value: typed.answer, errors })}
${button({ text: 'Save the answer', name: '_action', value: 'answer', preventDoubleClick: true })}
</form>
${
  standing === 'open' &&
  html`<h2 class="govuk-heading-m">If the panel gives no answer</h2>
<form method="post" novalidate>${hidden}${versionField}
${radios({
  name: REASON,
  idPrefix: REASON,
  value: typed.reason,
  fieldset: { legend: { text: 'Why not?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, REASON),
  items: PanelLeftOpenReason.options.map((value) => ({ value, text: leftOpenWords[value] })),
})}
${words({ id: WHY, label: 'In words', hint: 'So that whoever speaks to the family can explain it', value: typed.why, errors })}
${button({ text: 'Save why not', name: '_action', value: WHY_NOT, classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>`
}
</div></div>`
}

const words = ({
  id,
  label,
  hint,
  value,
  errors,
}: Record<'id' | 'label' | 'hint' | 'value', string> & { errors: readonly ErrorItem[] }) =>
  characterCount({
    id,
    name: id,
    label: { text: label, classes: 'govuk-label--s' },
    hint: { text: hint },
    value,
    maxlength: ANSWER_LENGTH,
    threshold: 75,
    errorMessage: errorOf(errors, id),
  })
