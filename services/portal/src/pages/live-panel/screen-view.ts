import type { AgeBand, CaseReference } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { ageBandWords } from '../../wording/case-words.ts'
import type { ShownItem, ShownRoom } from './view.ts'
import { beside, lineLost, liveStateWords, roomWords, stateTag } from './words.ts'

export const screenTitle = 'Live panel'

type ScreenModel = {
  readonly base: string
  readonly panel: ShownRoom & { readonly items: readonly ShownItem[] }
  readonly reference: CaseReference
  readonly ageBand: AgeBand
  readonly leave: string
}

/** For a room: which case by its reference, which item, and what was decided. Nobody's name, and no answer. */
export function screenView({ base, panel, reference, ageBand, leave }: ScreenModel): Html {
  const { state, token, current, items } = panel
  const now = items.find(({ item }) => item === current)
  return html`<h1 class="govuk-heading-l">${screenTitle}</h1>
<p class="govuk-body">Case <strong>${reference}</strong>. Age at death: <strong>${ageBandWords[ageBand]}</strong></p>
<div data-module="cdop-live" data-token="${token}" data-changes="${base}/changes" data-again="${base}/screen/again"
data-page="${base}/screen">
<p class="govuk-visually-hidden" role="status">${
    now === undefined ? roomWords[state] : `${now.title}: ${liveStateWords[now.state].toLowerCase()}`
  }</p>
${lineLost}
${
  now === undefined
    ? html`<p class="cdop-projected__state">${roomWords[state]}</p>`
    : html`<h2 class="govuk-heading-l cdop-projected__item">${now.title}</h2>
<p class="cdop-projected__state"><strong class="cdop-projected__state">${liveStateWords[now.state]}</strong></p>
<p class="govuk-body">${beside(now)}</p>`
}
<ul class="govuk-list cdop-projected__list">${items.map(
    (item) => html`<li>${item.title} ${stateTag(item.state)}</li>`,
  )}</ul>
</div>
<p class="govuk-body"><a class="govuk-link" href="${leave}">Leave this view</a></p>`
}
