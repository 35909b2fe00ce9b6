import type { Db } from '@cdop/database'
import {
  type AreaId,
  type FamilyMemberId,
  FamilyQuestionId,
  givesAway,
  givesNumberAway,
  type LetterCaution,
  letterCautions,
  londonDate,
  mayDo,
  type Person,
  PlainDate,
  Refusal,
  whyNotTold,
} from '@cdop/domain'
import { z } from 'zod'
import type { CaseRow } from '../case/case-store.ts'
import { caveatsOf } from '../caveat/caveat-store.ts'
import { keptFromFamilySince } from '../caveat/withhold.ts'
import { avoidedDatesOf } from '../family/avoided-date-store.ts'
import { feedbackOf } from '../family/feedback-store.ts'
import { type FamilyMember, membersOf } from '../family/member-store.ts'
import { type FamilyQuestion, familyQuestionsOf } from '../family/question-store.ts'
import type { Parts } from '../parts.ts'
import type { KeptLetter, LetterContent } from './letter-store.ts'

/** A question, and since when the family must not be told what there is to it, where it must not be. */
type Asked = FamilyQuestion & { withheldSince: PlainDate | null }

/** Whom a letter is to, and what else is kept of the family that a letter has to heed. */
export type LetterFamily = {
  member: FamilyMember
  others: readonly FamilyMember[]
  questions: readonly Asked[]
  /** Newest answers this parent may be told and was not told yet: to what they or the family together asked. */
  toTell: readonly { question: FamilyQuestion; version: number; answer: string }[]
  avoided: readonly { month: number; day: number; why: string }[]
}

/**
 * What is kept of the family of whoever a letter is to.
 * @throws Refusal `not-found`
 */
export async function letterFamily(
  tx: Db,
  parts: Parts,
  areaId: AreaId,
  { caseIds }: Pick<CaseRow, 'caseIds'>,
  familyMemberId: FamilyMemberId,
): Promise<LetterFamily> {
  const members = (await membersOf(tx, parts.keys, areaId, caseIds)).filter(({ inError }) => !inError)
  const member = members.find((one) => one.familyMemberId === familyMemberId)
  if (member === undefined) throw new Refusal('not-found')
  const caveats = await caveatsOf(tx, areaId, caseIds)
  const questions = (await familyQuestionsOf(tx, parts.keys, areaId, caseIds)).map((question) => ({
    ...question,
    withheldSince: keptFromFamilySince(question.familyQuestionId, caveats),
  }))
  const told = await feedbackOf(tx, parts.keys, areaId, caseIds)
  const toTell = questions.flatMap((question) => {
    const [newest] = question.answers
    if (newest === undefined || question.withheldSince !== null || !isTheirs(question, familyMemberId))
      return []
    const known = told.some(
      (one) =>
        one.familyMemberId === familyMemberId &&
        one.familyQuestionId === question.familyQuestionId &&
        one.answerEntry === newest.entry,
    )
    return known ? [] : [{ question, version: newest.entry, answer: newest.answer }]
  })
  const avoided = (await avoidedDatesOf(tx, parts.keys, areaId, caseIds)).map(({ avoided: date }) => date)
  const others = members.filter((one) => one.familyMemberId !== familyMemberId)
  return { member, others, questions, toTell, avoided }
}

const isTheirs = ({ askedBy }: FamilyQuestion, familyMemberId: FamilyMemberId) =>
  askedBy === null || askedBy === familyMemberId

/** What whoever writes to this parent has to know first. */
export function cautionsOf(
  { member, others, questions, avoided }: LetterFamily,
  letter: Pick<KeptLetter, 'stage' | 'language' | 'content' | 'writtenIn'>,
  at: { areaId: AreaId; state: CaseRow['state']; today: PlainDate },
): LetterCaution[] {
  return letterCautions({
    member,
    others,
    stage: letter.stage,
    state: at.state,
    language: letter.language,
    text: letter.content.text,
    today: at.today,
    avoided,
    withheld: questions.some((one) => one.withheldSince !== null && isTheirs(one, member.familyMemberId)),
    fromElsewhere: letter.writtenIn !== at.areaId,
  })
}

/** What a letter says that was so when it was finished and is not now: since which day, where that is known. */
export const LetterChange = z.strictObject({
  familyQuestionId: FamilyQuestionId,
  why: z.enum(['answered-anew', 'withheld']),
  since: PlainDate.nullable(),
})
export type LetterChange = z.infer<typeof LetterChange>

