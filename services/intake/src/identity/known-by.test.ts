import { itemsOf, NOTIFICATION_FORM, statutoryForms } from '@cdop/forms'
import { describe, expect, test } from 'vitest'
import { namedIn, namingGroups, namingQuestions } from './known-by.ts'

const [newest] = statutoryForms
  .filter(({ url }) => url === NOTIFICATION_FORM)
  .sort((one, other) => other.version.localeCompare(one.version))
if (newest === undefined) throw new Error('there is a notification form')
const items = itemsOf(newest)

describe('what a case is known by', () => {
  test('is asked by questions the form in force has', () => {
    const { staff, places, ...lists } = namingQuestions
    const single = [...Object.keys(staff), ...Object.keys(places), ...Object.values(lists).flat()]
    for (const linkId of single) expect(items.find((item) => item.linkId === linkId)?.linkId).toBe(linkId)
    for (const [group, questions] of Object.entries(namingGroups)) {
      const found = items.find((item) => item.linkId === group)
      if (found?.kind !== 'group') throw new Error(`${group} is no group`)
      const asked = found.questions.map(({ linkId }) => linkId)
      for (const linkId of questions) expect(asked).toContain(linkId)
    }
  })

  test('is everybody and everything the answers name', () => {
    const known = namedIn({
      'notifier-name': 'Ivo Larkmoor',
      'notifier-contact': 'ivo@trust.example',
      'place-of-death-name': 'Hollowbrook Hospital',
      'child-postcode': 'LS1 4AP',
      'key-worker': { notKnown: true },
      parents: [
        {
          'parent-name': 'Mara Quillfeather',
          'parent-relationship': 'mother',
          'parent-address': '2 Elm Row',
          'parent-date-of-birth': '1991-05-04',
        },
      ],
      'household-children': [{ 'sibling-name': 'Tam Quillfeather' }],
      agencies: [{ 'agency-name': 'Invented Surgery', 'agency-person': 'Dr Oona Brisk' }],
    })
    expect(known.family).toEqual([
      { name: 'Mara Quillfeather', relation: 'mother' },
      { name: 'Tam Quillfeather', relation: 'sibling' },
    ])
    expect(known.staff.map(({ name }) => name)).toEqual(['Ivo Larkmoor', 'Dr Oona Brisk'])
    expect(known.places.map(({ name }) => name)).toEqual(['Hollowbrook Hospital', 'Invented Surgery'])
    expect(known).toMatchObject({
      addresses: ['2 Elm Row'],
      postcodes: ['LS1 4AP'],
      contacts: ['ivo@trust.example'],
      dates: ['1991-05-04'],
    })
  })
})
