import { PlainDate, QualityAnswers, QualityQuestion } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import { panelServices } from '../../testing/panel-services.ts'
import { answeringQuality, openedReview, qualityFigures, reviewId } from '../../testing/quality-answers.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const services = panelServices()
let portal: GivenPortal
let coordinator: TestBrowser
let chair: TestBrowser

beforeAll(async () => {
  portal = await givenPortal(services.routers)
  ;[coordinator, chair] = [testBrowser(portal.app), testBrowser(portal.app)]
  await coordinator.signIn('asha.linden@lds.example')
  await chair.signIn('helen.marsh@lds.example')
})
afterAll(() => portal.drop())
beforeEach(() => {
  services.forget()
  answeringQuality(services)
})
const wordsOf = (markup: string) => markup.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ')

test('what was found stands by question with its interval, and of fewer than ten nothing', async () => {
  const { status, body } = await coordinator.get('/review-quality')
  expect(status).toBe(200)
  const words = wordsOf(body)
  expect(words).toMatch(/The family was heard and answered 12 9 2 1 75\.0% \(4\d\.\d to 9\d\.\d\)/)
  expect(words).toContain('The review was timely Fewer than 10')
  expect(words).toContain('by a colleague who has left: 10% of 42 reviews')
  expect(body).not.toContain(`href="/review-quality/${reviewId}"`)
  services.answer('reviewQuality.figures', { ...qualityFigures, lookedAt: null })
  expect(wordsOf((await coordinator.get('/review-quality')).body)).toContain(
    'No figure is shown of fewer than 10 reviews',
  )
})

test('a coordinator draws; a chair looks and draws none; nobody else comes here', async () => {
  const none = await coordinator.submit('/review-quality', { percent: '0', fewest: 'x' })
  expect(none.status).toBe(422)
  expect(none.body).toContain('The share must be a whole number from 1 to 100')
  const day = { 'agreedFrom-day': '1', 'agreedFrom-month': '4', 'agreedFrom-year': '2025' }
  expect((await coordinator.submit('/review-quality', { ...day, percent: '20', fewest: '3' })).status).toBe(
    303,
  )
  expect(services.sent('reviewQuality.draw')).toMatchObject({
    areaId: leeds,
    agreedFrom: '2025-04-01',
    percent: 20,
    fewest: 3,
  })
  expect((await chair.get('/review-quality')).body).toContain(`href="/review-quality/${reviewId}"`)
  expect((await chair.submit('/review-quality', { percent: '20' })).status).toBe(403)
  expect((await coordinator.get(`/review-quality/${reviewId}`)).status).toBe(403)
  const member = testBrowser(portal.app)
  await member.signIn('tom.harrow@lds.example')
  expect((await member.get('/review-quality')).status).toBe(403)
})

test('a review is read with what its panel agreed, every question answered, and found once', async () => {
  const here = `/review-quality/${reviewId}`
  const { body } = await chair.get(here)
  expect(wordsOf(body)).toContain('The panel agreed it on 20 February 2026')
  expect(body).toContain('What the panel agreed')
  const answers = Object.fromEntries(QualityQuestion.options.map((question) => [question, 'met']))
  const { timely: _, ...missing } = answers
  const half = await chair.submit(here, { ...missing, note: 'x'.repeat(2_001) })
  expect(half.status).toBe(422)
  expect(half.body).toContain('href="#timely"')
  expect(half.body).toContain('The note must be 2000 characters or fewer')
  expect((await chair.submit(here, { ...answers, note: ' ' })).status).toBe(303)
  expect(services.sent('reviewQuality.answer')).toMatchObject({ reviewId, answers, note: null })
  services.refuse('reviewQuality.answer', 'quality-answered')
  expect((await chair.submit(here, answers)).body).toContain('What they found stays as it is')
  services.answer('reviewQuality.open', {
    ...openedReview,
    found: {
      answers: QualityAnswers.parse({ ...answers, timely: 'partly' }),
      note: 'A note',
      on: PlainDate.parse('2026-03-01'),
    },
  })
  const after = await chair.get(here)
  expect(wordsOf(after.body)).toContain('What was found on 1 March 2026')
  expect(after.body).not.toContain('Save what I found')
  expect((await chair.get('/review-quality/nonsense')).status).toBe(404)
})
