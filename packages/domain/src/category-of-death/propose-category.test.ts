import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PlainDate } from '../plain-date/plain-date.ts'
import { whatWouldChange, withChange } from './category-counterfactual.ts'
import { categoryDefinitions } from './category-definition.ts'
import { CategoryFact, CategoryFacts, contradict } from './category-fact.ts'
import { CategoryOfDeath, primaryCategory } from './category-of-death.ts'
import { CategoryRuleCode } from './category-rule.ts'
import { categoryRules } from './category-rules.ts'
import { CategoryQuestion, proposeCategory } from './propose-category.ts'

const all = CategoryOfDeath.options.map(({ value }) => value)
const categories = fc.subarray(all)
const facts = fc
  .shuffledSubarray([...CategoryFact.options], { maxLength: 8 })
  .map((some) => some.filter((fact, at) => !some.slice(0, at).some((before) => contradict(fact, before))))
const questions = fc.record({ applicable: categories, ruledOut: fc.subarray(all, { maxLength: 2 }), facts })
const runs = { numRuns: 500 }
const beyond = (primary: CategoryOfDeath | null) => primary ?? 11

test('the primary category is the highest up the list of those that remain, whatever is known', () => {
  fc.assert(
    fc.property(questions, (question) => {
      expect(CategoryQuestion.parse(question)).toEqual(question)
      const { primary, secondary, remaining, primaryBy } = proposeCategory(question)
      const left = remaining.map(({ category }) => category)
      expect(left).toEqual(primary === null ? [] : [primary, ...secondary])
      if (primary !== null) expect(primary).toBe(primaryCategory(left))
      expect(primaryBy).toBe(left.length > 1 ? 'highest-up-the-list' : null)
    }),
    runs,
  )
})

test('without facts it is what the panel’s answers alone make it, so that no analysis is held to more than before', () => {
  fc.assert(
    fc.property(fc.subarray(all, { minLength: 1 }), (applicable) => {
      expect(proposeCategory({ applicable, ruledOut: [], facts: [] }).primary).toBe(
        primaryCategory(applicable),
      )
    }),
    runs,
  )
})

test('the order of what is said and known makes no difference, nor does saying it twice', () => {
  fc.assert(
    fc.property(questions, ({ applicable, ruledOut, facts: known }) => {
      const turned = {
        applicable: [...applicable, ...applicable].reverse(),
        ruledOut: [...ruledOut].reverse(),
        facts: [...known, ...known].reverse(),
      }
      expect(proposeCategory(turned)).toEqual(proposeCategory({ applicable, ruledOut, facts: known }))
    }),
    runs,
  )
})

test('a further category never makes the primary one lower down the list', () => {
  fc.assert(
    fc.property(questions, fc.constantFrom(...all), (question, category) => {
      const more = { ...question, applicable: [...question.applicable, category] }
      expect(beyond(proposeCategory(more).primary)).toBeLessThanOrEqual(
        beyond(proposeCategory(question).primary),
      )
    }),
    runs,
  )
})

test('every category that was selected remains or is left out, and each with a rule that is about it', () => {
  fc.assert(
    fc.property(questions, (question) => {
      const { remaining, excluded } = proposeCategory(question)
      const spoken = [...remaining, ...excluded].map(({ category }) => category)
      expect(new Set(spoken).size).toBe(spoken.length)
      for (const category of question.applicable) expect(spoken).toContain(category)
      for (const { category, rules } of remaining) {
        expect(rules.length).toBeGreaterThan(0)
        for (const code of rules) {
          const rule = categoryRules[code]
          if (rule.kind === 'includes') expect(rule.category).toBe(category)
          else if (rule.kind === 'leaves-to-the-panel') expect(rule.categories).toContain(category)
          else expect(code).toBe('could-reasonably-be-applied')
        }
      }
      for (const { category, rules } of excluded) {
        expect(rules.length).toBeGreaterThan(0)
        for (const code of rules) {
          const rule = categoryRules[code]
          if (rule.kind === 'excludes') expect(rule.category).toBe(category)
          else expect(code).toBe('said-not-to-apply')
        }
      }
    }),
    runs,
  )
})

test('what would change it does: making the change gives the category it names, and another than now', () => {
  fc.assert(
    fc.property(questions, (question) => {
      const now = proposeCategory(question).primary
      const changes = whatWouldChange(question)
      for (const { change, primary } of changes) {
        const changed = withChange(question, change)
        expect(CategoryFacts.safeParse(changed.facts).success).toBe(true)
        expect(proposeCategory(changed).primary).toBe(primary)
        expect(primary).not.toBe(now)
        if (change.kind === 'category-does-not-apply') {
          expect(change.category).toBe(now)
          expect(beyond(primary)).toBeGreaterThan(change.category)
        }
      }
      const named = changes.some(({ change }) => change.kind === 'category-does-not-apply')
      expect(named).toBe(now !== null)
    }),
    { numRuns: 100 },
  )
})

test('no rule is idle: each is the reason for something in some death', () => {
  const rest = all.slice(1)
  const reasons = [
    { applicable: rest, ruledOut: rest, facts: [] },
    ...CategoryFact.options.map((fact) => ({ applicable: rest, ruledOut: [], facts: [fact] })),
  ].flatMap((question) => {
    const { primaryBy, remaining, excluded, leftToThePanel } = proposeCategory(question)
    return [
      ...[...remaining, ...excluded].flatMap(({ rules }) => rules),
      ...leftToThePanel.map(({ rule }) => rule),
      ...(primaryBy === null ? [] : [primaryBy]),
    ]
  })
  expect([...new Set(reasons)].sort()).toEqual([...CategoryRuleCode.options].sort())
})

test('no fact is idle: each speaks for a category or against one', () => {
  for (const fact of CategoryFact.options) {
    const ask = (known: CategoryFact[]) => {
      const { remaining, excluded } = proposeCategory({
        applicable: all.slice(1),
        ruledOut: [],
        facts: known,
      })
      return { remaining, excluded }
    }
    expect(ask([fact]), fact).not.toEqual(ask([]))
  }
})

test('definitions apply from their first day, include something of every category, and are not passed off as checked', () => {
  expect(categoryDefinitions(PlainDate.parse('2019-03-31'))).toBeNull()
  const read = categoryDefinitions(PlainDate.parse('2019-04-01'))
  expect(read?.wording).toBe('unverified')
  for (const category of all) expect(read?.categories[category].includes).not.toEqual([])
  expect(read?.categories[3].excludes).toHaveLength(1)
  expect(read?.categories[10].excludes).toHaveLength(1)
})
