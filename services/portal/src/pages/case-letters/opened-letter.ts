import { FamilyLetterId, Refusal } from '@cdop/domain'
import type { PersonVisit } from '../../page/visit.ts'
import { caseReview } from '../case-frame/opened-case.ts'

/** The letters of a family, and in which languages one can be begun. */
export function lettersOf(visit: PersonVisit, caseId: OpenPlace['caseId']) {
  return caseReview(visit).letter.list.query({ areaId: visit.areaId, caseId })
}
export type Letters = Awaited<ReturnType<typeof lettersOf>>
export type LetterLine = Letters['letters'][number]

/** Which letter a page is about. @throws Refusal `not-found` */
export function letterIdOf(visit: PersonVisit): FamilyLetterId {
  const read = FamilyLetterId.safeParse(visit.param('familyLetterId'))
  if (!read.success) throw new Refusal('not-found')
  return read.data
}

type OpenPlace = Parameters<ReturnType<typeof caseReview>['letter']['read']['query']>[0]

/** A letter with its words, audited by case-review before it is answered. */
export function openedLetter(visit: PersonVisit, caseId: OpenPlace['caseId']) {
  return caseReview(visit).letter.read.query({
    areaId: visit.areaId,
    caseId,
    familyLetterId: letterIdOf(visit),
  })
}
export type OpenLetter = Awaited<ReturnType<typeof openedLetter>>
