import { expect, type Page } from '@playwright/test'
import type { Reached, SharedWalk } from './shared-walk.ts'

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
/** Lists that hold what another list holds too. */
const REPEATING =
  /[?&](view=(all|to-move|overdue|not-told|waiting|unconfirmed-holds|caveats-to-review)|page=\d|sort=newest)/

const MEETING = /^\/panel-meetings\/([0-9a-f-]{36})/
/** Meetings that were held and that are to come look different. */
const MEETINGS = 8

/** Lists whose cases look like those of another. */
const ALIKE: Readonly<Record<string, string>> = { unassigned: 'gathering', 'awaiting-agencies': 'gathering' }

/** What kind of page an address is: the same for every case of a worklist, another for each meeting: one may be empty. */
function kindOf({ path, list }: Reached, each: Each): string {
  const { pathname, searchParams } = new URL(path, 'http://portal')
  const shown = pathname.startsWith('/saved-views') ? [] : ['view', 'state', 'from']
  const chosen = shown.flatMap((key) => searchParams.get(key) ?? [])
  const route = pathname.replaceAll(ID, ':id')
  const [, meeting] = MEETING.exec(pathname) ?? []
  const kind = each === 'route' ? route : [route, ...chosen].join(' ')
  if (meeting !== undefined) return `${kind} of meeting ${meeting}`
  // What a form for something new asks, and what a family's forms ask, does not depend on how far its case is.
  const byList = pathname.startsWith('/cases/') && !/\/family\/|\/new$|\/agencies$/.test(pathname)
  return each === 'state' && byList ? `${kind} of ${ALIKE[list] ?? list}` : kind
}

/** A page is looked at once, or in each of the states in which lists and cases show it. */
export type Each = 'route' | 'state'

/** A part of the portal, walked by itself: where it begins, and which addresses lie in it. */
export type Part = { readonly from: string; holds(path: string): boolean }

const everything: Part = { from: '/', holds: () => true }
/** Milliseconds after which somebody who has nothing to do looks again. */
const LOOKS_AGAIN_AFTER = 100

/** A page that loads itself anew may do so while it is looked at: then it is looked at again. */
async function steadily(look: () => Promise<void>, again = 3): Promise<void> {
  try {
    await look()
  } catch (thrown) {
    const left = thrown instanceof Error && thrown.message.includes('Execution context was destroyed')
    if (!left || again === 0) throw thrown
    await steadily(look, again - 1)
  }
}

/**
 * Follows every link from the start page, or within a part of the portal, together with everybody on the same walk, and
 * calls `visit` once for each kind of page. Ends when all of them have nothing left to see.
 * What a link leads to must be there: nobody is offered what they may not open.
 */
export async function crawl(
  page: Page,
  each: Each,
  walk: SharedWalk,
  visit: (path: string) => Promise<void>,
  part: Part = everything,
): Promise<void> {
  const add = (reached: Reached) => {
    const [, meeting] = MEETING.exec(reached.path) ?? []
    if (meeting !== undefined && !walk.isAmongFirst(MEETINGS, meeting)) return
    if (walk.isFirst(`kind ${kindOf(reached, each)}`)) walk.add(reached)
  }
  add({ path: part.from, list: '' })
  do {
    const saw = await walk.seeNext(async ({ path, list }) => {
      walk.count('kind')
      const response = await page.goto(path)
      expect.soft(response?.status(), `${path} is offered and opens`).toBe(200)
      const links = await page
        .locator('a[href^="/"]:not([download])')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href')?.replace(/#.*/, '') ?? ''))
      await steadily(() => visit(path))
      const within = new URL(path, 'http://portal').searchParams.get('view') ?? list
      for (const next of links) {
        if (next !== '' && part.holds(next) && !next.endsWith('.csv') && !REPEATING.test(next))
          add({ path: next, list: within })
      }
    })
    if (!saw) await page.waitForTimeout(LOOKS_AGAIN_AFTER)
  } while (walk.isGoingOn)
}
