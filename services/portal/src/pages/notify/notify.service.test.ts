import { Instant, NotificationDraftId, NotificationReference } from '@cdop/domain'
import { type Answers, formRules } from '@cdop/forms'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { child } from '../../testing/case-answers.ts'
import { draftServices } from '../../testing/draft-services.ts'
import { mainOf } from '../../testing/given-coordinator.ts'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import { notificationAnswers, notificationForm } from '../../testing/notification-answers.ts'
import { postedFields } from '../../testing/posted-fields.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const services = draftServices()
let portal: GivenPortal
let browser: TestBrowser

const draftId = NotificationDraftId.parse('0190f000-0000-7000-8000-00000000000d')
const reference = NotificationReference.parse('N-3F2A9-1BC04')
const sentAt = Instant.parse('2026-03-02T10:00:00.000Z')

/** What intake says of the draft. */
function drafted(
  answers: Answers,
  changes: { version?: number; sent?: boolean; page?: string; carried?: Answers } = {},
): void {
  services.answer('notificationDraft.read', {
    formVersion: notificationForm.version,
    answers,
    page: changes.page ?? null,
    version: changes.version ?? 1,
    endsAt: Instant.parse('2026-03-02T11:00:00.000Z'),
    carried: changes.carried ?? null,
    receipt: changes.sent ? { reference, sentAt } : null,
  })
}

/** The fields of one page, as somebody with these answers fills them in. */
function fieldsOf(page: string, answers: Answers): Record<string, string> {
  const here = new Set(
    formRules(notificationForm)
      .filter(({ section, group }) => section === page && group === undefined)
      .map(({ linkId }) => linkId),
  )
  const own = Object.fromEntries(Object.entries(answers).filter(([linkId]) => here.has(linkId)))
  return postedFields(notificationForm, own)
}

const pages = notificationForm.pages.map(({ linkId }) => linkId)
const pathOf = (answer: { location: string }) =>
  new URL(answer.location).pathname + new URL(answer.location).search

beforeAll(async () => {
  portal = await givenPortal(services.routers)
})
afterAll(() => portal.drop())
beforeEach(() => {
  services.forget()
  services.answer('notificationDraft.begin', { areaId: leeds, notificationDraftId: draftId })
  services.answer('notificationDraft.save', { version: 2 })
  drafted({})
  browser = testBrowser(portal.app)
})

const begin = () => browser.submit('/notify/LDS', {})

describe('the first page', () => {
  test('says what it is, that it alerts nobody tonight, and whom to phone; looking begins nothing', async () => {
    const { status, body } = await browser.get('/notify/LDS')
    expect(status).toBe(200)
    expect(body).toContain('<title>Notify a child’s death – Leeds – Child death reviews</title>')
    expect(mainOf(body)).toContain('This form alerts nobody tonight')
    expect(mainOf(body)).toContain('tel:101')
    expect(services.calls).toEqual([])
    expect((await browser.get('/notify/lds')).status).toBe(200)
    expect((await browser.get('/notify/NOWHERE')).status).toBe(404)
  })

  test('begins one notification in its area and leads to the first question', async () => {
    const begun = await begin()
    expect(begun.status).toBe(303)
    expect(pathOf(begun)).toBe(`/notify/LDS/form/${pages[0]}`)
    expect(services.sent('notificationDraft.begin')).toMatchObject({ areaId: leeds })
    expect(browser.cookie('__Host-draft')).toBeDefined()
  })

  test('says so when too many were begun', async () => {
    services.refuse('notificationDraft.begin', 'too-many-begun')
    const { status, body } = await begin()
    expect(status).toBe(429)
    expect(mainOf(body)).toContain('Use the paper form')
  })
})

