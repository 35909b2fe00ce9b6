import type { Db } from '@cdop/database'
import {
  AreaId,
  CaseId,
  FamilyLetterId,
  FamilyMemberId,
  FamilyQuestionId,
  Instant,
  LETTER_LIMIT,
  LetterLanguage,
  LetterStage,
  PersonId,
  PlainDate,
  Refusal,
  text,
} from '@cdop/domain'
import type { KeyProvider, SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import { caseCipher } from '../case/case-store.ts'

const LetterState = z.enum(['draft', 'final', 'given', 'withdrawn'])
/** How a letter reached whom it is to. */
export const LetterWay = z.enum(['posted', 'by-hand', 'through-a-professional'])

/** A letter to one parent or carer, without its words. */
export const LetterLine = z.strictObject({
  familyLetterId: FamilyLetterId,
  familyMemberId: FamilyMemberId,
  stage: LetterStage,
  language: LetterLanguage,
  state: LetterState,
  version: z.int().positive(),
  draftedBy: PersonId,
  draftedAt: Instant,
  finalAt: Instant.nullable(),
  givenOn: PlainDate.nullable(),
  givenHow: LetterWay.nullable(),
  withdrawnAt: Instant.nullable(),
})
export type LetterLine = z.infer<typeof LetterLine>

/** What is sealed of a letter: its words, and whose answers in which version it was drafted with. */
export const LetterContent = z.strictObject({
  text: text(LETTER_LIMIT),
  answers: z
    .array(z.strictObject({ familyQuestionId: FamilyQuestionId, version: z.int().positive() }))
    .max(200),
})
export type LetterContent = z.infer<typeof LetterContent>

const KeptLetter = LetterLine.extend({
  caseId: CaseId,
  knowsWish: z.boolean(),
  /** The area whose names and numbers stand in it. */
  writtenIn: AreaId,
  content: LetterContent,
  givenBy: text(200).nullable(),
})
export type KeptLetter = z.infer<typeof KeptLetter>

const tableOf = (familyLetterId: string) => `family_letters/${familyLetterId}`

/** The letters of a child's family, the newest first: none of their words. */
export async function lettersOf(tx: Db, areaId: AreaId, caseIds: readonly CaseId[]): Promise<LetterLine[]> {
  const rows = await tx`
    select family_letter_id, family_member_id, stage, language, state, version, drafted_by, drafted_at, final_at,
      given_on, given_how, withdrawn_at
    from case_review.family_letters where area_id = ${areaId} and case_id = any (${[...caseIds]}::uuid[])
    order by drafted_at desc, family_letter_id
  `
  return rows.map((row) => LetterLine.parse({ ...row }))
}

/** A letter of some cases of one child, opened. @throws Refusal `not-found` */
export async function openLetter(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  caseIds: readonly CaseId[],
  familyLetterId: FamilyLetterId,
): Promise<KeptLetter> {
  const [row] = await tx<{ caseId: CaseId; content: Buffer; givenBy: Buffer | null }[]>`
    select family_letter_id, case_id, family_member_id, stage, language, state, version, drafted_by, drafted_at, final_at,
      given_on, given_how, given_by, withdrawn_at, knows_wish, written_in, content
    from case_review.family_letters
    where area_id = ${areaId} and family_letter_id = ${familyLetterId} and case_id = any (${[...caseIds]}::uuid[])
  `
  if (row === undefined) throw new Refusal('not-found')
  const cipher = await caseCipher(tx, keys, areaId, row.caseId)
  const table = tableOf(familyLetterId)
  return KeptLetter.parse({
    ...row,
    content: cipher.openJson(table, 'content', row.content),
    givenBy: row.givenBy === null ? null : cipher.openJson(table, 'given_by', row.givenBy),
  })
}

type Drafted = Pick<
  KeptLetter,
  'familyLetterId' | 'caseId' | 'familyMemberId' | 'stage' | 'language' | 'content'
>
type Recorded = { by: PersonId; at: Instant }

export async function addLetter(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  { familyLetterId, caseId, familyMemberId, stage, language, content }: Drafted,
  { by, at }: Recorded,
): Promise<void> {
  await tx`
    insert into case_review.family_letters (area_id, family_letter_id, case_id, family_member_id, stage, language, state,
      version, content, written_in, drafted_by, drafted_at, changed_by, changed_at)
    values (${areaId}, ${familyLetterId}, ${caseId}, ${familyMemberId}, ${stage}, ${language}, 'draft', 1,
      ${cipher.sealJson(tableOf(familyLetterId), 'content', content)}, ${areaId}, ${by}, ${at}, ${by}, ${at})
  `
}

type Place = { areaId: AreaId; familyLetterId: FamilyLetterId }

/** Writes a draft anew: its words are this area's from now on. */
export async function rewriteLetter(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, familyLetterId }: Place,
  content: LetterContent,
  { by, at }: Recorded,
): Promise<void> {
  await tx`
    update case_review.family_letters set content = ${cipher.sealJson(tableOf(familyLetterId), 'content', content)},
      written_in = ${areaId}, version = version + 1, changed_by = ${by}, changed_at = ${at}
    where area_id = ${areaId} and family_letter_id = ${familyLetterId}
  `
}

export async function finishLetter(
  tx: Db,
  { areaId, familyLetterId }: Place,
  knowsWish: boolean,
  { by, at }: Recorded,
): Promise<void> {
  await tx`
    update case_review.family_letters set state = 'final', knows_wish = ${knowsWish}, version = version + 1,
      final_by = ${by}, final_at = ${at}
    where area_id = ${areaId} and family_letter_id = ${familyLetterId}
  `
}

/** Nobody withdraws it where records that had been one are parted. */
export async function withdrawKept(
  tx: Db,
  { areaId, familyLetterId }: Place,
  { by, at }: { by: PersonId | null; at: Instant },
): Promise<void> {
  await tx`
    update case_review.family_letters set state = 'withdrawn', version = version + 1, withdrawn_by = ${by},
      withdrawn_at = ${at}
    where area_id = ${areaId} and family_letter_id = ${familyLetterId}
  `
}

export async function saveGiven(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, familyLetterId }: Place,
  {
    givenOn,
    givenHow,
    givenBy,
  }: { givenOn: PlainDate; givenHow: z.infer<typeof LetterWay>; givenBy: string },
  { by, at }: Recorded,
): Promise<void> {
  await tx`
    update case_review.family_letters set state = 'given', version = version + 1, given_on = ${givenOn},
      given_how = ${givenHow}, given_by = ${cipher.sealJson(tableOf(familyLetterId), 'given_by', givenBy)},
      given_recorded_by = ${by}, given_recorded_at = ${at}
    where area_id = ${areaId} and family_letter_id = ${familyLetterId}
  `
}
