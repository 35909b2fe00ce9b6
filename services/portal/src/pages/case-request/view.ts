import { type InformationRequestState, isAnswered, isAsked, isWaitedFor } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { summaryList } from '../../components/summary-list.ts'
import { blankLinks, copyLinks } from '../../form-copy/copy-links.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { chaserWords, nextChaserWords } from '../../wording/chasing-words.ts'
import { gapEffectWords, gapReasonWords } from '../../wording/gap-words.ts'
import { listed } from '../../wording/in-words.ts'
import { laterReasonWords, partWords } from '../../wording/part-words.ts'
import { transcribedWords } from '../../wording/transcription-words.ts'
import { typedText } from '../../wording/typed-text.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { requestState } from '../case-requests/view.ts'
import { completenessView } from './completeness-view.ts'
import { decisionsShown, decisionView } from './decision-view.ts'
import { fillingView } from './filling-view.ts'
import { phoneScript } from './phone-script.ts'
import type { RequestModel, ShownGap } from './request-model.ts'
import { returnedAnswers } from './returned-answers.ts'
import { whatCanBeDone } from './what-can-be-done.ts'

/** What the page is called: what one agency returned, or what it was asked. */
export const requestTitle = (state: InformationRequestState) =>
  isAnswered(state) ? 'Returned form' : 'Information request'

