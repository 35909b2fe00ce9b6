import { PlainDate } from '@cdop/domain'
import { ANALYSIS_FORM, formInForce, statutoryForms, summary } from '@cdop/forms'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { admittedCase, caseId, openCase } from '../../testing/case-answers.ts'
import type { CaseAnswers } from '../../testing/case-services.ts'
import { type GivenCoordinator, givenCoordinator, mainOf } from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'

const reviewMeetingId = '5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b01'
const here = `/cases/${caseId}/review-meeting/${reviewMeetingId}/analysis`
const form = formInForce(statutoryForms, ANALYSIS_FORM, '2026-04-01')
const answers = { categories: ['8'], 'learning-points': 'A <learning> point' }
const none: CaseAnswers['meetingAnalysis.read'] = {
  state: 'none',
  revision: 1,
  version: 0,
  formVersion: form.version,
  answers: null,
  mayWrite: true,
  sent: [],
}
const drafted = { ...none, state: 'draft' as const, version: 3, answers }
const sentOnce = {
  revision: 1,
  finishedOn: PlainDate.parse('2026-03-02'),
  reason: null,
  sections: summary(form, answers),
}
const sent = { ...drafted, state: 'finished' as const, version: 4, sent: [sentOnce] }
const correcting = { ...drafted, revision: 2, version: 5, sent: [sentOnce] }
let given: GivenCoordinator

beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  given.services.answer('case.open', openCase)
  given.services.answer('case.admit', { ...admittedCase, pass: 'a-pass' })
  given.services.answer('meetingAnalysis.read', none)
  given.services.answer('meetingAnalysis.saveDraft', { version: 1 })
  given.services.answer('meetingAnalysis.finish', { revision: 1 })
  given.services.answer('meetingAnalysis.correct', { version: 5 })
})
const asked = { areaId: leeds, caseId, reviewMeetingId, pass: 'a-pass' }
const made = (procedure: string) =>
  given.services.calls.filter((call) => call.procedure === procedure).map(({ input }) => input)

