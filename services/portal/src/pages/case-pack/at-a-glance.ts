import { readingMinutes, toDecide } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { summaryList } from '../../components/summary-list.ts'
import { ageBandWords, placeOfDeathWords } from '../../wording/case-words.ts'
import { readable } from '../../wording/in-words.ts'
import { toDecideWords } from '../../wording/reading-words.ts'
import { reopeningReasonWords } from '../../wording/reopening-words.ts'
import { writtenCount } from '../../wording/written-count.ts'
import { writtenMonth } from '../../wording/written-month.ts'
import type { PackNarratives } from './narratives.ts'
import type { Pack } from './pack.ts'
import { sectionHeading } from './section-heading.ts'

/** Every text there is to read in a pack. */
const textsOf = ({ summary, returns }: Pack, { texts, family }: PackNarratives) => [
  ...(family.portrait === null ? [] : [family.portrait]),
  ...family.questions.map(({ text }) => text),
  ...(summary === null ? [] : [summary]),
  ...texts.flatMap(({ organisationKind, text }) =>
    organisationKind === null || text === null ? [] : [text],
  ),
  ...returns.flatMap(({ answers }) => answers.flatMap(({ label, answer }) => [label, answer])),
]

/** The case on one page: what it is about, what there is to read, and what the panel must decide. */
export function atAGlance(pack: Pack, narratives: PackNarratives, fresh: ReadonlySet<string>): Html {
  const { reviewedBefore, noAnswer, returns, familyQuestions } = pack
  const minutes = writtenCount(readingMinutes(textsOf(pack, narratives)), 'minute')
  const familyQuestionsOpen = familyQuestions.find(({ body }) => body === 'panel')?.open ?? 0
  const decisions = toDecide({
    answersMissing: noAnswer.length,
    reopened: reviewedBefore.length > 0,
    familyQuestionsOpen,
  })
  return html`${sectionHeading({ id: 'about', text: 'The case on one page', fresh })}
${reviewedBefore.map(({ reason, monthReviewed }) =>
  insetText({
    text: `Reviewed before, in ${writtenMonth(monthReviewed)}. Reopened because: ${reopeningReasonWords[reason]}.`,
  }),
)}
${summaryList({
  rows: [
    { key: { text: 'Age at death' }, value: { text: ageBandWords[pack.ageBand] } },
    { key: { text: 'Died in' }, value: { text: writtenMonth(pack.monthOfDeath) } },
    { key: { text: 'Sex' }, value: { text: readable(pack.sex) } },
    { key: { text: 'The death was' }, value: { text: readable(pack.expectedness) } },
    { key: { text: 'Place of death' }, value: { text: placeOfDeathWords(pack.placeOfDeath) } },
    { key: { text: 'Agencies that answered' }, value: { text: `${returns.length}` } },
    { key: { text: 'Answers missing' }, value: { text: `${noAnswer.length}` } },
    { key: { text: 'Time to read' }, value: { text: `About ${minutes}` } },
  ],
})}
<h3 class="govuk-heading-s">What the panel must decide</h3>
<ul class="govuk-list govuk-list--bullet">${decisions.map((one) => html`<li>${toDecideWords[one]}</li>`)}</ul>`
}
