import type { CaseReviewRouter } from '@cdop/case-review/api'
import { Refusal, YearEndList } from '@cdop/domain'
import { formInForce, NOTIFICATION_FORM, statutoryForms } from '@cdop/forms'
import { ReportingYearCode } from '@cdop/statistics'
import { z } from 'zod'
import { personPage } from '../../page/page-route.ts'
import { choiceOf, yearsOffered } from './choice.ts'
import { yearEndTitle, yearEndView } from './view.ts'

/** What is left to do of a reporting year before the national database closes it. */
export const yearEndPage = personPage('/year-end', {
  permission: 'national-submission:read',
  async show(visit) {
    const today = visit.parts.clock.today()
    const choice = choiceOf(visit.url.searchParams, today)
    const { nationalSubmission } = visit.call<CaseReviewRouter>('case-review')
    const asked = { areaId: visit.areaId, year: choice.year.code, list: choice.list, page: choice.page }
    const items = formInForce(statutoryForms, NOTIFICATION_FORM, today).pages.flatMap((page) => page.items)
    return {
      title: yearEndTitle,
      section: 'Notifications',
      backLink: '/notifications',
      main: yearEndView({
        ...(await nationalSubmission.yearEnd.query(asked)),
        choice,
        years: yearsOffered(today),
        today,
        textOf: (question) => items.find(({ linkId }) => linkId === question)?.text ?? question,
      }),
    }
  },
})

const File = z
  .string()
  .regex(/^[a-z-]+-[1-9]\d{0,2}\.csv$/)
  .transform((name) => ({
    list: name.replace(/-\d+\.csv$/, ''),
    page: Number(/(\d+)\.csv$/.exec(name)?.[1]),
  }))
  .pipe(z.strictObject({ list: YearEndList, page: z.int().positive() }))

/** The references of one list as a file: nothing else of the cases. */
export const yearEndFilePage = personPage('/year-end/:year/:file{[a-z-]+-[0-9]+\\.csv}', {
  permission: 'national-submission:read',
  async show(visit) {
    const year = ReportingYearCode.safeParse(visit.param('year'))
    const file = File.safeParse(visit.param('file'))
    if (!year.success || !file.success) throw new Refusal('not-found')
    const { list, page } = file.data
    const { nationalSubmission } = visit.call<CaseReviewRouter>('case-review')
    const asked = { areaId: visit.areaId, year: year.data, list, page }
    const { references } = await nationalSubmission.yearEndFile.query(asked)
    return new Response(['case', ...references, ''].join('\r\n'), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="ncmd-${year.data}-${list}-${page}.csv"`,
      },
    })
  },
})
