import { expect, type Page } from '@playwright/test'

/** A page reached by links, and by which worklist: cases of one list look alike, those of another do not. */
type Reached = { readonly path: string; readonly list: string }

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
/** Lists that hold what another list holds too. */
const REPEATING = /[?&](view=(all|to-move|overdue|not-told|waiting|unconfirmed-holds)|page=\d|sort=newest)/

const MEETING = /^\/panel-meetings\/([0-9a-f-]{36})/
/** Meetings that were held and that are to come look different. */
const MEETINGS = 4

/** What kind of page an address is: the same for every case of a worklist, another for each meeting: one may be empty. */
function kindOf({ path, list }: Reached, each: Each): string {
  const { pathname, searchParams } = new URL(path, 'http://portal')
  const shown = pathname.startsWith('/saved-views') ? [] : ['view', 'state', 'from']
  const chosen = shown.flatMap((key) => searchParams.get(key) ?? [])
  const route = pathname.replaceAll(ID, ':id')
  const [, meeting] = MEETING.exec(pathname) ?? []
  const kind = each === 'route' ? route : [route, ...chosen].join(' ')
  if (meeting !== undefined) return `${kind} of meeting ${meeting}`
  // What a family's forms ask does not depend on how far its case is.
  const byList = pathname.startsWith('/cases/') && !pathname.includes('/family/')
  return each === 'state' && byList ? `${kind} of ${list}` : kind
}

/** A page is looked at once, or in each of the states in which lists and cases show it. */
export type Each = 'route' | 'state'

/** A part of the portal, walked by itself: where it begins, and which addresses lie in it. */
export type Part = { readonly from: string; holds(path: string): boolean }

const everything: Part = { from: '/', holds: () => true }

/**
 * Follows every link from the start page, or within a part of the portal, and calls `visit` once for each kind of page. Answers the kinds it saw.
 * What a link leads to must be there: nobody is offered what they may not open.
 */
export async function crawl(
  page: Page,
  each: Each,
  visit: (path: string) => Promise<void>,
  part: Part = everything,
): Promise<readonly string[]> {
  const waiting: Reached[] = [{ path: part.from, list: '' }]
  const seen = new Set<string>()
  const meetings = new Set<string>()
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const kind = kindOf(next, each)
    if (seen.has(kind)) continue
    const [, meeting] = MEETING.exec(next.path) ?? []
    if (meeting !== undefined && meetings.size >= MEETINGS && !meetings.has(meeting)) continue
    if (meeting !== undefined) meetings.add(meeting)
    seen.add(kind)
    const response = await page.goto(next.path)
    expect.soft(response?.status(), `${kind} is offered and opens`).toBe(200)
    const links = await page
      .locator('a[href^="/"]:not([download])')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')?.replace(/#.*/, '') ?? ''))
    await visit(next.path)
    const list = new URL(next.path, 'http://portal').searchParams.get('view') ?? next.list
    for (const path of links) {
      if (path !== '' && part.holds(path) && !path.endsWith('.csv') && !REPEATING.test(path))
        waiting.push({ path, list })
    }
  }
  return [...seen]
}
