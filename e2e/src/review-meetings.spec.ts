import { expect, test } from './browser-test.ts'
import { buildPack, releasePack } from './journey/build-pack.ts'
import { choose, fillDate, press } from './journey/fill-in.ts'
import { daysAgo } from './journey/invented-child.ts'
import { mailTo } from './journey/mail.ts'
import { sayWhyWithout } from './journey/prepare-panel.ts'
import { expectGoodPage } from './rules/page-rules.ts'

/* With JavaScript up to the draft of the meeting, without it from the panel on: each page of both is seen without it too. */
test('a review meeting is planned, moved, invited to by calendar file, held and its draft analysis sent; the chair begins from it, the panel puts the case back, and it goes before it again', async ({
  open,
  stack,
}) => {
  const office = await open('coordinator')
  let page = office
  await page.goto('/cases?view=gathering')
  await page.locator('main table a.cdop-reference').first().click()
  await page.getByRole('link', { name: 'Review meeting', exact: true }).first().click()
  await page.getByRole('button', { name: 'Arrange or record a meeting' }).click()
  await expectGoodPage(page)
  await press(page, 'Save the meeting')
  await expect(page.getByRole('alert')).toContainText('Enter the date of the meeting')
  await choose(page, 'What kind of meeting is it?', 'Hospital mortality meeting')
  await fillDate(page, 'Which day is it?', daysAgo(0))
  await page.getByLabel('From what time?').fill('9:30')
  await page.getByLabel('Until what time?').fill('11:00')
  await page.getByLabel('Where is it?').fill('Invented seminar room')
  await page.getByLabel('Which organisation chairs it?').fill('Example NHS Trust')
  await press(page, 'Save the meeting')

  await page.getByRole('link', { name: 'Hospital mortality meeting' }).first().click()
  await expectGoodPage(page)
  await page.getByRole('link', { name: 'Change when or where it is' }).click()
  await expectGoodPage(page)
  await page.getByLabel('Where is it?').fill('Invented lecture theatre')
  await press(page, 'Save the change')
  await page.getByLabel('Email addresses').fill('invented.doctor@trust.example')
  await press(page, 'Send invitations')
  const mail = await mailTo(stack, 'invented.doctor@trust.example', /Invented lecture theatre/)
  expect(mail.subject).toMatch(/^Child death review meeting: case [A-Z0-9-]+$/)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download a calendar file' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('review-meeting.ics')

  await page.getByRole('button', { name: 'Record that it was held' }).click()
  await page.getByLabel('Chair', { exact: true }).check()
  await page.getByLabel('Names and organisations: chair').fill('Invented Chair, Example NHS Trust')
  await page.getByLabel('Notes (optional)').fill('What was noted of an invented child.')
  await choose(page, 'Was this the last review meeting of the case?', 'Yes')
  await expectGoodPage(page)
  await press(page, 'Record the meeting')
  await expect(page.getByRole('main')).toContainText('Chair: Invented Chair, Example NHS Trust')
  await page.getByRole('link', { name: 'Draft analysis for the panel' }).click()
  await page.getByRole('link', { name: 'Category of death' }).click()
  await choose(page, 'Category of death', '5. Acute medical or surgical condition')
  await press(page, 'Continue')
  await page.getByRole('link', { name: 'Back', exact: true }).click()
  await expectGoodPage(page)
  await press(page, 'Send to the panel')
  await expect(page.getByRole('main')).toContainText('Sent to the panel on')
  await expectGoodPage(page)
  await page.getByRole('link', { name: 'Back', exact: true }).click()
  // With the draft its report has come.
  await expect
    .poll(async () => {
      await page.reload()
      return page.getByRole('main').textContent()
    })
    .toContain('Report received')
  await expectGoodPage(page)

  page = await open('coordinator', { javaScript: false })
  const casePath = new URL(office.url()).pathname.replace(/\/review-meeting.*/, '')
  await page.goto('/panel-meetings/new')
  await page.getByLabel('Standard panel').check()
  await fillDate(page, 'When does the panel meet?', daysAgo(0))
  await press(page, 'Arrange the meeting')
  const meetingPath = new URL(page.url()).pathname
  const summary = page.getByLabel('Summary for the panel')
  const list = async () => {
    await page.goto(`${casePath}/panel`)
    await page.locator(`input[name=meeting][value="${meetingPath.split('/').at(-1)}"]`).check()
    await summary.fill('An invented summary.')
    await sayWhyWithout(page)
    await press(page, 'List the case')
  }
  await list()
  await buildPack(page, meetingPath)
  await releasePack(await open('designatedDoctor', { javaScript: false }), meetingPath)
  const chair = await open('chair', { javaScript: false })
  await chair.goto('/codebook')
  await chair.getByLabel('Find a factor').fill('antibiotics')
  await press(chair, 'Find')
  await expect(chair.getByRole('status')).toContainText('factor')
  await expectGoodPage(chair)
  await chair.goto(`${meetingPath}${casePath}/analysis`)
  await expect(chair.getByRole('main')).toContainText('What the review meetings thought')
  await expectGoodPage(chair)
  await chair.getByRole('button', { name: /^Begin from this draft/ }).click()
  await expect(chair.getByRole('main')).toContainText('Completed')
  await expect(chair.getByRole('button', { name: /^Begin from this draft/ })).toHaveCount(0)
  await chair.getByRole('link', { name: 'The registered cause appears wrong' }).click()
  await chair.getByLabel('The coroner', { exact: true }).check()
  await chair.getByLabel('The cause as the panel understands it').fill('An invented cause')
  await chair.getByLabel('What does this rest on?').fill('An invented result')
  await expectGoodPage(chair)
  await press(chair, 'Have a letter drafted')
  await expect(chair.getByRole('main')).toContainText('not sent yet')
  await page.goto(`${casePath}/registered-cause`)
  await expectGoodPage(page)
  await page.getByRole('link', { name: /^Open the letter/ }).click()
  await expectGoodPage(page)
  const letter = page.getByLabel('The letter', { exact: true })
  await letter.fill((await letter.inputValue()).replaceAll(/\[[^\]]*\]/g, 'An invented child'))
  await press(page, 'Save the letter')
  await expect(page.getByRole('main')).not.toContainText('[name')
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'The letter as a PDF' }).click()
  expect((await downloading).suggestedFilename()).toMatch(/^letter-[A-Z]+-\d{4}-[\w-]+\.pdf$/)
  await page.goto(meetingPath)
  await page.getByRole('link', { name: 'Put back' }).click()
  await expectGoodPage(page)
  await page.getByLabel('What did the panel ask?').fill('Was the invented alarm heard?')
  await press(page, 'Put the case back')
  await expect(page.getByRole('main')).toContainText('Put back by the panel')
  await list()
  await expect(page.getByRole('alert')).toContainText('Answer what the panel asked first')
  await page.goto(`${casePath}/panel-questions`)
  await expectGoodPage(page)
  await page.getByRole('link', { name: /^Answer/ }).click()
  await page.getByLabel('We know the answer').check()
  await page.getByLabel('The answer', { exact: true }).fill('It was.')
  await expectGoodPage(page)
  await press(page, 'Save the answer')
  await press(page, 'Ready for the panel again')
  await expect(page.getByRole('main')).toContainText('Ready for panel')
})

