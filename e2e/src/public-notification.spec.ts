import { expect, test } from './browser-test.ts'
import { choose, fillDate, press } from './journey/fill-in.ts'
import { publicChildren } from './journey/invented-children.ts'
import { Keyboard } from './journey/keyboard.ts'
import { mailTo } from './journey/mail.ts'
import {
  beginNotification,
  fillInNotification,
  PUBLIC_FORM,
  referenceOn,
} from './journey/public-notification.ts'
import { expectErrorState } from './rules/error-state.ts'
import { expectGoodPage } from './rules/page-rules.ts'

for (const javaScript of [true, false]) {
  const child = publicChildren[javaScript ? 'with JavaScript' : 'without JavaScript']
  const manner = javaScript ? 'with JavaScript' : 'without JavaScript'

  test(`somebody without an account notifies a death once, whatever they press, ${manner}`, async ({
    open,
  }) => {
    const page = await open('nobody', { javaScript })
    await beginNotification(page)
    await test.step('an empty page says what is missing', async () => {
      await press(page, 'Continue')
      if (javaScript) await expectErrorState(page)
      else await expect(page).toHaveTitle(/^Error: /)
      await page.getByLabel('Your name', { exact: true }).fill('kept while the rest is wrong')
      await press(page, 'Continue')
      await expect(page.getByLabel('Your name', { exact: true })).toHaveValue('kept while the rest is wrong')
    })
    expect(await fillInNotification(page, child)).toBeLessThanOrEqual(25)

    await test.step('one answer is changed in one Continue', async () => {
      await page.getByRole('link', { name: 'Change (The child’s name)' }).click()
      await expectGoodPage(page)
      await page.getByLabel('Other names the child was known by').fill('Pip')
      await press(page, 'Continue')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your answers')
      await expect(page.getByRole('main')).toContainText('Pip')
    })

    const checked = page.url()
    await press(page, 'Confirm and send')
    const reference = await referenceOn(page)
    await expect(page.getByRole('main')).toContainText('This form alerts nobody tonight')
    await expect(page.getByRole('main')).not.toContainText(child.familyName)
    await expectGoodPage(page)

    await test.step('a refresh, Back and sending again are the same notification', async () => {
      await page.reload()
      expect(await referenceOn(page)).toBe(reference)
      await page.goBack()
      const again = page.getByRole('button', { name: 'Confirm and send' })
      if (await again.isVisible()) await again.click()
      expect(await referenceOn(page)).toBe(reference)
      await page.goto(checked)
      expect(await referenceOn(page)).toBe(reference)
    })

    await test.step('the answers can be printed from this browser, and from no other', async () => {
      await page.getByRole('link', { name: 'See your answers and print them' }).click()
      await expect(page.getByRole('main')).toContainText(child.familyName)
      await expect(page.getByRole('main')).toContainText(reference)
      await expectGoodPage(page)
      const copy = page.url()
      const other = await open('nobody', { javaScript })
      await other.goto(copy)
      await expect(other.getByRole('heading', { level: 1 })).toHaveText(
        'No notification is open in this browser',
      )
      await expectGoodPage(other)
      await page.goto(`${PUBLIC_FORM}/receipt`)
      await press(page, 'Finish and close')
      await page.goto(copy)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        'No notification is open in this browser',
      )
    })
  })
}

test('by keyboard alone it takes at most 160 key presses, typing and all', async ({ open }) => {
  const page = await open('nobody')
  const child = publicChildren['by keyboard']
  const [bornOn = [], diedOn = []] = [child.bornOn, child.diedOn].map((date) => date.split('-').map(Number))
  const keys = new Keyboard(page)
  await page.goto(PUBLIC_FORM)
  await keys.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused()
  await keys.press('Enter')
  await keys.tabTo(page.getByRole('button', { name: 'Start now' }))
  await keys.enter('About you')
  await keys.typeInto('Your name', 'Al Roe')
  await keys.typeInto('Your role', 'GP')
  await keys.typeInto('Your organisation', 'Elm')
  await keys.typeInto('Your phone number or email address', 'a@b.uk')
  await keys.enter('The child’s name')
  await keys.typeInto('Family name', child.familyName)
  await keys.typeInto('Given names', child.givenNames)
  await keys.enter('The child’s NHS number')
  await keys.first('Do you know the child’s NHS number?')
  await keys.typeInto('NHS number', child.nhsNumber)
  await keys.enter('Dates of birth and death')
  for (const [question, [year, month, day]] of [
    ['Date of birth', bornOn],
    ['Date of death', diedOn],
  ] as const) {
    const group = page.getByRole('group', { name: question, exact: true })
    for (const [part, number] of [
      ['Day', day],
      ['Month', month],
      ['Year', year],
    ] as const) {
      await keys.tabTo(group.getByLabel(part, { exact: true }))
      await keys.type(String(number))
    }
  }
  await keys.enter('Sex and ethnic group')
  await keys.first('Sex')
  await keys.tabTo(page.getByLabel('Ethnic group', { exact: true }))
  await keys.type('N')
  await keys.tabTo(page.getByRole('button', { name: 'Continue' }))
  await keys.enter('Where the child lived')
  await keys.typeInto('Usual address', child.address)
  await keys.typeInto('Postcode', child.postcode)
  await keys.tabTo(page.getByLabel('Local authority where the child normally lived', { exact: true }))
  await keys.type('L')
  await keys.press('Tab')
  await keys.enter('Parents and carers')
  await keys.press('Tab')
  await keys.enter('Others in the household')
  await keys.press('Tab')
  await keys.enter('Place of death')
  await keys.tabTo(page.getByLabel('Place of death', { exact: true }))
  await keys.type('H')
  await keys.press('Tab')
  await keys.enter('What happened')
  await keys.first('Was the death expected?')
  await keys.typeInto('What happened', child.circumstances)
  await keys.press('Tab')
  await keys.enter('Cause of death')
  await keys.press('Tab')
  await keys.enter('Coroner and medical examiner')
  await keys.first('Has the coroner been told?')
  await keys.enter('Joint agency response and other reviews')
  await keys.press('Tab')
  await keys.enter('Who has been phoned')
  await keys.press('Tab')
  await keys.enter('Professionals and agencies')
  await keys.first('Kind of agency')
  await keys.typeInto('Name of the organisation', 'Elm')
  await keys.enter('Follow-up for the family')
  await keys.press('Tab')
  await keys.enter('What else applied to the child')
  await keys.press('Tab')
  await keys.enter('Check your answers')
  await keys.tabTo(page.getByRole('link', { name: 'Go to the end of this page to send it' }))
  await keys.press('Enter')
  await keys.tabTo(page.getByRole('button', { name: 'Confirm and send' }))
  await keys.enter('Notification received')
  test.info().annotations.push({ type: 'key presses', description: String(keys.pressed) })
  expect(keys.pressed).toBeLessThanOrEqual(160)
})