describe('the draft analysis of a review meeting', () => {
  test('is a list of sections that may stay open, with nothing to send before something is written', async () => {
    const { status, body } = await given.browser.get(here)
    expect(status).toBe(200)
    for (const { title } of form.pages) expect(mainOf(body)).toContain(title)
    expect(body).toContain('Nothing written here is counted')
    expect(body).not.toContain('Send to the panel</button>')
    expect(made('meetingAnalysis.read')).toEqual([asked])
    expect(made('case.admit')).toMatchObject([{ caseIds: [caseId], fieldClasses: ['agency-return'] }])
  })

  test('keeps each section with the version it was drawn from, also an empty one, and goes on', async () => {
    const first = await given.browser.submit(`${here}/sections/category`, { _version: '0' })
    expect(first.location).toContain(`${here}/sections/intrinsic-domain`)
    expect(made('meetingAnalysis.saveDraft')).toMatchObject([{ ...asked, version: 0, answers: {} }])
    const last = await given.browser.submit(`${here}/sections/outcome`, { _version: '0' })
    expect(last.location).toMatch(new RegExp(`${here}$`))
  })

  test('that somebody saved in between shows both', async () => {
    given.services.answer('meetingAnalysis.read', drafted)
    given.services.refuse('meetingAnalysis.saveDraft', 'stale')
    const late = await given.browser.submit(`${here}/sections/category`, { _version: '2', categories: '1' })
    expect(late.status).toBe(409)
    expect(late.body).toContain('What is saved now')
    expect(late.body).toContain('name="_version" value="3"')
  })

  test('is shown whole before it is sent, and sent in the version that was shown', async () => {
    given.services.answer('meetingAnalysis.read', drafted)
    expect((await given.browser.get(here)).body).toContain('A &lt;learning&gt; point')
    const answer = await given.browser.submit(here, { _action: 'send', _version: '3' })
    expect(answer.status).toBe(303)
    expect(made('meetingAnalysis.finish')).toMatchObject([{ ...asked, version: 3, reason: null }])
  })

  test.each([
    ['identifiers-in-summary', ['name'], 'What the panel reads must not contain the child’s name'],
    ['analysis-incomplete', [], 'Answer something before it is sent'],
    ['modifiability-contradicts-factors', [], 'does not agree with the factors'],
  ] as const)('refused as %s says so where it is sent', async (code, fields, sentence) => {
    given.services.answer('meetingAnalysis.read', drafted)
    given.services.refuse('meetingAnalysis.finish', code, fields)
    const { status, body } = await given.browser.submit(here, { _action: 'send', _version: '3' })
    expect(status).toBe(422)
    expect(body).toMatch(new RegExp(`<a href="#send">[^<]*${sentence}`))
    expect(body).toContain('id="send"')
  })

  test('once sent is read, and corrected by a further one with its reason', async () => {
    given.services.answer('meetingAnalysis.read', sent)
    const { body } = await given.browser.get(here)
    expect(body).toContain('Sent to the panel on 2 March 2026')
    expect(body).not.toContain(`${here}/sections`)
    expect((await given.browser.get(`${here}/sections/category`)).location).toMatch(new RegExp(`${here}$`))
    expect((await given.browser.submit(here, { _action: 'correct', _version: '4' })).status).toBe(303)
    expect(made('meetingAnalysis.correct')).toMatchObject([{ ...asked, version: 4 }])

    given.services.answer('meetingAnalysis.read', correcting)
    const unsaid = await given.browser.submit(here, { _action: 'send', _version: '5', reason: ' ' })
    expect(unsaid.status).toBe(422)
    expect(unsaid.body).toContain('<a href="#reason">Enter why it is corrected</a>')
    const long = await given.browser.submit(here, {
      _action: 'send',
      _version: '5',
      reason: 'x'.repeat(2_001),
    })
    expect(long.body).toContain('Why it is corrected must be 2,000 characters or fewer')
    await given.browser.submit(here, { _action: 'send', _version: '5', reason: 'A mistake' })
    expect(made('meetingAnalysis.finish')).toMatchObject([{ version: 5, reason: 'A mistake' }])
  })

  test('can be read and not written once the panel has reviewed the case', async () => {
    given.services.answer('meetingAnalysis.read', { ...sent, mayWrite: false })
    const { body } = await given.browser.get(here)
    expect(body).toContain('Nothing can be written here now')
    expect(body).not.toContain('Correct what was sent')
    expect(body).toContain('A &lt;learning&gt; point')
  })

  test('that was never sent is still read once nothing can be written, and says that it was not sent', async () => {
    given.services.answer('meetingAnalysis.read', { ...drafted, mayWrite: false })
    const { body } = await given.browser.get(here)
    expect(body).toContain('Nothing can be written here now')
    expect(mainOf(body)).toContain('A &lt;learning&gt; point')
    expect(mainOf(body)).toContain('Written down and not sent')
    expect(body).not.toContain(`${here}/sections`)
    expect(body).not.toContain('Send to the panel</button>')
  })

  test.each([
    ['somebody sent it', sent, 'stale'],
    ['the panel reviewed the case', { ...drafted, mayWrite: false }, 'not-allowed-in-this-state'],
  ] as const)(
    'what was typed when %s in between stands on the page, and says that it was not saved',
    async (_, now, code) => {
      const page = `${here}/sections/outcome`
      given.services.answer('meetingAnalysis.read', drafted)
      const { hidden } = await given.browser.get(page)
      given.services.answer('meetingAnalysis.read', now)
      given.services.refuse('meetingAnalysis.saveDraft', code)
      const late = await given.browser.post(page, {
        ...hidden,
        _version: '3',
        'learning-points': 'Typed at length',
      })
      expect(late.status).toBe(409)
      expect(late.body).toContain('Typed at length')
      expect(late.body).toContain('What you typed was not saved')
      expect(late.body).not.toContain('in place of those above')
    },
  )

  test('is for nobody else, has no other sections, and takes no hostile form', async () => {
    for (const path of [here, `${here}/sections/category`]) {
      expect(await given.statusFor('helen.marsh@lds.example', path)).toBe(403)
      expect(await given.statusFor('tom.harrow@lds.example', path)).toBe(403)
    }
    expect((await given.browser.get(`${here}/sections/nowhere`)).status).toBe(404)
    expect((await given.browser.get(here.replace(reviewMeetingId, 'x'))).status).toBe(404)
    expect((await given.browser.submit(here, { _action: 'other', _version: '3' })).status).toBe(400)
    expect((await given.browser.submit(here, { _action: 'send', _version: '-1' })).status).toBe(400)
    given.services.answer('case.admit', { rows: [], pass: null })
    expect((await given.browser.get(here)).status).toBe(404)
  })
})
