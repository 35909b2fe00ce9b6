import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { dataDictionary } from './data-dictionary.ts'
import { formRules } from './form-rules.ts'
import { statutoryForms } from './statutory-forms.ts'

const written = readFileSync(new URL('../../../docs/data-dictionary.md', import.meta.url), 'utf8')
const dictionary = dataDictionary(statutoryForms)

describe('the data dictionary', () => {
  test('in docs is the one the form definitions make: npm run cdop -- dictionary --write', () => {
    expect(written).toBe(dictionary)
  })

  test('has every question once, each on one line', () => {
    for (const form of statutoryForms.filter(({ effective }) => effective.to === undefined)) {
      for (const { linkId } of formRules(form)) expect(dictionary).toContain(`| \`${linkId}\` |`)
    }
  })

  test('says in words when a question is asked, and what it fills', () => {
    expect(dictionary).toMatch(
      /\| Was the child born alive\? \| `child-born-alive` \|.*if the age at death is under 28 days or “Date of birth” is “I do not know” \| `child\.bornAlive` \|/,
    )
    expect(dictionary).toContain('`agencies[].name`')
    expect(dictionary).toContain('or “Not yet named”')
  })
})