describe('without a notification of one’s own', () => {
  test.each(['form', `form/${pages[0]}`, 'check', 'receipt', 'copy'])(
    '/notify/LDS/%s says that none is open',
    async (path) => {
      const answer = await browser.get(`/notify/LDS/${path}`)
      expect(pathOf(answer)).toBe('/notify/LDS/closed')
      expect((await browser.follow(answer)).body).toContain('No notification is open in this browser')
    },
  )

  test('nor is one of another area, or one that has been destroyed', async () => {
    await begin()
    expect(pathOf(await browser.get('/notify/WYB/check'))).toBe('/notify/WYB/closed')
    services.refuse('notificationDraft.read', 'not-found')
    expect(pathOf(await browser.get('/notify/LDS/check'))).toBe('/notify/LDS/closed')
  })
})

describe('the form', () => {
  beforeEach(async () => {
    await begin()
  })

  test('asks one group of questions on a page, led by the form, and saves each page as it is left', async () => {
    const asked: string[] = []
    let next = `/notify/LDS/form/${pages[0]}`
    for (let turns = 0; turns < 30 && next.includes('/form/'); turns += 1) {
      const page = next.split('/').at(-1) ?? ''
      asked.push(page)
      drafted(notificationAnswers)
      const shown = await browser.get(next)
      expect(shown.status, page).toBe(200)
      expect(shown.body.match(/<h1/g), page).toHaveLength(1)
      const fields = { ...shown.hidden, _version: '1', ...fieldsOf(page, notificationAnswers) }
      const rows =
        page === 'professionals' ? { 'agencies[0].agency-kind': 'gp', 'agencies[0].agency-name': 'Elm' } : {}
      const posted = await browser.post(next, { ...fields, ...rows })
      expect(posted.status, `${page}: ${mainOf(posted.body)}`).toBe(303)
      expect(services.sent('notificationDraft.save')).toMatchObject({ page, version: 1 })
      next = pathOf(posted)
    }
    expect(next).toBe('/notify/LDS/check')
    expect(asked).toEqual(pages.filter((page) => !['birth', 'pregnancy'].includes(page)))
  })

  test('asks of the birth when the child died within 28 days of it', async () => {
    const newborn = { 'child-date-of-birth': '2026-02-20', 'date-of-death': '2026-02-27' }
    const shown = await browser.get('/notify/LDS/form/dates')
    const posted = await browser.post('/notify/LDS/form/dates', {
      ...shown.hidden,
      _version: '1',
      ...fieldsOf('dates', newborn),
    })
    expect(pathOf(posted)).toBe('/notify/LDS/form/birth')
    drafted({})
    expect(pathOf(await browser.get('/notify/LDS/form/birth'))).toBe('/notify/LDS/form/sex-and-ethnic-group')
  })

  test.each([
    ['2026-02-21', '2026-02-20', 'The date of death must be the same as or after the date of birth'],
    ['2008-02-20', '2026-02-20', 'The date of death must be before the child’s 18th birthday'],
    ['2020-02-20', '2027-02-20', 'Date of death must be today or in the past'],
  ])('born %s, died %s: %s', async (born, died, message) => {
    const { hidden } = await browser.get('/notify/LDS/form/dates')
    const dates = fieldsOf('dates', { 'child-date-of-birth': born, 'date-of-death': died })
    const { status, body } = await browser.post('/notify/LDS/form/dates', {
      ...hidden,
      _version: '1',
      ...dates,
    })
    expect(status).toBe(422)
    expect(body).toContain('<title>Error: ')
    expect(body.split(message).length).toBeGreaterThanOrEqual(3)
    expect(services.sent('notificationDraft.save')).toBeUndefined()
  })

  test('adds another entry, and takes one away, without saving or losing a word', async () => {
    const path = '/notify/LDS/form/professionals'
    const { hidden } = await browser.get(path)
    const typed = {
      ...hidden,
      _version: '1',
      'agencies[0].agency-kind': 'gp',
      'agencies[0].agency-name': 'Elm',
    }
    const more = await browser.post(path, { ...typed, _action: 'add:agencies' })
    expect(more.body).toContain('name="agencies[1].agency-name"')
    expect(more.body).toContain('value="Elm"')
    expect(services.sent('notificationDraft.save')).toBeUndefined()
  })

  test('brings back what was typed when it was saved in another window', async () => {
    services.refuse('notificationDraft.save', 'stale')
    const { hidden } = await browser.get('/notify/LDS/form/child')
    const typed = fieldsOf('child', notificationAnswers)
    const { status, body } = await browser.post('/notify/LDS/form/child', {
      ...hidden,
      _version: '1',
      ...typed,
    })
    expect(status).toBe(409)
    expect(body).toContain('What is saved now')
    expect(body).toContain(`value="${child.familyName}"`)
  })

  test('names everything left out beside its field and above, on every page of the form', async () => {
    for (const page of pages) {
      const required = formRules(notificationForm).filter(
        ({ section, gates, required, group }) =>
          section === page && required && gates.length === 0 && group === undefined,
      )
      const path = `/notify/LDS/form/${page}`
      if (required.length === 0 || ['birth', 'pregnancy'].includes(page)) continue
      const { hidden } = await browser.get(path)
      const { status, body } = await browser.post(path, { ...hidden, _version: '1' })
      expect(status, page).toBe(422)
      for (const { messages } of required) {
        expect(body.split(messages.required ?? '?').length, messages.required).toBeGreaterThanOrEqual(3)
      }
    }
  })

  test('goes on where somebody had come to', async () => {
    drafted(notificationAnswers, { page: 'child' })
    expect(pathOf(await browser.get('/notify/LDS/form'))).toBe('/notify/LDS/form/child-number')
    expect((await browser.get('/notify/LDS')).body).toContain('Go on with the notification you began')
  })

  test('has no page the form does not have', async () => {
    expect((await browser.get('/notify/LDS/form/nothing')).status).toBe(404)
  })
})

