import { FamilyChannel, opensTheItem, PortraitWish } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { characterCount } from '../../components/character-count.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { familyChannelWords, portraitWishWords } from '../../wording/family-words.ts'
import { typedText } from '../../wording/typed-text.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { memberName } from './member-name.ts'
import { familyPath, type OpenedFamily } from './opened-family.ts'
import { PORTRAIT_LENGTH, type TypedPortrait, tellers } from './portrait-form.ts'
import { FAMILY } from './question-form.ts'

export const portraitTitle = 'Who the child was'

const WITHDRAWN = 'withdrawn' satisfies PortraitWish

/** What the family told of its child, and whether the panel hears it. */
export function portraitSection(family: OpenedFamily, mayRecord: boolean): Html {
  const { portrait } = family.portrait
  const change = (text: string) =>
    mayRecord &&
    html`<p class="govuk-body"><a class="govuk-link" href="${familyPath(family)}/portrait">${text}</a></p>`
  if (portrait === null)
    return html`<p class="govuk-body">The family has told nothing yet.</p>${change('Record it in the family’s words')}`
  const told = `${toldBy(family)} on ${writtenDate(portrait.toldOn)}`
  if (portrait.words === null || portrait.channel === null)
    return html`<p class="govuk-body">Taken back by ${told}. Nobody is shown it.</p>${change('Record it in the family’s words')}`
  return html`<p class="govuk-body">${typedText(portrait.words)}</p>
<p class="govuk-hint">Told by ${told}, ${familyChannelWords[portrait.channel].toLowerCase()}.</p>
<p class="govuk-body"><strong>${portraitWishWords[opensTheItem(portrait.wish) ? 'for-panel' : 'not-for-panel']}.</strong></p>
${change('Change it, or take it back')}`
}

function toldBy({ portrait: { portrait }, members }: OpenedFamily): string {
  const member = members.find(({ familyMemberId }) => familyMemberId === portrait?.toldBy)
  return member === undefined ? 'the family' : memberName(member)
}

type PortraitForm = {
  readonly family: OpenedFamily
  readonly hidden: Html
  readonly typed: TypedPortrait
  readonly errors: readonly ErrorItem[]
  /** What was typed belongs to taking it back. */
  readonly takingBack: boolean
}

/** Records the portrait, and takes it back. */
export function portraitView(model: PortraitForm): Html {
  const { family, hidden, typed, takingBack } = model
  const { portrait, version } = family.portrait
  const errors = takingBack ? [] : model.errors
  const stands = portrait !== null && portrait.wish !== WITHDRAWN
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${portraitTitle}</h1>
<p class="govuk-body">What the family wants the panel to know of its child as a person. Where the family wishes it, the panel
reads it first, without names, exact dates and places. The family can change its mind at any time.</p>
<form method="post" novalidate>${hidden}<input type="hidden" name="version" value="${version}">
${characterCount({
  id: 'words',
  name: 'words',
  rows: 10,
  label: { text: 'In the family’s words', classes: 'govuk-label--s' },
  hint: { text: 'Write it down as it was said' },
  value: typed.words,
  maxlength: PORTRAIT_LENGTH,
  threshold: 75,
  errorMessage: errorOf(errors, 'words'),
})}
${radios({
  name: 'wish',
  idPrefix: 'wish',
  value: typed.wish,
  fieldset: {
    legend: { text: 'Does the family wish the panel to hear it?', classes: 'govuk-fieldset__legend--s' },
  },
  errorMessage: errorOf(errors, 'wish'),
  items: PortraitWish.exclude([WITHDRAWN]).options.map((value) => ({
    value,
    text: portraitWishWords[value],
  })),
})}
${whoAndWhen(family, { typed, errors, prefix: '', who: 'Who told it?', when: 'When was it told?', blank: takingBack })}
${radios({
  name: 'channel',
  idPrefix: 'channel',
  value: takingBack ? '' : typed.channel,
  fieldset: { legend: { text: 'How was it told?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'channel'),
  items: FamilyChannel.options.map((value) => ({ value, text: familyChannelWords[value] })),
})}
${button({ text: 'Save', name: '_action', value: 'record', preventDoubleClick: true })}
</form>
${stands && takeBack(model)}
</div></div>`
}

export const TAKE_BACK = 'take-back'

function takeBack({ family, hidden, typed, errors, takingBack }: PortraitForm): Html {
  return html`<h2 class="govuk-heading-m">If the family wants it gone</h2>
<p class="govuk-body">It is then shown to nobody: not on this page, and in no pack, also not one that is released.</p>
<form method="post" novalidate>${hidden}<input type="hidden" name="version" value="${family.portrait.version}">
${whoAndWhen(family, {
  typed,
  errors: takingBack ? errors : [],
  prefix: 'back-',
  who: 'Who changed their mind?',
  when: 'When did they say so?',
  blank: !takingBack,
})}
${button({ text: 'Take it back', name: '_action', value: TAKE_BACK, classes: 'govuk-button--warning', preventDoubleClick: true })}
</form>`
}

type WhoAndWhen = {
  readonly typed: TypedPortrait
  readonly errors: readonly ErrorItem[]
  /** Before the names of the fields, of two forms on one page. */
  readonly prefix: '' | 'back-'
  readonly who: string
  readonly when: string
  readonly blank: boolean
}

function whoAndWhen(family: OpenedFamily, { typed, errors, prefix, who, when, blank }: WhoAndWhen): Html {
  const [by, on] = [`${prefix}toldBy`, `${prefix}toldOn`]
  return html`${radios({
    name: by,
    idPrefix: by,
    value: blank ? '' : typed.toldBy,
    fieldset: { legend: { text: who, classes: 'govuk-fieldset__legend--s' } },
    errorMessage: errorOf(errors, by),
    items: [
      ...tellers(family).map((member) => ({
        value: String(member.familyMemberId),
        text: memberName(member),
      })),
      { value: FAMILY, text: 'The family together' },
    ],
  })}
${dateField({ name: on, legend: when, value: blank ? { day: '', month: '', year: '' } : typed.toldOn, errors })}`
}
