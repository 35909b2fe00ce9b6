import { PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { informationRequestId } from '../../testing/case-answers.ts'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import { reference } from '../../testing/panel-answers.ts'
import { panelServices } from '../../testing/panel-services.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const services = panelServices()
let portal: GivenPortal
let chair: TestBrowser
const row = {
  informationRequestId,
  reference,
  organisationName: 'Invented <NHS> Trust',
  organisationKind: 'hospital' as const,
  sentOn: PlainDate.parse('2026-03-02'),
  dueOn: PlainDate.parse('2026-03-23'),
  taken: [{ step: 'section-16n-letter' as const, on: PlainDate.parse('2026-05-07') }],
}
const typed = {
  request: informationRequestId,
  reason: 'no-answer',
  effect: 'little',
  note: 'What the ward saw.',
}

beforeAll(async () => {
  portal = await givenPortal(services.routers)
  chair = testBrowser(portal.app)
  await chair.signIn('helen.marsh@lds.example')
})
afterAll(() => portal.drop())
beforeEach(() => {
  services.forget()
  services.answer('gap.unanswered', { rows: [row] })
  services.answer('gap.record', undefined)
})

test('a chair sees which agencies have not answered after the last step, and how they were chased', async () => {
  const { status, body } = await chair.get('/unanswered')
  expect(status).toBe(200)
  for (const part of ['Invented &lt;NHS&gt; Trust', reference, 'Letter under section 16N on 7 May 2026']) {
    expect(body).toContain(part)
  }
  services.answer('gap.unanswered', { rows: [] })
  expect((await chair.get('/unanswered')).body).toContain('There is no such agency now.')
})

test('the decision to go on without one needs a reason, its effect and a sentence', async () => {
  const wrong = await chair.submit('/unanswered', { request: '', reason: '', effect: '', note: '' })
  expect(wrong.status).toBe(422)
  for (const message of [
    'Select the agency',
    'Select why the review goes on without it',
    'Select what that does to the review',
    'Enter what the panel will not know',
  ]) {
    expect(wrong.body).toContain(message)
  }
  const long = await chair.submit('/unanswered', { ...typed, note: 'x'.repeat(2_001) })
  expect(long.body).toContain('must be 2000 characters or fewer')
  expect(services.sent('gap.record')).toBeUndefined()
  expect((await chair.submit('/unanswered', typed)).status).toBe(303)
  const { request, ...decided } = typed
  expect(services.sent('gap.record')).toMatchObject({
    areaId: leeds,
    informationRequestId: request,
    ...decided,
  })
})

test('it is said when there are steps left, and it is not for a coordinator', async () => {
  services.refuse('gap.record', 'steps-left')
  const answer = await chair.submit('/unanswered', typed)
  expect(answer.status).toBe(409)
  expect(answer.body).toContain('There are steps left')
  const coordinator = testBrowser(portal.app)
  await coordinator.signIn('asha.linden@lds.example')
  expect((await coordinator.get('/unanswered')).status).toBe(403)
})
