import type { NotificationContent, RegisteredDeath } from '@cdop/domain'

/** Whether a registered death and a notified one are one child's: `maybe` is for a person to say. */
export type Likeness = 'same' | 'maybe' | 'other'

/** A name by its first word, without case, marks or signs: registers write what parents say, hospitals what they hear. */
function first(name: string): string {
  const [word = ''] = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((part) => part !== '')
  return word
}

const isNamed = (givenNames: string | undefined): givenNames is string =>
  givenNames !== undefined &&
  !/^(not (yet )?named|unnamed|baby|infant|twin|triplet)\b/i.test(givenNames.trim())

/**
 * One child by the same NHS number, or by the same surname and first name and dates of birth and death. Everything
 * that agrees in two of surname, birth and death may be one child, twins among them; with two different NHS numbers
 * only a person can say so.
 */
export function likeness(registered: RegisteredDeath, { child, death }: NotificationContent): Likeness {
  const numbers = registered.nhsNumber !== null && child.nhsNumber !== undefined
  if (numbers && registered.nhsNumber === child.nhsNumber) return 'same'
  const surname = first(registered.familyName) === first(child.familyName)
  const born = registered.bornOn === child.dateOfBirth
  const died = registered.diedOn === death.dateOfDeath
  const bothNamed = isNamed(registered.givenNames) && isNamed(child.givenNames)
  const named = bothNamed && first(registered.givenNames) === first(child.givenNames ?? '')
  if (surname && born && died && named && !numbers) return 'same'
  const agreeing = [surname, born, died, named].filter(Boolean).length
  const wholly = surname && born && died
  return agreeing >= 3 || wholly ? 'maybe' : 'other'
}
