import { Refusal, ReleaseId } from '@cdop/domain'
import type { ReportingRouter } from '@cdop/reporting/api'
import { personPage } from '../../page/page-route.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { signedYearsFor } from '../assurance/route.ts'
import { releaseScreen } from './view.ts'

/** The release a path means. @throws Refusal `not-found` when it can be none */
export function releaseIdIn({ param }: PersonVisit): ReleaseId {
  const read = ReleaseId.safeParse(param('releaseId'))
  if (!read.success) throw new Refusal('not-found')
  return read.data
}

/** A release with all its tables. */
export const releasePage = personPage('/releases/:releaseId', {
  permission: 'release:read',
  async show(visit) {
    const releaseId = releaseIdIn(visit)
    const { areaId } = visit
    const release = await visit.call<ReportingRouter>('reporting').release.read.query({ areaId, releaseId })
    return releaseScreen(release, {
      mayChallenge: visit.mayDo('challenge:raise'),
      signed: await signedYearsFor(visit),
    })
  },
})