test('somebody called away comes back by a mailed link and code, on another computer', async ({
  open,
  stack,
}) => {
  const child = publicChildren['called away']
  const email = 'called.away@hospital.example'
  const first = await open('nobody')
  await beginNotification(first)
  await first.getByLabel('Your name', { exact: true }).fill('Robin Sedge')
  await first.getByLabel('Your role', { exact: true }).fill('Registrar')
  await first.getByLabel('Your organisation', { exact: true }).fill('Example Hospital')
  await first.getByLabel('Your phone number or email address', { exact: true }).fill(email)
  await press(first, 'Continue')
  await first.getByLabel('Family name', { exact: true }).fill(child.familyName)
  await first.getByLabel('Given names', { exact: true }).fill(child.givenNames)
  await press(first, 'Continue')
  await first.getByRole('link', { name: 'Come back later' }).click()
  await expectGoodPage(first)
  await expect(first.getByLabel('Your email address')).toHaveValue(email)
  await first.getByLabel('Your email address').fill('')
  await press(first, 'Send me a link')
  await expectErrorState(first)
  await first.getByLabel('Your email address').fill(email)
  await press(first, 'Send me a link')
  await expect(first.getByRole('heading', { level: 1 })).toHaveText('We have sent you a link')
  await expectGoodPage(first)
  await press(first, 'Close the form in this browser')
  await expectGoodPage(first)

  const link =
    /https?:\/\/\S+\/return\/\S+/.exec((await mailTo(stack, email, /come back|go on/i)).text)?.[0] ?? ''
  const second = await open('nobody')
  await second.goto(link)
  await expectGoodPage(second)
  await press(second, 'Send me a code')
  await expectGoodPage(second)
  const mailed = await mailTo(stack, email, /Your code is/)
  await second.getByLabel('Enter the 6-digit code').fill(/\b\d{6}\b/.exec(mailed.text)?.[0] ?? '')
  await press(second, 'Continue')
  await expect(second.getByRole('heading', { level: 1 })).toHaveText('The child’s NHS number')
  await second.getByRole('link', { name: 'Back', exact: true }).click()
  await expect(second.getByLabel('Family name', { exact: true })).toHaveValue(child.familyName)
})

test('a twin is notified with what the two have in common, and its own answers asked', async ({ open }) => {
  const child = publicChildren['a twin']
  const page = await open('nobody')
  await beginNotification(page)
  expect(await fillInNotification(page, child, { newborn: true })).toBeLessThanOrEqual(25)
  await press(page, 'Confirm and send')
  const reference = await referenceOn(page)
  await press(page, 'Notify another baby of this birth')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The child’s name')
  await expect(page.getByLabel('Family name', { exact: true })).toHaveValue('')
  await page.goto(`${PUBLIC_FORM}/form/notifier`)
  await expect(page.getByLabel('Your name', { exact: true })).toHaveValue('Robin Sedge')
  await page.goto(`${PUBLIC_FORM}/form/dates`)
  await fillDate(page, 'Date of birth', child.bornOn)
  await fillDate(page, 'Date of death', child.diedOn)
  await press(page, 'Continue')
  await expect(
    page.getByRole('group', { name: 'Was the child born alive?' }).getByLabel('Yes', { exact: true }),
  ).not.toBeChecked()
  await choose(page, 'Was the child born alive?', 'Yes')
  await press(page, 'Continue')
  await expect(
    page.getByLabel('Gestation at birth, in completed weeks (optional)', { exact: true }),
  ).toHaveValue('27')
  await expect(
    page.getByRole('group', { name: 'How many babies were born?' }).getByLabel('Twins'),
  ).toBeChecked()
  await page.goto(`${PUBLIC_FORM}/check`)
  await expect(page.getByRole('main')).toContainText('Still to answer')
  await expectGoodPage(page)
  await expect(page.getByRole('main')).not.toContainText(reference)
})
