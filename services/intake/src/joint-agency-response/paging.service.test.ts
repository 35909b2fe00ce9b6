import { givenPerson } from '@cdop/database/testing'
import { NotificationDoor } from '@cdop/domain'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { areaName } from '../area/area-store.ts'
import { receiveNotification } from '../notification/receive-notification.ts'
import { webhookSecret } from '../on-call/webhook-secret.ts'
import { aKey, child, form, givenAnswers, submissionTo, TODAY } from '../testing.ts'
import { doWhatIsDue } from './do-what-is-due.ts'
import { webhookSignature } from './post-page.ts'
import {
  type GivenResponses,
  givenResponses,
  minutesPass,
  onCall,
  responseTo,
  webhookStandIn,
} from './testing-responses.ts'

let given: GivenResponses
let hospital: Awaited<ReturnType<typeof webhookStandIn>>
beforeAll(async () => {
  given = await givenResponses()
  hospital = await webhookStandIn()
})
afterAll(async () => {
  await hospital.stop()
  await given.drop()
})
beforeEach(() => given.clock.set('2026-03-02T10:00:00.000Z'))
afterEach(async () => {
  given.mail.sent.length = 0
  given.mail.away = false
  hospital.posted.length = 0
  hospital.standIn.status = 204
  await given.test.look`delete from intake.due_steps`
  await given.test.look`update intake.on_call_turns set ended_at = from_at`
  await given.test.look`delete from intake.on_call_fallbacks`
})

/** Words of an invented child that could stand nowhere by chance. */
const longOf = (words: object) => Object.values(words).filter((word) => String(word).length > 5)
const sentTo = () => given.mail.sent.map(({ to }) => to)
const due = () => doWhatIsDue(given.parts)
const fallback = () =>
  given.as(given.coordinator).rota.setFallback({
    areaId: given.mine.areaId,
    key: aKey(),
    name: 'Invented designated doctor',
    email: 'doctor@trust.example',
  })
const asLead = () => given.as(given.lead)
const pagingOf = async (notificationId: string) => {
  const responseId = await responseTo(given, notificationId)
  return (await asLead().response.read({ areaId: given.mine.areaId, responseId })).paging
}

