import { describe, expect, test } from 'vitest'
import { html } from '../components/html.ts'
import {
  expiredFormPage,
  forbiddenPage,
  notFoundPage,
  serviceUnavailablePage,
  somethingWentWrongPage,
} from './error-pages.ts'
import { page } from './page.ts'
import { frame } from './testing/frame.ts'
import { samplePage } from './testing/sample-page.ts'
import { writtenTime } from './written-time.ts'

const main = html`<h1 class="govuk-heading-l">When did the child die?</h1>`
const question = { ...frame, title: 'When did the child die?', section: 'Notification', main }
const mistake = [{ text: 'Enter the date of death', href: '#died-day' }]

const reference = 'a3f1-77c2'
const pages = {
  question: page(question),
  'question with a mistake': page({ ...question, error: mistake, backLink: '/back' }),
  'signed out': page({ ...question, user: undefined, areaName: undefined, navigation: [] }),
  sample: samplePage(),
  'not found': notFoundPage(frame, reference),
  forbidden: forbiddenPage(frame, reference),
  'expired form': expiredFormPage(frame, reference, '/cases/1/review'),
  unavailable: serviceUnavailablePage(frame, reference),
  'went wrong': somethingWentWrongPage(frame, reference),
}

function count(markup: string, pattern: RegExp): number {
  return [...markup.matchAll(pattern)].length
}

/** What a person reads: no tags, no scripts. */
function wordsOf(markup: string): string {
  return markup.replace(/<script[\s\S]*?<\/script>/g, ' ').replace(/<[^>]*>/g, ' ')
}

describe.each(Object.entries(pages))('every page: %s', (_name, rendered) => {
  const markup = rendered.toString()

  test('has one h1, one header, one main, one footer and its language', () => {
    expect(markup).toMatch(/^<!doctype html>\s*<html lang="en"/)
    expect(count(markup, /<h1[ >]/g)).toBe(1)
    for (const landmark of ['header', 'main', 'footer']) {
      expect(count(markup, new RegExp(`<${landmark}[ >]`, 'g')), landmark).toBe(1)
    }
  })

  test('never skips a heading level', () => {
    const levels = [...markup.slice(markup.indexOf('<h1')).matchAll(/<h([1-6])/g)].map(([, n]) => Number(n))
    for (const [index, level] of levels.entries())
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
  })

  test('starts with the skip link, before anything else that takes the focus', () => {
    expect(markup.match(/<(a|button|input)[ >][^>]*>/)?.[0]).toContain('href="#main-content"')
  })

  test('holds no inline style, no event attribute and one script with the nonce', () => {
    expect(markup).not.toMatch(/\sstyle=/)
    expect(markup).not.toMatch(/<[^>]*\son[a-z]+=/)
    expect(markup).not.toContain('<style')
    expect(count(markup, /<script(?![^>]*src=)/g)).toBe(1)
    expect(markup).toContain(`<script nonce="${frame.nonce}">`)
  })

  test('shows neither the crown nor the name GOV.UK', () => {
    expect(markup).not.toMatch(/crown|GOV\.UK|logotype/i)
  })

  test('names help, accessibility and privacy in the same place', () => {
    expect(markup.slice(markup.indexOf('<footer'))).toMatch(/\/help.*\/accessibility.*\/privacy/s)
  })

  test('says on paper how secret it is and when it was printed', () => {
    expect(markup).toMatch(/OFFICIAL-SENSITIVE[\s\S]*Printed [\s\S]*14 November 2026 at 9:30am/)
  })

  test('speaks plainly', () => {
    expect(wordsOf(markup)).not.toMatch(/\bplease\b|\be\.g\.|\bi\.e\.|\betc\b|passed away|\bcommitted\b/i)
  })

  test('says that the data are invented', () => {
    expect(markup).toContain('Demonstration data')
  })
})

describe('a page', () => {
  test('is titled question, section, service', () => {
    expect(pages.question.toString()).toContain(
      '<title>When did the child die? – Notification – Child death reviews</title>',
    )
  })

  test('says "Error: " in its title and lists the mistakes first in main, after the back link', () => {
    const markup = pages['question with a mistake'].toString()
    expect(markup).toContain('<title>Error: When did the child die? –')
    expect(markup).toMatch(/govuk-back-link[\s\S]*<main[\s\S]*There is a problem[\s\S]*#died-day[\s\S]*<h1/)
  })

  test('always shows the area, and signs out by a form that works without JavaScript', () => {
    const header = pages.question.toString().match(/<header[\s\S]*<\/header>/)?.[0]
    expect(header).toContain('Westmarch')
    expect(header).toMatch(
      /<form method="post" action="\/sign-out"[\s\S]*name="_csrf" value="token-of-this-session"[\s\S]*Sign out/,
    )
    expect(pages['signed out'].toString()).not.toContain('Sign out')
  })

  test('of live data carries no demonstration banner', () => {
    expect(page({ ...question, demonstration: false }).toString()).not.toContain('Demonstration')
  })

  test('escapes what it is given', () => {
    const attack = '</title><script>alert(1)</script>'
    const markup = page({ ...question, title: attack, areaName: attack, reference: attack }).toString()
    expect(markup).not.toContain('<script>alert')
  })
})

describe('a dead end', () => {
  test.each(['not found', 'forbidden', 'expired form', 'unavailable', 'went wrong'] as const)(
    '%s gives the reference and never speaks of a case',
    (name) => {
      const main = pages[name].toString().match(/<main[\s\S]*<\/main>/)?.[0] ?? ''
      expect(main).toContain(reference)
      expect(main).not.toMatch(/\bcase\b/i)
    },
  )
})

describe('times', () => {
  test('are written as people in England write them, also in summer', () => {
    expect(writtenTime(new Date('2026-06-04T08:32:00Z'))).toBe('4 June 2026 at 9:32am')
    expect(writtenTime(new Date('2026-12-31T23:05:00Z'))).toBe('31 December 2026 at 11:05pm')
    expect(writtenTime(new Date('2026-01-02T00:00:00Z'))).toBe('2 January 2026 at 12:00am')
  })
})
