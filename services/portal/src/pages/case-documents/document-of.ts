import { Refusal } from '@cdop/domain'
import type { PersonVisit } from '../../page/visit.ts'
import { caseIdOf, caseReview } from '../case-frame/opened-case.ts'

/** The document a page is about, as the list of its case has it. @throws Refusal `not-found` */
export async function documentOf(visit: PersonVisit) {
  const caseId = caseIdOf(visit)
  const { documents } = await caseReview(visit).document.list.query({ areaId: visit.areaId, caseId })
  const document = documents.find(({ documentId }) => documentId === visit.param('documentId'))
  if (document === undefined || document.state === 'taken-out') throw new Refusal('not-found')
  return { caseId, document }
}
