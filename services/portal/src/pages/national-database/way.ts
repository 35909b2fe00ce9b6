import type { CaseReviewRouter } from '@cdop/case-review/api'
import type { NationalStanding } from '@cdop/domain'
import { ServiceUnavailable } from '@cdop/rpc'
import type { PersonVisit } from '../../page/visit.ts'

/** How NCMD stands to what this area sends, for whoever is to know; as if it worked where nobody can say. */
export async function wayToNationalDatabase(
  visit: PersonVisit,
): Promise<{ standing: NationalStanding; waiting: number }> {
  const works = { standing: 'works' as const, waiting: 0 }
  if (!visit.mayDo('national-submission:way')) return works
  try {
    const { nationalSubmission } = visit.call<CaseReviewRouter>('case-review')
    return await nationalSubmission.way.query({ areaId: visit.areaId })
  } catch (thrown) {
    if (thrown instanceof ServiceUnavailable) return works
    throw thrown
  }
}
