import {
  mayBeHandedOver,
  mayGoToNationalDatabase,
  type PersonId,
  type PlainDate,
  reopenable,
} from '@cdop/domain'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { summaryList } from '../../components/summary-list.ts'
import { taskList } from '../../components/task-list.ts'
import { type TaskStatus, taskStatus } from '../../components/task-status.ts'
import { timeline } from '../../components/timeline.ts'
import { writtenTime } from '../../layout/written-time.ts'
import {
  caseStateWords,
  confirmedByWords,
  noReviewMeetingWords,
  placeOfDeathWords,
} from '../../wording/case-words.ts'
import { reopeningReasonWords } from '../../wording/reopening-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { OpenedCase } from '../case-frame/opened-case.ts'
import type { ShownIdentity } from '../case-frame/own-name.ts'
import { requestsTable } from '../case-requests/view.ts'
import { entryTitle, writtenMoment } from '../case-timeline/entry-words.ts'
import { clocksView } from './clocks-view.ts'

type Task = OpenedCase['tasks'][number]

export type CaseModel = {
  readonly found: OpenedCase
  readonly identity: ShownIdentity | null
  readonly names: ReadonlyMap<PersonId, string>
  readonly mayTransfer: boolean
  /** This person decides whether a finished review begins again. */
  readonly mayReopen: boolean
  readonly today: PlainDate
}

const stageWords = {
  'told-list': 'Who has been told',
  confirmation: 'Who confirmed the death and who the child is',
  information: 'Information from agencies',
  'review-meeting': 'Review meeting',
  'family-questions': 'What the family asked',
  'answers-to-tell-anew': 'Answers to tell the family anew',
  'panel-questions': 'What the panel asked',
  caveats: 'Caveats',
  'panel-listing': 'Listing for a panel meeting',
  analysis: 'Analysis by the panel',
  'national-submission': 'National submission',
} as const satisfies Record<Task['stage'], string>

const whyWords = {
  'confirmation-first': 'Record first who confirmed the death and who the child is',
  'review-meeting-first': 'Record first that the review meeting was held, or that none was',
  'panel-questions-first': 'Answer first what the panel asked',
  'listing-first': 'List the case for a panel meeting first',
  'panel-decision-first': 'The panel has to agree its analysis first',
} as const satisfies Record<NonNullable<Task['why']>, string>

const statuses = {
  completed: 'completed',
  'not-yet-started': 'incomplete',
  'in-progress': 'in-progress',
  'cannot-start-yet': 'cannot-start-yet',
  'there-is-a-problem': 'problem',
} as const satisfies Record<Task['status'], TaskStatus>

/** A case at a glance: how far it is, what is due, what happened. */
export function caseView({ found, identity, names, today, mayTransfer, mayReopen }: CaseModel): Html {
  return html`<h1 class="govuk-heading-l">Case overview</h1>
${identity && identityShown(identity)}
${found.mergedCases.map(mergedNote)}
<div class="govuk-grid-row">
<div class="govuk-grid-column-two-thirds">
<h2 class="govuk-heading-m">Stages</h2>
${stages(found)}
<h2 class="govuk-heading-m">Information requests</h2>
${requestsTable(found.caseId, found.requests, today)}
<h2 class="govuk-heading-m">What happened last</h2>
${happened(found, names)}
</div>
<div class="govuk-grid-column-one-third">
<h2 class="govuk-heading-m">Clocks</h2>
${clocksView(found, today)}
<h2 class="govuk-heading-m">About the case</h2>
${facts(found)}
<p class="govuk-body"><a class="govuk-link" href="/related?case=${found.caseId}">Related children and deaths</a></p>
${mayTransfer && transferLink(found)}
${mayReopen && reopenLink(found)}
<p class="govuk-body"><a class="govuk-link" href="/cases/${found.caseId}/reported-in-error">Is the child alive, or was the
report wrong?</a></p>
</div>
</div>`
}

/** A case can be handed over until it is listed; of a listed one it says what comes first. */
function transferLink({ caseId, state, offered, firstReviewedOn }: OpenedCase): Html | null {
  if (state === 'listed') {
    return html`<p class="govuk-body">Another area can be asked to take this case once the panel has put it back.</p>`
  }
  if (!mayBeHandedOver(state) || firstReviewedOn !== null) return null
  const text = offered
    ? 'Another area has been asked to take this case. Nothing is sent meanwhile'
    : 'Ask another area to take this case'
  return html`<p class="govuk-body"><a class="govuk-link" href="/cases/${caseId}/transfer">${text}</a></p>`
}

/** Once the national database was told of its review a case is reopened; afterwards the page says why it was. */
function reopenLink({ caseId, state, reopenings }: OpenedCase): Html | null {
  const finished = reopenable.includes(state)
  if (!finished && reopenings.length === 0) return null
  const text = finished ? 'Reopen this review' : 'Why the review was reopened'
  return html`<p class="govuk-body"><a class="govuk-link" href="/cases/${caseId}/reopen">${text}</a></p>`
}

/** Whoever opens the other case by its old reference is led here, and is told why. */
function mergedNote({ reference, mergedAt }: OpenedCase['mergedCases'][number]): Html {
  return insetText({
    html: html`Case ${reference} is of the same child and was merged into this case on
${writtenTime(new Date(mergedAt))}. <a class="govuk-link" href="/duplicates?show=merged">See merges</a>.`,
  })
}

/** Asks for the name. What it shows is not kept: opening the page again hides it. */
export function showNameForm(hidden: Html, caseId: string, text: string): Html {
  return html`<form method="post" action="/cases/${caseId}" novalidate>${hidden}
${button({ text, name: '_action', value: 'show-name', classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })}
</form>`
}

