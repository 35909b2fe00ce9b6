import type { IntakeRouter } from '@cdop/intake/api'
import type { clientOf } from '@cdop/rpc'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { summaryList } from '../../components/summary-list.ts'
import { typedText } from '../../wording/typed-text.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { answerSections } from '../answer-sections.ts'

type Calls = ReturnType<typeof clientOf<IntakeRouter>>['response']
export type Identified = Awaited<ReturnType<Calls['identify']['query']>>

/** Who the child is and who notified: shown once, on asking, and written down. */
export function identityView({ sections, begun }: Identified): Html {
  if (begun === null && sections.length === 0) {
    return insetText({ text: 'There is a case now. Ask the coordinator who the child was.' })
  }
  return html`${
    begun !== null &&
    html`<h2 class="govuk-heading-m">Before the death</h2>
${summaryList({
  rows: [
    { key: { text: 'Child' }, value: { text: begun.child } },
    {
      key: { text: 'Date of birth' },
      value: { text: begun.dateOfBirth === null ? 'Not known' : writtenDate(begun.dateOfBirth) },
    },
    { key: { text: 'Where the child is' }, value: { text: begun.whereNow } },
    { key: { text: 'What happened' }, value: { html: typedText(begun.circumstances) } },
  ],
})}`
  }
${answerSections(sections)}`
}
