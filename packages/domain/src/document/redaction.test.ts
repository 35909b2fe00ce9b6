import { expect, test } from 'vitest'
import { DocumentState } from './document.ts'
import { RedactionDecision, redactionStatus, shareable } from './redaction.ts'

test('nothing leaves the office but what is clean, and has nothing to redact or is a redacted copy', () => {
  const offered = DocumentState.options.flatMap((state) =>
    [null, 'original'].flatMap((redactedOf) =>
      [null, ...RedactionDecision.options]
        .filter((decision) => shareable({ state, redaction: redactionStatus({ redactedOf, decision }) }))
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
