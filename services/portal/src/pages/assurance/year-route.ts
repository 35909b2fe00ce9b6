import { Refusal } from '@cdop/domain'
import { ReportingYearCode, reportingYearFrom } from '@cdop/statistics'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { namesIn } from '../recommendation/route.ts'
import { factorAnalysis } from '../recommendations/services.ts'
import { readStatement, seenChallenges, typedStatement } from './form.ts'
import { assuranceTitle } from './view.ts'
import { yearView } from './year-view.ts'

/** The year a path means. @throws Refusal `not-found` for none, and for one that is not over */
function yearAsked({ param, parts }: PersonVisit) {
  const asked = ReportingYearCode.safeParse(param('year'))
  if (!asked.success) throw new Refusal('not-found')
  const year = reportingYearFrom(asked.data)
  if (year.end >= parts.clock.today()) throw new Refusal('not-found')
  return { ...year, code: asked.data }
}

/** What the scrutineer states about a year: every version, and the form that signs the next. */
export const yearPage = personPage('/assurance/:year', {
  permission: 'assurance:read',
  async show(visit, again) {
    const year = yearAsked(visit)
    const [found, nameOf] = await Promise.all([
      factorAnalysis(visit).assurance.read.query({ areaId: visit.areaId, year: year.code }),
      namesIn(visit),
    ])
    return {
      title: year.label,
      section: assuranceTitle,
      backLink: '/assurance',
      main: yearView({
        ...found,
        hidden: visit.formFields,
        year,
        nameOf,
        maySign: visit.mayDo('assurance:sign'),
        typed: again === null ? { words: '', reason: '' } : typedStatement(again.form),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const { code: year } = yearAsked(visit)
    const version = Number(form.text('version'))
    if (!Number.isInteger(version) || version < 0) throw new Refusal('unreadable')
    const read = readStatement(typedStatement(form), version > 0)
    if (!read.ok) return new Problems(read.errors)
    const { words, reason } = read.value
    await factorAnalysis(visit).assurance.sign.mutate({
      areaId: visit.areaId,
      year,
      version,
      words,
      reason: version === 0 ? null : reason,
      openChallenges: seenChallenges(form),
      key: form.key,
    })
    return new GoTo(`/assurance/${year}`)
  },
})
