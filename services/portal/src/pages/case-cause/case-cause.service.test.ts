import { CauseLetterId, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseId, openCase, reference } from '../../testing/case-answers.ts'
import {
  type GivenCoordinator,
  givenCoordinator,
  mainOf,
  nobodyElse,
} from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'

const causeLetterId = CauseLetterId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b44')
const path = `/cases/${caseId}/registered-cause`
const one = `${path}/${causeLetterId}`
const on = (date: string) => PlainDate.parse(date)
const line = {
  causeLetterId,
  recipient: 'coroner' as const,
  state: 'drafted' as const,
  version: 2,
  raisedOn: on('2026-03-01'),
  sentOn: null,
  answer: null,
  answeredOn: null,
}
const letter = { ...line, text: 'To the <coroner>\n\n[name of the child]', sentTo: null, answerWords: null }
const sent = { ...letter, state: 'sent' as const, sentOn: on('2026-03-02'), sentTo: 'The <b>office</b>' }
const date = (name: string) => ({ [`${name}-day`]: '2', [`${name}-month`]: '3', [`${name}-year`]: '2026' })

let given: GivenCoordinator
beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  given.services.answer('case.open', openCase)
  given.services.answer('causeLetter.list', { letters: [line] })
  given.services.answer('causeLetter.read', letter)
  given.services.answer('causeLetter.change', { version: 3 })
})
const changed = () => given.services.sent('causeLetter.change')

describe('the letters about a registered cause', () => {
  test('are listed with how far each is, and none where no panel asked', async () => {
    const { status, body } = await given.browser.get(path)
    expect(status).toBe(200)
    expect(mainOf(body)).toContain('Drafted on 1 March 2026, not sent yet')
    given.services.answer('causeLetter.list', { letters: [] })
    expect(mainOf((await given.browser.get(path)).body)).toContain('No panel has found the registered cause')
    for (const subject of nobodyElse) expect(await given.statusFor(subject, path), subject).toBe(403)
  })

  test('one is written, sent and answered from the version it was drawn with, each mistake named', async () => {
    expect((await given.browser.get(one)).body).toContain('To the &lt;coroner&gt;')
    const typed = { version: '2', text: 'Other words', _action: 'save' }
    expect((await given.browser.submit(one, typed)).status).toBe(303)
    expect(changed()).toMatchObject({
      areaId: leeds,
      causeLetterId,
      version: 2,
      change: { state: 'drafted', text: 'Other words' },
    })
    const wrong = await given.browser.submit(one, { version: '2', _action: 'sent', sentTo: '' })
    expect(wrong.status).toBe(422)
    for (const words of ['Enter to whom it was sent', 'Enter the date it was sent']) {
      expect(wrong.body).toContain(words)
    }
    await given.browser.submit(one, {
      version: '2',
      _action: 'sent',
      sentTo: 'The office',
      ...date('sentOn'),
    })
    expect(changed()).toMatchObject({ change: { state: 'sent', sentTo: 'The office', sentOn: '2026-03-02' } })

    given.services.answer('causeLetter.read', sent)
    const { body } = await given.browser.get(one)
    expect(mainOf(body)).toContain('The &lt;b&gt;office&lt;/b&gt;')
    expect(mainOf(body)).not.toContain('<textarea class="govuk-textarea govuk-js-character-count" id="text"')
    const blank = await given.browser.submit(one, { version: '2', _action: 'answered' })
    for (const words of [
      'Select what they decided',
      'Enter what they answered',
      'Enter the date they answered',
    ]) {
      expect(blank.body).toContain(words)
    }
    const answer = { answer: 'cause-amended', answerWords: 'It was', ...date('answeredOn') }
    await given.browser.submit(one, { version: '2', _action: 'answered', ...answer })
    expect(changed()).toMatchObject({ change: { state: 'answered', answer: 'cause-amended' } })
  })

  test('one is a paper under the reference, never a name; what is none, or does nothing, is refused', async () => {
    const { status, headers } = await given.browser.get(`${one}/pdf`)
    expect(status).toBe(200)
    expect(headers.get('content-disposition')).toBe(`attachment; filename="letter-${reference}.pdf"`)
    expect((await given.browser.get(`${path}/none`)).status).toBe(404)
    expect((await given.browser.submit(one, { version: '2', _action: 'burn' })).status).toBe(400)
    expect(changed()).toBeUndefined()
  })
})