test('a meeting gets a time and its panel is invited, its agenda is put in order and given minutes without JavaScript, and more of it is proposed', async ({
  open,
  stack,
}) => {
  const page = await open('coordinator', { javaScript: false })
  await page.goto('/panel-meetings')
  // The last of those to come has the cases of the demonstration.
  await page.locator('main table').first().locator('td a').last().click()
  const meetingPath = new URL(page.url()).pathname
  await page.getByRole('link', { name: 'Change or cancel the meeting' }).click()
  await page.getByLabel('From what time?').fill('09:30')
  await page.getByLabel('Until what time?').fill('16:30')
  await expectGoodPage(page)
  await press(page, 'Save the meeting')
  await expect(page.getByRole('main')).toContainText('From 09:30 to 16:30')
  await page.getByRole('button', { name: 'Invite the panel' }).click()
  await expectGoodPage(page)
  await press(page, 'Send invitations')
  await expect(page.getByRole('table', { name: 'Who was invited' })).toContainText('Tom Harrow')
  await mailTo(
    stack,
    'tom.harrow@lds.example',
    /You are invited to a meeting of the Child Death Overview Panel/,
  )
  await expect
    .poll(
      async () => {
        await page.reload()
        return page.getByRole('table', { name: 'Who was invited' }).textContent()
      },
      { message: 'the page of the meeting says that the mail has left' },
    )
    .toContain('Left on')
  await expectGoodPage(page)
  await page.getByRole('link', { name: 'Order and minutes of the cases' }).click()
  const agenda = page.getByRole('main').locator('ol li')
  const second = (await agenda.nth(1).locator('strong').textContent()) ?? ''
  await agenda
    .nth(1)
    .getByRole('textbox', { name: /^Minutes for case/ })
    .fill('55')
  await agenda.nth(1).getByRole('button', { name: /^Up/ }).click()
  await expect(agenda.first()).toContainText(second)
  await expect(agenda.first().getByRole('textbox', { name: /^Minutes for case/ })).toHaveValue('55')
  await expectGoodPage(page)
  await page.goto(meetingPath)
  await page.getByRole('link', { name: 'Have an agenda proposed' }).click()
  await page.getByLabel('Deaths of newborn babies').check()
  await press(page, 'Propose anew')
  await expect(page.getByLabel('Deaths of newborn babies')).toBeChecked()
  await expect(page.getByRole('main')).toContainText('Not proposed')
  await expectGoodPage(page)
})
