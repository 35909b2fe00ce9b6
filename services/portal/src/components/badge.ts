import { macro } from './macro.ts'

export type BadgeOptions = {
  readonly text: string
  readonly colour?: 'purple' | 'red' | 'green' | 'blue' | 'black' | 'grey'
}

const mark = macro<{ text: string; classes?: string }>('moj/components/badge/macro.njk', 'mojBadge')

/** A risk or restriction on a case. Sparingly: where everything is marked, nothing is. */
export function badge({ text, colour = 'black' }: BadgeOptions) {
  return mark({ text, classes: `moj-badge--${colour}` })
}
