import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  answeringCalibration,
  coded,
  comparedByFive,
  figures,
  pond,
  sections,
} from '../../testing/calibration-answers.ts'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import { analysisForm } from '../../testing/panel-answers.ts'
import { panelServices } from '../../testing/panel-services.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const services = panelServices()
const here = `/calibration/cases/${pond}`
let portal: GivenPortal
let coordinator: TestBrowser
let member: TestBrowser

beforeAll(async () => {
  portal = await givenPortal(services.routers)
  ;[coordinator, member] = [testBrowser(portal.app), testBrowser(portal.app)]
  await coordinator.signIn('asha.linden@lds.example')
  await member.signIn('tom.harrow@lds.example')
})
afterAll(() => portal.drop())

beforeEach(() => {
  services.forget()
  answeringCalibration(services)
})

const wordsOf = (markup: string) => markup.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ')

describe('the invented cases', () => {
  test('are listed with how far one is oneself, and said to be nobody’s and unchecked', async () => {
    const { status, body } = await member.get('/calibration')
    expect(status).toBe(200)
    const words = wordsOf(body)
    expect(words).toContain('No clinician has checked them')
    expect(words).toContain('To be coded by 1 April 2026')
    expect(words).toContain('You have coded 1 of them')
    expect(body).toContain(`href="${here}"`)
    expect(body).toContain('href="/calibration/cases/night-on-a-sofa/compared"')
    // A member is not told who takes part, and is offered no round to open.
    expect(words).not.toContain('Who has taken part')
    expect(body).not.toContain('Open the round')
    expect(services.sent('calibration.takers')).toBeUndefined()
    expect((await member.submit('/calibration', { cases: pond })).status).toBe(403)
  })

  test('show a coordinator who has taken part, and a round is opened with cases and a day', async () => {
    const { body } = await coordinator.get('/calibration')
    const words = wordsOf(body)
    expect(words).toContain('A colleague who has left 2 of 2')
    expect(words).toContain('1 person has coded all of them')
    expect(words).not.toContain('Your coding')
    const none = await coordinator.submit('/calibration', {})
    expect(none.status).toBe(422)
    expect(none.body).toContain('<a href="#cases">Select the cases to code</a>')
    expect(none.body).toContain('Enter the day they are coded by')
    const typed = { cases: pond, 'closesOn-day': '1', 'closesOn-month': '4', 'closesOn-year': '2026' }
    expect((await coordinator.submit('/calibration', typed)).status).toBe(303)
    expect(services.sent('calibration.openRound')).toMatchObject({
      areaId: leeds,
      caseKeys: [pond],
      closesOn: '2026-04-01',
    })
    expect((await coordinator.get(here)).status).toBe(403)
    const analyst = testBrowser(portal.app)
    await analyst.signIn('owen.pryce@lds.example')
    expect((await analyst.get('/calibration')).status).toBe(403)
  })
})

describe('an invented case', () => {
  test('is read and coded section by section, only what has to do with the coding', async () => {
    const { status, body } = await member.get(here)
    expect(status).toBe(200)
    expect(wordsOf(body)).toContain('A child of twenty months was found in the pond.')
    for (const section of sections) expect(body).toContain(`href="${here}/sections/${section}"`)
    expect(body).not.toContain('/sections/referrals')
    expect((await member.get(`${here}/sections/referrals`)).status).toBe(404)
    const typed = { _version: '0', categories: '3' }
    const next = await member.submit(`${here}/sections/category`, typed)
    expect(next.location).toContain(`${here}/sections/intrinsic-domain`)
    expect(services.sent('calibration.save')).toMatchObject({
      caseKey: pond,
      version: 0,
      formVersion: analysisForm.version,
      answers: { categories: ['3'] },
    })
    const wrong = await member.submit(`${here}/sections/category`, { _version: '0' })
    expect(wrong.status).toBe(422)
    expect((await member.get('/calibration/cases/NO%20CASE')).status).toBe(404)
  })

  test('is finished once it is whole; then it leads to what was intended', async () => {
    expect((await member.get(`${here}/check`)).body).toContain('You cannot finish yet.')
    services.answer('calibration.open', coded)
    expect((await member.get(`${here}/check`)).body).toContain('Finish my coding')
    const answer = await member.submit(`${here}/check`, { _version: '4' })
    expect(answer.location).toContain(`${here}/compared`)
    expect(services.sent('calibration.finish')).toMatchObject({ caseKey: pond, version: 4 })
    services.refuse('calibration.finish', 'calibration-coded')
    expect((await member.submit(`${here}/check`, { _version: '4' })).body).toContain(
      'Your coding stays as it is',
    )
    services.answer('calibration.open', { ...coded, state: 'final' })
    expect((await member.get(here)).location).toContain(`${here}/compared`)
  })

  test('stands beside the intended coding with why, and colleagues as picture with table once there are five', async () => {
    const alone = wordsOf((await member.get(`${here}/compared`)).body)
    expect(alone).toContain('Drowning is an external cause.')
    expect(alone).toMatch(/Primary category 3\. Trauma[^.]*10\. Sudden unexpected/)
    expect(alone).toContain('once five people of the area have coded the case')
    services.answer('calibration.compare', comparedByFive)
    const { body } = await member.get(`${here}/compared`)
    expect(body).toMatch(/<svg role="img" aria-labelledby="disagreement-title/)
    expect(wordsOf(body)).toMatch(/\(physical environment\) Yes 3 2 40\.0%/)
    const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('how far all agree', () => {
  test('stands with kappa and AC1 against the intended and between people, and factors as picture with table', async () => {
    const { status, body } = await member.get('/calibration/figures?found=modifiable')
    expect(status).toBe(200)
    expect(services.sent('calibration.figures')).toMatchObject({ areaId: leeds, foundWhen: 'modifiable' })
    const words = wordsOf(body)
    expect(words).toMatch(/Primary category 25 80\.0% 0\.76 0\.78 0\.61 0\.64/)
    expect(words).toMatch(/25 15 10 0 40\.0%/)
    expect(words).toContain('no mark for anybody')
    expect(words).toContain('You see the cases you have coded yourself')
    expect(body.match(/<rect /g)).toHaveLength(1)
  })

  test('is not there where nobody is counted, and without kappa where the cases are few', async () => {
    services.answer('calibration.figures', { ...figures, cases: 0, answers: 0, factors: [] })
    const none = await member.get('/calibration/figures')
    expect(none.body).not.toContain('<table')
    services.answer('calibration.figures', { ...figures, cases: 2, answers: 10 })
    expect(wordsOf((await member.get('/calibration/figures')).body)).toContain('from 4 cases on')
  })
})
