import type { ReportingRouter } from '@cdop/reporting/api'
import type { clientOf } from '@cdop/rpc'
import { type AnsweringServices, answeringServices } from './answering-services.ts'

type Reporting = ReturnType<typeof clientOf<ReportingRouter>>
type AnswerOf<Call extends (...given: never[]) => Promise<unknown>> = Awaited<ReturnType<Call>>

/** What reporting answers to the procedures the analyst's pages call, in its own types. */
type ReportingAnswers = {
  'release.list': AnswerOf<Reporting['release']['list']['query']>
  'release.read': AnswerOf<Reporting['release']['read']['query']>
  'release.build': AnswerOf<Reporting['release']['build']['mutate']>
  'release.csv': AnswerOf<Reporting['release']['csv']['query']>
  'figure.exact': AnswerOf<Reporting['figure']['exact']['query']>
}

/** Reporting, answering what a test tells it to behind its real door. */
export type ReportingService = AnsweringServices<ReportingAnswers>

export function reportingService(): ReportingService {
  return answeringServices<ReportingAnswers>(({ router, asks, changes }) => {
    const reporting = router({
      release: router({
        list: asks('release.list', 'release:read'),
        read: asks('release.read', 'release:read'),
        csv: asks('release.csv', 'release:read'),
        build: changes('release.build', 'release:build'),
      }),
      figure: router({ exact: asks('figure.exact', 'figure:read') }),
    })
    return { reporting }
  })
}
