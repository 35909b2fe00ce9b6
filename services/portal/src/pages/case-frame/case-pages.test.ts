import { describe, expect, test } from 'vitest'
import { pages } from '../pages.ts'
import { type CasePath, caseNavigation, casePathOf } from './case-pages.ts'

const linksOf = (markup: string, label: string) => {
  const [, nav = ''] =
    new RegExp(`<nav [^>]*aria-label="${label}"[^>]*>([\\s\\S]*?)</nav>`).exec(markup) ?? []
  return [...nav.matchAll(/<a [^>]*href="([^"]*)"[^>]*>([^<]*)</g)].map(([tag, href = '', text = '']) => ({
    href,
    text: text.trim(),
    current: /aria-current="(\w+)"/.exec(tag)?.[1] ?? null,
  }))
}
const shown = (current: CasePath) => caseNavigation('1', current).toString()
const groups = linksOf(shown(''), 'Case')
/** Where each group leads is a page of the case, and each page of a group leads to itself. */
const listed = groups.flatMap(({ href, text }) => {
  const second = linksOf(shown(casePathOf(href.replace('/cases/1', ''))), text)
  return second.length === 0 ? [href] : second.map((link) => link.href)
})

describe('the pages of a case', () => {
  test('stand in at most nine groups, each page in one', () => {
    expect(groups.length).toBeLessThanOrEqual(9)
    expect(new Set(listed).size).toBe(listed.length)
    expect(listed.length).toBeGreaterThan(groups.length)
  })

  test('each listed page is a page of the portal', () => {
    const there = new Set(pages.map(({ path }) => path))
    for (const href of listed) expect(there, href).toContain(href.replace('/1', '/:caseId'))
  })

  test('a page of a group of several: the group is marked, and the page among the pages of the group', () => {
    const markup = shown('/panel')
    expect(linksOf(markup, 'Case').filter(({ current }) => current !== null)).toEqual([
      { href: '/cases/1/review-meeting', text: 'Meetings', current: 'true' },
    ])
    expect(linksOf(markup, 'Meetings')).toEqual([
      { href: '/cases/1/review-meeting', text: 'Review meeting', current: null },
      { href: '/cases/1/response', text: 'Joint agency response', current: null },
      { href: '/cases/1/panel', text: 'Panel meeting', current: 'page' },
    ])
  })

  test('a page that is a group of its own is marked there, and nothing is listed under it', () => {
    const markup = shown('/documents')
    expect(linksOf(markup, 'Case').filter(({ current }) => current !== null)).toEqual([
      { href: '/cases/1/documents', text: 'Documents', current: 'page' },
    ])
    expect(markup.match(/<nav /g)).toHaveLength(1)
  })

  test('what a form names as its page is a page of a case, or the overview', () => {
    expect(casePathOf('/panel')).toBe('/panel')
    for (const typed of ['', '/nowhere', '//elsewhere.example', 'https://elsewhere.example']) {
      expect(casePathOf(typed), typed).toBe('')
    }
  })
})
