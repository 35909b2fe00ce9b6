import type { CaseReference, CategoryOfDeath, Modifiability, PlainDate, Quorum } from '@cdop/domain'
import type { SummarySection } from '@cdop/forms'
import { button } from '../../components/button.ts'
import { errorMessage } from '../../components/error-message.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { panel } from '../../components/panel.ts'
import { summaryList } from '../../components/summary-list.ts'
import { taskList } from '../../components/task-list.ts'
import { taskStatus } from '../../components/task-status.ts'
import type { SectionStatus } from '../../statutory-form/section-status.ts'
import { summaryCards } from '../../statutory-form/summary-cards.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { listed, readable } from '../../wording/in-words.ts'
import { writtenCount } from '../../wording/written-count.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { panelFamilyTitle } from '../panel-family/title.ts'
import { quorumWords } from '../panel-meeting/quorum-words.ts'
import { categoryReasons } from './category-reasons.ts'
import { earlierVersions, type Versions } from './earlier-versions.ts'
import { type MeetingViews, meetingsCompared, meetingViews } from './meeting-views.ts'
import { categoryWords, primaryCategoryOf } from './primary-category.ts'

export const analysisFormName = 'Child death analysis form (Form C)'

const twoThirds = (content: Html) =>
  html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${content}</div></div>`

/** Stands wherever modifiability does, so that nobody reads blame into it. */
const whatModifiableMeans = insetText({
  text: 'A modifiable factor may have contributed to the death and could be changed, by means that can be achieved locally or nationally, to reduce the risk of future child deaths. It is not a finding that this death would have been prevented.',
})

export type TasksView = {
  readonly base: string
  readonly versions: Versions
  readonly sections: readonly SectionStatus[]
  /** What the family asked of the panel, and what of it is open; null where it asked nothing. */
  readonly familyAsks: { readonly asked: number; readonly open: number } | null
  readonly meetings: MeetingViews
  /** What an analysis on the older form said, where the case brought one along. */
  readonly before: Html | null
  readonly hidden: Html
}

/** The sections of the analysis and how far each is. */
export function tasksView(view: TasksView): Html {
  const { base, versions, sections, familyAsks, meetings, before, hidden } = view
  const ready = sections.every(({ optional, status }) => optional || status === 'completed')
  return twoThirds(html`<h1 class="govuk-heading-l">${analysisFormName}</h1>
<p class="govuk-body">Fill in what the panel agrees. Each page is saved when you continue.</p>
${taskList({
  idPrefix: 'section',
  items: sections.map(({ linkId, title, optional, status }) => ({
    title: { text: optional ? `${title} (optional)` : title },
    href: `${base}/analysis/sections/${linkId}`,
    status: taskStatus(status),
  })),
})}
<h2 class="govuk-heading-m">Agree</h2>
${taskList({
  idPrefix: 'agree',
  items: [
    ...(familyAsks === null
      ? []
      : [
          {
            title: { text: panelFamilyTitle },
            href: `${base}/family`,
            hint: { text: 'Each question has an answer, or a reason why not, before the analysis is agreed' },
            status: taskStatus(familyAsks.open === 0 ? 'completed' : 'incomplete'),
          },
        ]),
    {
      title: { text: 'Check and agree the analysis' },
      ...(ready
        ? { href: `${base}/analysis/check`, status: taskStatus('incomplete') }
        : {
            hint: { text: 'Starts when every section is completed' },
            status: taskStatus('cannot-start-yet'),
          }),
    },
  ],
})}
<p class="govuk-body"><a class="govuk-link" href="${base}/registered-cause">The registered cause appears wrong</a></p>
${meetingViews(meetings, hidden)}
${before}
${earlierVersions(versions)}`)
}

export const checkTitle = 'Check and agree the analysis'

/** Elements an error of this page leads to. */
export const AGREE = 'agree'
export const OUTCOME = 'outcome'

export type CheckView = {
  readonly base: string
  readonly versions: Versions
  readonly hidden: Html
  readonly sections: readonly SummarySection[]
  readonly unfinished: readonly SectionStatus[]
  readonly categories: readonly CategoryOfDeath[]
  readonly heldOn: PlainDate
  readonly quorum: Quorum
  /** What the panel meets as and when it is quorate, in words. */
  readonly quorumRule: string
  /** How many questions of the family have neither an answer nor a reason why not. */
  readonly familyQuestionsOpen: number
  readonly errors: readonly ErrorItem[]
}

/** Everything the panel is about to agree, what follows from it, and the button. */
export function checkView(view: CheckView): Html {
  const { base, versions, sections, categories, errors, unfinished } = view
  const primary = primaryCategoryOf(categories)
  const wrongOutcome = errorOf(errors, OUTCOME)
  return twoThirds(html`<h1 class="govuk-heading-l">${checkTitle}</h1>
