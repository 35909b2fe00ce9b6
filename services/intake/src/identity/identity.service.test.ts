import { givenPerson } from '@cdop/database/testing'
import { type Actor, CaseId, InformationRequestId, RequestId } from '@cdop/domain'
import { issuePass } from '@cdop/rpc'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aKey, type GivenIntake, givenIntake } from '../testing.ts'

let intake: GivenIntake
let caseId: CaseId
let otherCase: CaseId
beforeAll(async () => {
  intake = await givenIntake()
  caseId = (await intake.accept(await intake.submit())).caseId
  otherCase = (await intake.accept(await intake.submit({ child: { nhsNumber: '9990000026' } }))).caseId
})
afterAll(() => intake.drop())

const marigold = () => ({
  caseId,
  familyName: 'Quillfeather',
  givenNames: 'Marigold Anneka',
  dateOfBirth: '2019-07-11',
  dateOfDeath: '2026-02-27',
  nhsNumber: '9990000018',
})

const shownTo = (actor: string) =>
  intake.test.look<{ id: string; classes: string[] }[]>`
    select entry->'object'->>'id' as id, entry->'fieldClasses' as classes from intake.audit_entries
    where entry->>'actor' = ${actor} and entry->>'action' = 'identity.read'`

const nothing = { code: 'NOT_FOUND', message: 'not-found' }

describe('reading who a child is', () => {
  test('needs a pass for every case; each case shown is audited', async () => {
    const actor = givenPerson(['coordinator'], intake.mine.areaId)
    const pass = await intake.pass(actor, [caseId, otherCase])
    const shown = await intake.as(actor).identity.read({
      areaId: intake.mine.areaId,
      caseIds: [otherCase, caseId],
      pass,
    })
    expect(shown.map((one) => one.caseId)).toEqual([otherCase, caseId])
    expect(shown[1]).toEqual(marigold())
    const audited = await shownTo(`person:${actor.personId}`)
    expect(audited.map((row) => row.id).sort()).toEqual([caseId, otherCase].sort())
    expect(audited.map((row) => row.classes)).toEqual([['identity'], ['identity']])
  })

  test('in a visit whose first look is written down adds no entry; what else a pass is for always does', async () => {
    const actor = givenPerson(['coordinator'], intake.mine.areaId)
    const { areaId } = intake.mine
    const pass = await issuePass(intake.rings['case-review'], {
      holder: `person:${actor.personId}`,
      caseIds: [caseId],
      fieldClasses: ['identity'],
      requestId: actor.requestId,
      again: true,
    })
    expect(await intake.as(actor).identity.read({ areaId, caseIds: [caseId], pass })).toHaveLength(1)
    expect(await shownTo(`person:${actor.personId}`)).toEqual([])
    await intake.as(actor).identity.screen({ areaId, caseId, pass, text: 'A child died.' })
    const screened = await intake.test.look`
      select from intake.audit_entries where entry->>'actor' = ${`person:${actor.personId}`}
    `
    expect(screened).toHaveLength(1)
  })

  test('is refused as if there were no case, whatever is wrong with the pass', async () => {
    const actor = givenPerson(['coordinator'], intake.mine.areaId)
    const sameAnotherDay = { ...actor, requestId: RequestId.parse(aKey()) }
    const somebody = givenPerson(['coordinator'], intake.mine.areaId)
    const passes = {
      'of another case': await intake.pass(actor, [otherCase]),
      'without identity': await intake.pass(actor, [caseId], ['agency-return', 'pack', 'analysis']),
      'of another person': await intake.pass(somebody, [caseId]),
      'of another request': await intake.pass(sameAnotherDay, [caseId]),
      'made up': 'no.such.pass',
    }
    for (const pass of Object.values(passes)) {
      await expect(
        intake.as(actor).identity.read({ areaId: intake.mine.areaId, caseIds: [caseId], pass }),
      ).rejects.toMatchObject(nothing)
    }
    expect(await shownTo(`person:${actor.personId}`)).toHaveLength(0)
  })

  test('of a case of another area is refused, even with a pass', async () => {
    const { stranger } = intake
    const pass = await intake.pass(stranger, [caseId])
    for (const areaId of [intake.mine.areaId, intake.theirs.areaId]) {
      await expect(
        intake.as(stranger).identity.read({ areaId, caseIds: [caseId], pass }),
      ).rejects.toMatchObject(nothing)
    }
  })

  test('of one unknown case among known ones shows none of them', async () => {
    const unknown = CaseId.parse(aKey())
    const actor = givenPerson(['coordinator'], intake.mine.areaId)
    const pass = await intake.pass(actor, [caseId, unknown])
    await expect(
      intake.as(actor).identity.read({ areaId: intake.mine.areaId, caseIds: [caseId, unknown], pass }),
    ).rejects.toMatchObject(nothing)
    expect(await shownTo(`person:${actor.personId}`)).toHaveLength(0)
  })

  test('is open to the holder of a mailed link with a pass, and the audit names the link', async () => {
    const link: Actor = {
      kind: 'link',
      opens: 'information-request',
      subject: InformationRequestId.parse(aKey()),
      areaId: intake.mine.areaId,
      requestId: RequestId.parse(aKey()),
    }
    const pass = await intake.pass(link, [caseId])
    const input = { areaId: intake.mine.areaId, caseIds: [caseId], pass }
    expect(await intake.as(link).identity.read(input)).toEqual([marigold()])
    expect(await shownTo(`link:${link.subject}`)).toEqual([{ id: caseId, classes: ['identity'] }])
    const other = await intake.pass(intake.coordinator, [caseId])
    await expect(intake.as(link).identity.read({ ...input, pass: other })).rejects.toMatchObject(nothing)
  })

  test.each(['panel-member', 'chair', 'analyst', 'administrator'] as const)(
    'is not for a %s, even with a pass',
    async (role) => {
      const actor = givenPerson([role], intake.mine.areaId)
      const pass = await intake.pass(actor, [caseId])
      await expect(
        intake.as(actor).identity.read({ areaId: intake.mine.areaId, caseIds: [caseId], pass }),
      ).rejects.toMatchObject({ code: 'FORBIDDEN' })
    },
  )
})

describe('screening a text for the child’s own identifiers', () => {
  const screen = async (text: string) => {
    const actor = givenPerson(['coordinator'], intake.mine.areaId)
    const pass = await intake.pass(actor, [caseId])
    return intake.as(actor).identity.screen({ areaId: intake.mine.areaId, caseId, pass, text })
  }

  test('names the kinds found and lets a de-identified text pass', async () => {
    expect(await screen('marigold, NHS 999 000 0018, born 11th July 2019, of ls11ur, died 27/02/26')).toEqual(
      {
        found: ['name', 'nhs-number', 'date-of-birth', 'date-of-death', 'postcode'],
      },
    )
    expect(await screen('A girl of six years was found unresponsive at home in the early morning.')).toEqual({
      found: [],
    })
  })

  test('needs a pass', async () => {
    await expect(
      intake.as(intake.coordinator).identity.screen({
        areaId: intake.mine.areaId,
        caseId,
        pass: 'none',
        text: 'Anything',
      }),
    ).rejects.toMatchObject(nothing)
  })
})
