import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compileStylesheet, stylesheetFile } from './compile-stylesheet.ts'

const committed = readFileSync(stylesheetFile, 'utf8')

describe('the style sheet', () => {
  test('is what its sources say (otherwise run `pnpm styles` in services/portal)', () => {
    expect(committed === compileStylesheet(), 'portal.min.css is current').toBe(true)
  })

  test('uses neither the typeface nor the emblems that only GOV.UK may show', () => {
    expect(committed).not.toMatch(/GDS Transport|crest|crown|logotype|@font-face/i)
  })

  test('loads nothing from elsewhere', () => {
    expect([...committed.matchAll(/url\(([^)]*)\)/g)].map(([, url]) => url)).toSatisfy(
      (urls: (string | undefined)[]) => urls.length > 0 && urls.every((url) => url?.startsWith('images/')),
    )
    expect(committed).not.toContain('@import')
  })
})
