import { describe, expect, test } from 'vitest'
import { badge } from './badge.ts'
import { filter } from './filter.ts'
import { html } from './html.ts'
import { identityBar } from './identity-bar.ts'
import { pageHeaderActions } from './page-header-actions.ts'
import { browserSortedTable, sortableTable } from './sortable-table.ts'
import { subNavigation } from './sub-navigation.ts'
import { timeline } from './timeline.ts'

/* MOJ's package ships no fixtures: what its pages rely on is said here. */

const attack = '<script>alert(1)</script>'

describe('the case-working components', () => {
  test('a timeline shows the time as the page wrote it, and who made the entry', () => {
    const entry = {
      title: 'Form returned',
      timestamp: '2026-06-04',
      when: 'about 4 June 2026',
      by: 'Asha Linden',
    }
    const markup = timeline([{ ...entry, description: attack }], 3).toString()
    expect(markup).toContain('<h3 class="moj-timeline__title">Form returned</h3>')
    expect(markup).toContain('<time datetime="2026-06-04">about 4 June 2026</time>')
    expect(markup).toContain('by Asha Linden')
    expect(markup).not.toContain(attack)
  })

  test('an identity bar names the case by its reference', () => {
    const facts = [{ term: 'Age at death', value: '4 months' }]
    const markup = identityBar({ reference: 'WM-2026-4F7K2', facts, actions: badge({ text: 'Restricted' }) })
    expect(markup.toString()).toMatch(
      /class="moj-identity-bar [\s\S]*WM-2026-4F7K2[\s\S]*4 months[\s\S]*moj-badge--black/,
    )
  })

  test('a filter keeps what is chosen in sight, and each choice can be taken away', () => {
    const selected = [
      { heading: 'Stage', items: [{ text: 'Ready for panel', href: '/cases' }] },
      { heading: 'Clock', items: [] },
    ]
    const markup = filter({ action: '/cases', fields: html`<p>fields</p>`, selected }).toString()
    expect(markup).toContain('<form method="get" action="/cases" novalidate>')
    expect(markup).toMatch(/Selected filters[\s\S]*Remove this filter<\/span> Ready for panel/)
    expect(markup).not.toContain('Clock')
    expect(filter({ action: '/cases', fields: html``, selected: [] }).toString()).not.toContain('Selected')
  })

  test('a sub-navigation says where one is, under its own label', () => {
    const markup = subNavigation({
      label: 'Case',
      items: [{ text: 'Overview', href: '/o', active: true }],
    }).toString()
    expect(markup).toMatch(/<nav [^>]*aria-label="Case"[\s\S]*aria-current="page" href="\/o"/)
  })

  test('a heading stands beside its buttons', () => {
    const markup = pageHeaderActions({
      heading: { text: attack },
      items: [{ text: 'Add', href: '/add' }],
    }).toString()
    expect(markup).toMatch(/<h1 [\s\S]*href="\/add"/)
    expect(markup).not.toContain(attack)
  })

  test('a sorted list says its order in words for machines, and scrolls by keyboard', () => {
    const markup = sortableTable({
      caption: 'Cases',
      columns: [{ text: 'Due', sorted: 'ascending', href: '/cases?sort=-due' }, { text: 'Stage' }],
      rows: [[{ text: 'today' }, { text: attack }]],
    }).toString()
    expect(markup).toMatch(/role="region" aria-label="Cases" tabindex="0"/)
    expect(markup).toMatch(/aria-sort="ascending"[\s\S]*href="\/cases\?sort=-due"/)
    expect(markup).not.toContain(attack)
    expect(browserSortedTable({ caption: 'People', rows: [] }).toString()).toContain('moj-sortable-table')
  })
})
