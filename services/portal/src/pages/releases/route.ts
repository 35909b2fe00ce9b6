import { Refusal } from '@cdop/domain'
import type { ReportingRouter } from '@cdop/reporting/api'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { lastEndedYear, yearChoices } from '../../reporting-year/years-to-choose.ts'
import { readYear, yearMistake } from './form.ts'
import { releasesScreen } from './view.ts'

/** Milliseconds: choosing what to hide takes seconds for an area with many deaths, on a busy machine more. */
const BUILD_DEADLINE = 30_000

/** The area's releases, and the building of one. Both clicks of a double click lead to the one release. */
export const releasesPage = personPage('/releases', {
  permission: 'release:read',
  place: {
    text: 'Releases',
    says: 'Tables that can be published, with small counts protected, once two people have looked at them.',
  },
  async show(visit, again) {
    const { areaId, parts, formFields } = visit
    const today = parts.clock.today()
    const { releases } = await visit.call<ReportingRouter>('reporting').release.list.query({ areaId })
    return releasesScreen({
      build: visit.mayDo('release:build')
        ? {
            formFields,
            years: yearChoices(today),
            year: again?.form.text('reportingYear') ?? lastEndedYear(today).code,
            errors: again?.errors ?? [],
          }
        : null,
      releases,
    })
  },
  async post(visit, form) {
    if (!visit.mayDo('release:build')) throw new Refusal('forbidden')
    const read = readYear(form)
    if (!read.ok) return new Problems(read.errors)
    try {
      const { releaseId } = await visit
        .call<ReportingRouter>('reporting', BUILD_DEADLINE)
        .release.build.mutate({
          areaId: visit.areaId,
          reportingYear: read.year,
          key: form.key,
        })
      return new GoTo(`/releases/${releaseId}`)
    } catch (thrown) {
      const mistake = yearMistake(thrown)
      if (mistake === null) throw thrown
      return new Problems([mistake])
    }
  },
})