describe('checking and sending', () => {
  beforeEach(async () => {
    await begin()
    drafted(notificationAnswers, { version: 7 })
    services.answer('notificationDraft.submit', { reference, sentAt })
  })

  test('shows every answer with a way to change it, and whom to phone', async () => {
    const { body } = await browser.get('/notify/LDS/check')
    expect(body).toContain('<title>Check your answers – Notify a child’s death – Child death reviews</title>')
    expect(mainOf(body)).toContain(child.familyName)
    expect(mainOf(body)).toContain('href="/notify/LDS/form/child?from=check#question"')
    expect(mainOf(body)).toContain('This form alerts nobody tonight')
    expect(mainOf(body)).not.toContain('The birth')
  })

  test('a changed answer comes back to the check in one Continue', async () => {
    const path = '/notify/LDS/form/child?from=check'
    const shown = await browser.get(path)
    const fields = { ...shown.hidden, _version: '7', ...fieldsOf('child', notificationAnswers) }
    expect(pathOf(await browser.post(path, fields))).toBe('/notify/LDS/check')
  })

  test('asks first what a changed answer has made necessary', async () => {
    const path = '/notify/LDS/form/dates?from=check'
    const shown = await browser.get(path)
    const newborn = { ...notificationAnswers, 'child-date-of-birth': '2026-02-19' }
    const fields = { ...shown.hidden, _version: '7', ...fieldsOf('dates', newborn) }
    expect(pathOf(await browser.post(path, fields))).toBe('/notify/LDS/form/birth?from=check')
  })

  test('cannot be sent while something is missing, and says what', async () => {
    const { 'place-of-death': _, ...answers } = notificationAnswers
    drafted(answers)
    const { body } = await browser.get('/notify/LDS/check')
    expect(mainOf(body)).toContain('Still to answer')
    expect(mainOf(body)).toContain('/notify/LDS/form/death?from=check')
    expect(mainOf(body)).not.toContain('Confirm and send')
  })

  test('ends on a receipt with its own reference, dates and numbers, and without a name', async () => {
    const { hidden } = await browser.get('/notify/LDS/check')
    const sent = await browser.post('/notify/LDS/check', { ...hidden, _version: '7' })
    expect(services.sent('notificationDraft.submit')).toEqual({ version: 7 })
    drafted(notificationAnswers, { sent: true })
    const { body } = await browser.follow(sent)
    for (const words of [
      reference,
      '3 March 2026',
      '24 March 2026',
      'alerts nobody tonight',
      'until 2 March 2026 at 11:00am',
    ]) {
      expect(mainOf(body)).toContain(words)
    }
    expect(body).not.toContain(child.familyName)
  })

  test('sent again after Back, or a second click, is the same receipt; nothing can be written any more', async () => {
    const { hidden } = await browser.get('/notify/LDS/check')
    drafted(notificationAnswers, { sent: true })
    const again = await browser.post('/notify/LDS/check', { ...hidden, _version: '7' })
    expect(pathOf(again)).toBe('/notify/LDS/receipt')
    expect(services.sent('notificationDraft.submit')).toBeUndefined()
    for (const path of ['check', 'form', 'form/child']) {
      expect(pathOf(await browser.get(`/notify/LDS/${path}`))).toBe('/notify/LDS/receipt')
    }
  })

  test('leads to the page at fault when the service finds one', async () => {
    services.refuse('notificationDraft.submit', 'test-number-in-live', ['child-nhs-number'])
    const { hidden } = await browser.get('/notify/LDS/check')
    const { status, body } = await browser.post('/notify/LDS/check', { ...hidden, _version: '7' })
    expect(status).toBe(422)
    expect(body).toContain(
      '<a href="/notify/LDS/form/child-number?from=check#question">NHS numbers beginning 999',
    )
  })

  test('can be printed by whoever sent it, until they close it', async () => {
    drafted(notificationAnswers, { sent: true })
    const copy = await browser.get('/notify/LDS/copy')
    expect(mainOf(copy.body)).toContain(child.familyName)
    expect(/<title>([^<]*)<\/title>/.exec(copy.body)?.[1]).not.toContain(child.familyName)
    expect(mainOf(copy.body)).not.toContain('Change')
    const { hidden } = await browser.get('/notify/LDS/receipt')
    const closed = await browser.post('/notify/LDS/receipt', hidden)
    expect(pathOf(closed)).toBe('/notify/LDS/closed')
    expect(pathOf(await browser.get('/notify/LDS/copy'))).toBe('/notify/LDS/closed')
  })
})

