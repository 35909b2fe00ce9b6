import { macro } from './macro.ts'

export type SubNavigationOptions = {
  /** Tells this navigation from the service's own, for example "Case". */
  readonly label: string
  readonly items: readonly {
    readonly text: string
    readonly href: string
    readonly active?: boolean
    readonly attributes?: Readonly<Record<string, string>>
  }[]
}

/** The pages of one case. */
export const subNavigation = macro<SubNavigationOptions>(
  'moj/components/sub-navigation/macro.njk',
  'mojSubNavigation',
)
