import { ANALYSIS_FORM, statutoryForms } from '@cdop/forms'
import type { CodeList } from '@cdop/statistics'

const notInCodebook = { code: 'not-in-codebook', label: 'Factor outside the codebook' }

function codesOfTheForms(): CodeList {
  const named = new Map<string, string>()
  for (const form of statutoryForms.filter(({ url }) => url === ANALYSIS_FORM)) {
    for (const item of form.pages.flatMap(({ items }) => items)) {
      if (item.kind !== 'group') continue
      for (const question of item.questions) {
        if (question.kind !== 'choice' || question.binding !== 'code') continue
        for (const { code, text } of question.options) named.set(code, text)
      }
    }
  }
  return [...named].map(([code, label]) => ({ code, label }))
}

/**
 * Every factor any version of the analysis form offers, and one line for what none of them does: always there, so that
 * the line tells nobody that such a factor was found.
 */
export const factorCodebook: CodeList = [...codesOfTheForms(), notInCodebook]

const known = new Set(factorCodebook.map(({ code }) => code))

/** The line a factor is counted in. */
export function countedFactor(code: string): string {
  return known.has(code) ? code : notInCodebook.code
}
