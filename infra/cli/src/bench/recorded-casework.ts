import { randomUUID } from 'node:crypto'
import type { CaseReviewRouter } from '@cdop/case-review/api'
import { createApp, noDocuments } from '@cdop/case-review/app'
import type { SentStatement } from '@cdop/database'
import { type Actor, RequestId } from '@cdop/domain'
import type { OperatorClient, SpokenFor } from '../stack/operator-client.ts'
import type { BenchGround } from './bench-ground.ts'
import { recordedStatements } from './recorded-statements.ts'

/** One after another, in rounds after one that warms up. */
export const caseworkPace = { width: 1, rounds: 4, perRound: 30, more: {} }

const nowhere = { send: () => Promise.reject(new Error('nothing here mails anybody')) }

/** The statements case-review sends for somebody's use of it, recorded by running it once in process. */
export function recordedAs(
  ground: BenchGround,
  somebody: SpokenFor,
  useCase: (caseReview: CaseReview) => Promise<unknown>,
): Promise<readonly SentStatement[]> {
  const { portalUrl } = ground.stack
  return recordedStatements(
    ground,
    'case-review',
    (parts) =>
      createApp({
        ...parts,
        mail: nowhere,
        portalPublicUrl: portalUrl,
        nationalDatabaseOf: () => null,
        nationalYearEndDays: null,
        ...noDocuments,
      }),
    async (client) => useCase(caseReviewOf(await client.onBehalfOf(somebody))),
  )
}

export const caseReviewOf = (request: Awaited<ReturnType<OperatorClient['onBehalfOf']>>) =>
  request.to<CaseReviewRouter>('case-review')

export type CaseReview = ReturnType<typeof caseReviewOf>

export const asking = (somebody: SpokenFor): Actor => ({
  ...somebody,
  requestId: RequestId.parse(randomUUID()),
})

export function idOf(somebody: SpokenFor): string {
  return somebody.kind === 'person' ? somebody.personId : somebody.subject
}
