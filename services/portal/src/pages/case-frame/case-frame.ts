import type { AgeBand, PlainDate } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { identityBar } from '../../components/identity-bar.ts'
import { subNavigation } from '../../components/sub-navigation.ts'
import { ageBandWords } from '../../wording/case-words.ts'
import { writtenDate } from '../../wording/written-date.ts'

/** What tells a case from others without saying who the child was. */
export type CaseIdentity = {
  readonly caseId: string
  readonly reference: string
  readonly ageBand: AgeBand
  readonly diedOn: PlainDate
}

const casePages = [
  { path: '', text: 'Overview' },
  { path: '/people', text: 'Who has this case' },
  { path: '/told', text: 'Who has been told' },
  { path: '/family', text: 'Family' },
  { path: '/requests', text: 'Information requests' },
  { path: '/proceedings', text: 'Linked proceedings' },
  { path: '/forms', text: 'Supplementary forms' },
  { path: '/collated', text: 'Collated record' },
  { path: '/documents', text: 'Documents' },
  { path: '/holds', text: 'Holds' },
  { path: '/review-meeting', text: 'Review meeting' },
  { path: '/panel', text: 'Panel meeting' },
  { path: '/close', text: 'National submission' },
] as const

export type CasePath = (typeof casePages)[number]['path']

/** Which case the page is about, and the case's other pages. Stands above `main` on every page of a case. */
export function caseFrame(
  found: CaseIdentity,
  { area, coordinator, actions }: { area: string; coordinator: string; actions?: Html | undefined },
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
    ...(actions && { actions }),
  })}
${subNavigation({
  label: 'Case',
  items: casePages.map(({ path, text }) => ({
    text,
    href: `/cases/${found.caseId}${path}`,
    active: path === current,
  })),
})}`
}
