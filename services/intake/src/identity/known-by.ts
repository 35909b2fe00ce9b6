import { NhsNumber, PlainDate } from '@cdop/domain'
import { type Answers, answerTo, type Row, rowsOf } from '@cdop/forms'
import { z } from 'zod'

const Words = z.string().min(1).max(1000)

/** Somebody or something of a case by which it is recognised in a text. */
export const KnownBy = z.strictObject({
  children: z.array(
    z.strictObject({
      familyName: z.string(),
      givenNames: z.string(),
      nhsNumber: NhsNumber.nullable(),
      dateOfBirth: PlainDate,
      dateOfDeath: PlainDate,
      address: z.string().nullable(),
      postcode: z.string().nullable(),
    }),
  ),
  /** Other names the child went by. */
  alsoKnownAs: z.array(Words),
  family: z.array(z.strictObject({ name: Words, relation: Words.nullable() })),
  staff: z.array(z.strictObject({ name: Words, role: z.enum(['key-worker', 'professional']) })),
  places: z.array(z.strictObject({ name: Words, kind: z.enum(['place-of-death', 'organisation']) })),
  addresses: z.array(Words),
  postcodes: z.array(Words),
  nhsNumbers: z.array(Words),
  /** Telephone numbers and e-mail addresses, as they were written. */
  contacts: z.array(Words),
  /** When somebody of the family was born. */
  dates: z.array(PlainDate),
})
export type KnownBy = z.infer<typeof KnownBy>

/** Where the notification form names somebody or something, by question and by group. A name it gives anew is added here. */
export const namingQuestions = {
  alsoKnownAs: ['child-also-known-as'],
  staff: { 'notifier-name': 'professional', 'follow-up-with': 'professional', 'key-worker': 'key-worker' },
  places: {
    'notifier-organisation': 'organisation',
    'place-of-death-name': 'place-of-death',
    'responsible-authority': 'organisation',
  },
  addresses: ['child-address'],
  postcodes: ['child-postcode', 'alternative-postcode'],
  nhsNumbers: ['child-nhs-number', 'mother-nhs-number'],
  contacts: ['notifier-contact', 'key-worker-contact'],
} as const

export const namingGroups = {
  parents: ['parent-name', 'parent-relationship', 'parent-address', 'parent-date-of-birth'],
  'household-children': ['sibling-name', 'sibling-date-of-birth'],
  'household-adults': ['member-name', 'member-relationship'],
  'phone-calls': ['phoned-person'],
  agencies: ['agency-name', 'agency-person', 'agency-email', 'agency-phone'],
} as const

const written = (answer: unknown): string[] =>
  typeof answer === 'string' && answer.trim() !== '' ? [answer] : []

/** What the answers to a notification say of who and what the case is known by, besides the child itself. */
export function namedIn(answers: Answers): Omit<KnownBy, 'children'> {
  const single = (linkId: string) => written(answerTo(answers, linkId))
  const several = (linkIds: readonly string[]) => linkIds.flatMap(single)
  const rows = <Kept>(group: keyof typeof namingGroups, of: (row: Row) => readonly Kept[]) =>
    rowsOf(answers, group).flatMap(of)
  const inRows = (group: keyof typeof namingGroups, linkId: string) =>
    rows(group, (row) => written(row[linkId]))
  return {
    alsoKnownAs: several(namingQuestions.alsoKnownAs),
    family: [
      ...rows('parents', (row) =>
        written(row['parent-name']).map((name) => ({
          name,
          relation: written(row['parent-relationship'])[0] ?? null,
        })),
      ),
      ...inRows('household-children', 'sibling-name').map((name) => ({ name, relation: 'sibling' })),
      ...rows('household-adults', (row) =>
        written(row['member-name']).map((name) => ({
          name,
          relation: written(row['member-relationship'])[0] ?? null,
        })),
      ),
    ],
    staff: [
      ...Object.entries(namingQuestions.staff).flatMap(([linkId, role]) =>
        single(linkId).map((name) => ({ name, role })),
      ),
      ...[...inRows('phone-calls', 'phoned-person'), ...inRows('agencies', 'agency-person')].map((name) => ({
        name,
        role: 'professional' as const,
      })),
    ],
    places: [
      ...Object.entries(namingQuestions.places).flatMap(([linkId, kind]) =>
        single(linkId).map((name) => ({ name, kind })),
      ),
      ...inRows('agencies', 'agency-name').map((name) => ({ name, kind: 'organisation' as const })),
    ],
    addresses: [...several(namingQuestions.addresses), ...inRows('parents', 'parent-address')],
    postcodes: several(namingQuestions.postcodes),
    nhsNumbers: several(namingQuestions.nhsNumbers),
    contacts: [
      ...several(namingQuestions.contacts),
      ...inRows('agencies', 'agency-email'),
      ...inRows('agencies', 'agency-phone'),
    ],
    dates: [
      ...inRows('parents', 'parent-date-of-birth'),
      ...inRows('household-children', 'sibling-date-of-birth'),
    ].flatMap((date) => {
      const read = PlainDate.safeParse(date)
      return read.success ? [read.data] : []
    }),
  }
}
