import { expect, test } from './browser-test.ts'
import { childrenNotifiedTwice, manners, siblingsOfThose } from './journey/children-of-both-manners.ts'
import { choose, press } from './journey/fill-in.ts'
import { mailTo } from './journey/mail.ts'
import { acceptNotification, confirmDeathAndIdentity, recordNotification } from './journey/notify.ts'
import { expectGoodPage } from './rules/page-rules.ts'

for (const manner of manners) {
  test(`a child notified twice: compared, merged by two coordinators, and two records again; then a child of the same home, ${manner}`, async ({
    open,
    stack,
  }) => {
    const child = childrenNotifiedTwice[manner]
    const javaScript = manner === 'with JavaScript'
    const coordinator = await open('coordinator', { javaScript })
    await recordNotification(coordinator, child)
    await confirmDeathAndIdentity(coordinator, child)
    const { casePath, reference } = await acceptNotification(coordinator)

    await recordNotification(coordinator, { ...child, givenNames: `${child.givenNames}e` })
    await coordinator.getByRole('link', { name: 'Read the notification and decide' }).click()
    const notification = coordinator.url()
    await coordinator.getByRole('link', { name: 'Compare with another record' }).click()
    await coordinator.getByRole('textbox').fill(child.familyName)
    await press(coordinator, 'Find')
    await expect(
      coordinator.getByRole('radio', { name: `${child.givenNames} ${child.familyName}` }),
    ).toBeVisible()
    await expectGoodPage(coordinator)
    await coordinator.goto(notification)
    await press(coordinator, 'Accept and open a case')
    await expect(coordinator.getByRole('main')).toContainText('Compare the records and decide')
    await coordinator.getByRole('link', { name: `Compare with case ${reference}` }).click()
    await expect(coordinator.getByRole('main')).toContainText('same NHS number', { ignoreCase: true })
    await expect(coordinator.getByRole('main')).toContainText('Different')
    await expectGoodPage(coordinator)
    await choose(coordinator, 'Decide', 'Same child')
    await press(coordinator, 'Save decision')
    await expect(coordinator.getByRole('heading', { name: 'Propose a merge' })).toBeVisible()
    await expectGoodPage(coordinator)
    await press(coordinator, 'Propose the merge')
    await expect(coordinator.getByRole('main')).toContainText('You proposed this merge')
    await expectGoodPage(coordinator)

    const second = await open('secondCoordinator', { javaScript })
    await second.goto('/duplicates?show=waiting')
    await expectGoodPage(second)
    await second.getByRole('link', { name: new RegExp(`into case ${reference}`, 'i') }).click()
    await expectGoodPage(second)
    await press(second, 'Confirm the merge')
    await expect(second.getByRole('main')).toContainText('Confirmed: the records are one')
    await expectGoodPage(second)

    await coordinator.goto(notification)
    await expect(coordinator.getByRole('main')).toContainText('merged into another record of the same child')
    await expectGoodPage(coordinator)
    await coordinator.getByRole('link', { name: `Go to case ${reference}` }).click()
    expect(new URL(coordinator.url()).pathname).toBe(casePath)

    await press(second, 'Undo the merge')
    await expect(second.getByRole('main')).toContainText('Undone')
    await coordinator.goto(notification)
    await expect(coordinator.getByRole('button', { name: 'Accept and open a case' })).toBeVisible()

    await test.step('another child of that home died: a coordinator decides, the designated doctor sees it', async () => {
      await recordNotification(coordinator, siblingsOfThose[manner])
      await coordinator.getByRole('link', { name: 'Read the notification and decide' }).click()
      await coordinator.getByRole('link', { name: 'Related children and deaths' }).click()
      await expectGoodPage(coordinator)
      await coordinator.getByRole('link', { name: new RegExp(`case ${reference}`, 'i') }).click()
      await expect(coordinator.getByRole('main')).toContainText('Children of one household')
      await expectGoodPage(coordinator)
      await choose(coordinator, 'Decide', 'Related: the records show it')
      await press(coordinator, 'Save decision')
      await expect(coordinator.getByRole('main')).toContainText('Change the decision')

      const mail = await mailTo(stack, 'edmund.frost@lds.example', /Another child of the same household/)
      const doctor = await open('designatedDoctor', { javaScript })
      await doctor.goto('/')
      await expect(doctor.getByRole('link', { name: /waits? for you to see/ })).toBeVisible()
      await expectGoodPage(doctor)
      await doctor.goto(/\/related\/[0-9a-f-]{36}/.exec(mail.text)?.[0] ?? '')
      await expectGoodPage(doctor)
      await press(doctor, 'I have seen this')
      await expect(doctor.getByRole('main')).toContainText('Seen by Edmund Frost')
    })
  })
}
