import { FamilyChannel, FamilySupport } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { radios } from '../../components/radios.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { familyChannelWords, familySupportWords } from '../../wording/family-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { caveatMarks, putUnderCaveat } from '../case-caveats/caveat-marks.ts'
import { memberName } from './member-name.ts'
import type { OpenedFamily } from './opened-family.ts'
import type { TypedTelling } from './telling-form.ts'

type Errors = readonly ErrorItem[]
type Feedback = OpenedFamily['feedback'][number]

/** Those who may be told something. */
export const mayHear = ({ members }: OpenedFamily) =>
  members.filter(({ inError, noContact }) => !inError && noContact === null)

/** Whom, when, how and by whom. Nobody who must not be contacted can be chosen; who wishes to hear nothing is marked. */
export function tellingFields(family: OpenedFamily, typed: TypedTelling, errors: Errors): Html {
  const kept = mayHear(family)
  const barred = family.members.filter(({ inError, noContact }) => !inError && noContact !== null)
  return html`${
    barred.length > 0 &&
    html`<p class="govuk-body"><strong>Must not be contacted: ${barred.map(memberName).join(', ')}.</strong></p>`
  }${radios({
    name: 'member',
    idPrefix: 'member',
    value: typed.member,
    fieldset: { legend: { text: 'Which parent or carer?', classes: 'govuk-fieldset__legend--s' } },
    errorMessage: errorOf(errors, 'member'),
    items: kept.map((member) => ({
      value: member.familyMemberId,
      text: memberName(member),
      ...(member.hearsNothing && { hint: { text: 'Wishes to hear nothing of the review' } }),
    })),
  })}
${
  kept.some(({ hearsNothing }) => hearsNothing) &&
  checkboxes({
    name: 'knowsWish',
    idPrefix: 'knowsWish',
    values: typed.knowsWish ? ['yes'] : [],
    fieldset: {
      legend: { text: 'If they wish to hear nothing of the review', classes: 'govuk-fieldset__legend--s' },
    },
    items: [{ value: 'yes', text: 'I know of their wish, and they have asked to hear this' }],
  })
}
${dateField({ name: 'toldOn', legend: 'When?', value: typed.toldOn, errors })}
${radios({
  name: 'toldHow',
  idPrefix: 'toldHow',
  value: typed.toldHow,
  fieldset: { legend: { text: 'How?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'toldHow'),
  items: FamilyChannel.options.map((value) => ({ value, text: familyChannelWords[value] })),
})}
${input({
  id: 'toldBy',
  name: 'toldBy',
  label: { text: 'By whom?', classes: 'govuk-label--s' },
  hint: { text: 'The name of who told them or gave it to them' },
  value: typed.toldBy,
  autocomplete: 'off',
  spellcheck: false,
  errorMessage: errorOf(errors, 'toldBy'),
})}`
}

/** One thing a parent or carer was told, given or offered. */
function toldLine(
  { familyMemberId, support, toldOn, channel, toldBy }: Feedback,
  { members }: OpenedFamily,
): Html {
  const member = members.find((one) => one.familyMemberId === familyMemberId)
  const what = support === null ? 'Told' : familySupportWords[support]
  return html`<li>${what}: ${member === undefined ? 'somebody' : memberName(member)}, ${writtenDate(toldOn)},
${familyChannelWords[channel].toLowerCase()}, by ${toldBy}</li>`
}

/** Who was told an answer, and whether it has changed since; nothing where nobody was. */
export function toldOf(
  family: OpenedFamily,
  { familyQuestionId, answers }: OpenedFamily['questions'][number],
): Html | null {
  const told = family.feedback.filter((one) => one.familyQuestionId === familyQuestionId)
  if (told.length === 0) return null
  const newest = answers[0]?.entry ?? 0
  const heardNewest = told.filter(({ answerEntry }) => answerEntry === newest)
  const anew = mayHear(family).filter(
    ({ familyMemberId: id }) =>
      newest > 0 &&
      told.some(({ familyMemberId }) => familyMemberId === id) &&
      !heardNewest.some(({ familyMemberId }) => familyMemberId === id),
  )
  return html`<ul class="govuk-list govuk-list--bullet">${told.map((one) => toldLine(one, family))}</ul>
${anew.length > 0 && html`<p class="govuk-body"><strong>The answer has changed since it was told to: ${anew.map(memberName).join(', ')}.</strong></p>`}`
}

/** Leaflets and support: what was given or offered, to whom. */
export function supportList(family: OpenedFamily): Html {
  const given = family.feedback.filter(({ support }) => support !== null)
  if (given.length === 0) {
    return html`<p class="govuk-body">Nothing is recorded of the leaflet “When a Child Dies” or of support in
bereavement.</p>`
  }
  return html`<ul class="govuk-list govuk-list--bullet">${given.map((one) => toldLine(one, family))}</ul>`
}

/** Records a leaflet or an offer of support. */
export function supportView(family: OpenedFamily, hidden: Html, typed: TypedTelling, errors: Errors): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Leaflet and support in bereavement</h1>
${supportList(family)}
<h2 class="govuk-heading-m">Record what was given or offered</h2>
${
  mayHear(family).length === 0
    ? html`<p class="govuk-body">There is no parent or carer who may be contacted.</p>`
    : html`<form method="post" novalidate>${hidden}
${radios({
  name: 'support',
  idPrefix: 'support',
  value: typed.support,
  fieldset: { legend: { text: 'What was it?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'support'),
  items: FamilySupport.options.map((value) => ({ value, text: familySupportWords[value] })),
})}
${tellingFields(family, typed, errors)}
${button({ text: 'Record it', preventDoubleClick: true })}
</form>`
}
</div></div>`
}

/** What must not be told yet, for whoever may say so: its caveats, or a way to put it under one. */
export function caveatView(
  { caseId, caveats }: OpenedFamily,
  { familyQuestionId, asked }: OpenedFamily['questions'][number],
): Html {
  const standing = caveats.filter(
    ({ liftedOn, target }) =>
      liftedOn === null && target.of === 'family-question' && target.familyQuestionId === familyQuestionId,
  )
  return html`<h2 class="govuk-heading-m">If it must not be told yet</h2>
${
  standing.length === 0
    ? html`<p class="govuk-body">Under a caveat no key worker reads an answer to it, and it is told to nobody.</p>`
    : html`<p class="govuk-body">It is told to nobody while this stands.</p>${caveatMarks(caseId, standing)}`
}
<p class="govuk-body">${putUnderCaveat(caseId, { question: familyQuestionId }, { text: 'Put it under a caveat', of: asked })}</p>`
}
