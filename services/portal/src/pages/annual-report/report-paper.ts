import type { Report, ReportTable } from '@cdop/paper'
import { markers, type PublishedTable, reportingYearFrom } from '@cdop/statistics'
import { publishedFigure } from '../../figure-table/published-figure.ts'
import { denominatorsBelow } from '../../figure-table/released-denominators.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { capacityWords } from '../../wording/annual-report-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { sectionOf } from '../annual-reports/asked-report.ts'
import type { PublishedModel } from './published-view.ts'

/** A published report as it is printed: of its stored words and the protected tables of its release, and nothing else. */
export function reportPaper({ report, contentHash, tables, denominators }: PublishedModel): Report {
  const published = tables.flatMap((found) => (found.outcome === 'published' ? [found] : []))
  const row = (label: string, text: string) => ({ label, text })
  return {
    title: report.title,
    datedOn: report.publishedOn,
    facts: [
      row('Area', report.areaName),
      row('Period', reportingYearFrom(report.reportingYear).label),
      row('Edition', String(report.edition)),
      row('Published', writtenDate(report.publishedOn)),
      ...report.signed.map(({ capacity, signedOn }) =>
        row(capacityWords[capacity], `Signed on ${writtenDate(signedOn)}`),
      ),
      row('Figures', `Release ${report.releaseId}, as known on ${writtenTime(new Date(report.asKnownOn))}`),
      row('Check value', contentHash),
    ],
    notices: [
      `${markers.confidential} is hidden, so that no child or family can be recognised. It may be zero. ${markers.notAvailable} is not available. ${markers.unreliable} marks a rate of fewer than 20, which is unreliable.`,
    ],
    sections: [
      ...report.sections.map(({ section, paragraphs }) => {
        const { title, tables: ids } = sectionOf(section)
        const own = published.filter(({ tableId }) => ids.includes(tableId))
        return { title, paragraphs, tables: own.map((one) => printed(one, denominators)) }
      }),
      ...(report.revisions.length === 0
        ? []
        : [
            {
              title: 'Revised figures',
              paragraphs: report.revisions.map(
                ({ says, before, after }) => `${says}: was ${before}, is ${after}`,
              ),
              tables: [],
            },
          ]),
    ],
  }
}

function printed(
  { tableId, table }: { readonly tableId: string; readonly table: PublishedTable },
  denominators: PublishedModel['denominators'],
): ReportTable {
  const figure = publishedFigure(table, denominatorsBelow(tableId, denominators))
  const wide = figure.columns.length > 1
  return {
    title: figure.title,
    caption: `${figure.populationName}. ${figure.period}`,
    head: [figure.rowTitle, ...figure.columns, ...(wide ? [] : figure.statistics)],
    rows: figure.rows.map(({ label, cells }) => [
      label,
      ...cells.flatMap(({ count, statistics }) =>
        wide ? [count] : [count, ...statistics.map((statistic) => statistic ?? '')],
      ),
    ]),
    notes: [`Percentages and rates: ${figure.denominator}.`, ...figure.denominators, ...figure.notes],
  }
}
