import { PersonId, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type GivenPortal, givenPortal, leeds, PORTAL_URL } from '../../testing/given-portal.ts'
import { caseId, reference } from '../../testing/panel-answers.ts'
import { panelServices } from '../../testing/panel-services.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const services = panelServices()
let portal: GivenPortal
let chair: TestBrowser
const on = (date: string) => PlainDate.parse(date)
const finished = {
  reference,
  state: 'closed' as const,
  version: 9,
  mayReopen: true,
  reviewedOn: on('2026-02-20'),
  firstReviewedOn: null,
  nationalSubmissionOn: on('2026-02-25'),
  closedAt: null,
  reopenings: [],
}
const path = `/cases/${caseId}/reopen`
const typed = {
  version: '9',
  reason: 'new-medical-finding',
  note: 'An invented laboratory <found> something.',
  'reopenedOn-day': '28',
  'reopenedOn-month': '2',
  'reopenedOn-year': '2026',
}

beforeAll(async () => {
  portal = await givenPortal(services.routers)
  chair = testBrowser(portal.app)
  await chair.signIn('helen.marsh@lds.example')
})
afterAll(() => portal.drop())
beforeEach(() => {
  services.forget()
  services.answer('case.reopenings', finished)
  services.answer('case.finished', { caseId })
  services.answer('case.reopen', { number: 1 })
})

test('a chair finds a finished review by its reference, and reads what follows from reopening it', async () => {
  expect((await chair.get('/')).body).toContain('href="/reopen"')
  expect((await chair.submit('/reopen', { reference: 'x' })).body).toContain(
    'Enter the whole reference of the case',
  )
  const found = await chair.submit('/reopen', { reference: ` ${reference.toLowerCase()} ` })
  expect(found.location).toBe(`${PORTAL_URL}${path}`)
  services.answer('case.finished', null)
  expect((await chair.submit('/reopen', { reference })).body).toContain('There is no finished review')
  const { body } = await chair.get(path)
  for (const part of [
    'Reopen this review',
    'Closed',
    '20 February 2026',
    'quorate panel again',
    'first review',
  ]) {
    expect(body).toContain(part)
  }
  expect(body).toContain(`<title>Reopen this review`)
})

test('the decision needs a reason, what has become known, and a day that can be; one typed rightly is sent once', async () => {
  const wrong = await chair.submit(path, { version: '9', reason: '', note: '' })
  expect(wrong.status).toBe(422)
  for (const message of [
    'Select why the review begins again',
    'Enter what has become known',
    'Enter the date of the decision',
  ]) {
    expect(wrong.body).toContain(message)
  }
  const early = await chair.submit(path, { ...typed, 'reopenedOn-day': '24' })
  expect(early.body).toContain('must be the same as or after the day the national database was told')
  expect(early.body).toContain('An invented laboratory &lt;found&gt; something.')
  expect((await chair.submit(path, { ...typed, note: 'a'.repeat(2_001) })).body).toContain(
    '2000 characters or fewer',
  )
  expect((await chair.submit(path, { ...typed, version: 'x' })).status).toBeGreaterThanOrEqual(400)
  expect(services.sent('case.reopen')).toBeUndefined()
  expect((await chair.submit(path, typed)).location).toBe(`${PORTAL_URL}${path}`)
  expect(services.sent('case.reopen')).toMatchObject({
    ...{ areaId: leeds, caseId, version: 9, reason: 'new-medical-finding', reopenedOn: '2026-02-28' },
  })
})

test('afterwards the page says why it was reopened and by whom, and offers it no more', async () => {
  services.answer('case.reopenings', {
    ...finished,
    state: 'reopened',
    mayReopen: false,
    reviewedOn: null,
    firstReviewedOn: on('2026-02-20'),
    nationalSubmissionOn: null,
    reopenings: [
      {
        number: 1,
        reason: 'inquest-concluded-otherwise',
        note: 'It found <otherwise>.',
        reopenedOn: on('2026-02-28'),
        recordedBy: PersonId.parse(portal.people.get('helen.marsh@lds.example')),
        reviewedOn: on('2026-02-20'),
      },
    ],
  })
  const { body } = await chair.get(path)
  for (const part of [
    'The inquest came to another conclusion',
    'It found &lt;otherwise&gt;.',
    'Helen Marsh',
  ]) {
    expect(body).toContain(part)
  }
  expect(body).not.toContain('<form method="post" novalidate')
})

test('a coordinator, and whoever else does not decide it, has no such page', async () => {
  const coordinator = testBrowser(portal.app)
  await coordinator.signIn('asha.linden@lds.example')
  for (const address of ['/reopen', path]) expect((await coordinator.get(address)).status).toBe(403)
  expect((await coordinator.get('/')).body).not.toContain('href="/reopen"')
  services.refuse('case.reopenings', 'not-found')
  expect((await chair.get(path)).status).toBe(404)
})
