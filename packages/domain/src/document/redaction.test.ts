import { expect, test } from 'vitest'
import { DocumentState } from './document.ts'
import { RedactionDecision, redactionStatus, shareable } from './redaction.ts'

const free = { isReplaced: false, isKeptBack: false }

test('nothing leaves the office but what is clean, and has nothing to redact or is a redacted copy', () => {
  const offered = DocumentState.options.flatMap((state) =>
    [null, 'original'].flatMap((redactedOf) =>
      [null, ...RedactionDecision.options]
        .filter((decision) =>
          shareable({ ...free, state, redaction: redactionStatus({ redactedOf, decision }) }),
        )
        .map((decision) => [state, redactedOf, decision]),
    ),
  )
  expect(offered).toEqual([
    ['clean', null, 'nothing-to-redact'],
    ['clean', 'original', null],
    ['clean', 'original', 'nothing-to-redact'],
    ['clean', 'original', 'to-be-redacted'],
  ])
})

test('what a newer version took the place of stays, and what is kept back with it or what it was made of', () => {
  const ready = { state: 'clean', redaction: 'redacted-copy' } as const
  expect(shareable({ ...ready, ...free })).toBe(true)
  expect(shareable({ ...ready, ...free, isReplaced: true })).toBe(false)
  expect(shareable({ ...ready, ...free, isKeptBack: true })).toBe(false)
})
