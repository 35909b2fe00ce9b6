import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './browser-test.ts'
import type { Who } from './people/people.ts'
import { crawl, type Part } from './rules/crawl.ts'
import { emptyEveryForm } from './rules/error-state.ts'
import { expectGoodPage } from './rules/page-rules.ts'
import { SharedWalk } from './rules/shared-walk.ts'

/** Somebody's cases, and everything else they can reach: walked at the same time. */
const parts = {
  'every page': { from: '/', holds: () => true },
  'every page of a case': {
    from: '/cases',
    holds: (path) => /^\/(cases|saved-views|related\?case)/.test(path),
  },
  'every page but those of a case': { from: '/', holds: (path) => !path.startsWith('/cases') },
  'every review drawn to be looked at': {
    from: '/review-quality',
    holds: (path) => path.startsWith('/review-quality'),
  },
} as const satisfies Record<string, Part>

/** How many kinds of page each must at least reach by links, and how many forms refuse to be sent empty. */
type Reach = { who: Who; part?: keyof typeof parts; pages: number; refused: number }
const reach: readonly Reach[] = [
  { who: 'coordinator', part: 'every page of a case', pages: 12, refused: 3 },
  { who: 'coordinator', part: 'every page but those of a case', pages: 12, refused: 3 },
  { who: 'responseLead', pages: 7, refused: 1 },
  { who: 'keyWorker', pages: 7, refused: 3 },
  { who: 'panelMember', pages: 5, refused: 0 },
  { who: 'chair', pages: 10, refused: 5 },
  { who: 'designatedDoctor', part: 'every review drawn to be looked at', pages: 2, refused: 1 },
  { who: 'analyst', pages: 6, refused: 0 },
  { who: 'publisher', pages: 4, refused: 0 },
  { who: 'scrutineer', pages: 8, refused: 1 },
  { who: 'administrator', pages: 6, refused: 1 },
]

for (const { who, part = 'every page', ...least } of reach) {
  // Coordinators see most: as many walk together as there are workers, so that none is left alone at the end.
  const walkers = who === 'coordinator' ? [' (one of two)', ' (the other)'] : ['']
  for (const walker of walkers) {
    test(`${part} ${who} can reach keeps the page rules, and every form of it with its mistakes${walker}`, async ({
      open,
      stack,
    }) => {
      const walk = new SharedWalk(join(stack.records, `walk ${who} ${part}`))
      const page = await open(who)
      const look = async (path: string) => {
        await expectGoodPage(page)
        await emptyEveryForm(page, path, walk)
      }
      await crawl(page, 'state', walk, look, parts[part])
      expect(walk.counted('kind')).toBeGreaterThanOrEqual(least.pages)
      expect(walk.counted('refused'), 'forms that refused to be sent empty').toBeGreaterThanOrEqual(
        least.refused,
      )
    })
  }

  test(`${part} ${who} can reach works without JavaScript`, async ({ open, stack }) => {
    const walk = new SharedWalk(join(stack.records, `plain walk ${who} ${part}`))
    const page = await open(who, { javaScript: false })
    await crawl(page, 'route', walk, () => expectGoodPage(page), parts[part])
    expect(walk.counted('kind')).toBeGreaterThanOrEqual(least.pages)
  })
}

test('pages for everybody and dead ends keep the page rules', async ({ open }) => {
  const page = await open('nobody')
  const addresses = [
    '/sign-in',
    '/signed-out',
    '/help',
    '/privacy',
    '/accessibility',
    '/about-child-death-review',
    '/notify/LDS/paper',
    '/notify/LDS/closed',
    '/return/left',
    '/return/passed-on',
    '/cases',
  ]
  for (const path of addresses) {
    expect((await page.goto(path))?.status(), path).toBe(200)
    await expectGoodPage(page)
  }
  const coordinator = await open('coordinator')
  await coordinator.goto('/areas')
  await expectGoodPage(coordinator)
  const references = await coordinator.request.get('/year-end/2026-27/not-finalised-1.csv')
  expect(await references.text()).toMatch(/^case\r\n([A-Z]{3}-[0-9A-Z-]+\r\n)*$/)
  for (const path of ['/nowhere', '/return', '/cases/%00', '/cases/%E0%A4%A', '/notifications/1/received']) {
    const status = (await coordinator.goto(path))?.status() ?? 0
    expect(status, path).toBeGreaterThanOrEqual(400)
    expect(status, path).toBeLessThan(500)
    await expectGoodPage(coordinator)
  }
  const administrator = await open('administrator')
  expect((await administrator.goto('/cases'))?.status()).toBe(403)
  await expectGoodPage(administrator)
})

/** The addresses a page leads to. */
const linksOf = (page: Page, pattern: RegExp): Promise<string[]> =>
  page
    .locator('a[href]')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
    .then((found) => [...new Set(found.filter((href) => pattern.test(href)))])

test('a meeting that is planned for the next year can be changed', async ({ open }) => {
  const page = await open('coordinator')
  await page.goto('/panel-meetings/year')
  const [next] = await page
    .locator('select[name="year"] option')
    .evaluateAll((all) => all.map((option) => option.getAttribute('value') ?? ''))
  await page.goto(`/panel-meetings/year/plan?year=${next}`)
  const [change] = await linksOf(page, /\/plan\/\d+/)
  expect((await page.goto(change ?? '/'))?.status()).toBe(200)
  expect(change).toBeDefined()
  await expectGoodPage(page)
})

test('what a family tells and asks leads from the item to its answer', async ({ open }) => {
  const page = await open('chair')
  await page.goto('/panel-meetings')
  const items: string[] = []
  for (const meeting of await linksOf(page, /^\/panel-meetings\/[0-9a-f-]{36}$/)) {
    await page.goto(meeting)
    items.push(...(await linksOf(page, /^\/panel-meetings\/[0-9a-f-]{36}\/cases\/[0-9a-f-]{36}$/)))
  }
  const asking: string[] = []
  for (const item of items) {
    if (asking.length > 0) break
    await page.goto(`${item}/analysis`)
    asking.push(...(await linksOf(page, /\/family$/)))
  }
  const [family] = asking
  expect((await page.goto(family ?? '/'))?.status()).toBe(200)
  expect(family).toBeDefined()
  await expectGoodPage(page)
  // It is answered from the day of the meeting on; until then its page says so.
  const coordinator = await open('coordinator')
  await coordinator.goto(`/cases/${/cases\/([0-9a-f-]{36})/.exec(family ?? '')?.[1]}/family`)
  const questions = await linksOf(coordinator, /\/family\/questions\/[0-9a-f-]{36}/)
  const ids = questions.flatMap((href) => /questions\/([0-9a-f-]{36})/.exec(href)?.[1] ?? [])
  const statuses = []
  for (const id of ids) statuses.push((await page.goto(`${family}/${id}`))?.status())
  // One of them is for the panel; the others are for the review meeting, and not there.
  expect(statuses).toContain(200)
  await page.goto(`${family}/${ids[statuses.indexOf(200)]}`)
  await expectGoodPage(page)
})
