import { PlainDate } from '@cdop/domain'
import { CaseIdentifiers } from './case-identifiers.ts'
import type { PackKey } from './pack/pseudonyms.ts'
import { type Decision, type Decisions, placeOf, type Settled, settle } from './pack/settle.ts'
import type { Screened } from './screen.ts'

/** A case of nobody. */
export function givenCase(changed: Partial<CaseIdentifiers> = {}): CaseIdentifiers {
  const person = (key: string, givenNames: string[], familyNames: string[], alsoKnownAs: string[] = []) => ({
    key,
    givenNames,
    familyNames,
    alsoKnownAs,
  })
  return CaseIdentifiers.parse({
    family: [
      { ...person('c', ['Aliyah'], ['Chaudhry-Jones'], ['Lulu']), role: 'child' },
      { ...person('m', ['Rhiannon'], ['Jones']), role: 'mother' },
      { ...person('f', ['Imran'], ['Chaudhry']), role: 'father' },
      { ...person('s1', ['Zainab'], ['Chaudhry-Jones']), role: 'sibling' },
      { ...person('s2', ['Will'], ['Chaudhry-Jones']), role: 'sibling' },
    ],
    staff: [
      { ...person('d', ['Siân'], ['O’Brien']), profession: 'doctor', numbers: [] },
      { ...person('p', [], ['Ollerton']), profession: 'police officer', numbers: ['4512'] },
    ],
    places: [
      { key: 'h', kind: 'hospital', name: 'St Swithun’s General Hospital', alsoKnownAs: [] },
      { key: 'n', kind: 'nursery', name: 'Brackthorpe Nursery', alsoKnownAs: ['BTN'] },
    ],
    addresses: [{ lines: ['12 Marldale Avenue'], postcode: 'LS11 9ZZ' }],
    nhsNumbers: ['999 000 0018'],
    phones: ['0113 496 0123'],
    emails: ['rhi.jones84@example.com'],
    references: ['HC123456'],
    dates: {
      birth: PlainDate.parse('2026-11-12'),
      death: PlainDate.parse('2026-11-14'),
      incident: null,
      others: [],
    },
    ...changed,
  })
}

export const givenKey = (seed: number): PackKey =>
  Uint8Array.from({ length: 32 }, (_, at) => (seed * 31 + at * 7) % 256)

const BY: Omit<Decision, 'hide'> = { decidedBy: 'person-1', decidedAt: '2026-11-20T09:00:00.000Z' }

export const decidedAll = (screened: Screened, hide: boolean): Decisions => ({
  text: screened.text,
  byPlace: new Map(screened.findings.map((finding) => [placeOf(finding), { ...BY, hide }])),
})

export function settledWith(screened: Screened, hide = true): Settled {
  const settled = settle(screened, decidedAll(screened, hide))
  if (settled.state === 'unsettled') throw new Error('something is open')
  return settled
}
