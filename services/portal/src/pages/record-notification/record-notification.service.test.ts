import { formRules } from '@cdop/forms'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { child, notificationId } from '../../testing/case-answers.ts'
import { caseServices } from '../../testing/case-services.ts'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import { notificationAnswers, notificationForm } from '../../testing/notification-answers.ts'
import { postedFields } from '../../testing/posted-fields.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const services = caseServices()
let portal: GivenPortal
let browser: TestBrowser

const filledIn = {
  ...postedFields(notificationForm, notificationAnswers),
  '_received-day': '23',
  '_received-month': '2',
  '_received-year': '2026',
}

/** Every hidden field of a page, as the browser would send it back. */
function hiddenFields(body: string): Record<string, string> {
  const fields = [...body.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)]
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, unescaped(value)]))
}

const unescaped = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&')

const mainOf = (body: string) => /<main[\s\S]*<\/main>/.exec(body)?.[0] ?? ''

async function checked(fields: Record<string, string> = filledIn) {
  const form = await browser.get('/notifications/new')
  return browser.post('/notifications/new', { ...hiddenFields(form.body), ...fields })
}

beforeAll(async () => {
  portal = await givenPortal(services.routers)
  browser = testBrowser(portal.app)
  await browser.signIn('asha.linden@lds.example')
})
afterAll(() => portal.drop())
beforeEach(() => {
  services.forget()
  services.answer('notification.submit', { notificationId })
})

