import { AnswerBody, FamilyChannel, LeftOpenReason, type PersonId } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { characterCount } from '../../components/character-count.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { answerBodyWords, familyChannelWords, leftOpenWords } from '../../wording/family-words.ts'
import { memberName } from './member-name.ts'
import type { FamilyQuestion, OpenedFamily } from './opened-family.ts'
import { FAMILY, type TypedAnswer, type TypedQuestion, WORDS_LENGTH } from './question-form.ts'
import { isKeptBack, isOpen, questionFacts } from './question-list.ts'
import type { TypedTelling } from './telling-form.ts'
import { caveatView, mayHear, tellingFields, toldOf } from './telling-view.ts'

type Errors = readonly ErrorItem[]

const choice = <Code extends string>(
  { name, legend, value, errors }: { name: string; legend: string; value: string; errors: Errors },
  items: readonly { value: Code; text: string }[],
) =>
  radios({
    name,
    idPrefix: name,
    value,
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
    errorMessage: errorOf(errors, name),
    items,
  })

const inWords = <Code extends string>(codes: readonly Code[], words: Readonly<Record<Code, string>>) =>
  codes.map((value) => ({ value, text: words[value] }))

const area = ({
  name,
  label,
  hint,
  value,
  errors,
}: Record<'name' | 'label' | 'hint' | 'value', string> & { errors: Errors }) =>
  characterCount({
    id: name,
    name,
    label: { text: label, classes: 'govuk-label--s' },
    hint: { text: hint },
    value,
    maxlength: WORDS_LENGTH,
    threshold: 75,
    errorMessage: errorOf(errors, name),
  })

/** Records what a family asks. */
export function newQuestionView(
  { members }: OpenedFamily,
  hidden: Html,
  typed: TypedQuestion,
  errors: Errors,
): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Record a question of the family</h1>
<p class="govuk-body">A question can be recorded at any time, also after the case is closed.</p>
<form method="post" novalidate>${hidden}
${area({ name: 'asked', label: 'What does the family ask?', hint: 'In the family’s own words', value: typed.asked, errors })}
${choice({ name: 'askedBy', legend: 'Who asked?', value: typed.askedBy, errors }, [
  ...members
    .filter(({ inError }) => !inError)
    .map((member) => ({ value: String(member.familyMemberId), text: memberName(member) })),
  { value: FAMILY, text: 'The family together' },
])}
${dateField({ name: 'askedOn', legend: 'When was it asked?', value: typed.askedOn, errors })}
${choice({ name: 'channel', legend: 'How was it asked?', value: typed.channel, errors }, inWords(FamilyChannel.options, familyChannelWords))}
${choice({ name: 'body', legend: 'Who is to answer it?', value: typed.body, errors }, inWords(AnswerBody.options, answerBodyWords))}
${button({ text: 'Record the question', preventDoubleClick: true })}
</form>
</div></div>`
}

export type QuestionModel = {
  readonly hidden: Html
  readonly family: OpenedFamily
  readonly question: FamilyQuestion
  readonly names: ReadonlyMap<PersonId, string>
  /** Sees what must not be told yet as well. */
  readonly wholeCase: boolean
  readonly typed: TypedAnswer
  readonly telling: TypedTelling
  /** May say what must not be told yet. */
  readonly mayCaveat: boolean
  readonly errors: Errors
}

/** One question: its answer, who was told of it, why there will be none, or that it must not be told yet. */
export function questionView(model: QuestionModel): Html {
  const { family, question, names, wholeCase, mayCaveat } = model
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">A question of the family</h1>
${questionFacts(question, family.members, names)}
${toldOf(family, question)}
${!isKeptBack(question, wholeCase) && answerForm(model)}
${question.answers.length > 0 && !question.withheld && mayHear(family).length > 0 && tellForm(model)}
${isOpen(question) && !question.withheld && leaveOpenForm(model)}
${mayCaveat && caveatView(family, question)}
</div></div>`
}

function tellForm({ hidden, family, question, telling, errors }: QuestionModel): Html {
  return html`<h2 class="govuk-heading-m">Feed the answer back</h2>
<form method="post" novalidate>${hidden}<input type="hidden" name="version" value="${question.answers.length}">
${tellingFields(family, telling, errors)}
${button({ text: 'Record that they were told', name: '_action', value: 'tell', preventDoubleClick: true })}
</form>`
}

function answerForm({ hidden, question, typed, errors }: QuestionModel): Html {
  return html`<h2 class="govuk-heading-m">${question.answers.length === 0 ? 'Record the answer' : 'Record another answer in its place'}</h2>
<form method="post" novalidate>${hidden}<input type="hidden" name="version" value="${question.answers.length}">
${area({ name: 'answer', label: 'What is the answer?', hint: 'In words the family can be told', value: typed.answer, errors })}
${choice({ name: 'body', legend: 'Who gave it?', value: typed.body, errors }, inWords(AnswerBody.options, answerBodyWords))}
${dateField({ name: 'answeredOn', legend: 'When was it given?', value: typed.answeredOn, errors })}
${button({ text: 'Record the answer', name: '_action', value: 'answer', preventDoubleClick: true })}
</form>`
}

function leaveOpenForm({ hidden, typed, errors }: QuestionModel): Html {
  return html`<h2 class="govuk-heading-m">If there will be no answer</h2>
<p class="govuk-body">The case cannot close before the question is answered or a reason is recorded here.</p>
<form method="post" novalidate>${hidden}
${choice({ name: 'reason', legend: 'Why will there be no answer?', value: typed.reason, errors }, inWords(LeftOpenReason.options, leftOpenWords))}
${area({ name: 'why', label: 'In words', hint: 'What was tried, and who decided', value: typed.why, errors })}
${button({ text: 'Record that there will be no answer', name: '_action', value: 'leave-open', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>`
}