/**
 * Which answers a letter tells that have changed, and which must not be told any more: by the answers it was drafted with,
 * or word for word.
 */
export function changesSince({ questions }: LetterFamily, { text, answers }: LetterContent): LetterChange[] {
  const anew = answers.flatMap(({ familyQuestionId, version }): LetterChange[] => {
    const now = questions.find((one) => one.familyQuestionId === familyQuestionId)?.answers ?? []
    if (now[0]?.entry === version) return []
    const next = now.find(({ entry }) => entry === version + 1)
    return [{ familyQuestionId, why: 'answered-anew', since: next ? londonDate(next.recordedAt) : null }]
  })
  const withheld = questions.flatMap((one): LetterChange[] => {
    const { familyQuestionId, withheldSince: since } = one
    if (since === null) return []
    const told =
      answers.some((answer) => answer.familyQuestionId === familyQuestionId) ||
      givesAway(
        text,
        one.answers.map(({ answer }) => answer),
      )
    return told ? [{ familyQuestionId, why: 'withheld', since }] : []
  })
  return [...anew, ...withheld]
}

/** Whether what changed since a letter was given is still to be told this parent, or must not be. */
export const isStillToTell = ({ questions, toTell }: LetterFamily, { familyQuestionId }: LetterChange) =>
  toTell.some(({ question }) => question.familyQuestionId === familyQuestionId) ||
  questions.some((one) => one.familyQuestionId === familyQuestionId && one.withheldSince !== null)

const tellsWithheld = (family: LetterFamily, content: LetterContent) =>
  changesSince(family, content).some(({ why }) => why === 'withheld')

/** Whether a letter has an answer to a question that is not of this family: of a record that was one with it once. */
const tellsOfOtherFamily = ({ questions }: LetterFamily, { answers }: LetterContent) =>
  answers.some((answer) => !questions.some((one) => one.familyQuestionId === answer.familyQuestionId))

/**
 * What must not be told yet no key worker reads, nor in a letter that was drafted before; nor what another family was told,
 * whose caveats are not known here.
 * @throws Refusal `not-to-be-told-yet`
 */
export function requireReadable(person: Person, family: LetterFamily, content: LetterContent): void {
  if (mayDo(person, 'case:read')) return
  if (tellsWithheld(family, content) || tellsOfOtherFamily(family, content))
    throw new Refusal('not-to-be-told-yet')
}

/**
 * What has changed since a letter was given, or on that day, did not change what it said: `givenOn`.
 * @throws Refusal when a letter may not go to this parent: `must-not-be-contacted`, `not-to-be-told-yet` for an answer that
 * is kept back, `wishes-to-hear-nothing`, `letter-gives-another-away`; `stale` for an answer that has changed since
 */
export function requireTellable(
  family: LetterFamily,
  content: LetterContent,
  knowsWish: boolean,
  givenOn: PlainDate | null = null,
): void {
  const changes = changesSince(family, content).filter(
    ({ since }) => givenOn === null || since === null || since < givenOn,
  )
  const withheld = changes.some(({ why }) => why === 'withheld')
  const no = whyNotTold({ ...family.member, knowsWish, withheld })
  if (no !== null) throw new Refusal(no)
  if (changes.length > 0) throw new Refusal('stale')
  if (tellsOfOthers(family, content.text)) throw new Refusal('letter-gives-another-away', ['text'])
}

/** How somebody is reached. A time of one word stands in letters by chance. */
const reached = ({ details: { safeContact, safeTimes, noContactWhy } }: FamilyMember) => [
  safeContact,
  safeTimes !== null && /\s/.test(safeTimes) ? safeTimes : null,
  noContactWhy,
]
const said = ({ asked, answers, leftOpen }: FamilyQuestion) => [
  asked,
  leftOpen?.why ?? null,
  ...answers.map(({ answer }) => answer),
]

/** Whether a letter repeats how another is reached, or what another asked or was answered, and this parent did not say or hear. */
function tellsOfOthers({ member, others, questions }: LetterFamily, text: string): boolean {
  const isOwn = (question: FamilyQuestion) => isTheirs(question, member.familyMemberId)
  const own = [...reached(member), ...questions.filter(isOwn).flatMap(said)]
  const howReached = others.flatMap(reached)
  const ofOthers = [...howReached, ...questions.filter((one) => !isOwn(one)).flatMap(said)]
  return givesAway(text, ofOthers, own) || givesNumberAway(text, howReached, own)
}
