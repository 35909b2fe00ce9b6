import { expect, test } from 'vitest'
import { pages } from '../pages/pages.ts'
import { bringsFileTo } from './brings-file.ts'

test('only what brings a file to a page that takes one as it comes may come slowly', () => {
  const brings = bringsFileTo(pages)
  const path = '/cases/5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b01/documents/new'
  expect(brings('POST', path)).toBe(true)
  for (const [method, other] of [
    ['GET', path],
    ['POST', '/sign-in'],
    ['POST', '/cases/a/b/documents/new'],
    ['POST', `${path}/more`],
    ['POST', '//'],
  ] as const) {
    expect([method, other, brings(method, other)]).toEqual([method, other, false])
  }
})
