import type { ButtonOptions } from './button.ts'
import { macro } from './macro.ts'

export type PageHeaderActionsOptions = {
  readonly heading: { readonly text: string; readonly level?: number; readonly classes?: string }
  readonly items?: readonly ButtonOptions[]
}

/** The page's h1 with the things one can start from here beside it. */
export const pageHeaderActions = macro<PageHeaderActionsOptions>(
  'moj/components/page-header-actions/macro.njk',
  'mojPageHeaderActions',
)
