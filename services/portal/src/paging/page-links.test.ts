import { describe, expect, test } from 'vitest'
import { pageLinks, pageOf } from './page-links.ts'

const links = (page: number, total: number) =>
  pageLinks({ page, total, list: 'cases' }, (to) => `/cases?page=${to}`)?.toString() ?? null

describe('the pages of a list', () => {
  test('have no links when there is only one', () => {
    expect(links(1, 0)).toBeNull()
    expect(links(1, 25)).toBeNull()
  })

  test('lead to the neighbours, the first and the last', () => {
    const markup = links(5, 250) ?? ''
    for (const page of [1, 4, 6, 10]) expect(markup).toContain(`href="/cases?page=${page}"`)
    expect(markup).toContain('aria-current="page"')
    expect(markup.match(/govuk-pagination__item--ellipsis/g)).toHaveLength(2)
  })

  test('offer nothing before the first and nothing after the last', () => {
    expect(links(1, 60)).not.toContain('rel="prev"')
    expect(links(3, 60)).not.toContain('rel="next"')
  })

  test.each([
    ['2', 2],
    ['', 1],
    ['0', 1],
    ['-3', 1],
    ['1e9', 1],
    ['99999', 1],
  ])('“%s” in the address is page %i', (query, page) => {
    expect(pageOf(query)).toBe(page)
  })
})