describe('a notification that may need a joint agency response', () => {
  test('pages the lead who is on call, by mail and webhook, without a word about the child', async () => {
    await onCall(given, 'lead', { webhook: hospital.url })
    await onCall(given, 'deputy')
    const notificationId = await given.submit()
    await due()
    const responseId = await responseTo(given, notificationId)
    expect(sentTo()).toEqual(['lead@on-call.example'])
    const [mail] = given.mail.sent
    expect(mail?.text).toContain(`http://127.0.0.1:3000/responses/${responseId}`)
    const [page] = hospital.posted
    expect(JSON.parse(page?.body ?? '')).toEqual({
      type: 'response.page',
      areaId: given.mine.areaId,
      responseId,
      rung: 'lead',
      link: `http://127.0.0.1:3000/responses/${responseId}`,
    })
    const said = JSON.stringify([mail, page])
    for (const word of [...longOf(child), 'Pennywhistle', 'zephyrwood', '2026-02-27', notificationId]) {
      expect(said).not.toContain(word)
    }
    await due()
    expect([sentTo().length, hospital.posted.length]).toEqual([1, 1])
  })

  test('posts what the receiver can prove to be ours and unaltered', async () => {
    await onCall(given, 'lead', { webhook: hospital.url })
    await given.submit()
    await due()
    const [page] = hospital.posted
    const header = (name: string) => String(page?.headers[name])
    const { webhookSecret: shown } = await given
      .as(given.coordinator)
      .rota.read({ areaId: given.mine.areaId })
    expect(shown).toBe(webhookSecret(given.parts.keys, given.mine.areaId))
    expect(header('webhook-signature')).toBe(
      webhookSignature(shown ?? '', header('webhook-id'), header('webhook-timestamp'), page?.body ?? ''),
    )
    const read = await asLead().rota.read({ areaId: given.mine.areaId })
    expect([read.webhookSecret, read.turns.map(({ webhook }) => webhook)]).toEqual([null, [null]])
  })

  test.each(NotificationDoor.options)('does so through the door %s', async (door) => {
    await onCall(given, 'lead')
    const { areaId } = given.mine
    const notificationId = await given.parts.database.transaction(given.coordinator, (tx) =>
      receiveNotification(
        tx,
        { actor: given.coordinator, parts: given.parts },
        { areaId, door, receivedOn: TODAY, formVersion: form.version, answers: givenAnswers() },
      ),
    )
    await due()
    expect(sentTo()).toEqual(['lead@on-call.example'])
    expect(await pagingOf(notificationId)).toBe('waiting')
  })

  test('asks once for a second click, and not at all when nothing of it was kept', async () => {
    await onCall(given, 'lead')
    const submission = submissionTo(given.mine, { answers: givenAnswers() })
    const call = given.as(given.coordinator).notification
    const first = await call.submit(submission)
    expect(await call.submit(submission)).toEqual(first)
    await expect(
      given.parts.database.transaction(given.coordinator, async (tx) => {
        await receiveNotification(
          tx,
          { actor: given.coordinator, parts: given.parts },
          {
            areaId: given.mine.areaId,
            door: 'coordinator',
            receivedOn: TODAY,
            formVersion: form.version,
            answers: givenAnswers(),
          },
        )
        throw new Error('the process dies')
      }),
    ).rejects.toThrow('dies')
    await due()
    expect(sentTo()).toHaveLength(1)
  })

  test('without a trigger asks nobody, and an old death wakes nobody but waits in the list', async () => {
    await onCall(given, 'lead')
    const calm = await given.submit({ death: { jarTriggers: undefined } })
    const [none] = await given.test.look`select 1 from intake.responses where notification_id = ${calm}`
    expect(none).toBeUndefined()
    const old = await given.submit({ death: { dateOfDeath: '2026-01-10' } })
    await due()
    expect(sentTo()).toEqual([])
    expect(await pagingOf(old)).toBe('none')
    const { rows } = await asLead().response.list({ areaId: given.mine.areaId, view: 'open', page: 1 })
    expect(rows.map((row) => row.notificationId)).toContain(old)
  })
})

describe('a page nobody acknowledges', () => {
  test('goes to the deputy after 15 minutes of business time, then to the area’s doctor, and to nobody twice', async () => {
    await onCall(given, 'lead')
    await onCall(given, 'deputy')
    await fallback()
    const notificationId = await given.submit()
    await due()
    minutesPass(given, 14)
    await due()
    expect(sentTo()).toEqual(['lead@on-call.example'])
    minutesPass(given, 1)
    await due()
    expect(sentTo()).toEqual(['lead@on-call.example', 'deputy@on-call.example'])
    expect(await pagingOf(notificationId)).toBe('unanswered')
    minutesPass(given, 15)
    await due()
    minutesPass(given, 15)
    await due()
    await due()
    expect(sentTo()).toEqual(['lead@on-call.example', 'deputy@on-call.example', 'doctor@trust.example'])
    const alerts = await given.as(given.coordinator).response.alerts({ areaId: given.mine.areaId })
    expect(alerts.unanswered).toBeGreaterThan(0)
  })

  test('waits as long as the area has set', async () => {
    await given.parts.database.transaction(given.coordinator, async (tx) => {
      const settings = { notifyWithinHours: 48, pageDeputyAfterMinutes: 5, childLivedRecordMonths: 6 }
      await tx`insert into intake.area_settings (area_id, settings) values (${given.mine.areaId}, ${tx.json(settings)})`
    })
    await onCall(given, 'lead')
    await onCall(given, 'deputy')
    await given.submit()
    await due()
    minutesPass(given, 5)
    await due()
    expect(sentTo()).toEqual(['lead@on-call.example', 'deputy@on-call.example'])
    await given.test.look`delete from intake.area_settings`
  })

  test('goes to nobody else once somebody has seen it; who saw it first stays written down', async () => {
    await onCall(given, 'lead')
    await onCall(given, 'deputy')
    const notificationId = await given.submit()
    await due()
    const responseId = await responseTo(given, notificationId)
    const { areaId } = given.mine
    const seen = { areaId, responseId, key: aKey() }
    await asLead().response.acknowledge(seen)
    await asLead().response.acknowledge(seen)
    minutesPass(given, 3)
    const deputy = givenPerson(['response-lead'], areaId)
    await given.as(deputy).response.acknowledge({ ...seen, key: aKey() })
    minutesPass(given, 60)
    await due()
    expect(sentTo()).toEqual(['lead@on-call.example'])
    const read = await asLead().response.read({ areaId, responseId })
    expect(read).toMatchObject({
      paging: 'acknowledged',
      acknowledgedBy: given.lead.personId,
      acknowledgedAt: '2026-03-02T10:00:00.000Z',
    })
  })
})

