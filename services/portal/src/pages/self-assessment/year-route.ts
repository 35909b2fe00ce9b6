import { Refusal } from '@cdop/domain'
import { ReportingYearCode, reportingYearFrom } from '@cdop/statistics'
import { personPage } from '../../page/page-route.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { directoryOf, factorAnalysis } from '../recommendations/services.ts'
import { selfAssessmentTitle } from './view.ts'
import { selfAssessmentYearView } from './year-view.ts'

/** The year a path means. @throws Refusal `not-found` */
export function yearOf({ param }: PersonVisit): ReportingYearCode {
  const read = ReportingYearCode.safeParse(param('year'))
  if (!read.success) throw new Refusal('not-found')
  return read.data
}

/** How far organisations say they are in a year, beside the year before. */
export const selfAssessmentYearPage = personPage('/self-assessment/:year', {
  permission: 'self-assessment:read',
  async show(visit) {
    const code = yearOf(visit)
    const [found, directory] = await Promise.all([
      factorAnalysis(visit).selfAssessment.read.query({ areaId: visit.areaId, year: code }),
      directoryOf(visit),
    ])
    const year = reportingYearFrom(code)
    return {
      title: year.label,
      section: selfAssessmentTitle,
      backLink: '/self-assessment',
      main: selfAssessmentYearView({ ...found, directory, label: year.label }),
    }
  },
})