/** What one agency returned, in the form's own words; or what can be done while it has not. */
export function requestView(model: RequestModel): Html {
  const { organisationName, state, sentOn, dueOn, returnedAt, sections, today } = model
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${requestTitle(state)}</h1>
${summaryList({
  rows: [
    { key: { text: 'Organisation' }, value: { text: organisationName } },
    { key: { text: 'Sent to' }, value: { text: sentTo(model.recipient) } },
    { key: { text: 'Sent' }, value: { text: writtenDate(sentOn) } },
    { key: { text: 'Due' }, value: { text: writtenDate(dueOn) } },
    {
      key: { text: 'State' },
      value: {
        text:
          returnedAt === null || state === 'nothing-known' || state === 'sent-back'
            ? requestState(model, today)
            : `Returned on ${writtenTime(new Date(returnedAt))}: ${state === 'accepted' ? 'accepted' : 'not yet accepted'}`,
      },
    },
    ...answer(model),
    ...chasing(model),
  ],
})}
${decisionsShown(model)}
${returnVersions(model)}
${!isAnswered(state) && state !== 'sent-back' && html`<p class="govuk-body">${whatCame(model)}</p>`}
${toldBy(model)}
${maySend(model) && onBehalfLink(model)}
${fillingView(model.filling)}
${completenessView(model.completeness)}
${copies(model)}
${(isAnswered(state) || model.part !== null) && documentsLink(model)}
${sections.length > 0 && returnedAnswers(model, 'reporting', sections)}
${supplementary(model)}
${decisionView(model)}
${model.gap !== null && gapShown(model, model.gap)}
${!isAnswered(state) && state !== 'sent-back' && html`<h2 class="govuk-heading-m">Download a blank form</h2>${blankLinks(namedForms(model), '/blank-forms')}`}
${isWaitedFor(state) && phoneScript}
${isWaitedFor(state) && model.maySend && whatCanBeDone(model)}
</div></div>`
}

/** What came of what was asked, while the whole has not. */
function whatCame({ entry, part, versions, state, today }: RequestModel): string {
  if (entry === null) return 'Nothing has been returned yet.'
  if (part === null) return 'The agency has told part of it. We still wait for the rest.'
  const why = versions.find((one) => one.part !== null)?.part?.reason
  const because = why === undefined ? '' : ` ${laterReasonWords[why]}.`
  const then =
    state === 'gone-without' || part.promisedOn < today
      ? ''
      : ' Nobody chases the agency before that day is over.'
  return `${partWords(part, today)}.${because}${then}`
}

const maySend = ({ maySend: may, state }: RequestModel) => may && state !== 'nothing-known' && isAsked(state)

const documentsLink = ({ caseId }: RequestModel) =>
  html`<p class="govuk-body">Documents the agency sent with its answer stand under <a class="govuk-link" href="/cases/${caseId}/documents">Documents</a>.</p>`

const onBehalfLink = ({ caseId, informationRequestId }: RequestModel) =>
  html`<p class="govuk-body"><a class="govuk-link" href="/cases/${caseId}/requests/${informationRequestId}/on-behalf">Enter
answers on behalf of the agency</a></p>`

/** Who told the version that is shown, where the agency did not write it itself. */
function toldBy({ versions, entry }: RequestModel): Html {
  const told = versions.find((one) => one.entry === entry)?.transcribed ?? null
  if (told === null) return html``
  return insetText({
    html: html`<p class="govuk-body">${transcribedWords(told.channel)}, on ${writtenDate(told.toldOn)}. Told by ${told.name},
${told.role}.</p>${told.source !== null && html`<p class="govuk-body">Written down: ${typedText(told.source)}</p>`}`,
  })
}

/** Every version of what was returned, where it was corrected: each can be read. */
function returnVersions({ caseId, informationRequestId, entry, versions, today }: RequestModel): Html {
  if (versions.length < 2) return html``
  const here = `/cases/${caseId}/requests/${informationRequestId}`
  return html`<h2 class="govuk-heading-m">Versions</h2>
<ul class="govuk-list govuk-list--bullet">${versions.map(
    ({ entry: one, returnedAt, why, transcribed, part }, at) => {
      const name = `Version ${one}, returned on ${writtenTime(new Date(returnedAt))}`
      return html`<li>${
        one === entry
          ? html`<strong>${name}: shown here</strong>`
          : html`<a class="govuk-link" href="${here}${at === 0 ? '' : `?version=${one}`}">${name}</a>`
      }${why !== null && html`. Corrected: ${why}`}${transcribed !== null && html`. Transcribed`}${part !== null && html`. ${partWords(part, today)}`}</li>`
    },
  )}</ul>`
}

/** The forms of a request, as copies of them are named. */
const namedForms = ({ supplementary: forms }: Pick<RequestModel, 'supplementary'>) => [
  { name: 'reporting', title: 'Reporting form' },
  ...forms.map(({ kind, title }) => ({ name: kind, title })),
]

/** Each form that was returned, to be kept outside: in the version that is shown. */
function copies({ caseId, informationRequestId, entry, supplementary: forms }: RequestModel): Html {
  if (entry === null) return html``
  const named = namedForms({ supplementary: forms.filter(({ sections }) => sections.length > 0) })
  return html`<h2 class="govuk-heading-m">Download a copy</h2>
<p class="govuk-body">The file holds what the agency said about the child, but for what stands under a caveat. Keep it only where
the record may be kept.</p>
${copyLinks(named, { path: `/cases/${caseId}/requests/${informationRequestId}/copies`, query: `?version=${entry}` })}`
}

/** The supplementary forms asked with the request: by name until they are returned. */
function supplementary(model: RequestModel): Html {
  const { state, supplementary: forms } = model
  if (forms.length === 0) return html``
  if (isAnswered(state) || forms.some(({ sections }) => sections.length > 0)) {
    return html`${forms.filter(({ sections }) => sections.length > 0).map(({ kind, title, sections }) => html`<h2 class="govuk-heading-l">${title}</h2>${returnedAnswers(model, kind, sections)}`)}`
  }
  return html`<p class="govuk-body">Asked for with it: ${listed(forms.map(({ title }) => title))}.</p>`
}

/** What the review goes on without, and the late answer somebody has to look at. */
function gapShown({ hidden, state, maySend }: RequestModel, gap: ShownGap): Html {
  return html`<h2 class="govuk-heading-m">The review goes on without this agency</h2>
<p class="govuk-body">Decided on ${writtenTime(new Date(gap.decidedAt))}. ${gapReasonWords[gap.reason]}. Expected effect:
${gapEffectWords[gap.effect].toLowerCase()}.</p>
<p class="govuk-body cdop-answer">${gap.note}</p>
${
  isAnswered(state) &&
  gap.seenAt === null &&
  maySend &&
  html`<p class="govuk-body"><strong>The agency has answered after all.</strong> Look at what it says, and tell the panel or
the chair if it matters. The case stays where it is.</p>
<form method="post" novalidate>${hidden}
${button({ text: 'I have looked at the late answer', name: '_action', value: 'see-late-answer', preventDoubleClick: true })}
</form>`
}`
}

const sentTo = ({ role, email }: RequestModel['recipient']) => (role === null ? email : `${role}, ${email}`)

/** Who said that nothing is known, and when. */
function answer({ saidBy, returnedAt }: RequestModel) {
  if (saidBy === null || returnedAt === null) return []
  const text = `${saidBy.name}, ${saidBy.role}, on ${writtenTime(new Date(returnedAt))}`
  return [{ key: { text: 'Said by' }, value: { text } }]
}

/** How the agency was chased, and what comes next: rows of the summary that have something to say. */
function chasing({ chasers, next, today }: RequestModel) {
  const chased =
    chasers.length === 0
      ? []
      : [
          {
            key: { text: 'Chased' },
            value: {
              html: html`<ul class="govuk-list">${chasers.map((chaser) => html`<li>${chaserWords(chaser)}</li>`)}</ul>`,
            },
          },
        ]
  const coming =
    next === null ? [] : [{ key: { text: 'Next' }, value: { text: nextChaserWords(next, today) } }]
  return [...chased, ...coming]
}
