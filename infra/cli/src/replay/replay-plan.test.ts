import { ageBand } from '@cdop/domain'
import { answersFrom, formInForce, NOTIFICATION_FORM, statutoryForms } from '@cdop/forms'
import { describe, expect, test } from 'vitest'
import { england } from './england.ts'
import { herefordshireAndWorcestershire } from './herefordshire-and-worcestershire.ts'

const numbersOf = (deaths: readonly { notification: { child: { nhsNumber: string } } }[]) =>
  new Set(deaths.map((death) => death.notification.child.nhsNumber))

describe('the replay adds up to what was printed', () => {
  test('Herefordshire and Worcestershire 2021/22: 43 notified, 29 of them expected', () => {
    const deaths = herefordshireAndWorcestershire()
    expect(deaths).toHaveLength(43)
    expect(deaths.filter((death) => death.notification.death.expectedness === 'expected')).toHaveLength(29)
    expect(numbersOf(deaths).size).toBe(43)
  })

  test('28 reviewed, 16 with modifiable factors, and each factor as often as printed', () => {
    const reviews = herefordshireAndWorcestershire().flatMap((death) => (death.review ? [death.review] : []))
    expect(reviews).toHaveLength(28)
    expect(reviews.filter((review) => review.modifiable.length > 0)).toHaveLength(16)
    const counts: Record<string, number> = {}
    for (const review of reviews) {
      expect(new Set(review.modifiable.map((factor) => factor.code)).size).toBe(review.modifiable.length)
      for (const factor of review.modifiable) counts[factor.code] = (counts[factor.code] ?? 0) + 1
    }
    expect(counts).toEqual({
      prematurity: 10,
      'smoking-in-household': 7,
      'neonatal-care-quality': 5,
      'complex-family-circumstances': 8,
    })
  })

  test('England: 3,743 deaths, then 3,577, each in its own year and none twice', () => {
    const [before, after] = england()
    expect([before?.deaths.length, after?.deaths.length]).toEqual([3743, 3577])
    const all = [...(before?.deaths ?? []), ...(after?.deaths ?? [])]
    expect(numbersOf(all).size).toBe(3743 + 3577)
    for (const death of after?.deaths ?? []) {
      const { dateOfDeath } = death.notification.death
      expect(dateOfDeath >= '2023-04-01' && dateOfDeath <= '2024-03-31').toBe(true)
    }
  })

  test('every invented child fits the notification form in force and is under 18', () => {
    for (const { notification, receivedOn } of herefordshireAndWorcestershire()) {
      const form = formInForce(statutoryForms, NOTIFICATION_FORM, receivedOn)
      expect(form.schema.safeParse(answersFrom(form, notification)).success).toBe(true)
      expect(ageBand(notification.child.dateOfBirth, notification.death.dateOfDeath)).not.toBeNull()
    }
  })
})
