import { chance, pick, type Random } from './chance.ts'
import { HIDINGS, type Hiding } from './hidings.ts'
import { type InventedCase, inventedCase, inventedNumber, inventedPhone } from './invented-case.ts'
import { STRANGERS } from './invented-names.ts'
import { ABOUT_CODES, ABOUT_DATES, ABOUT_PEOPLE, INNOCENT } from './prose.ts'

/** What was hidden where: every letter and figure from `start` to `end` says who somebody is. */
export type Planted = { start: number; end: number; hiding: string; own: boolean }
export type PlantedNarrative = { text: string; planted: readonly Planted[] }
export type PlantedCase = { one: InventedCase; narratives: readonly PlantedNarrative[] }

/** What is nobody's of the case, and must be seen all the same. */
const STRANGE: readonly Hiding[] = [
  {
    name: 'nobody’s: title and name',
    sentences: ABOUT_PEOPLE,
    hide: (_, random) =>
      `${pick(random, ['Dr', 'Mr', 'Mrs', 'PC', 'Nurse', 'Prof'])} «${pick(random, STRANGERS)}»`,
  },
  {
    name: 'nobody’s: two names',
    sentences: ABOUT_PEOPLE,
    hide: (_, random) =>
      `«${pick(random, ['Tracy', 'Darren', 'Bethan', 'Imran'])} ${pick(random, STRANGERS)}»`,
  },
  {
    name: 'nobody’s: NHS number',
    sentences: ABOUT_CODES,
    hide: (_, random) => `«${inventedNumber(random)}»`,
  },
  { name: 'nobody’s: telephone', sentences: ABOUT_CODES, hide: (_, random) => `«${inventedPhone(random)}»` },
  {
    name: 'nobody’s: postcode',
    sentences: ABOUT_CODES,
    hide: (_, random) => `«${pick(random, ['NG7 2UH', 'M14 9ZZ', 'EX4 4QJ', 'SW1A 2AA'])}»`,
  },
  {
    name: 'nobody’s: e-mail',
    sentences: ABOUT_CODES,
    hide: (_, random) => `«${pick(random, STRANGERS).toLowerCase()}@example.org»`,
  },
  {
    name: 'nobody’s: date',
    sentences: ABOUT_DATES,
    hide: (_, random) => `«${pick(random, ['3 June 2011', '12/08/2009', '2012-02-29', '1st of Oct 2013'])}»`,
  },
  {
    name: 'nobody’s: institution',
    sentences: ABOUT_PEOPLE,
    hide: (_, random) =>
      `«${pick(random, STRANGERS)} ${pick(random, ['General Hospital', 'Primary School', 'Road Surgery'])}»`,
  },
]

type Draft = { text: string; planted: Planted[] }

function put(draft: Draft, sentence: string, hidden: string, hiding: string, own: boolean): void {
  const whole = sentence.replace('{}', () => hidden)
  let text = ''
  let start = 0
  for (const letter of whole) {
    if (letter === '«') start = draft.text.length + text.length
    else if (letter === '»') draft.planted.push({ start, end: draft.text.length + text.length, hiding, own })
    else text += letter
  }
  draft.text += `${text} `
}

/** A narrative that hides each form `each` times between sentences that hide nothing. */
function narrative(
  one: InventedCase,
  random: Random,
  hidings: readonly Hiding[],
  own: boolean,
): PlantedNarrative {
  const draft: Draft = { text: '', planted: [] }
  for (const hiding of hidings) {
    const hidden = hiding.hide(one, random)
    draft.text += `${pick(random, INNOCENT)} `
    if (hidden !== null) put(draft, pick(random, hiding.sentences), hidden, hiding.name, own)
    if (random() < 0.15) draft.text = `${draft.text.trimEnd()}\n\n`
  }
  return draft
}

function shuffled<Value>(random: Random, values: readonly Value[]): readonly Value[] {
  return values
    .map((value) => ({ value, rank: random() }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ value }) => value)
}

/** The same seed and number give the same case. @param each how many times every form is hidden */
export function plantedCase(seed: number, at: number, each: number): PlantedCase {
  const random = chance(seed * 1_000_003 + at)
  const one = inventedCase(random, at)
  const narratives: PlantedNarrative[] = []
  for (let turn = 0; turn < each; turn += 1)
    narratives.push(narrative(one, random, shuffled(random, HIDINGS), true))
  narratives.push(narrative(one, random, shuffled(random, STRANGE), false))
  return { one, narratives }
}

export const HIDING_NAMES: readonly string[] = HIDINGS.map(({ name }) => name)
