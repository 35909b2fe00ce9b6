import { randomUUID } from 'node:crypto'
import type { GivenService } from '@cdop/service/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asOperator, asPerson, givenReporting, newArea, signedBySomebody } from '../testing.ts'
import { givenEngland } from '../testing-published-figures.ts'

let given: GivenService
beforeAll(async () => {
  given = await givenReporting()
})
afterAll(() => given.drop())

describe('the file of a release table', () => {
  test('names release, area, population, denominator and source, and is the same every time', async () => {
    const areaId = newArea()
    await givenEngland(given, areaId)
    await asOperator(given, areaId).denominator.load({
      areaId,
      reportingYear: '2023/24',
      population: 'children-0-17',
      count: 12_003_356,
      label: 'implied by the printed rate, not ONS',
      source: 'NCMD data release, year ending 31 March 2024',
      key: randomUUID(),
    })
    const analyst = asPerson(given, areaId)
    const { releaseId, withheld } = await analyst.release.build({
      areaId,
      reportingYear: '2023-24',
      key: randomUUID(),
    })
    expect(withheld.map(({ tableId }) => tableId)).not.toContain('N1')
    await signedBySomebody(given, areaId, releaseId)
    const file = await analyst.release.csv({ areaId, releaseId, tableId: 'N1' })
    expect(file.fileName).toBe(`child-death-review-2023-24-n1-${releaseId.slice(0, 8)}.csv`)
    expect(file.csv).toContain(releaseId)
    expect(file.csv).toContain('counted by date of death')
    expect(file.csv).toContain('12003356, implied by the printed rate, not ONS')
    expect(file.csv).toMatch(/Year ending 31 March 2024,3577,-4\.4,29\.8,/)
    expect(await analyst.release.csv({ areaId, releaseId, tableId: 'N1' })).toEqual(file)
  })
})
