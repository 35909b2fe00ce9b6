import { createHash } from 'node:crypto'
import { plansOf } from '@cdop/database/testing'
import { type Actor, PlainDate, PlainMonth, type PostcodeFound, RequestId, SYSTEM_AREA } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookUpPostcode } from '../postcode/look-up-postcode.ts'
import { aKey, type GivenIntake, givenAnswers, givenIntake, submissionTo } from '../testing.ts'
import type { DeprivationRow } from './append-deprivation.ts'
import type { PostcodeRow } from './append-postcodes.ts'
import type { ReferenceList } from './reference-load-store.ts'

const operator: Actor = {
  kind: 'service',
  service: 'cli',
  areaId: SYSTEM_AREA,
  onBehalfOf: null,
  requestId: RequestId.parse(aKey()),
}
const IMD2019: ReferenceList = { list: 'IMD2019', edition: '2011' }
const IMD2025: ReferenceList = { list: 'IMD2025', edition: '2021' }
const onspd = (month: string): ReferenceList => ({ list: 'ONSPD', edition: PlainMonth.parse(month) })

let intake: GivenIntake
beforeAll(async () => {
  intake = await givenIntake()
})
afterAll(() => intake.drop())

const reference = () => intake.as(operator).reference
const hashOf = (file: string) => createHash('sha256').update(file).digest('hex')

/** A postcode of Leeds, but for the columns that are given, by their place. */
const postcode = (
  key: string,
  changes: Partial<Record<1 | 2 | 3 | 4 | 5 | 7 | 8, string>> = {},
): PostcodeRow => [
  key,
  changes[1] ?? '1998-01',
  changes[2] ?? '',
  changes[3] ?? 'E08000035',
  changes[4] ?? 'E01011229',
  changes[5] ?? 'E01011230',
  'E54000054',
  changes[7] ?? 'A1',
  changes[8] ?? 'UN1',
]
const areaOf = (lsoa: string, decile: number): DeprivationRow => [
  lsoa,
  'E08000035',
  'Leeds',
  decile * 3000,
  decile,
]

async function begun(list: ReferenceList, file: string, partOnly = true): Promise<number> {
  const answer = await reference().begin({ reference: list, fileHash: hashOf(file), partOnly })
  if (answer.outcome !== 'begun') throw new Error('it was loaded before')
  return answer.loadId
}

async function loaded(list: ReferenceList, file: string, rows: readonly PostcodeRow[]) {
  const loadId = await begun(list, file)
  await reference().appendPostcodes({ loadId, piece: 0, rows: [...rows] })
  return reference().finish({ loadId, rows: rows.length })
}

const found = (typed: string, diedOn = '2026-02-20'): Promise<PostcodeFound> =>
  intake.test.database.transaction(intake.coordinator, (tx) =>
    lookUpPostcode(tx, typed, PlainDate.parse(diedOn)),
  )

/** What other services were told of the place where the child of a case lived. */
async function neighbourhoodTold(caseId: string): Promise<unknown> {
  const [event] = await intake.test.look<{ payload: { neighbourhood?: unknown } }[]>`
    select payload from intake.events where subject = ${caseId} and type = 'notification.accepted.v1'`
  return event?.payload.neighbourhood
}

