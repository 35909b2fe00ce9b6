import { describe, expect, test } from 'vitest'
import { navigationFor } from './navigation.ts'
import type { Destination } from './place.ts'

const place = (text: string, daily = false): Destination => ({
  ...{ text, says: `Of ${text}.`, href: `/${text.toLowerCase()}` },
  ...(daily && { daily: true }),
})
const many = [
  place('Cases', true),
  place('Organisations'),
  place('Search', true),
  ...['Imports', 'Duplicates', 'Transfers', 'Chasing', 'Users'].map((text) => place(text)),
]
const shown = (places: Destination[], path: string) => navigationFor(places, path).map(({ text }) => text)

describe('the main navigation', () => {
  test('of somebody with few places has them all', () => {
    expect(shown(many.slice(0, 7), '/cases')).toHaveLength(7)
    expect(shown(many.slice(0, 7), '/cases')).not.toContain('All pages')
  })

  test('of somebody with many has those of every day, and the page that has all', () => {
    expect(shown(many, '/cases/7')).toEqual(['Cases', 'Search', 'All pages'])
    expect(navigationFor(many, '/cases/7')[0]).toMatchObject({ active: true })
    expect(navigationFor(many, '/').at(-1)).toEqual({ text: 'All pages', href: '/', current: true })
  })

  test('always has the place one is at', () => {
    expect(shown(many, '/organisations')).toEqual(['Cases', 'Organisations', 'Search', 'All pages'])
    expect(navigationFor(many, '/organisations')[1]).toMatchObject({ current: true })
  })
})
