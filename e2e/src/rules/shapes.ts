import type { Page } from '@playwright/test'

/** What the pages of one walk are made of. */
export type Shapes = {
  /** Whether a page holds an element that is built or stands unlike any seen before; remembers what it holds. */
  holdsSomethingNew(page: Page): Promise<boolean>
}

/**
 * Remembers every element by what an accessibility rule can tell apart: itself and what it stands in, by name, classes,
 * attributes but for their contents, whether it has text and, of a field, whether it has a label. A kind of page is
 * always new.
 */
export function shapesSeen(): Shapes {
  const seen = new Set<string>()
  return {
    holdsSomethingNew: async (page) => {
      const shapes = await page.evaluate(() => {
        const named = (element: Element): string =>
          [element.tagName, ...element.classList, element.getAttribute('role') ?? ''].join('.')
        const labels = (element: Element): string =>
          'labels' in element && element.labels instanceof NodeList ? ` ${element.labels.length}` : ''
        const built = (element: Element): string =>
          [
            element.parentElement === null ? '' : named(element.parentElement),
            named(element),
            element.getAttributeNames().sort().join(),
            element.getAttribute('type') ?? '',
            element.textContent?.trim() === '' ? 'empty' : '',
            labels(element),
          ].join(' ')
        return [...new Set([...document.querySelectorAll('*')].map(built))]
      })
      const kind = new URL(page.url()).pathname.replaceAll(/[0-9a-f-]{36}/g, ':id')
      const fresh = [kind, ...shapes].filter((shape) => !seen.has(shape))
      for (const shape of fresh) seen.add(shape)
      return fresh.length > 0
    },
  }
}
