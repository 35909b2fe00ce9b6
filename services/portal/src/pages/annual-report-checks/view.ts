import type { SigningCapacity } from '@cdop/statistics'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { select } from '../../components/select.ts'
import { warningText } from '../../components/warning-text.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { capacityWords, learntWords, obstacleWords } from '../../wording/annual-report-words.ts'
import { typedText } from '../../wording/typed-text.ts'
import { type Draft, sectionOf } from '../annual-reports/asked-report.ts'

export type ChecksModel = {
  readonly title: string
  readonly draft: Draft
  readonly nameOf: (personId: string) => string
  readonly hidden: Html
  readonly personId: string
  readonly maySignAs: readonly SigningCapacity[]
  readonly mayDecide: boolean
  readonly mayPublish: boolean
  /** Those the report can be read from, for who may choose. */
  readonly releases: readonly { readonly releaseId: string; readonly builtAt: string }[]
  readonly errors: readonly ErrorItem[]
}

/** What is still to do before a report reaches its readers, and the steps that do it. */
export function checksView(model: ChecksModel): Html {
  const { title, draft } = model
  const { obstacles, holds, head } = draft
  const open = holds.filter(({ outcome, releaseId }) => outcome === null && releaseId === head.releaseId)
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${title}</h1>
<h2 class="govuk-heading-m">What keeps it from being published</h2>
${
  obstacles.length === 0
    ? insetText({ text: 'Nothing. It can be published.' })
    : html`<ul class="govuk-list govuk-list--bullet">${obstacles.map((obstacle) => obstacleLine(head.reportId, obstacle))}</ul>`
}
<h2 class="govuk-heading-m">Sentences to decide about</h2>
${open.length === 0 ? html`<p class="govuk-body">No sentence waits for a decision.</p>` : open.map((hold) => decision(model, hold))}
${signatures(model)}
${publication(model)}
${pinning(model)}
</div></div>`
}

function obstacleLine(reportId: string, obstacle: Draft['obstacles'][number]): Html {
  if (obstacle.section === null) return html`<li>${obstacleWords(obstacle, '')}</li>`
  const words = obstacleWords(obstacle, sectionOf(obstacle.section).title)
  return html`<li><a class="govuk-link" href="/annual-reports/${reportId}/sections/${obstacle.section}">${words}</a></li>`
}

function decision(
  { draft, hidden, nameOf, personId, mayDecide }: ChecksModel,
  { holdId, section, sentence, learnt, reason, askedBy }: Draft['holds'][number],
): Html {
  const held = draft.sections
    .find(({ block }) => block.section === section)
    ?.read.held.find((one) => one.sentence === sentence)
  return html`<p class="govuk-body">${sectionOf(section).title}: “${held?.printed ?? sentence}”</p>
<p class="govuk-body">What somebody who knows of the death from the news would learn: ${learntWords[learnt].toLowerCase()}.<br>
${nameOf(askedBy)} asks that it may stand: ${typedText(reason)}</p>
${
  askedBy === personId
    ? html`<p class="govuk-body">You asked. Somebody else decides.</p>`
    : mayDecide &&
      html`<form method="post" novalidate>${hidden}
<input type="hidden" name="holdId" value="${holdId}">
<div class="govuk-button-group">
${button({ text: 'It may stand', name: '_action', value: 'may-stand', classes: 'govuk-button--secondary', preventDoubleClick: true })}
${button({ text: 'It must go', name: '_action', value: 'must-go', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</div></form>`
}`
}

const ofText = ({ hidden, draft }: ChecksModel) => html`${hidden}
<input type="hidden" name="contentHash" value="${draft.contentHash}">`

function signatures(model: ChecksModel): Html {
  const { draft, nameOf, maySignAs } = model
  const ready = draft.obstacles.every(({ kind }) => kind === 'not-signed')
  const mine = maySignAs.filter((capacity) => !draft.signatures.some((one) => one.capacity === capacity))
  return html`<h2 class="govuk-heading-m">Signatures</h2>
<p class="govuk-body">A signature is of exactly this text and these figures. If a word is changed afterwards, it must be signed again.</p>
${
  draft.signatures.length === 0
    ? html`<p class="govuk-body">Nobody has signed this text yet.</p>`
    : html`<ul class="govuk-list govuk-list--bullet">${draft.signatures.map(
        ({ capacity, signedBy, signedAt }) =>
          html`<li>${capacityWords[capacity]}: ${nameOf(signedBy)}, ${writtenTime(new Date(signedAt))}</li>`,
      )}</ul>`
}
${
  ready &&
  mine.map(
    (capacity) => html`<form method="post" novalidate>${ofText(model)}
<input type="hidden" name="capacity" value="${capacity}">
${button({ text: capacity === 'chair' ? 'Sign as chair' : 'Sign as independent scrutineer', name: '_action', value: 'sign', preventDoubleClick: true })}
</form>`,
  )
}`
}

function publication(model: ChecksModel): Html | false {
  const { draft, mayPublish } = model
  if (!mayPublish || draft.obstacles.length > 0) return false
  return html`<h2 class="govuk-heading-m">Publication</h2>
${warningText({ text: 'A published report does not change. Who wrote in it or signed it cannot publish it.', iconFallbackText: 'Warning' })}
<form method="post" novalidate>${ofText(model)}
${button({ text: 'Publish the report', name: '_action', value: 'publish', preventDoubleClick: true })}
</form>`
}

function pinning({ releases, draft, hidden, errors }: ChecksModel): Html | false {
  if (releases.length < 2) return false
  return html`<h2 class="govuk-heading-m">Release it is read from</h2>
<p class="govuk-body">If you read it from another release, sentences whose figures change are marked, and sentences that were decided
about are decided again.</p>
<form method="post" novalidate>${hidden}
${select({
  id: 'releaseId',
  name: 'releaseId',
  value: draft.head.releaseId,
  label: { text: 'Release', classes: 'govuk-label--s' },
  errorMessage: errorOf(errors, 'releaseId'),
  items: releases.map(({ releaseId, builtAt }) => ({
    value: releaseId,
    text: `Built ${writtenTime(new Date(builtAt))}`,
  })),
})}
${button({ text: 'Read it from this release', name: '_action', value: 'pin', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>`
}