describe('coming back later', () => {
  const token = 'a'.repeat(22)
  const link = `/notify/LDS/return/${token}`

  test('asks for an address, offers the one already given, and mails a link once', async () => {
    await begin()
    drafted({ ...notificationAnswers, 'notifier-contact': 'rowan@leeds.example' })
    expect((await browser.get('/notify/LDS/form/child')).body).toContain('href="/notify/LDS/save"')
    const { body, hidden } = await browser.get('/notify/LDS/save')
    expect(body).toContain('value="rowan@leeds.example"')
    services.answer('notificationDraft.mailReturnLink', undefined)
    const sent = await browser.post('/notify/LDS/save', { ...hidden, email: ' rowan@leeds.example ' })
    expect(pathOf(sent)).toBe('/notify/LDS/saved')
    expect(services.sent('notificationDraft.mailReturnLink')).toEqual({
      email: 'rowan@leeds.example',
      key: hidden._key,
    })
    const saved = await browser.follow(sent)
    expect(saved.body).not.toContain('rowan@leeds.example')
    expect(pathOf(await browser.post('/notify/LDS/saved', saved.hidden))).toBe('/notify/LDS/closed')
    expect(pathOf(await browser.get('/notify/LDS/check'))).toBe('/notify/LDS/closed')
  })

  test.each([
    ['', 'Enter your email address'],
    ['rowan', 'Enter an email address in the correct format, like name@example.com'],
    [`${'a'.repeat(250)}@b.uk`, 'Your email address must be 254 characters or fewer'],
  ])('“%s” is refused: %s', async (email, message) => {
    await begin()
    const { status, body } = await browser.submit('/notify/LDS/save', { email })
    expect(status).toBe(422)
    expect(body).toContain(`<a href="#email">${message}</a>`)
    expect(body).toMatch(new RegExp(`govuk-error-message[^>]*>[\\s\\S]{0,120}${message}`))
  })

  test('goes by link and code to where somebody had come to', async () => {
    services.answer('notificationDraft.requestReturnCode', undefined)
    services.answer('notificationDraft.enterReturn', { areaId: leeds, notificationDraftId: draftId })
    const asked = await browser.submit(link, {})
    expect(pathOf(asked)).toBe(`${link}/code`)
    expect(services.sent('notificationDraft.requestReturnCode')).toEqual({ token })
    const entered = await browser.submit(`${link}/code`, { code: '123 456' })
    expect(services.sent('notificationDraft.enterReturn')).toEqual({ token, code: '123456' })
    expect(pathOf(entered)).toBe('/notify/LDS/form')
    drafted(notificationAnswers, { page: 'child' })
    expect(pathOf(await browser.get('/notify/LDS/form'))).toBe('/notify/LDS/form/child-number')
  })

  test('a wrong code says so; a link there never was looks the same and asks nobody', async () => {
    services.refuse('notificationDraft.enterReturn', 'code-wrong')
    const { status, body } = await browser.submit(`${link}/code`, { code: '123456' })
    expect(status).toBe(422)
    expect(body).toContain('<a href="#code">The code is not right')
    const right = (await browser.get(link)).body
    const wrong = (await browser.get('/notify/LDS/return/nonsense')).body
    const said = (page: string) => mainOf(page).replaceAll(/value="[^"]*"/g, '')
    expect(said(wrong)).toBe(said(right))
    expect(pathOf(await browser.submit('/notify/LDS/return/nonsense', {}))).toBe(
      '/notify/LDS/return/nonsense/code',
    )
    expect(services.sent('notificationDraft.requestReturnCode')).toBeUndefined()
  })
})

