import type { FamilyPerson, StaffPerson } from '../case-identifiers.ts'
import type { Entity, FindingKind } from '../finding.ts'
import { closed, wordsOf } from '../reading/read-text.ts'
import { formsOfName } from '../words/short-names.ts'
import { type Form, form, instead } from './form.ts'

/** "de", "al", "ap" and the like are no name by themselves. */
const PARTICLES = new Set(
  'al el ul ur de da di du van von der ap ab ferch bin ibn bint binti abu st mac mc o la le'.split(' '),
)
/** What nearly every woman or man of a faith bears says nobody's name when it stands alone in small letters. */
const LEAST = 2

/** Every way in which a person of the family may be named. */
export function familyForms(person: FamilyPerson): readonly Form[] {
  const entity: Entity = { type: 'family', key: person.key, role: person.role }
  return personForms(person, entity, person.role === 'child' ? 'name of the child' : 'name of family')
}

/** Every way in which a professional may be named; numbers as a collar bears them included. */
export function staffForms(person: StaffPerson): readonly Form[] {
  const entity: Entity = { type: 'staff', key: person.key, profession: person.profession }
  const numbers = person.numbers.map((number) =>
    form(closed(number), {
      sort: 'code',
      kind: 'name of staff',
      instead: instead(entity),
      reason: 'as recorded',
      pieces: wordsOf(number).length,
    }),
  )
  return [...personForms(person, entity, 'name of staff'), ...numbers]
}

type Named = Pick<FamilyPerson, 'givenNames' | 'familyNames' | 'alsoKnownAs'>

function personForms(person: Named, entity: Entity, kind: FindingKind): readonly Form[] {
  const base = { kind, instead: instead(entity), reason: 'as recorded' as const }
  const given = person.givenNames.flatMap((name) => nameForms(name, { ...base, sort: 'given' }))
  const family = person.familyNames.flatMap((name) => nameForms(name, { ...base, sort: 'family' }))
  const called = person.alsoKnownAs.flatMap((name) => nameForms(name, { ...base, sort: 'nickname' }))
  const short = [...given, ...called]
    .filter((one) => one.pieces === 1)
    .flatMap((one) => formsOfName(one.closed))
    .map((name) => form(name, { ...base, sort: 'nickname', reason: 'short form' }))
  return [...given, ...family, ...called, ...short, ...initialForms(person, base)]
}

function nameForms(name: string, base: Pick<Form, 'kind' | 'instead' | 'reason' | 'sort'>): readonly Form[] {
  const parts = wordsOf(name)
  const alone = parts
    .filter((part) => part.length >= LEAST && !(parts.length > 1 && PARTICLES.has(part)))
    .map((part) => form(part, base))
  if (parts.length < 2) return alone
  return [...alone, form(parts.join(''), { ...base, pieces: parts.length })]
}

/** First letters: of all names, of the first and the last, with and without those between. */
function initialForms(person: Named, base: Pick<Form, 'kind' | 'instead'>): readonly Form[] {
  const given = person.givenNames.flatMap(wordsOf).map((word) => word.slice(0, 1))
  const [first = ''] = given
  const made = new Set<string>()
  for (const name of person.familyNames) {
    const parts = wordsOf(name)
    for (const last of [parts.map((part) => part.slice(0, 1)).join(''), (parts.at(-1) ?? '').slice(0, 1)]) {
      made.add(first + last)
      made.add(given.join('') + last)
    }
  }
  for (const name of person.familyNames)
    made.add(
      wordsOf(name)
        .map((word) => word.slice(0, 1))
        .join(''),
    )
  if (given.length > 1) made.add(given.join(''))
  return [...made]
    .filter((letters) => letters.length >= 2)
    .map((letters) =>
      form(letters, {
        ...base,
        kind: 'initials',
        sort: 'initials',
        reason: 'initials',
        pieces: letters.length,
      }),
    )
}
