import { expect, test } from './browser-test.ts'
import { manners } from './journey/children-of-both-manners.ts'
import { choose, press } from './journey/fill-in.ts'
import { identifiersOf } from './journey/invented-child.ts'
import { publicChildren } from './journey/invented-children.ts'
import { mails, mailTo } from './journey/mail.ts'
import { beginNotification, fillInNotification, referenceOn } from './journey/public-notification.ts'
import { expectGoodPage } from './rules/page-rules.ts'

const LEAD = 'priya.dale@lds.example'
/** Milliseconds within which a page must have left. */
const LEAVES_WITHIN = 120_000

for (const manner of manners) {
  test(`a death notified at night pages the on-call lead, who decides on a phone, ${manner}`, async ({
    open,
    stack,
  }) => {
    const javaScript = manner === 'with JavaScript'
    const child =
      publicChildren[javaScript ? 'with a page at night' : 'with a page at night, without JavaScript']
    const before = (await mails(stack)).filter(({ to }) => to === LEAD).length

    const notified =
      await test.step('somebody without an account notifies it and is told whom to phone', async () => {
        const page = await open('nobody', { javaScript })
        await beginNotification(page)
        await fillInNotification(page, child, {
          also: {
            'Joint agency response and other reviews': (form) =>
              choose(
                form,
                'Does any of these apply to the death? (optional)',
                'It was sudden, with no immediately apparent cause',
              ),
          },
        })
        await press(page, 'Confirm and send')
        await referenceOn(page)
        await expect(page.getByRole('main')).toContainText('01632 960 101')
        return Date.now()
      })

    const link = await test.step('the page arrives within 2 minutes and names nobody', async () => {
      await expect
        .poll(async () => (await mails(stack)).filter(({ to }) => to === LEAD).length, {
          timeout: LEAVES_WITHIN,
        })
        .toBeGreaterThan(before)
      expect(Date.now() - notified).toBeLessThan(LEAVES_WITHIN)
      const mail = await mailTo(stack, LEAD, /joint agency response/)
      const said = JSON.stringify(mail)
      for (const known of [...identifiersOf(child), child.diedOn]) expect(said).not.toContain(known)
      return /https?:\/\/\S+\/responses\/\S+/.exec(mail.text)?.[0] ?? ''
    })

    await test.step('the lead opens it on a phone, says so and decides, in under a minute', async () => {
      const phone = await open('responseLead', { javaScript })
      await phone.setViewportSize({ width: 320, height: 640 })
      const opened = Date.now()
      await phone.goto(new URL(link).pathname)
      await expect(phone.getByRole('main')).toContainText('To decide')
      for (const known of identifiersOf(child)) {
        await expect(phone.getByRole('main')).not.toContainText(known)
      }
      await press(phone, 'I have seen this')
      await expect(phone.getByRole('main')).toContainText('by Priya Dale')
      await choose(phone, 'What was decided?', 'Start a joint agency response')
      await press(phone, 'Record the decision')
      await expect(phone.getByRole('main')).toContainText('Started')
      expect(Date.now() - opened).toBeLessThan(60_000)
      await expectGoodPage(phone)
      await phone.getByRole('link', { name: 'Meetings, visit and actions' }).click()
      await expect(phone.getByRole('main')).toContainText('Due by the end of')
      await choose(phone, 'Which one?', 'Visit to the home or scene')
      await choose(phone, 'What do you want to record?', 'That it does not take place, and why')
      await press(phone, 'Continue')
      await choose(phone, 'Why not?', 'The police asked to wait')
      await press(phone, 'Record this')
      await expect(phone.getByRole('main')).toContainText('Did not take place: the police asked to wait')
      await expectGoodPage(phone)
    })

    await test.step('the coordinator sees what was decided; the other area sees nothing', async () => {
      const coordinator = await open('coordinator', { javaScript })
      await coordinator.goto(new URL(link).pathname)
      await expect(coordinator.getByRole('main')).toContainText('To start')
      await expect(coordinator.getByRole('main')).toContainText('by Priya Dale')
      const other = await open('otherCoordinator')
      expect((await other.goto(new URL(link).pathname))?.status()).toBe(404)
    })
  })
}
