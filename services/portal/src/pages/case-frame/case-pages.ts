import { type Html, html } from '../../components/html.ts'
import { subNavigation } from '../../components/sub-navigation.ts'

type CasePage = { readonly path: string; readonly text: string }
type CaseGroup = {
  readonly text: string
  /** The first is where the group's own link leads. */
  readonly pages: readonly [CasePage, ...CasePage[]]
}

/**
 * Every page of a case and the group it stands in, in the order of the work: who and how it stands, the family, what
 * agencies know, the meetings, the end. At most nine groups, so that they stay one line (a test counts them).
 *
 * A new page joins by one line in its group; its `path` is what comes after `/cases/:caseId`. It can then be named as
 * the `current` of `caseScreen`, which takes no path that is not listed here. A group of one page shows no second
 * level; from its second page on, the group's pages are listed under the groups. Pages below another (one request, one
 * hold) are not listed: they name the page they belong to.
 */
const caseGroups = [
  {
    text: 'Overview',
    pages: [
      { path: '', text: 'Overview' },
      { path: '/timeline', text: 'Timeline' },
      { path: '/people', text: 'Who has this case' },
      { path: '/told', text: 'Who has been told' },
      { path: '/holds', text: 'Holds' },
      { path: '/caveats', text: 'Caveats' },
      { path: '/proceedings', text: 'Linked proceedings' },
      { path: '/registered-cause', text: 'Registered cause' },
    ],
  },
  { text: 'Family', pages: [{ path: '/family', text: 'Family' }] },
  { text: 'Information requests', pages: [{ path: '/requests', text: 'Information requests' }] },
  {
    text: 'Forms',
    pages: [
      { path: '/forms', text: 'Supplementary forms' },
      { path: '/collated', text: 'Collated record' },
    ],
  },
  { text: 'Documents', pages: [{ path: '/documents', text: 'Documents' }] },
  {
    text: 'Meetings',
    pages: [
      { path: '/review-meeting', text: 'Review meeting' },
      { path: '/response', text: 'Joint agency response' },
      { path: '/panel', text: 'Panel meeting' },
    ],
  },
  { text: 'National submission', pages: [{ path: '/close', text: 'National submission' }] },
] as const satisfies readonly CaseGroup[]

/** A page of a case that is listed, as what follows the case's own address. */
export type CasePath = (typeof caseGroups)[number]['pages'][number]['path']

const groups: readonly CaseGroup[] = caseGroups
const paths: readonly CasePath[] = caseGroups.flatMap((group) => group.pages.map(({ path }) => path))

/** A page of a case as a form may name it; the overview for anything else. */
export function casePathOf(typed: string): CasePath {
  return paths.find((path) => path === typed) ?? ''
}

/** The groups of a case's pages and, of the group a page is in, its pages. */
export function caseNavigation(caseId: string, current: CasePath): Html {
  const here = groups.find(({ pages }) => pages.some(({ path }) => path === current))
  return html`${subNavigation({
    label: 'Case',
    items: groups.map((group) => ({
      text: group.text,
      href: `/cases/${caseId}${group.pages[0].path}`,
      ...(group === here && whereOneIs(group)),
    })),
  })}${here !== undefined && here.pages.length > 1 && secondLevel(here, caseId, current)}`
}

/** Where a second level follows, that one says which page this is; the first then says only which group. */
function whereOneIs({ pages }: CaseGroup) {
  return pages.length === 1 ? { active: true } : { attributes: { 'aria-current': 'true' } }
}

function secondLevel({ text, pages }: CaseGroup, caseId: string, current: CasePath): Html {
  return html`<nav class="cdop-group-pages" aria-label="${text}"><ul class="cdop-group-pages__list">
${pages.map(
  (page) =>
    html`<li><a class="govuk-link govuk-link--no-visited-state" href="/cases/${caseId}${page.path}"${
      page.path === current && html` aria-current="page"`
    }>${page.text}</a></li>`,
)}
</ul></nav>`
}