${summaryCards(sections, {
  change: (section) => `${base}/analysis/sections/${section}?from=check`,
  above: (section) =>
    section === OUTCOME
      ? html`${wrongOutcome && errorMessage({ text: wrongOutcome.text })}${whatModifiableMeans}`
      : undefined,
})}
${primary !== null && derived(primary, categories)}
${earlierVersions(versions)}
${unfinished.length > 0 ? notYet(unfinished) : agree(view)}`)
}

function derived(primary: CategoryOfDeath, categories: readonly CategoryOfDeath[]): Html {
  return html`<h2 class="govuk-heading-m">What follows from the answers</h2>
${summaryList({ rows: [{ key: { text: 'Primary category' }, value: { text: categoryWords(primary) } }] })}
<p class="govuk-body">Where the panel chose several categories, the first in the list is the primary one.</p>
${categoryReasons(categories)}`
}

function notYet(unfinished: readonly SectionStatus[]): Html {
  return insetText({
    text: `You cannot agree the analysis yet. Complete ${listed(unfinished.map(({ title }) => `“${title}”`))} first.`,
  })
}

function agree({ base, hidden, heldOn, quorum, quorumRule, familyQuestionsOpen, errors }: CheckView): Html {
  const error = errorOf(errors, AGREE)
  return html`<h2 class="govuk-heading-m">Agree</h2>
${familyQuestionsOpen > 0 && familyFirst(base, familyQuestionsOpen)}
<form method="post" novalidate>
${hidden}
<div class="govuk-form-group${error !== undefined && ' govuk-form-group--error'}" id="${AGREE}">
${error && errorMessage({ text: error.text })}
<p class="govuk-body">Panel meeting on ${writtenDate(heldOn)}. ${quorumWords(quorum)}.</p>
<p class="govuk-body">${quorumRule}</p>
<p class="govuk-body">Once the panel has agreed the analysis, it cannot be changed.</p>
${button({ text: 'Agree the analysis', preventDoubleClick: true })}
</div>
</form>`
}

function familyFirst(base: string, open: number): Html {
  return insetText({
    html: html`The family asked the panel ${writtenCount(open, 'question')} that ${open === 1 ? 'has' : 'have'} neither an answer nor a
reason why not. <a class="govuk-link" href="${base}/family">Answer the family first</a>`,
  })
}

export const agreedTitle = 'Analysis agreed'

export type AgreedView = {
  readonly reference: CaseReference
  readonly meeting: string
  readonly agreed: {
    readonly primaryCategory: CategoryOfDeath
    readonly modifiability: Modifiability
    readonly reviewedOn: PlainDate
  }
  readonly versions: Versions
  readonly sections: readonly SummarySection[]
  readonly meetings: MeetingViews
}

/** What the panel agreed, as it stands. */
export function agreedView({ reference, meeting, agreed, versions, sections, meetings }: AgreedView): Html {
  return html`${twoThirds(html`${panel({
    titleText: agreedTitle,
    headingLevel: 1,
    html: html`Case reference<br><strong>${reference}</strong>`,
  })}
${summaryList({
  rows: [
    { key: { text: 'Reviewed on' }, value: { text: writtenDate(agreed.reviewedOn) } },
    { key: { text: 'Primary category' }, value: { text: categoryWords(agreed.primaryCategory) } },
    { key: { text: 'Outcome' }, value: { text: readable(agreed.modifiability) } },
  ],
})}
${whatModifiableMeans}
<p class="govuk-body"><a class="govuk-link" href="${meeting}">Go back to the agenda</a></p>
${summaryCards(sections)}`)}
${meetingsCompared(meetings)}
${twoThirds(html`${earlierVersions(versions)}`)}`
}
