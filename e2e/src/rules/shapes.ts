import type { Page } from '@playwright/test'
import { isFirstInRun } from './looked-at.ts'

/** What a page shows for the first time: elements unlike any seen before, or seen ones put together in a new way. */
export type New = 'elements' | 'arrangement' | 'nothing'

/**
 * Remembers, as long as the run lasts and for every process that drives a browser, every element by what an accessibility rule can tell
 * apart: itself and what it stands in, by name, classes, attributes but for their contents, whether it has text and, of
 * a field, whether it has a label. A page of a new route, or one that shows its mistakes for the first time, is a new
 * arrangement.
 */
export async function whatIsNew(page: Page): Promise<New> {
  const { shapes, mistaken } = await page.evaluate(() => {
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
    return {
      shapes: [...new Set([...document.querySelectorAll('*')].map(built))],
      mistaken: document.querySelector('.govuk-error-summary') !== null,
    }
  })
  const route = new URL(page.url()).pathname.replaceAll(/[0-9a-f-]{36}/g, ':id')
  const arrangement = `${route}${mistaken ? ' with mistakes' : ''}`
  const fresh = shapes.filter((shape) => isFirstInRun(`element ${shape}`))
  const rearranged = isFirstInRun(`arrangement ${arrangement}`)
  return fresh.length > 0 ? 'elements' : rearranged ? 'arrangement' : 'nothing'
}
