import { FamilyRelation, InterpreterNeed, LivingApart, londonDate, NoContactReason } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import { details } from '../../components/details.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { radios } from '../../components/radios.ts'
import { textarea } from '../../components/textarea.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import {
  interpreterWords,
  livingApartWords,
  noContactWords,
  relationWords,
} from '../../wording/family-words.ts'
import { typedText } from '../../wording/typed-text.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { HEARS_NOTHING, MAY_CONTACT, type TypedMember } from './member-form.ts'
import type { FamilyMember, OpenedFamily } from './opened-family.ts'

export type MemberModel = {
  readonly hidden: Html
  readonly typed: TypedMember
  readonly errors: readonly ErrorItem[]
  /** What is known of somebody already; null for somebody new. */
  readonly known:
    | (Pick<FamilyMember, 'version' | 'noContact'> & {
        readonly marks: OpenedFamily['contactMarks']
        /** Whether whoever looks may lift that they must not be contacted. */
        readonly mayAllow: boolean
      })
    | null
}

/** What was recorded of somebody being contacted, and when; nothing where nothing was. */
function marksList(marks: OpenedFamily['contactMarks']): Html {
  if (marks.length === 0) return html``
  return details({
    summaryText: 'What was recorded about contact',
    html: html`<ul class="govuk-list govuk-list--bullet">${marks.map(
      ({ noContact, why, at }) =>
        html`<li>${writtenDate(londonDate(at))}: ${
          noContact === null
            ? 'may be contacted again'
            : `must not be contacted. ${noContactWords[noContact]}`
        }.${why !== null && html` ${typedText(why)}`}</li>`,
    )}</ul>`,
  })
}

/** Records a parent or carer, or what is known of one now. */
export function memberView({ hidden, typed, errors, known }: MemberModel): Html {
  const version = known?.version ?? null
  const barred = known !== null && known.noContact !== null
  const mayChoose = !barred || known.mayAllow
  const line = (name: keyof TypedMember & string, label: string, hint?: string) =>
    input({
      id: name,
      name,
      label: { text: label, classes: 'govuk-label--s' },
      ...(hint !== undefined && { hint: { text: hint } }),
      value: String(typed[name]),
      autocomplete: 'off',
      spellcheck: false,
      errorMessage: errorOf(errors, name),
    })
  const choice = <Code extends string>(
    name: 'relation' | 'livingApart' | 'interpreter',
    legend: string,
    options: readonly Code[],
    words: Readonly<Record<Code, string>>,
  ) =>
    radios({
      name,
      idPrefix: name,
      value: typed[name],
      fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
      errorMessage: errorOf(errors, name),
      items: options.map((value) => ({ value, text: words[value] })),
    })
  const title = version === null ? 'Add a parent or carer' : 'Change what is known of a parent or carer'
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">Each parent or carer stands apart: what one of them may know, another may not.</p>
<form method="post" novalidate>${hidden}${version !== null && html`<input type="hidden" name="version" value="${version}">`}
${choice('relation', 'What is this person to the child?', FamilyRelation.options, relationWords)}
${line('name', 'Name')}
${choice('livingApart', 'Does this person live apart?', LivingApart.options, livingApartWords)}
${line('language', 'Language (optional)', 'If it is not English')}
${choice('interpreter', 'Is an interpreter needed?', InterpreterNeed.options, interpreterWords)}
${textarea({
  id: 'safeContact',
  name: 'safeContact',
  rows: 3,
  label: { text: 'Safe way to reach this person (optional)', classes: 'govuk-label--s' },
  hint: { text: 'How, at which number or address, and whether a message may be left' },
  value: typed.safeContact,
  errorMessage: errorOf(errors, 'safeContact'),
})}
${line('safeTimes', 'Safe times (optional)')}
${radios({
  name: 'contact',
  idPrefix: 'contact',
  value: typed.contact,
  fieldset: { legend: { text: 'May this person be contacted?', classes: 'govuk-fieldset__legend--s' } },
  hint: {
    text: mayChoose
      ? 'Somebody who must not be contacted gets no letter'
      : 'Only the coordinator or the designated doctor can lift this',
  },
  errorMessage: errorOf(errors, 'contact'),
  items: [
    ...(mayChoose ? [{ value: MAY_CONTACT, text: 'Yes' }] : []),
    { divider: 'No, because of' },
    ...NoContactReason.options.map((value) => ({ value, text: noContactWords[value] })),
  ],
})}
${textarea({
  id: 'noContactWhy',
  name: 'noContactWhy',
  rows: 3,
  label: { text: 'Why they must not be contacted (optional)', classes: 'govuk-label--s' },
  hint: { text: 'Who asked for it, and until when' },
  value: typed.noContactWhy,
  errorMessage: errorOf(errors, 'noContactWhy'),
})}
${
  barred &&
  known.mayAllow &&
  textarea({
    id: 'allowedWhy',
    name: 'allowedWhy',
    rows: 3,
    label: { text: 'Why they may be contacted again', classes: 'govuk-label--s' },
    hint: { text: 'Only if you lift this: who agreed to it, and when' },
    value: typed.allowedWhy,
    errorMessage: errorOf(errors, 'allowedWhy'),
  })
}
${known !== null && marksList(known.marks)}
${checkboxes({
  name: 'hears',
  idPrefix: 'hears',
  values: typed.hears,
  fieldset: { legend: { text: 'What do they wish to hear?', classes: 'govuk-fieldset__legend--s' } },
  items: [{ value: HEARS_NOTHING, text: 'Nothing of the review' }],
})}
${
  version !== null &&
  mayChoose &&
  checkboxes({
    name: 'wrong',
    idPrefix: 'wrong',
    values: typed.wrong ? ['yes'] : [],
    fieldset: { legend: { text: 'Was this a mistake?', classes: 'govuk-fieldset__legend--s' } },
    items: [{ value: 'yes', text: 'This person is no part of the family and was recorded wrongly' }],
  })
}
${button({ text: 'Save', preventDoubleClick: true })}
</form>
</div></div>`
}
