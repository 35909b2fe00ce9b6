import type { Db } from '@cdop/database'
import { type AnalysisContent, type AreaId, type CaseId, PanelCoding } from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import {
  ANALYSIS_FORM,
  formVersion,
  fromQuestionnaireResponse,
  type SummarySection,
  statutoryForms,
  summary,
} from '@cdop/forms'
import { analysisContent } from '../analysis/analysis-content.ts'
import { versionsOf } from '../analysis/analysis-store.ts'
import { type FinalCoding, openCoding, type StoredCoding } from './second-coding-store.ts'

/** A coding opened: as the rules know it, and as it is read. */
type OpenedCoding = { coding: PanelCoding; sections: readonly SummarySection[] }

/** What stored answers say in the form they were given in. */
function contentOf(
  madeWith: string,
  stored: unknown,
): { content: AnalysisContent; sections: readonly SummarySection[] } {
  const form = formVersion(statutoryForms, ANALYSIS_FORM, madeWith)
  const answers = fromQuestionnaireResponse(form, stored)
  return { content: analysisContent(form, form.schema.parse(answers)), sections: summary(form, answers) }
}

/** What the first panel agreed, at the version that was drawn. @throws Error when it is not there */
export async function firstCoding(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  { caseId, revision, firstDecidedBy }: Pick<StoredCoding, 'caseId' | 'revision' | 'firstDecidedBy'>,
): Promise<OpenedCoding> {
  const found = (await versionsOf(tx, areaId, caseId)).find((one) => one.revision === revision)
  if (found?.state !== 'agreed') throw new Error('what is coded again was agreed')
  const stored = cipher.openJson('analyses', 'sealed_answers', found.sealedAnswers)
  const { content, sections } = contentOf(found.formVersion, stored)
  const { panelMeetingId: meetingId, reviewedOn: codedOn } = found
  return { coding: PanelCoding.parse({ meetingId, decidedBy: firstDecidedBy, codedOn, content }), sections }
}

/** What the second panel made of it. */
function finalCoding(cipher: SubjectCipher, found: FinalCoding): OpenedCoding {
  const { content, sections } = contentOf(found.formVersion, openCoding(cipher, found))
  const { panelMeetingId: meetingId, decidedBy, codedOn } = found
  return { coding: PanelCoding.parse({ meetingId, decidedBy, codedOn, content }), sections }
}

/** Both codings of a case in the state the rules know, for measuring and for settling. */
export async function bothCodings(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  found: FinalCoding,
): Promise<{ caseId: CaseId; first: OpenedCoding; second: OpenedCoding }> {
  const first = await firstCoding(tx, cipher, areaId, found)
  return { caseId: found.caseId, first, second: finalCoding(cipher, found) }
}
