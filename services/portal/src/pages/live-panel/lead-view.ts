import { itemsInTheWay } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { listed } from '../../wording/in-words.ts'
import { writtenCount } from '../../wording/written-count.ts'
import { panelFamilyTitle } from '../panel-family/title.ts'
import { type AroundModel, aroundView } from './around.ts'
import { itemsTable, type ShownItem, type ShownRoom } from './view.ts'
import { lineLost, roomWords } from './words.ts'

export const leadTitle = 'Lead the live panel'

type LeadModel = {
  readonly base: string
  readonly kase: string
  readonly panel: ShownRoom & {
    readonly version: number
    readonly here: number
    readonly analysisAgreed: boolean
    readonly items: readonly ShownItem[]
  }
  readonly hidden: Html
  readonly around: AroundModel | null
}

/** How many are there, kept up to date, and that something changed since the page was loaded. */
export function companyView(base: string, { token, here }: { token: string; here: number }): Html {
  return html`<div data-module="cdop-live" data-token="${token}" data-changes="${base}/changes">
<p class="govuk-body"><span data-live-here>${here} here</span></p>
${lineLost}
<p class="govuk-body" role="status"><span data-live-changed hidden>Something changed since you loaded this page.
<a class="govuk-link" href="">Load it again</a></span></p>
</div>`
}

/** Every item of the analysis with what was decided, and what the chair can do about the whole. */
export function leadView({ base, kase, panel, hidden, around }: LeadModel): Html {
  const { state, items, analysisAgreed } = panel
  const isOpen = state === 'open' && !analysisAgreed
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${leadTitle}</h1>
${companyView(base, panel)}
${!isOpen && html`<p class="govuk-body">${analysisAgreed ? roomWords.agreed : state === 'not-begun' ? whatItDoes : roomWords[state]}</p>`}
${around !== null && familyAsks(kase, around)}
${itemsTable(items, isOpen ? (item) => `${base}/lead/${encodeURIComponent(item)}` : undefined)}
${isOpen ? whileOpen(kase, panel, hidden) : !analysisAgreed && begin(hidden, state)}
${analysisAgreed && html`<p class="govuk-body"><a class="govuk-link" href="${kase}/analysis/agreed">What the panel agreed</a></p>`}
<p class="govuk-body"><a class="govuk-link" href="${base}/screen">Show this to a room</a></p>
</div><div class="govuk-grid-column-one-third">${around !== null && aroundView(around)}</div></div>`
}

/** What the family asked, before the items of the form: it opens the case. */
function familyAsks(kase: string, { familyQuestions: { asked, open } }: AroundModel): Html | null {
  if (asked === 0) return null
  return html`<p class="govuk-body"><a class="govuk-link" href="${kase}/family">${panelFamilyTitle}</a>:
${writtenCount(asked, 'question')}, ${open === 0 ? 'each with an answer or a reason why not' : `${open} to answer before the whole is agreed`}.</p>`
}

const whatItDoes =
  'The panel agrees the analysis item by item. Members follow on their own screens and see each answer and each decision as you record it.'

function begin(hidden: Html, state: ShownRoom['state']): Html {
  return html`<form method="post" novalidate>${hidden}<input type="hidden" name="_action" value="begin">
${button({ text: state === 'ended' ? 'Go on with the live panel' : 'Begin the live panel', preventDoubleClick: true })}</form>`
}

function whileOpen(kase: string, { items, version }: LeadModel['panel'], hidden: Html): Html {
  const inTheWay = new Set(itemsInTheWay(items))
  const titles = items.filter(({ item }) => inTheWay.has(item)).map(({ title }) => `“${title}”`)
  return html`<h2 class="govuk-heading-m">The whole analysis</h2>
${
  titles.length > 0
    ? insetText({ text: `Still to agree: ${listed(titles)}.` })
    : html`<p class="govuk-body">Every item that has to be answered is agreed.
<a class="govuk-link" href="${kase}/analysis/check">Check and agree the analysis</a></p>`
}
<form method="post" novalidate>${hidden}<input type="hidden" name="_action" value="end">
<input type="hidden" name="version" value="${version}">
${button({ text: 'End the live panel without agreeing', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
}
