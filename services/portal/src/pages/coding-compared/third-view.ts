import {
  CategoryOfDeath,
  FactorRating,
  Modifiability,
  type NamedFactor,
  type ThirdAnswer,
} from '@cdop/domain'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { select } from '../../components/select.ts'
import { summaryList } from '../../components/summary-list.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { categoryWords, outcomeWords, ratingWords } from '../../wording/coding-words.ts'

import { factorField, type TypedSettling } from './form.ts'

/** What each panel said in codes. */
export type AskedOfThird = {
  readonly factors: readonly NamedFactor[]
}

/** A factor in the words of the codebook of today. */
export type FactorWords = (code: NamedFactor['code']) => string

type Fields = {
  readonly asked: AskedOfThird
  readonly typed: TypedSettling
  readonly errors: readonly ErrorItem[]
  readonly factorWords: FactorWords
}

const pickOne = { value: '', text: 'Select an answer' }

/** What holds where neither coding does: one answer each for the category, the outcome and every factor either panel named. */
export function thirdFields({ asked, typed, errors, factorWords }: Fields): Html {
  const ratings = FactorRating.exclude(['not-judged']).options
  return html`${select({
    name: 'category',
    id: 'category',
    label: { text: 'Category of death' },
    value: typed.category,
    errorMessage: errorOf(errors, 'category'),
    items: [
      pickOne,
      ...CategoryOfDeath.options.map(({ value }) => ({ value: `${value}`, text: categoryWords(value) })),
    ],
  })}${select({
    name: 'modifiability',
    id: 'modifiability',
    label: { text: 'Outcome' },
    value: typed.modifiability,
    errorMessage: errorOf(errors, 'modifiability'),
    items: [pickOne, ...Modifiability.options.map((value) => ({ value, text: outcomeWords[value] }))],
  })}${asked.factors.map(({ code, first, second }) =>
    select({
      name: factorField(code),
      id: factorField(code),
      label: { text: factorWords(code) },
      hint: { text: `First panel: ${ratingWords[first]}. Second panel: ${ratingWords[second]}` },
      value: typed.factors.get(code) ?? '',
      errorMessage: errorOf(errors, factorField(code)),
      items: [pickOne, ...ratings.map((value) => ({ value, text: ratingWords[value] }))],
    }),
  )}`
}

/** A third answer, as it was settled. */
export function thirdSaid({ category, modifiability, factors }: ThirdAnswer, factorWords: FactorWords): Html {
  return summaryList({
    rows: [
      { key: { text: 'Category of death' }, value: { text: categoryWords(category) } },
      { key: { text: 'Outcome' }, value: { text: outcomeWords[modifiability] } },
      ...factors.map(({ code, rating }) => ({
        key: { text: factorWords(code) },
        value: { text: ratingWords[rating] },
      })),
    ],
  })
}
