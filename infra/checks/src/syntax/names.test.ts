import { describe, expect, test } from 'vitest'
import { givenHouse, outcomeIn } from '../testing-house.ts'
import { names } from './names.ts'

const saying = async (file: string, text = 'export {}\n'): Promise<string> =>
  (await outcomeIn(givenHouse({ [file]: text }), names)).output

describe('a name says what it is about', () => {
  test.each([
    ['packages/domain/src/utils.ts'],
    ['packages/domain/src/date-helper.ts'],
    ['packages/domain/src/common/dates.ts'],
    ['services/intake/src/notification.handler.ts'],
    ['services/intake/src/data/rows.ts'],
    ['services/intake/migrations/0002-misc.sql'],
    ['packages/domain/src/caseClock.ts'],
    ['packages/domain/src/Case.ts'],
    ['packages/domain/src/common/words.json'],
  ])('the file %s is refused', async (file) => {
    expect(await saying(file)).toContain(`${file}: `)
  })

  test.each([
    ['a variable', 'export const caseInfo = 1\n', 'caseInfo'],
    ['a constant', 'export const MISC_CODES = 1\n', 'MISC_CODES'],
    ['a function', 'export function handleData(): void {}\n', 'handleData'],
    ['a type', 'export type CaseManager = string\n', 'CaseManager'],
    ['an interface', 'export interface RowHelper {\n  a: 1\n}\n', 'RowHelper'],
    ['a parameter', 'export const a = (data: string): string => data\n', 'data'],
    ['a renamed part', 'export const a = ({ rows: info }: { rows: 1 }): 1 => info\n', 'info'],
  ])('%s of such a name is refused', async (_, text, name) => {
    expect(await saying('packages/domain/src/a.ts', text)).toContain(`'${name}'`)
  })

  test.each([
    ['packages/domain/src/case/clock.ts', 'export const metadata = 1\n'],
    ['packages/domain/src/information-request.ts', 'export type InformationRequest = { data: string }\n'],
    ['packages/domain/data/bank-holidays.json', '{}\n'],
    ['packages/encryption/src/data-key.ts', 'export const dataKey = 1\n'],
    ['packages/domain/src/a.ts', '// a helper, in a comment\nexport const a = "data"\n'],
    ['packages/domain/src/b.ts', 'export const a = ({ data }: { data: 1 }): 1 => data\n'],
  ])('%s is sound', async (file, text) => {
    expect(await saying(file, text)).toBe('')
  })

  test('a check that sees no file fails', async () => {
    expect(await outcomeIn('/nowhere', names)).toMatchObject({ passed: 0, failed: 1 })
  })
})
