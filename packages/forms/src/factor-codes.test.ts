import { FactorDomain, factorCodebook, PlainDate } from '@cdop/domain'
import { expect, test } from 'vitest'
import { z } from 'zod'
import april2026 from './questionnaires/analysis-2026-04-01.json' with { type: 'json' }
import november2026 from './questionnaires/analysis-2026-11-01.json' with { type: 'json' }

const Options = z.object({
  linkId: z.string(),
  answerOption: z
    .array(z.object({ valueCoding: z.object({ code: z.string(), display: z.string() }) }))
    .optional(),
  get item() {
    return z.array(Options).optional()
  },
})
type Options = z.infer<typeof Options>

const within = (item: Options): Options[] => [item, ...(item.item ?? []).flatMap(within)]

test.each([april2026, november2026])(
  'the codebook has exactly the factors the analysis form of $version offers, by the same names',
  (analysisForm) => {
    const items = z.array(Options).parse(analysisForm.item).flatMap(within)
    const book = factorCodebook(PlainDate.parse(analysisForm.version))
    for (const domain of FactorDomain.options) {
      const offered = items.find(({ linkId }) => linkId === `${domain}-factor-code`)?.answerOption ?? []
      expect(offered.length, domain).toBeGreaterThan(0)
      expect(
        Object.entries(book?.domains[domain] ?? {}).map(([code, { label }]) => ({ code, display: label })),
      ).toEqual(offered.map(({ valueCoding: { code, display } }) => ({ code, display })))
    }
  },
)
