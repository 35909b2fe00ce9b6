import { describe, expect, test } from 'vitest'
import { type Item, itemsOf, panelAnswers, panelNarratives, REPORTING_FORM, statutoryForms } from './index.ts'

const reporting = statutoryForms
  .filter(({ url }) => url === REPORTING_FORM)
  .sort((one, other) => other.version.localeCompare(one.version))[0]
if (reporting === undefined) throw new Error('there is a reporting form')
const told = {
  'reporter-name': 'Ivo Larkmoor',
  'involvement-summary': 'The practice saw the child in spring.',
  'agency-learning': '  ',
}

describe('the narratives a panel may read once they are de-identified', () => {
  test('are the answers of marked questions, as they were written, and nothing else', () => {
    expect(panelNarratives(reporting, told)).toEqual([
      {
        path: 'involvement-summary',
        label: 'Summary of your agency’s involvement',
        text: told['involvement-summary'],
      },
    ])
  })

  test('never come with the coded answers, in whatever form', () => {
    const shown = panelAnswers(reporting, told).map(({ answer }) => answer)
    for (const text of Object.values(told)) expect(shown).not.toContain(text)
  })

  test('are asked for in every version of the reporting form, and by no question for a name', () => {
    const marked = (items: readonly Item[]): string[] =>
      items.flatMap((item) => {
        if (item.kind === 'note') return []
        if (item.kind === 'group') return marked(item.questions)
        return item.kind === 'text' && item.panelNarrative === true ? [item.linkId] : []
      })
    for (const form of statutoryForms) {
      const linkIds = marked(itemsOf(form))
      if (form.url === REPORTING_FORM) expect(linkIds).toContain('involvement-summary')
      expect(linkIds.filter((linkId) => /name|address|contact/.test(linkId))).toEqual([])
    }
  })
})
