import { defaultTonightContacts } from '@cdop/domain'
import { expect, test } from 'vitest'
import { tonightNotice } from './tonight-notice.ts'

test('whom to phone stands as numbers a phone can dial, and no line is left without an answer', () => {
  const notice = String(tonightNotice({ ...defaultTonightContacts, coroner: '01632 960 103' }))
  expect(notice).toContain('This form alerts nobody tonight')
  expect(notice).toContain('href="tel:01632960103">01632 960 103</a>')
  expect(notice).toContain('href="tel:101"')
  expect(notice.match(/Ask your hospital switchboard/g)).toHaveLength(2)
})
