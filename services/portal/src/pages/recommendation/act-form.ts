import { type ActionAct, needsWords, type PlainDate, type RecommendationAct } from '@cdop/domain'
import { z } from 'zod'
import { button } from '../../components/button.ts'
import { characterCount } from '../../components/character-count.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { errorOf, readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, dateField, datePartsOf, typedDate } from '../../typed-form/typed-date.ts'
import { actWords } from '../../wording/recommendation-words.ts'

type Act = RecommendationAct | ActionAct
export type TypedAct = { readonly act: string; readonly words: string; readonly on: DateParts }

export const noAct = (today: PlainDate): TypedAct => ({ act: '', words: '', on: datePartsOf(today) })
export const typedAct = (form: PostedForm): TypedAct => ({
  act: form.text('act'),
  words: form.text('words'),
  on: typedDate(form, 'on'),
})

const LONGEST = 2_000

/** What somebody records, of what can be recorded now. */
export function readAct<Possible extends Act>(
  typed: TypedAct,
  possible: readonly Possible[],
  today: PlainDate,
) {
  const needed = possible.some((act) => act === typed.act && needsWords(act))
  return readTyped(
    z.strictObject({
      act: z.string().transform((value, context): Possible => {
        const found = possible.find((act) => act === value)
        if (found !== undefined) return found
        context.addIssue({ code: 'custom', message: 'Select what happened' })
        return z.NEVER
      }),
      words: z
        .string()
        .trim()
        .max(LONGEST, 'What you write must be 2,000 characters or fewer')
        .refine((words) => !needed || words !== '', 'Enter a reason, how far it is, or the evidence')
        .transform((words) => (words === '' ? null : words)),
      on: DateTyped('The date it happened', today),
    }),
    typed,
  )
}

export type ActFormModel = {
  readonly hidden: Html
  readonly version: number
  readonly possible: readonly Act[]
  readonly typed: TypedAct
  readonly errors: readonly ErrorItem[]
}

/** One form for everything that can be recorded now. */
export function actForm({ hidden, version, possible, typed, errors }: ActFormModel): Html | null {
  if (possible.length === 0) return null
  return html`<h2 class="govuk-heading-m" id="record">Record what happened</h2>
<form method="post" novalidate>${hidden}
<input type="hidden" name="version" value="${String(version)}">
${radios({
  name: 'act',
  idPrefix: 'act',
  value: typed.act,
  fieldset: { legend: { text: 'What happened?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'act'),
  items: possible.map((act) => ({ value: act, text: actWords[act] })),
})}
${dateField({ name: 'on', legend: 'When did it happen?', value: typed.on, errors })}
${characterCount({
  id: 'words',
  name: 'words',
  maxlength: LONGEST,
  rows: 4,
  value: typed.words,
  label: { text: 'A reason, how far it is, or the evidence', classes: 'govuk-label--s' },
  hint: { text: 'Do not name or describe a child or family' },
  errorMessage: errorOf(errors, 'words'),
})}
${button({ text: 'Record', name: '_action', value: 'record', preventDoubleClick: true })}
</form>`
}

/** For the second person: the evidence is above, and one button says that it is enough. */
export function confirmForm({ hidden, version }: { hidden: Html; version: number }): Html {
  return html`<h2 class="govuk-heading-m" id="confirm">Confirm that it is done</h2>
<p class="govuk-body">Somebody said that this is done. Read the evidence in the history below before you confirm it.</p>
<form method="post" novalidate>${hidden}
<input type="hidden" name="version" value="${String(version)}">
${button({ text: 'Confirm that it is done', name: '_action', value: 'confirm', preventDoubleClick: true })}
</form>`
}
