import { isUnanswered, type PersonId } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { answerBodyWords, familyChannelWords, leftOpenWords } from '../../wording/family-words.ts'
import { typedText } from '../../wording/typed-text.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { memberName } from './member-name.ts'
import type { FamilyQuestion, OpenedFamily } from './opened-family.ts'
import { toldOf } from './telling-view.ts'

/** Whether a question has neither an answer nor a reason why there will be none. */
export const isOpen = ({ answers, leftOpen }: FamilyQuestion) =>
  isUnanswered({ answered: answers.length > 0, leftOpen: leftOpen?.reason ?? null })

/** Whether somebody is kept from what there is, as a key worker is: it must not be told yet. Nobody who sees the whole case is. */
export const isKeptBack = ({ withheld }: FamilyQuestion, wholeCase: boolean) => withheld && !wholeCase

/** Who asked, in words. */
function askedBy({ askedBy: who }: FamilyQuestion, members: OpenedFamily['members']): string {
  const member = members.find(({ familyMemberId }) => familyMemberId === who)
  return member === undefined ? 'the family' : memberName(member)
}

type Names = ReadonlyMap<PersonId, string>

/** What a family asked, who is to answer, and what it was answered. */
export function questionFacts(
  question: FamilyQuestion,
  members: OpenedFamily['members'],
  names: Names,
): Html {
  const { asked, askedOn, channel, body, answers, leftOpen } = question
  const [newest] = answers
  return html`<p class="govuk-body">${typedText(asked)}</p>
<p class="govuk-hint">Asked by ${askedBy(question, members)} on ${writtenDate(askedOn)},
${familyChannelWords[channel].toLowerCase()}. To be answered by: ${answerBodyWords[body].toLowerCase()}.</p>
${
  newest &&
  html`<p class="govuk-body"><strong>Answer</strong> (${answerBodyWords[newest.body].toLowerCase()},
${writtenDate(newest.answeredOn)}): ${typedText(newest.answer)}</p>
<p class="govuk-hint">Recorded by ${names.get(newest.recordedBy) ?? 'somebody who has left'}${
    answers.length > 1 && `, in place of an earlier answer`
  }.</p>`
}
${
  !newest &&
  leftOpen &&
  html`<p class="govuk-body"><strong>Stays without an answer:</strong>
${leftOpenWords[leftOpen.reason].toLowerCase()}. ${typedText(leftOpen.why)}</p>`
}
${
  question.withheld
    ? html`<p class="govuk-body"><strong>Something here must not be told to the family yet.</strong></p>`
    : isOpen(question) && html`<p class="govuk-body"><strong>No answer yet.</strong></p>`
}`
}

/** Every question of a family, those without an answer first. */
export function questionList(family: OpenedFamily, names: Names, mayRecord: boolean): Html {
  const { questions, members } = family
  if (questions.length === 0) return html`<p class="govuk-body">No question is recorded.</p>`
  const ordered = [...questions.filter(isOpen), ...questions.filter((one) => !isOpen(one))]
  return html`<ol class="govuk-list govuk-list--number govuk-list--spaced">${ordered.map(
    (question, at) => html`<li>${questionFacts(question, members, names)}${toldOf(family, question)}
${
  mayRecord &&
  html`<a class="govuk-link" href="/cases/${family.caseId}/family/questions/${question.familyQuestionId}">${
    isOpen(question) ? 'Record the answer' : 'Feed back or change the answer'
  }<span class="govuk-visually-hidden"> to question ${at + 1}</span></a>`
}</li>`,
  )}</ol>`
}
