import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mainOf } from '../../testing/given-coordinator.ts'
import { type GivenPortal, givenPortal } from '../../testing/given-portal.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'
import { presentForm } from '../record-notification/form.ts'

let portal: GivenPortal
let browser: TestBrowser

beforeAll(async () => {
  // No service below: the paper form is for the time when they are down.
  portal = await givenPortal()
  browser = testBrowser(portal.app)
})
afterAll(() => portal.drop())

describe('the form to fill in by hand', () => {
  test('has every page and every question of the form in force, and asks for nothing on the screen', async () => {
    const { status, body } = await browser.get('/notify/LDS/paper')
    expect(status).toBe(200)
    const main = mainOf(body)
    const form = presentForm(portal.parts.clock.today())
    const plain = main.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')
    for (const page of form.pages) {
      expect(plain).toContain(`>${page.title}</h2>`)
      for (const item of page.items) expect(plain, item.linkId).toContain(item.text)
    }
    expect(main).not.toMatch(/<(input|select|textarea|form|button)\b/)
  })

  test('says when a question applies, offers "I do not know", and has room for several agencies', async () => {
    const main = mainOf((await browser.get('/notify/LDS/paper')).body)
    expect(main).toContain('Only if the age at death is under 28 days')
    expect(main).toContain('Only if you answered “Abroad” to “Place of death”')
    expect(main).toContain('Only if you answered “I do not know” to “Date of birth”')
    expect(main).toContain('Not yet named')
    expect(main).toContain('Agency 6')
  })

  test('says that it alerts nobody tonight, whom to phone, and how to send it', async () => {
    const main = mainOf((await browser.get('/notify/LDS/paper')).body)
    expect(main).toContain('This form alerts nobody tonight')
    expect(main).toContain('Do not send it by ordinary email')
  })

  test('is there for no area that is none', async () => {
    expect((await browser.get('/notify/ZZZ/paper')).status).toBe(404)
  })
})
