import { reportingYearFrom } from '@cdop/statistics'
import { button } from '../../components/button.ts'
import { details } from '../../components/details.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { textarea } from '../../components/textarea.ts'
import type { Screen } from '../../page/screen.ts'

export type PopulationsModel = Readonly<{
  formFields: Html
  typed: Readonly<{ label: string; source: string; vintage: string; rows: string }>
  errors: readonly ErrorItem[]
  loaded: readonly Readonly<{
    reportingYear: string
    population: string
    groupKind: string
    groupCode: string
    count: number
    label: string
    vintage: string | null
  }>[]
}>

/** What rates are divided by: the form that imports populations, and those that count now. */
export function populationsScreen({ formFields, typed, errors, loaded }: PopulationsModel): Screen {
  const mistake = (name: string) => {
    const found = errors.find(({ href }) => href === `#${name}`)
    return found === undefined ? {} : { errorMessage: { text: found.text } }
  }
  return {
    title: 'Populations',
    section: 'Figures',
    backLink: '/figures',
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Populations</h1>
<p class="govuk-body">Rates are divided by these numbers. What you import counts from then on; releases built before keep
what they were built with. All groups of a year must be of one edition, or the table has no rates.</p>
<form method="post" novalidate>
${formFields}
${input({
  name: 'label',
  id: 'label',
  label: { text: 'Who is counted' },
  hint: { text: 'Printed beside every rate, like “children aged 0 to 17, mid-year estimate”' },
  value: typed.label,
  ...mistake('label'),
})}
${input({
  name: 'source',
  id: 'source',
  label: { text: 'Who says so' },
  hint: { text: 'Like “Office for National Statistics”' },
  value: typed.source,
  ...mistake('source'),
})}
${input({
  name: 'vintage',
  id: 'vintage',
  label: { text: 'Which edition it is' },
  hint: { text: 'Like “Mid-2023, published July 2024”' },
  value: typed.vintage,
  ...mistake('vintage'),
})}
${textarea({
  name: 'rows',
  id: 'rows',
  rows: 8,
  label: { text: 'The numbers, one line each' },
  hint: {
    text: 'Reporting year, population, split, group and number, like 2023-24,children-0-17,sex,female,41000',
  },
  value: typed.rows,
  spellcheck: false,
  ...mistake('rows'),
})}
${details({
  summaryText: 'Populations, splits and groups',
  html: html`<ul class="govuk-list govuk-list--bullet">
<li>populations: children-0-17, children-1-17, live-births</li>
<li>all: all</li>
<li>age: 0-27d, 28-364d, 1-4y, 5-9y, 10-14y, 15-17y</li>
<li>sex: female, male</li>
<li>ethnic-group, by the headings of 2001: white, mixed, asian-or-asian-british, black-or-black-british, other</li>
<li>deprivation, of one index: IMD2019-1 (most deprived) to IMD2019-5, or IMD2025-1 to IMD2025-5</li>
<li>rural-urban: urban, rural</li>
</ul>
<p class="govuk-body">Groups of another list are not taken: children of one group’s name are not always the same children.</p>`,
})}
${button({ text: 'Import populations', preventDoubleClick: true })}
</form>
<h2 class="govuk-heading-m">What counts now</h2>
${loaded.length === 0 && html`<p class="govuk-body">No population has been imported in this area yet. Tables have no rates.</p>`}
</div></div>
${loaded.length > 0 && loadedTable(loaded)}`,
  }
}

function loadedTable(loaded: PopulationsModel['loaded']): Html {
  return scrollRegion(
    'What counts now',
    table({
      firstCellIsHeader: true,
      head: [
        { text: 'Reporting year' },
        { text: 'Population' },
        { text: 'Group' },
        { text: 'Number', format: 'numeric' },
        { text: 'Who is counted' },
        { text: 'Edition' },
      ],
      rows: loaded.map(({ reportingYear, population, groupKind, groupCode, count, label, vintage }) => [
        { text: reportingYearFrom(reportingYear).label },
        { text: population },
        { text: groupKind === 'all' ? 'All' : `${groupKind}: ${groupCode}` },
        { text: count.toLocaleString('en-GB'), format: 'numeric' as const },
        { text: label },
        { text: vintage ?? 'Not said' },
      ]),
    }),
  )
}
