import { Area, AuthorityCode, PlainDate, PlainMonth, type PostcodePlace } from '@cdop/domain'
import { describe, expect, test } from 'vitest'
import { foundPlace, readNotification } from '../../testing/notification-answers.ts'
import { shownPlaces } from './shown-places.ts'

const leeds = Area.parse({
  areaId: '0190a000-0000-7000-8000-000000000001',
  code: 'LDS',
  name: 'Leeds',
  authorities: [{ code: 'E08000035', name: 'Leeds City Council', from: '2019-04-01', until: null }],
  partners: [{ name: 'Invented Integrated Care Board', from: '2022-07-01', until: null }],
  controllers: [{ name: 'Invented Controller', from: '2022-07-01', until: null }],
})
const known = { areas: [leeds], areaId: leeds.areaId, on: PlainDate.parse('2026-03-02') }
const bradford = { localAuthority: AuthorityCode.parse('E08000032'), localAuthorityName: 'Bradford' }
const decided = (code: string | null) => ({
  localAuthority: code === null ? null : AuthorityCode.parse(code),
})

/** The page of a child of Leeds, whose postcode lies there but for the changes. */
function shownFor(place: Partial<PostcodePlace>, changes: Partial<Parameters<typeof shownPlaces>[0]> = {}) {
  const { sections } = readNotification
  const found = {
    sections,
    residency: null,
    postcode: foundPlace(place),
    alternativePostcode: null,
    ...changes,
  }
  const [shown] = shownPlaces(found, known)
  if (shown === undefined) throw new Error('a postcode was given')
  return shown
}

const words = (place: Partial<PostcodePlace>) =>
  Object.fromEntries(shownFor(place).rows.map(({ key, value }) => [key.text, value.text]))

describe('where a postcode lies', () => {
  test('is said in words, each index with its small areas and the list it is taken from', () => {
    expect(words({})).toEqual({
      'Local authority': 'Leeds City Council',
      'Small area (LSOA)': 'E01011230 (2021), E01011229 (2011)',
      'Integrated care board': 'E54000054',
      'Rural or urban': 'Urban: nearer to a major town or city (2021)',
      'Deprivation (1 is most deprived)':
        '4 of 10 by IMD 2025 (small areas of 2021); 3 of 10 by IMD 2019 (small areas of 2011)',
      'According to': 'ONS Postcode Directory, February 2026.',
    })
  })

  test('says what the list does not, and that it came late or the postcode has ended', () => {
    const little = {
      lsoa2011: null,
      lsoa2021: null,
      icb: null,
      ruralUrban: null,
      deprivation: [],
      editionIsLater: true,
      terminated: PlainMonth.parse('2019-06'),
    }
    expect(words(little)).toMatchObject({
      'Small area (LSOA)': 'Not in the list',
      'Deprivation (1 is most deprived)': 'Not known: no index that is loaded has this small area',
      'According to':
        'ONS Postcode Directory, February 2026. No list that was out when the child died is loaded. The postcode went out of use in June 2019.',
    })
  })

  test('is said by country and code where no list names the authority', () => {
    const cardiff = { localAuthority: AuthorityCode.parse('W06000015'), localAuthorityName: null }
    expect(shownFor(cardiff).disagreement).toBe(
      'The postcode lies in a local authority in Wales (W06000015), but the notification says Leeds City Council.',
    )
  })

  test('is said to differ from what was notified, and then from what was decided', () => {
    expect(shownFor({}).disagreement).toBeNull()
    expect(shownFor(bradford).disagreement).toBe(
      'The postcode lies in Bradford, but the notification says Leeds City Council.',
    )
    expect(shownFor(bradford, { residency: decided('E08000032') }).disagreement).toBeNull()
    expect(shownFor({}, { residency: decided('E99999999') }).disagreement).toBe(
      'The postcode lies in Leeds City Council, but it was decided that the child lived in Another local authority in England.',
    )
    // Elsewhere in England, as was said; and outside it, where no list of ours can tell.
    expect(shownFor(bradford, { residency: decided('E99999999') }).disagreement).toBeNull()
    expect(shownFor(bradford, { residency: decided(null) }).disagreement).toBeNull()
  })

  test('is shown of an alternative postcode too, which need not agree', () => {
    const { sections } = readNotification
    const both = {
      sections,
      residency: null,
      postcode: foundPlace(),
      alternativePostcode: foundPlace(bradford),
    }
    expect(shownPlaces(both, known).map(({ title, disagreement }) => [title, disagreement])).toEqual([
      ['Where the postcode lies', null],
      ['Where the alternative postcode lies', null],
    ])
  })

  test('is not known where no list is loaded, and asks nothing that cannot be done', () => {
    const none = shownFor({}, { postcode: { outcome: 'no-edition' } })
    expect(none).toMatchObject({ rows: [], disagreement: null })
    expect(none.unknown).toBe('No list of postcodes is loaded, so it is not known where the postcode lies.')
  })
})