/** Opens the page again, without the name. */
export function hideNameLink(caseId: string): Html {
  return button({
    text: 'Hide name',
    href: `/cases/${caseId}`,
    classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
  })
}

function identityShown(identity: ShownIdentity): Html {
  return html`<section aria-labelledby="identity">
<h2 class="govuk-heading-m" id="identity">The child</h2>
${summaryList({
  rows: [
    { key: { text: 'Name' }, value: { text: `${identity.givenNames} ${identity.familyName}` } },
    { key: { text: 'Date of birth' }, value: { text: writtenDate(identity.dateOfBirth) } },
    { key: { text: 'Date of death' }, value: { text: writtenDate(identity.dateOfDeath) } },
    { key: { text: 'NHS number' }, value: { text: inThrees(identity.nhsNumber) } },
  ],
})}
${insetText({ text: 'It is recorded that you looked at this. The name is hidden again when you leave this page.' })}
</section>`
}

function inThrees(nhsNumber: string | null): string {
  if (nhsNumber === null) return 'Not known'
  return nhsNumber.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3')
}

function stages({ caseId, tasks, state, notTold }: OpenedCase): Html {
  const pathOf = (stage: Task['stage']): string | null => {
    if (stage === 'confirmation') return `/cases/${caseId}/confirmation`
    if (stage === 'told-list') return `/cases/${caseId}/told`
    if (stage === 'information') return `/cases/${caseId}/requests`
    if (stage === 'review-meeting') return `/cases/${caseId}/review-meeting`
    if (stage === 'family-questions' || stage === 'answers-to-tell-anew') return `/cases/${caseId}/family`
    if (stage === 'panel-questions') return `/cases/${caseId}/panel-questions`
    if (stage === 'caveats') return `/cases/${caseId}/caveats`
    if (stage === 'panel-listing') return `/cases/${caseId}/panel`
    return stage === 'national-submission' ? `/cases/${caseId}/close` : null
  }
  return taskList({
    idPrefix: 'stage',
    items: tasks.map(({ stage, status, why }) => {
      const href = status === 'cannot-start-yet' ? null : pathOf(stage)
      const says = why === null ? stageHint(stage, status, { state, notTold }) : whyWords[why]
      return {
        title: { text: stageWords[stage] },
        status: taskStatus(statuses[status]),
        ...(says !== null && { hint: { text: says } }),
        ...(href !== null && { href }),
      }
    }),
  })
}

function stageHint(
  stage: Task['stage'],
  status: Task['status'],
  { state, notTold }: Pick<OpenedCase, 'state' | 'notTold'>,
): string | null {
  if (stage === 'told-list' && notTold > 0) return `Not yet told: ${notTold}`
  if (stage === 'answers-to-tell-anew') return 'A parent was told an answer that has changed since'
  if (stage === 'analysis' && status !== 'completed') return 'The chair agrees it with the panel'
  if (stage === 'information' && status === 'there-is-a-problem') return 'An agency form is overdue'
  if (stage === 'caveats' && status === 'there-is-a-problem') return 'Ask today whether one is still needed'
  if (stage === 'confirmation' && status !== 'completed') return 'Nothing leaves before this is recorded'
  if (stage === 'national-submission' && state === 'closed') return 'The case is closed'
  return null
}

function facts(found: OpenedCase): Html {
  const { confirmation, meeting, listing } = found
  const rows: [string, string][] = [
    ['Stage', caseStateWords[found.state]],
    ['Notification received', writtenDate(found.receivedOn)],
    ['Place of death', placeOfDeathWords(found.placeOfDeath)],
  ]
  if (confirmation !== null) {
    const { deathBy, deathOn, identityBy, identityOn } = confirmation
    rows.push(['Death confirmed', `${confirmedByWords[deathBy]}, ${writtenDate(deathOn)}`])
    rows.push(['Identity confirmed', `${confirmedByWords[identityBy]}, ${writtenDate(identityOn)}`])
  }
  if (meeting !== null) rows.push(['No review meeting', noReviewMeetingWords[meeting.reason]])
  if (listing !== null) rows.push(['Listed on', writtenTime(new Date(listing.listedAt))])
  const [reopening] = found.reopenings
  if (found.firstReviewedOn !== null)
    rows.push(['First reviewed by the panel', writtenDate(found.firstReviewedOn)])
  if (reopening !== undefined) {
    rows.push(['Review reopened', writtenDate(reopening.reopenedOn)])
    rows.push(['Why it was reopened', reopeningReasonWords[reopening.reason]])
  }
  if (found.reviewedOn !== null) rows.push(['Reviewed by the panel', writtenDate(found.reviewedOn)])
  if (found.nationalSubmissionOn !== null) {
    rows.push(['Sent to the national database', writtenDate(found.nationalSubmissionOn)])
  } else if (!mayGoToNationalDatabase(found)) {
    rows.push(['Sent to the national database', 'Never: it was reviewed before 1 April 2019'])
  }
  return summaryList({
    classes: 'cdop-stacked',
    rows: rows.map(([key, value]) => ({ key: { text: key }, value: { text: value } })),
  })
}

function happened({ caseId, timeline: entries }: OpenedCase, names: CaseModel['names']): Html {
  const latest = timeline(
    entries.map((entry) => {
      const by = entry.byPersonId === null ? undefined : names.get(entry.byPersonId)
      return {
        title: entryTitle(entry),
        timestamp: entry.at,
        when: writtenMoment(entry.at),
        description: '',
        ...(by !== undefined && { by }),
      }
    }),
    3,
  )
  return html`${latest}
<p class="govuk-body"><a class="govuk-link" href="/cases/${caseId}/timeline">See the whole timeline</a></p>`
}
