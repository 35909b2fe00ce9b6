import { type Count, type Population, requireOnePopulation } from '../count/count.ts'
import { type Percentage, percentage } from '../count/percentage.ts'

/**
 * A share some of which is not known, with what it would be if every unknown went one way or the other. `ofKnown` is of those known,
 * the usual headline; no answer to the unknown can bring the share of all outside `least` and `most`.
 */
export type BoundedShare<P extends Population> = Readonly<{
  ofKnown: Percentage<P>
  least: Percentage<P>
  most: Percentage<P>
  completeness: Percentage<P>
}>

/**
 * The share of `yes` where `unknown` of all are not known. Bounds need no assumption about why they are missing (Manski 1989).
 * @throws RangeError when more are so, or not known, than there are
 */
export function boundedShare<P extends Population>(
  yes: Count<P>,
  unknown: Count<NoInfer<P>>,
  all: Count<NoInfer<P>>,
  level = 0.95,
): BoundedShare<P> {
  requireOnePopulation(yes, unknown)
  requireOnePopulation(yes, all)
  const known = { ...all, value: all.value - unknown.value }
  if (yes.value > known.value) throw new RangeError('more are so, or not known, than there are')
  return {
    ofKnown: percentage(yes, known, level),
    least: percentage(yes, all, level),
    most: percentage({ ...yes, value: yes.value + unknown.value }, all, level),
    completeness: percentage(known, all, level),
  }
}
