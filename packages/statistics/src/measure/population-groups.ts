import { ageBands, ethnicGroups } from './code-lists.ts'

/** Whom a population counts. */
export const populations = ['children-0-17', 'children-1-17', 'live-births'] as const

/** By what a population is split; `all` is the whole of it. */
export const populationSplits = ['all', 'age', 'sex', 'ethnic-group', 'deprivation', 'rural-urban'] as const
type PopulationSplit = (typeof populationSplits)[number]

const groupsOf: Readonly<Record<PopulationSplit, (code: string) => boolean>> = {
  all: (code) => code === 'all',
  age: (code) => ageBands.some((one) => one.code === code),
  sex: (code) => code === 'female' || code === 'male',
  'ethnic-group': (code) => code !== 'not-known' && ethnicGroups.some((one) => one.code === code),
  deprivation: (code) => /^IMD\d{4}-[1-5]$/.test(code),
  'rural-urban': (code) => code === 'urban' || code === 'rural',
}

/** Whether the tables have this group: one of another list is refused, never taken for one of ours. */
export function isPopulationGroup(split: PopulationSplit, code: string): boolean {
  return groupsOf[split](code)
}
