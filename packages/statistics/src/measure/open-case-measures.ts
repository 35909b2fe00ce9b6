import { agesOfOpenCases, holdsOfOpenCases, stagesOfOpenCases } from './code-lists.ts'
import { DeathMeasure } from './measure.ts'

function openCases(id: string, title: string, day: string, columns: DeathMeasure['columns']): DeathMeasure {
  return DeathMeasure.parse({
    id,
    version: 1,
    title,
    population: 'deaths',
    period: `As it stood on ${day}`,
    filters: [{ field: 'openFor', anyOf: agesOfOpenCases.map(({ code }) => code) }],
    shape: 'partition',
    rows: { field: 'openFor', title: 'Time since the death', codes: agesOfOpenCases },
    columns,
    statistics: [{ kind: 'percentage', of: 'table-total', label: '% of open cases' }],
    denominator: 'All open cases in the table',
    notes: [
      'A case is open while its notification is accepted and no panel has reviewed it. A review that began again is not counted as open.',
    ],
  })
}

/** T2: what is open on a day, by how long ago the child died and how far the case is. Its row totals are T2b's. */
export function openCasesByStage(day: string): DeathMeasure {
  return openCases('T2', 'Open cases by age and stage', day, {
    field: 'stage',
    title: 'Stage',
    codes: stagesOfOpenCases,
  })
}

/** T2b: what is open on a day, by how long ago the child died and what it has to wait for. */
export function openCasesByHold(day: string): DeathMeasure {
  return openCases('T2b', 'Open cases by age and what they wait for', day, {
    field: 'waitsFor',
    title: 'Waits for',
    codes: holdsOfOpenCases,
  })
}
