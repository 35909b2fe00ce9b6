import { expect, test } from './browser-test.ts'
import { askAgency } from './journey/ask-agency.ts'
import { childrenReportedInError, manners } from './journey/children-of-both-manners.ts'
import { choose, press } from './journey/fill-in.ts'
import { identifiersOf } from './journey/invented-child.ts'
import { mails, mailTo } from './journey/mail.ts'
import { acceptNotification, confirmDeathAndIdentity, recordNotification } from './journey/notify.ts'
import { openMailedLink } from './journey/return-form.ts'
import { expectGoodPage } from './rules/page-rules.ts'

for (const manner of manners) {
  test(`a death reported in error: everything sent is recalled, and a trace stays, ${manner}`, async ({
    open,
    stack,
  }) => {
    const child = childrenReportedInError[manner]
    const javaScript = manner === 'with JavaScript'
    const agency = javaScript
      ? { name: 'Washburn Vale Surgery', email: 'records@washburnvale.example' }
      : { name: 'Nidd Vale Surgery', email: 'records@niddvale.example' }
    const coordinator = await open('coordinator', { javaScript })
    await recordNotification(coordinator, child)
    await confirmDeathAndIdentity(coordinator, child)
    const { casePath, reference } = await acceptNotification(coordinator)
    await askAgency(coordinator, casePath, agency)
    const reporter = await open('nobody', { javaScript })
    await openMailedLink(reporter, stack, { agency, reference, child })

    await coordinator.goto(casePath)
    await coordinator.getByRole('link', { name: /^Is the child alive/ }).click()
    await choose(coordinator, 'What was wrong with the report?', 'The child is alive')
    await choose(coordinator, 'Was the National Child Mortality Database told of the death?', 'Yes')
    await press(coordinator, 'Continue')
    await expectGoodPage(coordinator)
    await coordinator.getByLabel('I have checked this with the person who told us of the death').check()
    await press(coordinator, 'Report in error and recall everything')

    const mailed = await mailTo(stack, agency.email, /everything we sent you about the case is recalled/)
    expect(mailed.subject).toBe(`Recalled: case ${reference}`)
    for (const known of identifiersOf(child)) expect(JSON.stringify(await mails(stack))).not.toContain(known)
    await reporter.reload()
    await expect(reporter.getByRole('main')).not.toContainText(child.familyName)

    const trace = coordinator.url()
    await expect
      .poll(async () => {
        await coordinator.goto(trace)
        return coordinator.getByRole('table', { name: 'Requests that were recalled' }).textContent()
      })
      .toMatch(/Vale Surgery.*Not returned(?!.*Not yet told)/s)
    await expect(coordinator.getByRole('main')).toContainText('The withdrawal of the record is owed')
    for (const known of identifiersOf(child)) {
      await expect(coordinator.getByRole('main')).not.toContainText(known)
    }
    await expectGoodPage(coordinator)
    expect((await coordinator.goto(casePath))?.status()).toBe(404)
    await coordinator.goto('/cases?view=all&sort=newest')
    await expect(coordinator.getByRole('main')).not.toContainText(reference)
  })
}
