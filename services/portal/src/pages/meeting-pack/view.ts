import { details } from '../../components/details.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { packStateWords, packWithdrawalWords } from '../../wording/pack-words.ts'
import { writtenCount } from '../../wording/written-count.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { actions } from './actions.ts'
import type { MeetingPackModel } from './model.ts'
import type { MeetingPack } from './read-meeting-pack.ts'

export const meetingPackTitle = 'Pack for the panel'

export function meetingPackView(model: MeetingPackModel): Html {
  const { pack } = model
  const [newest] = pack.versions
  return html`<h1 class="govuk-heading-l">${meetingPackTitle}</h1>
${insetText({
  text: 'A pack is de-identified, not anonymous. Whoever knows the case may know it again. What is doubtful is decided by a person, and two people release it.',
})}
<p class="govuk-body">The panel meets on ${writtenDate(pack.heldOn)}. Release the pack by
${writtenDate(pack.releaseBy)}.</p>
${
  newest === undefined
    ? html`<p class="govuk-body">No pack of this meeting has been built yet.</p>`
    : standing(model, newest)
}
${pack.cases.length > 0 && scrollRegion('Cases of the meeting', cases(model))}
${pack.cases.length === 0 && html`<p class="govuk-body">No case is on the agenda that you can see.</p>`}
${actions(model)}
${earlier(model)}`
}

type Version = MeetingPack['versions'][number]

function standing({ pack: { turns, cases: all }, saidBy }: MeetingPackModel, newest: Version): Html {
  const stale = all.filter(({ standing: is }) => is !== 'same').length
  const { version, state, signedBy, signedAt, releasedBy, releasedAt } = newest
  return html`<p class="govuk-body"><strong>Version ${String(version)}: ${packStateWords[state]}</strong></p>
${
  state === 'building' &&
  html`<p class="govuk-body">${String(turns.done)} of ${writtenCount(turns.of, 'case')} screened. It goes on while you do
something else. <a class="govuk-link" href="">Look again</a></p>`
}
${
  state !== 'building' &&
  state !== 'withdrawn' &&
  state !== 'expired' &&
  stale > 0 &&
  insetText({
    text: `This version is out of date for ${writtenCount(stale, 'case')}: something was added, corrected or put under a caveat since. Build the pack again. What you decided of texts that stayed the same holds.`,
  })
}
${signedBy !== null && signedAt !== null && html`<p class="govuk-body">Signed by ${saidBy(signedBy, signedAt)}.</p>`}
${releasedBy !== null && releasedAt !== null && html`<p class="govuk-body">Released by ${saidBy(releasedBy, releasedAt)}.</p>`}`
}

const standingWords = {
  same: 'Up to date',
  changed: 'Changed since',
  missing: 'Not in this version',
} as const

function cases({ pack: { cases: all, versions }, panelMeetingId }: MeetingPackModel): Html {
  const [newest] = versions
  return table({
    caption: 'Cases of the meeting',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: [
      { text: 'Case' },
      { text: 'Screening' },
      { text: 'Taken out' },
      { text: 'Doubtful' },
      { text: 'Not decided' },
      { text: 'Deaths alike' },
    ],
    rows: all.map(({ caseId, reference, outcome, standing: is, counts, doubtful, open, alike }) => [
      newest === undefined || outcome !== 'screened'
        ? { text: reference }
        : {
            html: html`<a class="govuk-link" href="/panel-meetings/${panelMeetingId}/pack/${caseId}">Leak report<span
class="govuk-visually-hidden"> of case</span> ${reference}</a>`,
          },
      {
        text:
          outcome === 'failed'
            ? 'Failed. Build the pack again'
            : outcome === null && newest?.state === 'building'
              ? 'Not yet'
              : standingWords[is],
      },
      { text: String(counts.reduce((sum, { replaced }) => sum + replaced, 0)) },
      { text: String(doubtful) },
      { text: String(open) },
      { text: String(alike) },
    ]),
  })
}

function earlier({ pack: { versions }, saidBy }: MeetingPackModel): Html | null {
  if (versions.length < 2) return null
  return details({
    summaryText: 'Earlier versions',
    html: html`<ul class="govuk-list govuk-list--bullet">${versions
      .slice(1)
      .map(
        ({ version, state, askedBy, askedAt, withdrawnBecause }) =>
          html`<li>Version ${String(version)}, begun by ${saidBy(askedBy, askedAt)}: ${packStateWords[state].toLowerCase()}${
            withdrawnBecause !== null && html`. ${packWithdrawalWords[withdrawnBecause]}`
          }</li>`,
      )}</ul>`,
  })
}
