import type { Row, Sum } from './cube.ts'

/** Variables of 0 or more, up to `most` each, and what sums of them lie between. `choices` of the last variables are 0 or 1. */
export type Programme = Readonly<{
  variables: number
  most: number
  /** The last variables, so many: each is 0 or 1. */
  choices: number
  /** Whether variables must be whole numbers. */
  whole: boolean
  rows: readonly Row[]
}>

/** A point at which a sum is least or greatest. */
type Optimum = Readonly<{ value: number; point: ArrayLike<number> }>

/** A programme that stays open, so that what changes little is solved from where it was. */
export type OpenProgramme = Readonly<{
  /** Null when no point is possible. Throws when the solver comes to no end. */
  optimise: (sum: Sum, sense: 'least' | 'greatest') => Optimum | null
  bound: (row: number, low: number, high: number) => void
  close: () => void
}>

/** What solves linear and integer programmes: handed in, for loading it needs the outside. */
export type Solver = Readonly<{ open: (programme: Programme) => OpenProgramme }>
