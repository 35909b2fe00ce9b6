import { type ReportQuestion, type ReportSection, reportQuestions, reportSections } from '@cdop/statistics'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { type TaskListOptions, taskList } from '../../components/task-list.ts'
import { taskStatus } from '../../components/task-status.ts'
import { type Draft, reportTitle } from '../annual-reports/asked-report.ts'

export type DraftModel = { readonly draft: Draft; readonly mayWrite: boolean }

const frames: readonly (ReportQuestion | null)[] = ['how-much', 'how-well', 'did-it-make-a-difference']

/** The sections of a draft and how far each is. */
export function draftView({ draft, mayWrite }: DraftModel): Html {
  const { head, obstacles } = draft
  const framed = (question: ReportQuestion | null, from: number, to: number) =>
    listed(
      draft,
      reportSections.slice(from, to).filter((section) => section.question === question),
    )
  const firstFramed = reportSections.findIndex(({ question }) => question !== null)
  const lastFramed = reportSections.findLastIndex(({ question }) => question !== null)
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${reportTitle(head)}</h1>
${insetText({
  html: html`<p class="govuk-body">${
    obstacles.length === 0
      ? 'Nothing keeps this report from being published.'
      : `${obstacles.length === 1 ? 'One thing keeps' : `${obstacles.length} things keep`} this report from being published.`
  } <a class="govuk-link" href="/annual-reports/${head.reportId}/checks">Checks, signatures and publication</a></p>`,
})}
<p class="govuk-body">${mayWrite ? 'Open a section to write it.' : 'Open a section to read it and comment on it.'}</p>
${framed(null, 0, firstFramed)}
${frames.map(
  (question) =>
    question !== null &&
    html`<h2 class="govuk-heading-m">${reportQuestions[question]}</h2>${framed(question, 0, reportSections.length)}`,
)}
<h2 class="govuk-heading-m">About the report</h2>
${framed(null, lastFramed + 1, reportSections.length)}
</div></div>`
}

function listed(draft: Draft, sections: readonly ReportSection[]): Html {
  const { reportId } = draft.head
  return taskList({
    idPrefix: `sections-${sections[0]?.id ?? 'none'}`,
    items: sections.map((section) => ({
      title: { text: section.title },
      hint: { text: section.asks },
      href: `/annual-reports/${reportId}/sections/${section.id}`,
      status: statusOf(draft, section.id),
    })),
  })
}

function statusOf({ sections, obstacles }: Draft, id: string): TaskListOptions['items'][number]['status'] {
  const found = obstacles.find(({ section }) => section === id)
  const written = sections.find(({ block }) => block.section === id)
  if (written === undefined || written.read.paragraphs.length === 0) return taskStatus('not-started')
  switch (found?.kind) {
    case undefined:
      return taskStatus('completed')
    case 'prose-fault':
    case 'sentence-must-go':
      return taskStatus('problem')
    case 'not-looked-at':
      return { tag: { text: 'To be looked at', classes: 'govuk-tag--yellow' } }
    default:
      return taskStatus('in-progress')
  }
}