describe('recording a notification', () => {
  test('asks the whole form with today as the day it came in and the area’s authorities to choose from', async () => {
    const { status, body } = await browser.get('/notifications/new')
    expect(status).toBe(200)
    expect(body).toContain('<title>Record a notification – Notifications – Child death reviews</title>')
    for (const { fields, group } of formRules(notificationForm)) {
      for (const field of fields) expect(body).toContain(`name="${group ? `${group}[0].${field}` : field}"`)
    }
    expect(body).toMatch(/id="_received-day"[^>]*value="2"/)
    expect(body).toMatch(/<option value="E08000035">Leeds/)
    expect(body).toMatch(/<option value="W99999999">A local authority in Wales/)
  })

  test('shows every answer in words before anything is kept', async () => {
    const { status, body } = await checked()
    expect(status).toBe(200)
    expect(body).toContain('<title>Check your answers – Record a notification – Child death reviews</title>')
    for (const words of [
      'Quillfeather',
      '12 July 2020',
      '23 February 2026',
      'Leeds',
      'Example Street Surgery',
    ]) {
      expect(mainOf(body)).toContain(words)
    }
    expect(mainOf(body)).toContain('Not provided')
    expect(services.calls).toEqual([])
  })

  test('submits what was checked and ends on a receipt that names nobody', async () => {
    const check = await checked()
    const done = await browser.post('/notifications/new', { ...hiddenFields(check.body), _action: 'submit' })
    expect(done.status).toBe(303)
    expect(done.location).toContain(`/notifications/${notificationId}/received`)
    expect(services.calls).toMatchObject([
      {
        procedure: 'notification.submit',
        input: {
          areaId: leeds,
          receivedOn: '2026-02-23',
          formVersion: notificationForm.version,
          answers: notificationAnswers,
        },
      },
    ])
    const receipt = await browser.follow(done)
    expect(receipt.body).toContain('Notification submitted')
    expect(receipt.body).toContain('What happens next')
    expect(receipt.body).not.toContain(child.familyName)
  })

  test('marks a second click, and Back and submit again, as the same notification', async () => {
    const form = await browser.get('/notifications/new')
    const begun = { ...hiddenFields(form.body), ...filledIn }
    for (const _ of [1, 2]) {
      const check = await browser.post('/notifications/new', begun)
      await browser.post('/notifications/new', { ...hiddenFields(check.body), _action: 'submit' })
    }
    const keys = services.calls.map(({ input }) => JSON.stringify(input))
    expect(keys).toHaveLength(2)
    expect(keys[0]).toBe(keys[1])
    expect((await browser.get('/notifications/new')).hidden._key).not.toBe(form.hidden._key)
  })

  test('can be changed after checking, with everything still there', async () => {
    const check = await checked()
    const { status, body } = await browser.post('/notifications/new', {
      ...hiddenFields(check.body),
      _action: 'change',
    })
    expect(status).toBe(200)
    expect(body).toContain('value="Quillfeather"')
    expect(body).toContain('value="Example Street Surgery"')
  })

  test('takes another agency, and one away, without losing a word', async () => {
    const form = await browser.get('/notifications/new')
    const typed = { ...hiddenFields(form.body), ...filledIn }
    const more = await browser.post('/notifications/new', { ...typed, _action: 'add:agencies' })
    expect(more.status).toBe(200)
    expect(more.body).toContain('name="agencies[1].agency-name"')
    expect(more.body).toContain('value="Quillfeather"')
    const two = {
      ...typed,
      'agencies[1].agency-kind': 'police',
      'agencies[1].agency-name': 'Yorkshire Police',
    }
    const less = await browser.post('/notifications/new', { ...two, _action: 'remove:agencies:0' })
    expect(less.body).toMatch(/name="agencies\[0\]\.agency-name"[^>]*value="Yorkshire Police"/)
    expect(less.body).not.toContain('agencies[1]')
    expect(services.calls).toEqual([])
  })

  test('names every mistake of an empty form in the summary and beside its field', async () => {
    const form = await browser.get('/notifications/new')
    const { status, body } = await browser.post('/notifications/new', form.hidden)
    expect(status).toBe(422)
    expect(body).toContain('<title>Error: Record a notification')
    expect(body).toMatch(/href="#_received-day">Enter the date you received the notification</)
    const always = formRules(notificationForm).filter(({ required, gates }) => required && gates.length === 0)
    expect(always.length).toBeGreaterThan(10)
    for (const { messages, group } of always) {
      if (group === undefined)
        expect(body.split(messages.required ?? '?').length, messages.required).toBeGreaterThan(2)
    }
  })

  test.each([
    [
      { '_received-month': '13' },
      '_received-day',
      'The date you received the notification must be a real date',
    ],
    [
      { '_received-year': '26' },
      '_received-year',
      'The date you received the notification must have a year with 4 numbers',
    ],
    [{ '_received-day': '' }, '_received-day', 'The date you received the notification must include a day'],
    [
      { '_received-year': '2027' },
      '_received-day',
      'The date you received the notification must be today or in the past',
    ],
    [
      { '_received-year': '2018' },
      '_received-day',
      'The date you received the notification is before the form was in use',
    ],
    [
      { '_received-day': '19' },
      '_received-day',
      'The date you received the notification must be the same as or after the date of death',
    ],
    [
      {
        'child-date-of-birth-year': '2026',
        'child-date-of-birth-month': '2',
        'child-date-of-birth-day': '27',
      },
      'date-of-death-day',
      'The date of death must be the same as or after the date of birth',
    ],
  ])('refuses %o in words, with everything typed', async (change, id, message) => {
    const { status, body } = await checked({ ...filledIn, ...change })
    expect(status).toBe(422)
    expect(body).toContain(`<a href="#${id}">${message}</a>`)
    expect(body).toMatch(new RegExp(`govuk-error-message[^>]*>[\\s\\S]{0,120}${message}`))
    expect(body).toContain('value="Quillfeather"')
    expect(services.calls).toEqual([])
  })

  test('shows beside its question what only the service could know', async () => {
    services.refuse('notification.submit', 'test-number-in-live', ['child-nhs-number'])
    const check = await checked()
    const { status, body } = await browser.post('/notifications/new', {
      ...hiddenFields(check.body),
      _action: 'submit',
    })
    expect(status).toBe(422)
    expect(body).toContain('<a href="#child-nhs-number">NHS numbers beginning 999 are for testing')
    expect(body).toContain('value="Quillfeather"')
  })

  test('takes what is typed as text, however long and whatever it holds', async () => {
    const attack = '"><script>alert(1)</script>'
    const { body } = await checked({
      ...filledIn,
      'child-family-name': attack,
      'known-cause-of-death': 'word '.repeat(300),
    })
    expect(body).not.toContain('<script>alert')
    const huge = await checked({ ...filledIn, circumstances: 'x'.repeat(600_000) })
    expect([400, 413, 422]).toContain(huge.status)
  })

  test.each([
    ['a field the form does not have', { 'is-admin': 'yes' }],
    ['a row far out', { 'agencies[9999].agency-name': 'x' }],
    ['an unknown button', { _action: 'drop everything' }],
  ])('keeps nothing of %s', async (_, extra) => {
    const answer = await checked({ ...filledIn, ...extra })
    expect([200, 400, 422]).toContain(answer.status)
    expect(services.calls).toEqual([])
  })

  test('is not taken without the token of this session', async () => {
    expect((await browser.post('/notifications/new', { ...filledIn, _action: 'submit' })).status).toBe(403)
    expect(services.calls).toEqual([])
  })

  test('is for coordinators', async () => {
    const other = testBrowser(portal.app)
    await other.signIn('helen.marsh@lds.example')
    expect((await other.get('/notifications/new')).status).toBe(403)
  })
})
