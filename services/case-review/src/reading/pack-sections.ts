import { createHash } from 'node:crypto'
import { type Canonical, canonicalJson, PackPlace, type SectionDigest } from '@cdop/domain'
import type { Pack } from '../pack/pack-content.ts'
import type { Narratives } from '../pack/released-narratives.ts'

const digest = (said: Canonical) => createHash('sha256').update(canonicalJson(said)).digest('hex')

/** The parts of a pack that are read one by one, each with a digest of what it says: part after part as on the page. */
export function packSections(
  pack: Pack,
  { texts, family }: Pick<Narratives, 'texts' | 'family'>,
): SectionDigest[] {
  const { reference, ageBand, monthOfDeath, sex, expectedness, placeOfDeath, reviewedBefore } = pack
  const about = { reference, ageBand, monthOfDeath, sex, expectedness, placeOfDeath, reviewedBefore }
  const { summary, noAnswer, withheld, returns, familyQuestions } = pack
  // The summary stands by itself.
  const wrote = texts.filter(({ organisationKind }) => organisationKind !== null)
  const { portrait, questions } = family
  const asked = questions.map(({ familyQuestionId, text }) => [familyQuestionId, text])
  const parts: [string, Canonical][] = [
    ...(portrait !== null ? [['portrait', portrait] as [string, Canonical]] : []),
    ...(asked.length > 0 ? [['family-asks', asked] as [string, Canonical]] : []),
    ['about', about],
    ['summary', summary],
    ...(noAnswer.length > 0 || withheld > 0 ? [['gaps', { noAnswer, withheld }] as [string, Canonical]] : []),
    ...returns.map((one): [string, Canonical] => [one.section, one]),
    ...(wrote.length > 0 ? [['wrote', wrote] as [string, Canonical]] : []),
    ...(familyQuestions.length > 0 ? [['family', familyQuestions] as [string, Canonical]] : []),
  ]
  return parts.map(([section, said]) => ({ section: PackPlace.parse(section), digest: digest(said) }))
}

/** Tells one state of a pack from another. */
export function packVersion(sections: readonly SectionDigest[]): string {
  return digest([...sections])
}