describe('when something is broken', () => {
  test('a page is tried again until the mail server takes it, and shown as not sent after 2 minutes', async () => {
    await onCall(given, 'lead')
    given.mail.away = true
    const notificationId = await given.submit()
    await expect(due()).rejects.toThrow('away')
    minutesPass(given, 3)
    await expect(due()).rejects.toThrow('away')
    expect(await pagingOf(notificationId)).toBe('not-sent')
    given.mail.away = false
    minutesPass(given, 1)
    await due()
    await due()
    expect(sentTo()).toEqual(['lead@on-call.example'])
    expect(await pagingOf(notificationId)).toBe('waiting')
  })

  test('a webhook that fails is posted again, and the mail is not sent twice for it', async () => {
    await onCall(given, 'lead', { webhook: hospital.url })
    hospital.standIn.status = 503
    await given.submit()
    await expect(due()).rejects.toThrow('webhook')
    hospital.standIn.status = 204
    minutesPass(given, 1)
    await due()
    await due()
    expect([sentTo().length, hospital.posted.length]).toEqual([1, 2])
  })

  test('two processes that look at once send one page', async () => {
    await onCall(given, 'lead')
    await given.submit()
    await Promise.all([due(), due(), due()])
    expect(sentTo()).toEqual(['lead@on-call.example'])
  })

  test('a page whose process died while sending is sent by the next', async () => {
    await onCall(given, 'lead')
    await given.submit()
    const dying = { ...given.parts, mail: { send: () => new Promise<void>(() => {}) } }
    doWhatIsDue(dying).catch(() => {})
    await expect
      .poll(async () => (await given.test.look`select due_at from intake.due_steps`)[0]?.['dueAt'])
      .not.toBe('2026-03-02T10:00:00.000Z')
    await due()
    expect(sentTo()).toEqual([])
    minutesPass(given, 1)
    await due()
    expect(sentTo()).toEqual(['lead@on-call.example'])
  })
})

describe('when nobody is on call', () => {
  test('the area’s doctor is mailed at once, and the desk says loudly that nobody is', async () => {
    await fallback()
    const notificationId = await given.submit()
    await due()
    expect(sentTo()).toEqual(['doctor@trust.example'])
    expect(await pagingOf(notificationId)).toBe('nobody-on-call')
    const alerts = await given.as(given.coordinator).response.alerts({ areaId: given.mine.areaId })
    expect(alerts.nobodyOnCall).toEqual(['lead', 'deputy'])
  })

  test('and nobody else is named, whoever comes on call within two days is paged', async () => {
    const notificationId = await given.submit()
    await due()
    expect(await pagingOf(notificationId)).toBe('nobody-to-page')
    await onCall(given, 'lead')
    minutesPass(given, 2)
    await due()
    expect(sentTo()).toEqual(['lead@on-call.example'])
  })

  test('another area’s rota pages nobody of ours', async () => {
    await onCall(given, 'lead', { areaId: given.theirs.areaId })
    await given.submit()
    await due()
    expect(sentTo()).toEqual([])
  })

  test('a mail names the area, which the service knows by itself', async () => {
    await onCall(given, 'deputy')
    await given.submit()
    await due()
    const name = await given.parts.database.transaction(given.coordinator, (tx) =>
      areaName(tx, given.mine.areaId),
    )
    expect(given.mail.sent[0]?.text).toContain(name)
    expect(given.mail.sent[0]?.text).toContain('deputy')
  })
})
