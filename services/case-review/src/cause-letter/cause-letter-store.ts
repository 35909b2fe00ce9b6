import type { Db } from '@cdop/database'
import {
  type AreaId,
  CaseId,
  CauseAnswer,
  CauseLetterId,
  CauseLetterState,
  CauseRecipient,
  LETTER_LIMIT,
  type PersonId,
  PlainDate,
  Refusal,
  text,
} from '@cdop/domain'
import type { KeyProvider, SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import { caseCipher } from '../case/case-store.ts'

/** A letter about a registered cause, without its words: how far it is and since when. */
export const CauseLetterLine = z.strictObject({
  causeLetterId: CauseLetterId,
  recipient: CauseRecipient,
  state: CauseLetterState,
  version: z.int().positive(),
  raisedOn: PlainDate,
  sentOn: PlainDate.nullable(),
  answer: CauseAnswer.nullable(),
  answeredOn: PlainDate.nullable(),
})
export type CauseLetterLine = z.infer<typeof CauseLetterLine>

export const CauseLetter = CauseLetterLine.extend({
  text: text(LETTER_LIMIT),
  sentTo: z.string().nullable(),
  answerWords: z.string().nullable(),
})
export type CauseLetter = z.infer<typeof CauseLetter>

const Sealed = z.object({
  caseId: CaseId,
  content: z.instanceof(Uint8Array),
  sentTo: z.instanceof(Uint8Array).nullable(),
  answerWords: z.instanceof(Uint8Array).nullable(),
})

const tableOf = (causeLetterId: string) => `cause_letters/${causeLetterId}`

/** The letters about the registered cause of a child's death, the newest first: none of their words. */
export async function causeLettersOf(
  tx: Db,
  areaId: AreaId,
  caseIds: readonly CaseId[],
): Promise<CauseLetterLine[]> {
  const rows = await tx`
    select cause_letter_id, recipient, state, version, raised_on, sent_on, answer, answered_on
    from case_review.cause_letters where area_id = ${areaId} and case_id = any (${[...caseIds]}::uuid[])
    order by raised_on desc, cause_letter_id
  `
  return rows.map((row) => CauseLetterLine.parse({ ...row }))
}

/** One of them, opened; `lock` holds it for the transaction. @throws Refusal `not-found` */
export async function openCauseLetter(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  caseIds: readonly CaseId[],
  causeLetterId: CauseLetterId,
  { lock = false }: { lock?: boolean } = {},
): Promise<{ letter: CauseLetter; cipher: SubjectCipher }> {
  const [row] = await tx`
    select case_id, cause_letter_id, recipient, state, version, content, raised_on, sent_to, sent_on, answer, answer_words,
      answered_on
    from case_review.cause_letters
    where area_id = ${areaId} and cause_letter_id = ${causeLetterId} and case_id = any (${[...caseIds]}::uuid[])
    ${lock ? tx`for update` : tx``}
  `
  if (row === undefined) throw new Refusal('not-found')
  const { caseId, content, sentTo, answerWords } = Sealed.parse(row)
  const cipher = await caseCipher(tx, keys, areaId, caseId)
  const open = (column: string, sealed: Uint8Array | null) =>
    sealed === null ? null : cipher.openJson(tableOf(causeLetterId), column, Buffer.from(sealed))
  const { caseId: _, content: __, ...line } = row
  return {
    cipher,
    letter: CauseLetter.parse({
      ...line,
      text: open('content', content),
      sentTo: open('sent_to', sentTo),
      answerWords: open('answer_words', answerWords),
    }),
  }
}

type Changed = { areaId: AreaId; causeLetterId: CauseLetterId; by: PersonId; at: string }

/** @returns false where one to the same recipient is open for the case */
export async function addCauseLetter(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, causeLetterId, by, at }: Changed,
  drafted: { caseId: CaseId; recipient: CauseRecipient; text: string; on: PlainDate },
): Promise<boolean> {
  const { caseId, recipient, on } = drafted
  const rows = await tx`
    insert into case_review.cause_letters (area_id, cause_letter_id, case_id, recipient, state, version, content, raised_by,
      raised_on, changed_by, changed_at)
    values (${areaId}, ${causeLetterId}, ${caseId}, ${recipient}, 'drafted', 1,
      ${cipher.sealJson(tableOf(causeLetterId), 'content', drafted.text)}, ${by}, ${on}, ${by}, ${at})
    on conflict do nothing returning cause_letter_id
  `
  return rows.length === 1
}

/** What becomes of a letter by one change. */
export type CauseLetterChange =
  | { state: 'drafted'; text: string }
  | { state: 'withdrawn' }
  | { state: 'sent'; sentTo: string; sentOn: PlainDate }
  | { state: 'answered'; answer: CauseAnswer; answerWords: string; answeredOn: PlainDate }

export async function changeCauseLetter(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, causeLetterId, by, at }: Changed,
  change: CauseLetterChange,
): Promise<void> {
  const seal = (column: string, words: string) => cipher.sealJson(tableOf(causeLetterId), column, words)
  const set = () => {
    switch (change.state) {
      case 'drafted':
        return tx`content = ${seal('content', change.text)}`
      case 'withdrawn':
        return tx`state = 'withdrawn'`
      case 'sent':
        return tx`state = 'sent', sent_on = ${change.sentOn}, sent_to = ${seal('sent_to', change.sentTo)}`
      case 'answered':
        return tx`state = 'answered', answer = ${change.answer}, answered_on = ${change.answeredOn},
          answer_words = ${seal('answer_words', change.answerWords)}`
    }
  }
  await tx`
    update case_review.cause_letters set ${set()}, version = version + 1, changed_by = ${by}, changed_at = ${at}
    where area_id = ${areaId} and cause_letter_id = ${causeLetterId}
  `
}
