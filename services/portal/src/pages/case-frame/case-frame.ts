import type { AgeBand, PlainDate } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { identityBar } from '../../components/identity-bar.ts'
import { ageBandWords } from '../../wording/case-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { type CasePath, caseNavigation } from './case-pages.ts'

/** What tells a case from others without saying who the child was. */
export type CaseIdentity = {
  readonly caseId: string
  readonly reference: string
  readonly ageBand: AgeBand
  readonly diedOn: PlainDate
}

/** What else stands in the frame of a case. */
export type FrameSaid = {
  readonly area: string
  readonly coordinator: string
  /** Who the child was, where the page shows it. */
  readonly name: string | null
  /** Who else is at the case. */
  readonly here: readonly string[]
  readonly actions: Html | null
}

/** Who else is at a case, in one sentence; nothing when nobody is. */
export function hereWords(names: readonly string[]): string {
  const last = names.at(-1)
  if (last === undefined) return ''
  const others = names.slice(0, -1)
  const who = others.length === 0 ? last : `${others.join(', ')} and ${last}`
  return `${who} ${names.length === 1 ? 'is' : 'are'} at this case too. What you save may meet what they save`
}

/** Which case the page is about, and the case's other pages. Stands above `main` on every page of a case. */
export function caseFrame(
  found: CaseIdentity,
  { area, coordinator, name, here, actions }: FrameSaid,
  current: CasePath,
): Html {
  return html`${identityBar({
    reference: found.reference,
    facts: [
      { term: 'Age at death', value: ageBandWords[found.ageBand] },
      { term: 'Died', value: writtenDate(found.diedOn) },
      { term: 'Area', value: area },
      { term: 'Coordinator', value: coordinator },
    ],
    ...(name !== null && { name }),
    ...(actions && { actions }),
  })}
<div class="cdop-here" data-module="cdop-here" data-href="/cases/${found.caseId}/here"><p class="govuk-body-s"
role="status">${hereWords(here)}</p></div>
${caseNavigation(found.caseId, current)}`
}
