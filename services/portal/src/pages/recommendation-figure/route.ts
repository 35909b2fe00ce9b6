import { Refusal, ReleasedTable } from '@cdop/domain'
import { ReportingYearCode } from '@cdop/statistics'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { figureWords } from '../../wording/figure-words.ts'
import { factorAnalysis, recommendationOf } from '../recommendations/services.ts'
import { recommendationsTitle } from '../recommendations/view.ts'
import { noFigure, readFigure, typedFigure } from './form.ts'
import { figureTitle, figureView } from './view.ts'

/** What can be named, of the table that was chosen. */
async function offered(visit: PersonVisit) {
  const words = figureWords(visit.parts.clock.today())
  const asked = ReleasedTable.shape.tableId.safeParse(visit.query('table') ?? '')
  const tableId = asked.success && words.has(asked.data) ? asked.data : null
  const { years } = await factorAnalysis(visit).recommendation.figures.query({
    areaId: visit.areaId,
    tableId,
  })
  const tableIds = new Set(years.flatMap((year) => year.tableIds))
  const ofYears = years.flatMap(({ reportingYear, table }) =>
    table === null ? [] : [{ reportingYear, table }],
  )
  const chosenWords = tableId === null ? undefined : words.get(tableId)
  return {
    tables: [...words].flatMap(([value, { title }]) => (tableIds.has(value) ? [{ value, text: title }] : [])),
    chosen:
      tableId === null || chosenWords === undefined || ofYears.length === 0
        ? null
        : { tableId, words: chosenWords, years: ofYears },
  }
}

/** Which figure of each release tells whether a recommendation helped. */
export const figureOfReleasePage = personPage('/recommendations/:recommendationId/effect/figure', {
  permission: 'recommendation:write',
  async show(visit, again) {
    const [{ recommendation, indicators }, { tables, chosen }] = await Promise.all([
      recommendationOf(visit),
      offered(visit),
    ])
    const { recommendationId, reference, words } = recommendation
    return {
      title: figureTitle,
      section: recommendationsTitle,
      backLink: `/recommendations/${recommendationId}/effect`,
      main: figureView({
        hidden: visit.formFields,
        recommendationId,
        reference,
        indicator: words.indicator,
        indicators,
        tables,
        chosen,
        typed: again === null ? noFigure : typedFigure(again.form),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const [{ recommendation }, { chosen }] = await Promise.all([recommendationOf(visit), offered(visit)])
    if (chosen === null) throw new Refusal('unreadable')
    const read = readFigure(typedFigure(form), chosen.years)
    if (!read.ok) return new Problems(read.errors)
    const indicators = Number(form.text('indicators'))
    if (!Number.isInteger(indicators) || indicators < 0) throw new Refusal('unreadable')
    const { recommendationId } = recommendation
    const baselineYear = ReportingYearCode.parse(read.value.baselineYear)
    const named = { ...read.value, baselineYear, indicators, key: form.key }
    await factorAnalysis(visit).recommendation.nameIndicator.mutate({
      areaId: visit.areaId,
      recommendationId,
      ...named,
    })
    return new GoTo(`/recommendations/${recommendationId}/effect`)
  },
})
