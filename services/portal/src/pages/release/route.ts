import { Refusal, ReleaseId } from '@cdop/domain'
import type { ReportingRouter } from '@cdop/reporting/api'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { signedYearsFor } from '../assurance/route.ts'
import { namesOf } from '../meeting-pack/read-meeting-pack.ts'
import { readDecision } from './form.ts'
import { releaseScreen } from './view.ts'

/** The release a path means. @throws Refusal `not-found` when it can be none */
export function releaseIdIn({ param }: PersonVisit): ReleaseId {
  const read = ReleaseId.safeParse(param('releaseId'))
  if (!read.success) throw new Refusal('not-found')
  return read.data
}

/** A release with all its tables; for whoever signs what others built, a preview to decide on. */
export const releasePage = personPage('/releases/:releaseId', {
  permission: 'release:read',
  async show(visit, again) {
    const releaseId = releaseIdIn(visit)
    const { areaId, actor } = visit
    const release = await visit.call<ReportingRouter>('reporting').release.read.query({ areaId, releaseId })
    const { builtBy, standing } = release
    const builtByMe = builtBy === actor.personId
    const scrutinised = { mayChallenge: visit.mayDo('challenge:raise'), signed: await signedYearsFor(visit) }
    return releaseScreen(release, scrutinised, {
      nameOf: await namesOf(visit),
      mayDecide: visit.mayDo('release:sign') && standing.state === 'waiting' && !builtByMe,
      builtByMe,
      formFields: visit.formFields,
      errors: again?.errors ?? [],
    })
  },
  async post(visit, form) {
    if (!visit.mayDo('release:sign')) throw new Refusal('forbidden')
    const releaseId = releaseIdIn(visit)
    const read = readDecision(form)
    if (!read.ok) return new Problems(read.errors)
    const { release } = visit.call<ReportingRouter>('reporting')
    const decided = { areaId: visit.areaId, releaseId, hash: form.text('hash'), key: form.key }
    const { turnedDown: reason } = read.decision
    if (reason === null) await release.sign.mutate(decided)
    else await release.turnDown.mutate({ ...decided, reason })
    return new GoTo(`/releases/${releaseId}`)
  },
})
