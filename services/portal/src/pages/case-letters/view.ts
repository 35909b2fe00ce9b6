import { LetterStage, letterFits, londonDate } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { insetText } from '../../components/inset-text.ts'
import { radios } from '../../components/radios.ts'
import { select } from '../../components/select.ts'
import { table } from '../../components/table.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { languageWords, letterStageWords, letterStateWords } from '../../wording/letter-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { memberName } from '../case-family/member-name.ts'
import { familyPath, type OpenedFamily } from '../case-family/opened-family.ts'
import { mayHear } from '../case-family/telling-view.ts'
import type { TypedLetter } from './form.ts'
import type { LetterLine, Letters } from './opened-letter.ts'

/** The letters of a family, the newest first, and the way to a new one. */
export function lettersView(family: OpenedFamily, { letters }: Letters, mayRecord: boolean): Html {
  const path = `${familyPath(family)}/letters`
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Letters</h1>
<p class="govuk-body">Each letter is to one parent or carer. It is printed and given by somebody: nothing here is sent.</p>
${
  letters.length === 0
    ? html`<p class="govuk-body">No letter has been written.</p>`
    : table({
        head: [{ text: 'Letter' }, { text: 'To' }, { text: 'How far it is' }],
        rows: letters.map((letter) => [
          {
            html: html`<a class="govuk-link" href="${path}/${letter.familyLetterId}">${letterStageWords[letter.stage]}</a>`,
          },
          { text: toWhom(family, letter) },
          { text: howFar(letter) },
        ]),
      })
}
${mayRecord && button({ text: 'Write a letter', href: `${path}/new` })}
</div></div>`
}

/** Whom a letter is to. */
export function toWhom(
  { members }: OpenedFamily,
  { familyMemberId }: Pick<LetterLine, 'familyMemberId'>,
): string {
  const member = members.find((one) => one.familyMemberId === familyMemberId)
  return member === undefined ? 'Somebody recorded with another record' : memberName(member)
}

function howFar({ state, draftedAt, givenOn, finalAt }: LetterLine): string {
  const on = givenOn ?? londonDate(finalAt ?? draftedAt)
  return `${letterStateWords[state]}, ${writtenDate(on)}`
}

type NewLetter = {
  readonly family: OpenedFamily
  readonly letters: Letters
  readonly hidden: Html
  readonly typed: TypedLetter
  readonly errors: readonly ErrorItem[]
}

/** Asks whom a letter is to and what it is about. Who must not be contacted cannot be chosen. */
export function newLetterView({ family, letters, hidden, typed, errors }: NewLetter): Html {
  const languages = [...new Set(letters.languages.flatMap((one) => one.languages))]
  const barred = family.members.filter(({ inError, noContact }) => !inError && noContact !== null)
  const line = (name: 'keyWorker' | 'phone', label: string, hint: string) =>
    input({
      id: name,
      name,
      label: { text: label, classes: 'govuk-label--s' },
      hint: { text: hint },
      value: typed[name],
      autocomplete: 'off',
      spellcheck: false,
      errorMessage: errorOf(errors, name),
    })
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Write a letter</h1>
<p class="govuk-body">The draft begins with what your area writes. You can change every word of it before it is finished. Who
the child was is put in, and it is recorded that you saw it.</p>
${
  barred.length > 0 &&
  insetText({ text: `Must not be contacted: ${barred.map(memberName).join(', ')}. No letter goes to them.` })
}
${
  mayHear(family).length === 0
    ? html`<p class="govuk-body">There is no parent or carer who may be contacted.</p>`
    : html`<form method="post" novalidate>${hidden}
${radios({
  name: 'member',
  idPrefix: 'member',
  value: typed.member,
  fieldset: { legend: { text: 'Who is the letter to?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'member'),
  items: mayHear(family).map((member) => ({
    value: member.familyMemberId,
    text: memberName(member),
    ...(member.hearsNothing && { hint: { text: 'Wishes to hear nothing of the review' } }),
  })),
})}
${radios({
  name: 'stage',
  idPrefix: 'stage',
  value: typed.stage,
  fieldset: { legend: { text: 'What is it about?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'stage'),
  items: LetterStage.options.map((stage) => ({
    value: stage,
    text: letterStageWords[stage],
    ...(!letterFits(stage, family.state) && { hint: { text: 'The case is not there now' } }),
  })),
})}
${select({
  id: 'language',
  name: 'language',
  label: { text: 'Language', classes: 'govuk-label--s' },
  hint: { text: 'A language your area has no letter in has to be translated from English' },
  value: typed.language,
  errorMessage: errorOf(errors, 'language'),
  items: languages.map((language) => ({ value: language, text: languageWords(language) })),
})}
${line('keyWorker', 'Who signs it?', 'The name the parent knows')}
${line('phone', 'Phone number in the letter', 'Where they can reach you, like 01632 960 001')}
${button({ text: 'Begin the draft', preventDoubleClick: true })}
</form>`
}
</div></div>`
}
