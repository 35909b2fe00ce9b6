import type { PersonId } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { summaryList } from '../../components/summary-list.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { typedText } from '../../wording/typed-text.ts'

export type NotificationChangesModel = {
  readonly changes: readonly {
    readonly version: number
    readonly replacedBy: PersonId | null
    readonly replacedAt: string
    readonly questions: readonly {
      readonly linkId: string
      readonly question: string
      readonly was: string | null
      readonly is: string | null
    }[]
  }[]
  readonly names: ReadonlyMap<PersonId, string>
  wordsOf(linkId: string, answer: string): string
}

/** Each time the answers were changed: who did it and when, and of each question what it said and says. */
export function notificationChangesView({ changes, names, wordsOf }: NotificationChangesModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">What was changed</h1>
${changes.length === 0 && html`<p class="govuk-body">The answers are as they were notified.</p>`}
${changes.map(
  ({
    replacedBy,
    replacedAt,
    questions,
  }) => html`<h2 class="govuk-heading-m">${writtenTime(new Date(replacedAt))}</h2>
<p class="govuk-body">Changed by ${whoChanged(replacedBy, names)}.</p>
${summaryList({
  rows: questions.map(({ linkId, question, was, is }) => ({
    key: { text: question },
    value: {
      html: html`<p class="govuk-body-s govuk-!-margin-bottom-0">Was</p>
${said(was, linkId, wordsOf)}
<p class="govuk-body-s govuk-!-margin-top-2 govuk-!-margin-bottom-0">Became</p>
${said(is, linkId, wordsOf)}`,
    },
  })),
})}`,
)}
</div></div>`
}

function whoChanged(by: PersonId | null, names: NotificationChangesModel['names']): string {
  if (by === null) return 'somebody who was asked for the answers'
  return names.get(by) ?? 'somebody who no longer has access'
}

function said(answer: string | null, linkId: string, wordsOf: NotificationChangesModel['wordsOf']): Html {
  return html`<div class="govuk-body govuk-!-margin-bottom-0">${answer === null ? 'Not asked' : typedText(wordsOf(linkId, answer))}</div>`
}
