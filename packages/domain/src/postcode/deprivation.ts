import { z } from 'zod'

/** An edition of the English index of multiple deprivation. */
export const DeprivationIndex = z.enum(['IMD2019', 'IMD2025'])
export type DeprivationIndex = z.infer<typeof DeprivationIndex>

/** The census whose small areas (LSOAs) are meant: codes of one are not those of the other. */
export const LsoaVersion = z.enum(['2011', '2021'])
export type LsoaVersion = z.infer<typeof LsoaVersion>

/** On which small areas an index stands and how many of them England has (domain reference 6). */
export const areasOfIndex: Readonly<Record<DeprivationIndex, { lsoaVersion: LsoaVersion; areas: number }>> = {
  IMD2019: { lsoaVersion: '2011', areas: 32_844 },
  IMD2025: { lsoaVersion: '2021', areas: 33_755 },
}

/** 1 is the most deprived tenth of the small areas of England. */
export const Decile = z.int().min(1).max(10)
export type Decile = z.infer<typeof Decile>

/**
 * How deprived a small area is: never a bare decile, for those of two indices are not compared. Only 82 % of the most
 * deprived tenth of one are so in the other.
 */
export const Deprivation = z.strictObject({
  index: DeprivationIndex,
  lsoaVersion: LsoaVersion,
  decile: Decile,
})
export type Deprivation = z.infer<typeof Deprivation>
