import { TurnDownReason } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { radios } from '../../components/radios.ts'
import { warningText } from '../../components/warning-text.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { turnDownWords } from '../../wording/release-words.ts'
import { SIGN } from './form.ts'
import type { Release } from './release.ts'

/** How whoever looks at a release stands to it. */
export type Deciding = {
  readonly nameOf: (personId: string) => string
  /** They sign releases, and somebody else built this one, which waits. */
  readonly mayDecide: boolean
  readonly builtByMe: boolean
  readonly formFields: Html
  readonly errors: readonly ErrorItem[]
}

/** Above a release that is not published: what it is not for, and what has to happen. */
export function previewWarning({ standing }: Release, { builtByMe }: Deciding): Html | null {
  switch (standing.state) {
    case 'signed':
    case 'before-signatures':
      return null
    case 'waiting':
      return html`${warningText({ text: 'Not yet signed: not for publication', iconFallbackText: 'Warning' })}
${
  builtByMe &&
  html`<p class="govuk-body">You built this release. Somebody else has to read it and sign it before its tables can be
downloaded.</p>`
}`
    case 'superseded':
      return html`${warningText({ text: 'Out of date: not for publication', iconFallbackText: 'Warning' })}
<p class="govuk-body">Another release of the area was signed after this one was built. This one is not held to it, so it can
no longer be signed. Build the year again.</p>`
    case 'turned-down':
      return warningText({ text: 'Turned down: not for publication', iconFallbackText: 'Warning' })
  }
}

/** Who built and who decided, as rows of the summary. */
export function standingRows({ standing, builtBy, builtAt, signatureHolds }: Release, { nameOf }: Deciding) {
  const said = (by: string, at: string) => `${nameOf(by)} on ${writtenTime(new Date(at))}`
  const built = builtBy === null ? [] : [{ key: 'Built by', text: said(builtBy, builtAt) }]
  switch (standing.state) {
    case 'signed':
      return [
        ...built,
        { key: 'Signed by', text: said(standing.by, standing.at) },
        {
          key: 'Signature',
          text: signatureHolds
            ? 'Holds: these are the tables that were signed'
            : 'Does not hold with the key of this service. Do not publish, and tell whoever runs the service',
        },
      ]
    case 'before-signatures':
      return [{ key: 'Signed by', text: 'Not recorded: built before signatures were kept' }]
    case 'turned-down':
      return [
        ...built,
        {
          key: 'Turned down by',
          text: `${said(standing.by, standing.at)}: ${turnDownWords[standing.reason].toLowerCase()}`,
        },
      ]
    default:
      return built
  }
}

/** Below all its tables: signs a release, or turns it down. */
export function decisionForm({ hash }: Release, { mayDecide, formFields, errors }: Deciding): Html | null {
  if (!mayDecide) return null
  const [mistake] = errors
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<form method="post" novalidate>
${formFields}<input type="hidden" name="hash" value="${hash}">
${radios({
  name: 'decision',
  idPrefix: 'decision',
  fieldset: { legend: { text: 'Do you sign this release?', classes: 'govuk-fieldset__legend--m' } },
  hint: { text: 'What you decide stays. Once it is signed, readers get these tables.' },
  ...(mistake && { errorMessage: { text: mistake.text } }),
  items: [
    { value: SIGN, text: 'Yes, I have read every table and it can be published' },
    { divider: 'or turn it down because' },
    ...TurnDownReason.options.map((value) => ({ value, text: turnDownWords[value] })),
  ],
})}
${insetText({ text: 'Your name, the time and a check value of the tables are kept with your decision.' })}
${button({ text: 'Save decision', preventDoubleClick: true })}
</form>
</div></div>`
}
