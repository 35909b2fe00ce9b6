import type { Page } from '@playwright/test'
import { expect, test } from './browser-test.ts'
import { choose, fillDate, press } from './journey/fill-in.ts'
import { byKeyboard, byMouse } from './journey/hands.ts'
import { expectGoodPage } from './rules/page-rules.ts'

const today = () => new Date().toISOString().slice(0, 10)

/** Who the child was, told anew by the family together, and that the panel hears it. */
async function changePortrait(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Change it, or take it back' }).click()
  await expectGoodPage(page)
  await expect(page.getByRole('group', { name: 'Who told it?' }).getByLabel(/Invented Father/)).toHaveCount(0)
  await page.getByLabel('In the family’s words').fill('Invented: sang to the cat.')
  await choose(page, 'Does the family wish the panel to hear it?', 'The panel hears it first, without names')
  await choose(page, 'Who told it?', 'The family together')
  await fillDate(page, 'When was it told?', today())
  await choose(page, 'How was it told?', 'In person')
  await press(page, 'Save')
  await expect(page.getByRole('main')).toContainText('Invented: sang to the cat.')
  await expect(page.getByRole('main')).toContainText('The panel hears it first')
}

/** A letter to the mother, from the draft until it was posted. */
async function writeLetter(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Letters to parents and carers' }).click()
  await page.getByRole('button', { name: 'Write a letter' }).click()
  await expect(page.getByLabel(/Invented Father/)).toHaveCount(0)
  await page.getByLabel(/Invented Mother/).check()
  await choose(page, 'What is it about?', 'First contact, with the leaflet')
  await page.getByLabel('Who signs it?').fill('An invented nurse')
  await page.getByLabel('Phone number in the letter').fill('01632 960 001')
  await press(page, 'Begin the draft')
  await expect(page.getByLabel('The letter')).toHaveValue(/Dear Invented Mother/)
  await press(page, 'Finish the letter')
  const letter = page.url()
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download it as a PDF' }).click()
  expect((await downloading).suggestedFilename()).toMatch(/^letter-[A-Z]+-\d{4}-[\w-]+\.pdf$/)
  await page.getByRole('link', { name: 'Show it for printing' }).click()
  await expectGoodPage(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('OFFICIAL-SENSITIVE')).toBeHidden()
  await expect(page.getByRole('article', { name: 'The letter' })).toBeVisible()
  await page.emulateMedia({ media: 'screen' })
  await page.goto(letter)
  await fillDate(page, 'When was it posted or given?', today())
  await choose(page, 'How?', 'By post')
  await page.getByLabel('By whom?').fill('An invented nurse')
  await press(page, 'Record that it was given')
  await expectGoodPage(page)
  await page.goto(letter.replace(/\/letters\/.*/, ''))
  await expect(page.getByRole('main')).toContainText('by letter, by An invented nurse')
}

for (const javaScript of [true, false]) {
  test(`a key worker answers a family and feeds it back on a phone, ${javaScript ? 'with' : 'without'} JavaScript`, async ({
    open,
  }) => {
    const page = await open('keyWorker', { javaScript })
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto('/families')
    const family = page.getByRole('main').getByRole('heading', { level: 2 }).getByRole('link')
    await (javaScript ? family.first() : family.last()).click()
    const hands = javaScript ? byKeyboard(page) : byMouse(page)
    await hands.open('Record the answer')
    await hands.fill('What is the answer?', 'An invented answer')
    await hands.choose('Who gave it?', 'The hospital or trust')
    await hands.date('When was it given?', today())
    await hands.press('Record the answer')
    await hands.open('Feed back or change the answer')
    await expectGoodPage(page)
    await expect(page.getByRole('main')).toContainText('Must not be contacted: Invented Father (father).')
    await expect(page.getByLabel(/Invented Father/)).toHaveCount(0)
    await hands.tick(/Invented Mother/)
    await hands.date('When?', today())
    await hands.choose('How?', 'In person')
    await hands.fill('By whom?', 'An invented nurse')
    await hands.press('Record that they were told')
    await expect(page.getByRole('main')).toContainText('Told: Invented Mother (mother)')
    await changePortrait(page)
    if (javaScript) await writeLetter(page)
    await press(page, 'Hide names on this screen')
    // For the whole session: whoever signs in once for several tests shows them again.
    await press(page, 'Show names on this screen')
    await expect(page.getByRole('button', { name: 'Hide names on this screen' })).toBeVisible()
  })
}
