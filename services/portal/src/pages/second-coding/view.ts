import type { PlainDate, Quorum } from '@cdop/domain'
import type { SummarySection } from '@cdop/forms'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { identityBar } from '../../components/identity-bar.ts'
import { insetText } from '../../components/inset-text.ts'
import { summaryList } from '../../components/summary-list.ts'
import { taskList } from '../../components/task-list.ts'
import { taskStatus } from '../../components/task-status.ts'
import { warningText } from '../../components/warning-text.ts'
import type { SectionStatus } from '../../statutory-form/section-status.ts'
import { summaryCards } from '../../statutory-form/summary-cards.ts'
import { ageBandWords, placeOfDeathWords } from '../../wording/case-words.ts'
import { gapEffectWords } from '../../wording/gap-words.ts'
import { listed, readable } from '../../wording/in-words.ts'
import { organisationKindWords } from '../../wording/organisation-kind-words.ts'
import { partMark } from '../../wording/part-words.ts'
import { transcribedWords } from '../../wording/transcription-words.ts'
import { writtenCount } from '../../wording/written-count.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { writtenMonth } from '../../wording/written-month.ts'
import { notQuorateWords, quorumWords } from '../panel-meeting/quorum-words.ts'
import type { PackToCode } from './read-coding.ts'

export const secondCodingTitle = 'Code a case a second time'
export const secondCodingCaption = 'Second coding (Form C)'

const twoThirds = (content: Html) =>
  html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${content}</div></div>`

/** Which case it is: band and month, never a day. */
export const codingBar = ({ reference, ageBand, monthOfDeath }: PackToCode): Html =>
  identityBar({
    reference,
    facts: [
      { term: 'Age at death', value: ageBandWords[ageBand] },
      { term: 'Died in', value: writtenMonth(monthOfDeath) },
    ],
  })

export type CodingModel = {
  readonly base: string
  readonly pack: PackToCode
  readonly sections: readonly SectionStatus[]
}

/** The pack, and the empty form beside it: nothing of what the first panel said. */
export function codingView({ base, pack, sections }: CodingModel): Html {
  const ready = sections.every(({ optional, status }) => optional || status === 'completed')
  return twoThirds(html`<h1 class="govuk-heading-l">${secondCodingTitle}</h1>
${warningText({
  text: 'This pack is de-identified, not anonymous. Talk about it in the panel only. If you knew the child or the family, or had a part in the care, go no further and tell the coordinator.',
  iconFallbackText: 'Warning',
})}
<p class="govuk-body">Another panel has agreed this case. You are not shown what it said, and it is not told what you say before
you have finished. Code what the pack says, as your meeting sees it.</p>
<h2 class="govuk-heading-m">Your coding</h2>
${taskList({
  idPrefix: 'section',
  items: sections.map(({ linkId, title, optional, status }) => ({
    title: { text: optional ? `${title} (optional)` : title },
    href: `${base}/sections/${linkId}`,
    status: taskStatus(status),
  })),
})}
${taskList({
  idPrefix: 'finish',
  items: [
    {
      title: { text: 'Check and finish the second coding' },
      ...(ready
        ? { href: `${base}/check`, status: taskStatus('incomplete') }
        : {
            hint: { text: 'Starts when every section is completed' },
            status: taskStatus('cannot-start-yet'),
          }),
    },
  ],
})}
${packToRead(pack)}`)
}

/** What a panel reads of a case, from the fields of its pack. */
export function packToRead(pack: PackToCode): Html {
  return html`<h2 class="govuk-heading-m">The case</h2>
${summaryList({
  rows: [
    { key: { text: 'Sex' }, value: { text: readable(pack.sex) } },
    { key: { text: 'The death was' }, value: { text: readable(pack.expectedness) } },
    { key: { text: 'Place of death' }, value: { text: placeOfDeathWords(pack.placeOfDeath) } },
  ],
})}
<h3 class="govuk-heading-s">Summary</h3>
${pack.summary === null && html`<p class="govuk-body">It is not shown any more: the pack the first panel read has expired, or the summary changed since.</p>`}
${(pack.summary ?? '')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => html`<p class="govuk-body cdop-answer">${line}</p>`)}
<h3 class="govuk-heading-s">What the agencies returned</h3>
${pack.withheld > 0 && html`<p class="govuk-body">Something is withheld here, in ${writtenCount(pack.withheld, 'place')}.</p>`}
${pack.noAnswer.map(
  ({ organisationKind, effect, part }) =>
    html`<p class="govuk-body">${part ? 'Only a part of the answer from' : 'No answer from'}: ${organisationKindWords[organisationKind]}. Expected effect: ${gapEffectWords[effect].toLowerCase()}.</p>`,
)}
${pack.returns.length === 0 && html`<p class="govuk-body">No agency has returned a form.</p>`}
${pack.returns.map(
  ({
    organisationKind,
    answers,
    transcribed,
    part,
  }) => html`<h4 class="govuk-heading-s">${organisationKindWords[organisationKind]}</h4>
${transcribed !== null && html`<p class="govuk-body">${transcribedWords(transcribed)}.</p>`}
${part && html`<p class="govuk-body">${partMark}.</p>`}
${summaryList({ rows: answers.map(({ label, answer }) => ({ key: { text: label }, value: { text: answer } })) })}`,
)}`
}

export const checkCodingTitle = 'Check and finish the second coding'

export type CheckCodingModel = {
  readonly base: string
  readonly hidden: Html
  readonly sections: readonly SummarySection[]
  readonly unfinished: readonly SectionStatus[]
  readonly meeting: Quorum & { readonly heldOn: PlainDate }
}

/** Everything the second panel is about to finish, and the button. */
export function checkCodingView({ base, hidden, sections, unfinished, meeting }: CheckCodingModel): Html {
  return twoThirds(html`<h1 class="govuk-heading-l">${checkCodingTitle}</h1>
${summaryCards(sections, { change: (section) => `${base}/sections/${section}?from=check` })}
${
  unfinished.length > 0
    ? insetText({
        text: `You cannot finish yet. Complete ${listed(unfinished.map(({ title }) => `“${title}”`))} first.`,
      })
    : html`<h2 class="govuk-heading-m">Finish</h2>
<form method="post" novalidate>
${hidden}
<p class="govuk-body">Panel meeting on ${writtenDate(meeting.heldOn)}. ${meeting.quorate ? quorumWords(meeting) : notQuorateWords(meeting)}.</p>
<p class="govuk-body">Once it is finished, the second coding cannot be changed. Then both panels’ codings can be read side by
side.</p>
${button({ text: 'Finish the second coding', preventDoubleClick: true })}
</form>`
}`)
}
