import { Refusal } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GivenIntake, givenIntake } from '../testing.ts'

let intake: GivenIntake
beforeAll(async () => {
  intake = await givenIntake()
})
afterAll(() => intake.drop())

const search = async (typed: string, actor = intake.coordinator, areaId = intake.mine.areaId) =>
  (await intake.as(actor).identity.search({ areaId, typed })).found
const refused = (code: string) => ({ cause: new Refusal(code as 'not-found') })

describe('a child of the area', () => {
  test('is found by name as it sounds, by number however it is spaced, and by the reference of the case', async () => {
    const notificationId = await intake.submit()
    const { caseId, caseReference } = await intake.accept(notificationId)
    const found = [{ notificationId, caseId }]
    for (const typed of [
      'Quillfeather',
      'marigold QUILLFETHER',
      '999 000 0018',
      '9990000018',
      caseReference.toLowerCase(),
    ]) {
      expect(await search(typed), typed).toEqual(found)
    }
    expect(await search('Ashdown')).toEqual([])
    expect(await search('999 000 0026')).toEqual([])
  })

  test('is named while there is no case, with an audit entry each; a case’s child never here', async () => {
    const undecided = await intake.submit({ child: { familyName: 'Birdwhistle', nhsNumber: '9990000034' } })
    const [accepted] = await search('Quillfeather')
    const names = await intake.as(intake.coordinator).identity.found({
      areaId: intake.mine.areaId,
      notificationIds: [undecided, ...(accepted ? [accepted.notificationId] : [])],
    })
    expect(names).toMatchObject([{ notificationId: undecided, familyName: 'Birdwhistle' }])
    expect(names).toHaveLength(1)
  })

  test('is no child of another area: neither found nor named', async () => {
    expect(await search('Quillfeather', intake.stranger, intake.theirs.areaId)).toEqual([])
    await expect(search('Quillfeather', intake.stranger)).rejects.toMatchObject(refused('not-found'))
    const [mine] = await search('Birdwhistle')
    const theirs = intake.as(intake.stranger).identity.found({
      areaId: intake.theirs.areaId,
      notificationIds: mine ? [mine.notificationId] : [],
    })
    expect(await theirs).toEqual([])
  })

  test('is not searched for by a panel member', async () => {
    const member = { ...intake.coordinator, roles: ['panel-member' as const] }
    await expect(search('Quillfeather', member)).rejects.toMatchObject(refused('forbidden'))
  })

  test('is searched for without a trace of what was typed', async () => {
    const entries = await intake.test.look`select * from intake.audit_entries`
    expect(JSON.stringify(entries)).toContain('identity.search')
    expect(JSON.stringify(entries).toLowerCase()).not.toMatch(/quillf|birdwhistle|99900000/)
  })
})