describe('an official list', () => {
  test('is loaded by the operator alone', async () => {
    const asked = { reference: IMD2019, fileHash: hashOf('anybody'), partOnly: false }
    for (const actor of [intake.coordinator, { ...intake.coordinator, roles: ['administrator' as const] }]) {
      await expect(intake.as(actor).reference.begin(asked)).rejects.toMatchObject({ message: 'forbidden' })
      await expect(intake.as(actor).reference.finish({ loadId: 1, rows: 1 })).rejects.toMatchObject({
        message: 'forbidden',
      })
    }
    const ofAnArea = { ...operator, areaId: intake.mine.areaId }
    await expect(intake.as(ofAnArea).reference.begin(asked)).rejects.toMatchObject({ message: 'not-found' })
  })

  test('counts from the moment it is whole, and not a row of it before', async () => {
    expect(await found('LS1 1UR')).toEqual({ outcome: 'no-edition' })
    const loadId = await begun(onspd('2025-11'), 'november')
    const rows = [postcode('LS11UR')]
    await reference().appendPostcodes({ loadId, piece: 0, rows })
    // Sent again after an answer that was lost.
    await reference().appendPostcodes({ loadId, piece: 0, rows })
    expect(await found('LS1 1UR')).toEqual({ outcome: 'no-edition' })
    await expect(reference().finish({ loadId, rows: 2 })).rejects.toMatchObject({
      message: 'reference-load-superseded',
    })
    expect(await reference().finish({ loadId, rows: 1 })).toEqual({
      outcome: 'in-force',
      rows: 1,
      replaced: false,
    })
    expect(await found('LS1 1UR')).toMatchObject({ outcome: 'found' })
    const [audited] = await intake.test.look`
      select entry -> 'object' as object from intake.audit_entries where entry ->> 'action' = 'reference.load'`
    expect(audited).toEqual({ object: { kind: 'reference-list', id: 'onspd-2025-11' } })
  })

  test('of which loading broke off leaves nothing to be seen, and is loaded anew', async () => {
    const broken = await begun(onspd('2026-08'), 'august')
    await reference().appendPostcodes({ loadId: broken, piece: 0, rows: [postcode('LS12AB')] })
    const again = await begun(onspd('2026-08'), 'august')
    for (const late of [
      reference().appendPostcodes({ loadId: broken, piece: 1, rows: [postcode('LS12AD')] }),
      reference().finish({ loadId: broken, rows: 1 }),
    ]) {
      await expect(late).rejects.toMatchObject({ message: 'reference-load-superseded' })
    }
    await reference().appendPostcodes({ loadId: again, piece: 0, rows: [postcode('LS12AB')] })
    await reference().finish({ loadId: again, rows: 1 })
    for (let more = true; more; ) more = (await reference().clear({})).more
    expect(await intake.test.look`select load_id from intake.postcodes where postcode = 'LS12AB'`).toEqual([
      { loadId: again },
    ])
  })

  test('that is loaded already is recognised by its file, whatever edition it is said to be', async () => {
    const asked = { fileHash: hashOf('november'), partOnly: true }
    for (const month of ['2025-11', '2026-11']) {
      expect(await reference().begin({ ...asked, reference: onspd(month) })).toMatchObject({
        outcome: 'loaded-before',
        as: { list: 'ONSPD', edition: '2025-11' },
      })
    }
  })

  test('comes in the place of one of the same edition, with which it shares no row', async () => {
    const corrected = [postcode('LS11UR', { 3: 'E08000036' })]
    expect(await loaded(onspd('2025-11'), 'november, corrected', corrected)).toMatchObject({ replaced: true })
    expect(await found('LS1 1UR')).toMatchObject({ place: { localAuthority: 'E08000036' } })
    for (let more = true; more; ) more = (await reference().clear({})).more
    expect(await intake.test.look`select 1 from intake.postcodes where postcode = 'LS11UR'`).toHaveLength(1)
    expect(await reference().list({})).toMatchObject([
      { reference: { list: 'ONSPD', edition: '2026-08' }, rows: 1 },
      { reference: { list: 'ONSPD', edition: '2025-11' }, rows: 1 },
    ])
  })

  test('that is shorter than a whole one does not count, unless it was said to be a part', async () => {
    const area = [areaOf('E01011229', 2)]
    const cut = await begun(IMD2025, 'cut short', false)
    await reference().appendDeprivation({ loadId: cut, piece: 0, rows: area })
    expect(await reference().finish({ loadId: cut, rows: 1 })).toEqual({
      outcome: 'not-whole',
      rows: 1,
      expected: 33_755,
    })
    const short = await begun(onspd('2026-11'), 'half of it', false)
    await reference().appendPostcodes({ loadId: short, piece: 0, rows: [postcode('LS11AA')] })
    expect(await reference().finish({ loadId: short, rows: 1 })).toMatchObject({ outcome: 'not-whole' })
    expect((await reference().list({})).map((listed) => listed.reference.edition)).toEqual([
      '2026-08',
      '2025-11',
    ])
  })

  test('with a row that stands in it twice is refused by the place of the row, and keeps none of the piece', async () => {
    const loadId = await begun(onspd('2027-02'), 'twice')
    const rows = [postcode('LS11AA'), postcode('LS11AB'), postcode('LS11AA')]
    const twice = { message: 'reference-row-repeated', cause: { fields: ['2'] } }
    await expect(reference().appendPostcodes({ loadId, piece: 0, rows })).rejects.toMatchObject(twice)
    await reference().appendPostcodes({ loadId, piece: 0, rows: rows.slice(0, 2) })
    const later = [postcode('LS11AD'), postcode('LS11AB')]
    await expect(reference().appendPostcodes({ loadId, piece: 1, rows: later })).rejects.toMatchObject({
      cause: { fields: ['1'] },
    })
    await expect(reference().finish({ loadId, rows: 4 })).rejects.toThrow()
  })

  test('takes no rows of another kind of list', async () => {
    const loadId = await begun(IMD2019, 'mixed up')
    const rows = [postcode('LS11AA')]
    await expect(reference().appendPostcodes({ loadId, piece: 0, rows })).rejects.toMatchObject({
      message: 'reference-load-superseded',
    })
    const asked = { reference: { list: 'IMD2019' as const, edition: '2021' as const } }
    await expect(reference().begin({ ...asked, fileHash: hashOf('x'), partOnly: true })).rejects.toThrow()
  })
})

