import { randomUUID } from 'node:crypto'
import type { CaseReviewRouter } from '@cdop/case-review/api'
import type { AreaId } from '@cdop/domain'
import type { OperatorClient } from '../stack/operator-client.ts'

/** Has case-review forget that it heard of the analyses it does not know, so that they reach it; returns of how many cases. */
export async function missAnalyses(client: OperatorClient, areaId: AreaId): Promise<number> {
  const { agreedAnalysis } = client.onOwnAccount(areaId).to<CaseReviewRouter>('case-review')
  const { cases } = await agreedAnalysis.miss.mutate({ areaId, key: randomUUID() })
  return cases
}
