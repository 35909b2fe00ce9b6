import { type AreaId, type CaseId, CauseLetterId, type Person, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenReading,
  newArea,
  newKey,
  personIn,
} from '../testing.ts'

const BELIEVED = 'An invented sepsis of Thistledown'
let given: GivenCaseReview
beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

let area: AreaId
let coordinator: Person
let chair: Person
let caseId: CaseId
beforeEach(async () => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  area = newArea()
  coordinator = personIn(area, 'coordinator')
  chair = personIn(area, 'chair')
  ;({ caseId } = await givenCase(given, area))
  await givenReading(given, coordinator, caseId)
})

const raise = async (
  actor = chair,
  key = newKey(),
  recipient: 'coroner' | 'medical-examiner-and-certifier' = 'coroner',
) =>
  (await given.as(actor)).causeLetter.raise({
    areaId: area,
    caseId,
    key,
    recipient,
    believes: BELIEVED,
    reasons: 'A result that came later',
  })
type Change = Parameters<Awaited<ReturnType<GivenCaseReview['as']>>['causeLetter']['change']>[0]['change']
const change = async (
  causeLetterId: CauseLetterId,
  version: number,
  to: Change,
  key = newKey(),
  actor = coordinator,
) =>
  (await given.as(actor)).causeLetter.change({
    areaId: area,
    caseId,
    causeLetterId,
    version,
    key,
    change: to,
  })
const read = async (causeLetterId: CauseLetterId, actor = coordinator) =>
  (await given.as(actor)).causeLetter.read({ areaId: area, caseId, causeLetterId })
const on = (date: string) => PlainDate.parse(date)
const sent = { state: 'sent', sentTo: 'The invented coroner’s office', sentOn: on('2026-03-02') } as const
const answered = {
  state: 'answered',
  answer: 'cause-stands',
  answerWords: 'They looked at it again',
  answeredOn: on('2026-03-02'),
} as const

describe('a registered cause that appears wrong', () => {
  test('is recorded by the chair: a letter without blame is drafted, completed, sent once and answered once', async () => {
    const { causeLetterId } = await raise()
    const drafted = await read(causeLetterId)
    expect(drafted).toMatchObject({ state: 'drafted', recipient: 'coroner', raisedOn: '2026-03-02' })
    expect(drafted.text).toContain(BELIEVED)
    expect(drafted.text).toContain('The panel does not alter a registered cause')
    expect(drafted.text).not.toMatch(/fault of|blame|negligen|mistake|failed/i)

    await expect(change(causeLetterId, 1, sent)).rejects.toMatchObject({ message: 'letter-has-gaps' })
    const whole = drafted.text.replaceAll(/\[[^\]]*\]/g, 'An invented child')
    await change(causeLetterId, 1, { state: 'drafted', text: whole })
    await expect(change(causeLetterId, 2, answered)).rejects.toMatchObject({ message: 'stale' })
    await expect(change(causeLetterId, 2, { ...sent, sentOn: on('2026-03-03') })).rejects.toMatchObject({
      message: 'date-in-future',
    })
    await expect(change(causeLetterId, 2, { ...sent, sentOn: on('2026-03-01') })).rejects.toMatchObject({
      message: 'dates-out-of-order',
    })
    const key = newKey()
    expect(await change(causeLetterId, 2, sent, key)).toEqual(await change(causeLetterId, 2, sent, key))
    for (const late of [{ state: 'drafted', text: 'Other words' }, { state: 'withdrawn' }, sent] as const) {
      await expect(change(causeLetterId, 3, late)).rejects.toMatchObject({ message: 'stale' })
    }
    await change(causeLetterId, 3, answered)
    expect(await read(causeLetterId)).toMatchObject({
      ...answered,
      sentOn: '2026-03-02',
      sentTo: sent.sentTo,
      text: whole,
      version: 4,
    })
    const { letters } = await (await given.as(chair)).causeLetter.raised({ areaId: area, caseId })
    expect(letters).toMatchObject([{ state: 'answered', answer: 'cause-stands' }])
    expect(JSON.stringify(letters)).not.toContain('Thistledown')
  })

  test('is recorded once for whom it is to, by a second click and by two at once', async () => {
    const key = newKey()
    expect(await raise(chair, key)).toEqual(await raise(chair, key))
    const both = await Promise.allSettled([
      raise(chair, newKey(), 'medical-examiner-and-certifier'),
      raise(personIn(area, 'chair'), newKey(), 'medical-examiner-and-certifier'),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(raise()).rejects.toMatchObject({ message: 'cause-letter-open' })
  })

  test('is there for nobody else: not another area, not the panel’s members, not a chair with a conflict, nor before the case is listed', async () => {
    const { causeLetterId } = await raise()
    await expect(raise(coordinator)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(read(causeLetterId, personIn(area, 'panel-member'))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(read(causeLetterId, personIn(newArea(), 'coordinator'))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(read(CauseLetterId.parse(newKey()))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await (await given.as(chair)).conflict.declare({ areaId: area, caseId, key: newKey() })
    await expect(raise(chair, newKey(), 'medical-examiner-and-certifier')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect((await given.as(chair)).causeLetter.raised({ areaId: area, caseId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    const other = await givenCase(given, area)
    await expect(
      (await given.as(personIn(area, 'chair'))).causeLetter.raised({ areaId: area, caseId: other.caseId }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('no word of it stands readable in the database, which keeps what was sent as it was', async () => {
    const { causeLetterId } = await raise()
    const { text } = await read(causeLetterId)
    await change(causeLetterId, 1, { state: 'drafted', text: text.replaceAll(/[[\]]/g, '') })
    await change(causeLetterId, 2, sent)
    const [found] = await given.test.look`
      select position('Thistledown'::bytea in content) + position('office'::bytea in sent_to) as at
      from case_review.cause_letters where area_id = ${area}`
    expect(found?.['at']).toBe(0)
    for (const statement of [
      "set state = 'drafted', sent_on = null, sent_to = null, version = version + 1",
      "set content = '\\x00', version = version + 1",
      "set sent_on = '2026-03-01', version = version + 1",
      "set recipient = 'medical-examiner-and-certifier', version = version + 1",
    ]) {
      await expect(
        given.test.look.unsafe(`update case_review.cause_letters ${statement} where area_id = '${area}'`),
        statement,
      ).rejects.toThrow()
    }
  })
})
