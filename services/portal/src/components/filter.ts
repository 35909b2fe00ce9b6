import type { Html } from './html.ts'
import { html } from './html.ts'
import { macro } from './macro.ts'

type MacroOptions = {
  heading: { text: string }
  selectedFilters?: {
    heading: { text: string }
    clearLink: { text: string; href: string }
    categories: {
      heading: { text: string }
      items: readonly { readonly text: string; readonly href: string }[]
    }[]
  }
  optionsHtml: Html
}
const box = macro<MacroOptions>('moj/components/filter/macro.njk', 'mojFilter')

export type FilterOptions = {
  /** Where the list lies. The filter is part of its address, so it holds codes only, never a name. */
  readonly action: string
  /** The list with nothing chosen; `action` where that is it. */
  readonly clear?: string
  /** The fields to choose from. */
  readonly fields: Html
  /** What is chosen now: every item leads to the list without it. */
  readonly selected: readonly {
    readonly heading: string
    readonly items: readonly { readonly text: string; readonly href: string }[]
  }[]
}

/** Narrows a list when the button is pressed; what is chosen stays in sight and can be taken away. */
export function filter({ action, clear = action, fields, selected }: FilterOptions): Html {
  const chosen = selected.filter(({ items }) => items.length > 0)
  const content = box({
    heading: { text: 'Filter' },
    ...(chosen.length === 0
      ? {}
      : {
          selectedFilters: {
            heading: { text: 'Selected filters' },
            clearLink: { text: 'Clear filters', href: clear },
            categories: chosen.map(({ heading, items }) => ({ heading: { text: heading }, items })),
          },
        }),
    optionsHtml: fields,
  })
  return html`<form method="get" action="${action}" novalidate>${content}</form>`
}
