import { expect, test } from './browser-test.ts'
import { choose, fillDate, press } from './journey/fill-in.ts'
import { expectGoodPage } from './rules/page-rules.ts'

const today = () => new Date().toISOString().slice(0, 10)

for (const javaScript of [true, false]) {
  test(`a key worker answers a family and feeds it back on a phone, ${javaScript ? 'with' : 'without'} JavaScript`, async ({
    open,
  }) => {
    const page = await open('keyWorker', { javaScript })
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto('/families')
    const family = page.getByRole('main').getByRole('heading', { level: 2 }).getByRole('link')
    await (javaScript ? family.first() : family.last()).click()
    await page.getByRole('link', { name: 'Record the answer' }).first().click()
    await page.getByLabel('What is the answer?').fill('An invented answer')
    await choose(page, 'Who gave it?', 'The hospital or trust')
    await fillDate(page, 'When was it given?', today())
    await press(page, 'Record the answer')
    await page.getByRole('link', { name: 'Feed back or change the answer' }).first().click()
    await expectGoodPage(page)
    await expect(page.getByRole('main')).toContainText('Must not be contacted: Invented Father (father).')
    await expect(page.getByLabel(/Invented Father/)).toHaveCount(0)
    await page.getByLabel(/Invented Mother/).check()
    await fillDate(page, 'When?', today())
    await choose(page, 'How?', 'In person')
    await page.getByLabel('By whom?').fill('An invented nurse')
    await press(page, 'Record that they were told')
    await expect(page.getByRole('main')).toContainText('Told: Invented Mother (mother)')
    await press(page, 'Hide names on this screen')
    // For the whole session: whoever signs in once for several tests shows them again.
    await press(page, 'Show names on this screen')
    await expect(page.getByRole('button', { name: 'Hide names on this screen' })).toBeVisible()
  })
}
