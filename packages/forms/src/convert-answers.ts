import { type Answer, type Answers, isNotKnown, type Row } from './answer.ts'
import { answerSchema } from './answer-schema.ts'
import { type CompiledForm, itemsOf, type Question, type RepeatingGroup } from './compiled-form.ts'
import { FormVersionError, formVersion } from './form-version.ts'
import { type Listed, type ListedPlace, listedPlace } from './listed-answers.ts'
import type { VersionChange } from './version-change.ts'

type Value = Answer | Row[]

/** Answers to a version of a form, with those that belong to other versions and have no place in this one. */
export interface VersionedAnswers {
  url: string
  version: string
  answers: Answers
  /** By the version they were given to. Never dropped: they come back when the answers do. */
  aside: Readonly<Record<string, Answers>>
}

interface Step {
  from: CompiledForm
  to: CompiledForm
  /** What a question is called in the form converted to. */
  nameOf: (linkId: string) => string
  listed: Listed
}

function questionsIn(form: CompiledForm): ReadonlyMap<string, Question | RepeatingGroup> {
  return new Map(itemsOf(form).flatMap((item) => (item.kind === 'note' ? [] : [[item.linkId, item]])))
}

function fits(question: Question, answer: Answer): boolean {
  return isNotKnown(answer) ? question.notKnown : answerSchema(question).safeParse(answer).success
}

/** The codes a choice of the other version still offers; the whole of any other answer, or nothing. */
function placed(question: Question | undefined, answer: Answer): Answer | undefined {
  if (question === undefined) return undefined
  if (fits(question, answer)) return answer
  if (question.kind !== 'choice' || !question.multiple || !Array.isArray(answer)) return undefined
  const kept = answer.filter((code) => question.options.some((option) => option.code === code))
  return kept.length > 0 ? kept : undefined
}

function placedRows(group: RepeatingGroup, rows: readonly Row[], nameOf: Step['nameOf']): Row[] | undefined {
  const found = rows.map((row) => {
    const made: Row = {}
    for (const [linkId, answer] of Object.entries(row)) {
      const question = group.questions.find((one) => one.linkId === nameOf(linkId))
      const value = placed(question, answer)
      if (question !== undefined && value !== undefined) made[question.linkId] = value
    }
    return made
  })
  const kept = found.filter((row) => Object.keys(row).length > 0).slice(0, group.maxOccurs)
  return kept.length > 0 ? kept : undefined
}

function isRows(value: Value): value is Row[] {
  return Array.isArray(value) && typeof value[0] === 'object'
}

/** What of an answer has a place in the other version. */
function placeIn(
  target: ReadonlyMap<string, Question | RepeatingGroup>,
  linkId: string,
  value: Value,
  nameOf: Step['nameOf'],
): Value | undefined {
  const item = target.get(nameOf(linkId))
  if (item === undefined) return undefined
  if (item.kind === 'group') return isRows(value) ? placedRows(item, value, nameOf) : undefined
  return isRows(value) ? undefined : placed(item, value)
}

/** What becomes of one answer: what it is called there, what of it has a place, and whether that is all of it. */
function placeOf(
  target: ReadonlyMap<string, Question | RepeatingGroup>,
  [linkId, value]: readonly [string, Value],
  { nameOf, listed }: Pick<Step, 'nameOf' | 'listed'>,
): ListedPlace {
  const place = listedPlace(listed, target, linkId, value)
  if (place !== null) return place
  const made = placeIn(target, linkId, value, nameOf)
  return { linkId: nameOf(linkId), value: made, whole: same(made, value) }
}

function same(one: Value | undefined, other: Value | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/**
 * One version on or back. What has no place there is kept aside with its version; what was kept aside from the version
 * arrived at comes back, unless the answer was changed meanwhile: then the newer one stands, and both are kept.
 */
function convertOnce({ from, to, nameOf, listed }: Step, given: VersionedAnswers): VersionedAnswers {
  const target = questionsIn(to)
  const answers: Answers = {}
  const left: Answers = {}
  for (const answer of Object.entries(given.answers)) {
    const place = placeOf(target, answer, { nameOf, listed })
    if (place.value !== undefined) answers[place.linkId] = place.value
    if (!place.whole) left[answer[0]] = answer[1]
  }
  const { [to.version]: returning = {}, ...others } = given.aside
  const source = questionsIn(from)
  const backwards = new Map([...source.keys()].map((linkId) => [nameOf(linkId), linkId]))
  const kept: Answers = {}
  for (const [linkId, value] of Object.entries(returning)) {
    const place = listedPlace(listed, source, linkId, value)
    const shown =
      place === null ? placeIn(source, linkId, value, (id) => backwards.get(id) ?? id) : place.value
    const now = place === null ? answers[linkId] : given.answers[place.linkId]
    if (now === undefined ? shown === undefined : same(shown, now)) answers[linkId] = value
    else kept[linkId] = value
  }
  return {
    url: given.url,
    version: to.version,
    answers,
    aside: withEntries(withEntries(others, from.version, left), to.version, kept),
  }
}

function withEntries(aside: VersionedAnswers['aside'], version: string, added: Answers) {
  const all = { ...aside[version], ...added }
  return Object.keys(all).length === 0 ? aside : { ...aside, [version]: all }
}

/** The step of a change, on or back. */
function stepOf(forms: readonly CompiledForm[], change: VersionChange, onwards: boolean): Step {
  const older = formVersion(forms, change.url, change.from)
  const newer = formVersion(forms, change.url, change.to)
  const names = Object.entries(change.renamed)
  const name = new Map(onwards ? names : names.map(([was, is]) => [is, was]))
  const nameOf = (linkId: string) => name.get(linkId) ?? linkId
  const { listed = {} } = change
  return onwards ? { from: older, to: newer, nameOf, listed } : { from: newer, to: older, nameOf, listed }
}

/**
 * The answers as answers to another version of their form, version by version. Going there and back gives the very
 * answers; nothing is dropped on the way.
 * @throws FormVersionError when no changes lead from the one version to the other
 */
export function convertAnswers(
  forms: readonly CompiledForm[],
  changes: readonly VersionChange[],
  given: VersionedAnswers,
  version: string,
): VersionedAnswers {
  let found = given
  while (found.version !== version) {
    const onwards = found.version < version
    const change = changes.find(
      ({ url, from, to }) => url === given.url && (onwards ? from : to) === found.version,
    )
    if (change === undefined) {
      throw new FormVersionError(`No changes lead from ${given.version} of ${given.url} to ${version}`)
    }
    found = convertOnce(stepOf(forms, change, onwards), found)
    if (onwards ? found.version > version : found.version < version) {
      throw new FormVersionError(`There is no version ${version} of ${given.url}`)
    }
  }
  return found
}