describe('another baby of the same birth', () => {
  test('is begun from the receipt and goes on with the child’s own name', async () => {
    await begin()
    drafted(notificationAnswers, { sent: true })
    services.answer('notificationDraft.beginTwin', { areaId: leeds, notificationDraftId: draftId })
    const before = browser.cookie('__Host-draft')
    const { hidden } = await browser.get('/notify/LDS/receipt')
    const twin = await browser.post('/notify/LDS/receipt', { ...hidden, _action: 'another-baby' })
    expect(pathOf(twin)).toBe('/notify/LDS/form/child')
    expect(browser.cookie('__Host-draft')).not.toBe(before)
  })

  test('offers what the two have in common where it is not answered yet, and saves it when the page is sent', async () => {
    await begin()
    const newborn = { 'child-date-of-birth': '2026-02-20', 'date-of-death': '2026-02-27' }
    drafted(newborn, {
      carried: { 'gestation-weeks': 31, 'multiple-birth': 'twins', 'notifier-name': 'Rowan' },
    })
    const shown = await browser.get('/notify/LDS/form/pregnancy')
    expect(shown.body).toMatch(/name="gestation-weeks"[^>]*value="31"/)
    expect(shown.body).toMatch(/value="twins"[^>]*checked/)
    drafted({ ...newborn, 'gestation-weeks': 33 }, { carried: { 'gestation-weeks': 31 } })
    expect((await browser.get('/notify/LDS/form/pregnancy')).body).toMatch(
      /name="gestation-weeks"[^>]*value="33"/,
    )
  })
})

test('when the service is down, says so, what is safe, and where the paper form is', async () => {
  const down = await givenPortal()
  try {
    const visitor = testBrowser(down.app)
    const { status, body } = await visitor.submit('/notify/LDS', {})
    expect(status).toBe(503)
    expect(mainOf(body)).toContain('You cannot notify a death online right now')
    expect(mainOf(body)).toContain('Every page you had saved is safe')
    expect(mainOf(body)).toContain('/notify/LDS/paper')
    expect(mainOf(body)).toContain('tel:101')
  } finally {
    await down.drop()
  }
})