describe('where a postcode lies', () => {
  beforeAll(async () => {
    await loaded(onspd('2026-02'), 'february', [
      postcode('LS11UR'),
      postcode('LS279ZZ', { 2: '2019-06' }),
      postcode('BD11AA', { 3: 'E08000032', 4: 'E01010568', 5: 'E01033683', 8: '' }),
      postcode('JE23AB', { 3: 'L99999999', 4: '', 5: '', 7: '', 8: '' }),
    ])
    const indices: readonly (readonly [ReferenceList, readonly DeprivationRow[]])[] = [
      [IMD2019, [areaOf('E01011229', 3), areaOf('E01010568', 1)]],
      [IMD2025, [areaOf('E01011230', 4)]],
    ]
    for (const [list, rows] of indices) {
      const loadId = await begun(list, list.list)
      await reference().appendDeprivation({ loadId, piece: 0, rows: [...rows] })
      await reference().finish({ loadId, rows: rows.length })
    }
  })

  test('is told with its edition, and its deprivation by each index on the small areas of that index', async () => {
    expect(await found(' ls1 1ur')).toEqual({
      outcome: 'found',
      place: {
        edition: { product: 'ONSPD', month: '2026-02' },
        editionIsLater: false,
        terminated: null,
        localAuthority: 'E08000035',
        localAuthorityName: 'Leeds',
        lsoa2011: 'E01011229',
        lsoa2021: 'E01011230',
        icb: 'E54000054',
        ruralUrban: { classification: 'RUC2021', code: 'UN1' },
        deprivation: [
          { index: 'IMD2025', lsoaVersion: '2021', decile: 4 },
          { index: 'IMD2019', lsoaVersion: '2011', decile: 3 },
        ],
      },
    })
  })

  test('is told by the edition that was valid when the child died', async () => {
    const by = async (diedOn: string) => {
      const answer = await found('LS1 1UR', diedOn)
      return answer.outcome === 'found' ? [answer.place.edition.month, answer.place.editionIsLater] : answer
    }
    expect(await by('2026-02-01')).toEqual(['2026-02', false])
    expect(await by('2026-01-31')).toEqual(['2025-11', false])
    expect(await by('2020-05-05')).toEqual(['2025-11', true])
    // The edition of August has other postcodes.
    expect(await by('2026-08-03')).toMatchObject({ outcome: 'unknown', edition: { month: '2026-08' } })
  })

  test('is told of a postcode that is no longer in use, and since when', async () => {
    expect(await found('LS27 9ZZ')).toMatchObject({ place: { terminated: '2019-06', lsoa2011: 'E01011229' } })
  })

  test('names no authority by the name of another, and says only what the lists say', async () => {
    expect(await found('BD1 1AA')).toMatchObject({
      place: {
        localAuthority: 'E08000032',
        localAuthorityName: null,
        ruralUrban: { classification: 'RUC2011', code: 'A1' },
        deprivation: [{ index: 'IMD2019', decile: 1 }],
      },
    })
    expect(await found('JE2 3AB')).toMatchObject({
      place: { lsoa2011: null, lsoa2021: null, ruralUrban: null, deprivation: [] },
    })
  })

  test('is not guessed for a postcode that is in no list', async () => {
    expect(await found('ZZ99 3WZ')).toEqual({
      outcome: 'unknown',
      edition: { product: 'ONSPD', month: '2026-02' },
    })
  })

  test('stands on the notification for whoever may read its answers, and on no event', async () => {
    const notificationId = await intake.submit({
      child: { nhsNumber: '9990000018', alternativePostcode: 'BD1 1AA' },
    })
    const asked = { areaId: intake.mine.areaId, notificationId }
    const { notification } = intake.as(intake.coordinator)
    expect(await notification.read(asked)).toMatchObject({
      postcode: { outcome: 'found', place: { localAuthority: 'E08000035', lsoa2011: 'E01011229' } },
      alternativePostcode: { outcome: 'found', place: { localAuthority: 'E08000032' } },
    })
    const { caseId } = await intake.accept(notificationId)
    expect(await notification.read(asked)).toMatchObject({ postcode: null, alternativePostcode: null })
    const pass = await intake.pass(intake.coordinator, [caseId])
    expect(await notification.read({ ...asked, pass })).toMatchObject({ postcode: { outcome: 'found' } })
    const told = await intake.test.look<{ text: string }[]>`select payload::text as text from intake.events`
    expect(told.length).toBeGreaterThan(0)
    expect(await neighbourhoodTold(caseId)).toEqual({
      deprivation: [
        { index: 'IMD2025', lsoaVersion: '2021', decile: 4 },
        { index: 'IMD2019', lsoaVersion: '2011', decile: 3 },
      ],
      ruralUrban: { classification: 'RUC2021', code: 'UN1' },
    })
    expect(told.map(({ text }) => text).join()).not.toMatch(/E01\d{6}|LS1 ?1UR/)
    const answers = {
      ...givenAnswers({ child: { nhsNumber: '9990000026' } }),
      'child-postcode': { notKnown: true },
    }
    const { notificationId: other } = await notification.submit(submissionTo(intake.mine, { answers }))
    expect(await notification.read({ ...asked, notificationId: other })).toMatchObject({ postcode: null })
  })

  test('is told to other services as it was decided, and not at all for another place than the postcode’s', async () => {
    const decide = async (nhsNumber: string, decision: { lsoa: string | null; localAuthority: string }) => {
      const notificationId = await intake.submit({ child: { nhsNumber, postcode: 'BD1 1AA' } })
      const asked = { areaId: intake.mine.areaId, notificationId }
      const { notification } = intake.as(intake.coordinator)
      await notification.decideResidency({
        ...asked,
        ...decision,
        key: aKey(),
        version: 1,
        basis: 'usual-address',
        agreedWithArea: null,
      })
      await intake.settle(notificationId)
      const { caseId } = await notification.accept({ ...asked, key: aKey(), version: 2 })
      return neighbourhoodTold(caseId)
    }
    const leeds = { localAuthority: 'E08000035' }
    expect(await decide('9990000034', { ...leeds, lsoa: 'E01011230' })).toEqual({
      deprivation: [{ index: 'IMD2025', lsoaVersion: '2021', decile: 4 }],
      ruralUrban: null,
    })
    expect(await decide('9990000042', { ...leeds, lsoa: null })).toBeUndefined()
  })

  test('is found by one equality under an index', async () => {
    await intake.test.look`
      insert into intake.postcodes (load_id, postcode)
      select (select id from intake.reference_loads where state = 'in-force' and edition = '2026-02'), 'X' || n
      from generate_series(100000, 110000) n`
    await intake.test.look`
      insert into intake.deprived_areas (load_id, lsoa, local_authority, local_authority_name, rank, decile)
      select id, 'E01' || n, 'E08000035', 'Leeds', 1, 1
      from intake.reference_loads, generate_series(100000, 102000) n where list like 'IMD%' and state = 'in-force'`
    await intake.test.look`analyze intake.postcodes, intake.deprived_areas`
    const plans = await plansOf(intake.test, intake.coordinator, (database) =>
      database.transaction(intake.coordinator, (tx) =>
        lookUpPostcode(tx, 'LS1 1UR', PlainDate.parse('2026-02-20')),
      ),
    )
    const reading = plans.filter((plan) => /postcodes|deprived_areas/.test(plan))
    expect(reading).toHaveLength(3)
    for (const plan of reading) expect(plan).toMatch(/Index Cond: \(\(load_id = .* AND \((postcode|lsoa) = /)
  })
})

test('a list that is in force stays as it was loaded, and cannot be begun again, not even in SQL', async () => {
  const change = (set: string) =>
    intake.test.database.withoutActor((tx) =>
      tx.unsafe(`update intake.reference_loads set ${set} where state = 'in-force'`),
    )
  for (const set of ['rows = rows + 1', `state = 'loading', loaded_at = null`]) {
    await expect(change(set)).rejects.toMatchObject({ sqlState: '23514' })
  }
})
