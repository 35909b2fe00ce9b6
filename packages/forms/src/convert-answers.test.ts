import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answers } from './answer.ts'
import { type CompiledForm, itemsOf, type Question, type RepeatingGroup } from './compiled-form.ts'
import { convertAnswers } from './convert-answers.ts'
import { FormVersionError, formInForce, formVersion } from './form-version.ts'
import { ANALYSIS_FORM, NOTIFICATION_FORM, REPORTING_FORM, statutoryForms } from './statutory-forms.ts'
import { supplementaryForm } from './supplementary-forms.ts'
import { anyAnswers } from './testing-answers.ts'
import { versionChanges } from './version-change.ts'

const convert = (url: string, from: string, answers: Answers, to: string) =>
  convertAnswers(statutoryForms, versionChanges, { url, version: from, answers, aside: {} }, to)
const back = (given: ReturnType<typeof convert>, to: string) =>
  convertAnswers(statutoryForms, versionChanges, given, to)

function questionsIn(form: CompiledForm): Map<string, Question | RepeatingGroup> {
  const items = itemsOf(form).flatMap((item) =>
    item.kind === 'note' ? [] : item.kind === 'group' ? [item, ...item.questions] : [item],
  )
  return new Map(items.map((item) => [item.linkId, item]))
}

const named = versionChanges.map((change) => ({
  title: `${change.url.replace(/^.*\//, '')} from ${change.from} to ${change.to}`,
  change,
}))

describe('the versions of the national forms', () => {
  test.each([
    [NOTIFICATION_FORM, ['2019-04-01', '2021-04-01', '2022-04-01', '2026-04-01']],
    [REPORTING_FORM, ['2019-04-01', '2021-04-01', '2022-04-01', '2026-04-01']],
  ])('of %s are in force each from its April on', (url, versions) => {
    for (const version of versions) expect(formInForce(statutoryForms, url, version).version).toBe(version)
    expect(formInForce(statutoryForms, url, '2022-03-31').version).toBe('2021-04-01')
  })

  test('asked about poverty and barriers since 2021, and about height, weight and bereavement support since 2022', () => {
    const asked = (version: string) => [
      ...questionsIn(formVersion(statutoryForms, REPORTING_FORM, version)).keys(),
    ]
    expect(asked('2019-04-01')).not.toContain('poverty')
    expect(asked('2021-04-01')).toEqual(expect.arrayContaining(['poverty', 'access-barriers']))
    expect(asked('2021-04-01')).not.toContain('height-cm')
    expect(asked('2022-04-01')).toEqual(
      expect.arrayContaining(['mother-bmi', 'height-cm', 'bereavement-offered']),
    )
  })

  test('are joined by changes without a gap', () => {
    for (const [url, forms] of Map.groupBy(statutoryForms, (form) => form.url)) {
      const versions = forms.map(({ version }) => version).sort()
      const changes = versionChanges.filter((change) => change.url === url)
      expect(changes.map(({ from, to }) => [from, to]).sort()).toEqual(
        versions.slice(1).map((to, at) => [versions[at], to]),
      )
    }
  })
})

describe.each(named)('the change of $title', ({ change }) => {
  const older = formVersion(statutoryForms, change.url, change.from)
  const newer = formVersion(statutoryForms, change.url, change.to)

  test('is what the two versions say', () => {
    const [was, is] = [questionsIn(older), questionsIn(newer)]
    const name = (linkId: string) => change.renamed[linkId] ?? linkId
    const stayed = [...was.keys()].filter((linkId) => is.has(name(linkId)))
    const differs = (of: (item: Question | RepeatingGroup) => string) =>
      stayed.filter((linkId) => {
        const [one, other] = [was.get(linkId), is.get(name(linkId))]
        return one !== undefined && other !== undefined && of(one) !== of(other)
      })
    const arrived = new Set(stayed.map(name))
    expect(change.added).toEqual([...is.keys()].filter((linkId) => !arrived.has(linkId)))
    expect(change.removed).toEqual([...was.keys()].filter((linkId) => !is.has(name(linkId))))
    expect(change.moved).toEqual(differs(({ section }) => section))
    expect(change.reworded).toEqual(differs(({ text }) => text))
    for (const linkId of Object.keys(change.renamed)) expect(was.has(linkId)).toBe(true)
    for (const [text, { group, entry }] of Object.entries(change.listed ?? {})) {
      expect([was.get(text)?.kind, is.get(text), is.get(group)?.kind]).toEqual(['text', undefined, 'group'])
      expect(is.get(entry)).toMatchObject({ kind: 'text', group })
    }
  })

  // Eight changes at 590 and the three of the notification, which is wide, at 100, there and back: more than 10,000
  // generated sets of answers in all.
  const numRuns = change.url === NOTIFICATION_FORM ? 100 : 590
  test.each([
    ['on and back', older, newer],
    ['back and on', newer, older],
  ])('is lossless, %s', (_way, from, to) => {
    fc.assert(
      fc.property(anyAnswers(from), (answers) => {
        const there = convert(change.url, from.version, answers, to.version)
        if (!to.draftSchema.safeParse(there.answers).success) expect.unreachable(JSON.stringify(there))
        const again = back(there, from.version)
        const before = { url: change.url, version: from.version, answers, aside: {} }
        if (!isDeepStrictEqual(again, before)) expect(again).toEqual(before)
      }),
      { numRuns },
    )
  })
})

describe('answers in another version', () => {
  const delivery = supplementaryForm('delivery-suite-or-neonatal-unit')

  test('go through every version between, and come back the same', () => {
    fc.assert(
      fc.property(anyAnswers(formVersion(statutoryForms, REPORTING_FORM, '2026-04-01')), (answers) => {
        const oldest = convert(REPORTING_FORM, '2026-04-01', answers, '2019-04-01')
        expect(oldest.version).toBe('2019-04-01')
        expect(back(oldest, '2026-04-01').answers).toEqual(answers)
      }),
      { numRuns: 100 },
    )
  })

  test('keep aside what has no place there, part of an answer too', () => {
    const answers = { infections: ['listeria', 'neonatal-herpes'], resuscitated: 'yes' }
    const there = convert(delivery, '2022-04-01', answers, '2019-04-01')
    expect(there.answers).toEqual({ infections: ['listeria'], resuscitated: 'yes' })
    expect(there.aside).toEqual({ '2022-04-01': { infections: ['listeria', 'neonatal-herpes'] } })
  })

  test('that were changed there stand, and what was kept aside is still kept', () => {
    const there = convert(
      delivery,
      '2022-04-01',
      { infections: ['listeria', 'neonatal-herpes'] },
      '2019-04-01',
    )
    const changed = { ...there, answers: { infections: ['e-coli'] } }
    expect(back(changed, '2022-04-01')).toEqual({
      url: delivery,
      version: '2022-04-01',
      answers: { infections: ['e-coli'] },
      aside: { '2022-04-01': { infections: ['listeria', 'neonatal-herpes'] } },
    })
  })

  test('carry a renamed question’s answer under its new name', () => {
    const url = supplementaryForm('drowning')
    const there = convert(url, '2019-04-01', { 'adult-present': 'alone', depth: 40 }, '2021-04-01')
    expect(there.answers).toEqual({ supervised: 'alone' })
    expect(there.aside).toEqual({ '2019-04-01': { depth: 40 } })
  })

  describe('where a text became a list', () => {
    const [old, now] = ['2026-04-01', '2026-11-01']
    const point = (text: string) => ({ 'learning-point': text })

    test('the text is the first entry, with nothing kept aside, and comes back the same', () => {
      const there = convert(ANALYSIS_FORM, old, { 'learning-points': 'One.\n\nTwo.' }, now)
      expect(there).toMatchObject({ answers: { learning: [point('One.\n\nTwo.')] }, aside: {} })
      expect(back(there, old).answers).toEqual({ 'learning-points': 'One.\n\nTwo.' })
    })

    test('an entry added there is read as part of the text, and the list comes back as it was', () => {
      const there = convert(ANALYSIS_FORM, old, { 'learning-points': 'One' }, now)
      const answers = { learning: [point('One'), point('Two')] }
      const again = back({ ...there, answers }, old)
      expect(again.answers).toEqual({ 'learning-points': 'One\n\nTwo' })
      expect(back(again, now)).toEqual({ url: ANALYSIS_FORM, version: now, answers, aside: {} })
    })

    test('a text changed since stands as it is now, and the list it had been is still kept', () => {
      const list = [point('One'), point('Two')]
      const there = convert(ANALYSIS_FORM, now, { learning: list }, old)
      const changed = { ...there, answers: { 'learning-points': 'Three' } }
      expect(back(changed, now)).toMatchObject({
        answers: { learning: [point('Three')] },
        aside: { [now]: { learning: list } },
      })
    })

    test('a list that is too long for the text is kept whole', () => {
      const list = [point('a'.repeat(6_000)), point('b'.repeat(6_000))]
      const there = convert(ANALYSIS_FORM, now, { learning: list }, old)
      expect(there).toMatchObject({ answers: {}, aside: { [now]: { learning: list } } })
      expect(back(there, now).answers).toEqual({ learning: list })
    })

    test('nothing an older analysis says is left without a place in the form asked now', () => {
      fc.assert(
        fc.property(anyAnswers(formVersion(statutoryForms, ANALYSIS_FORM, old)), (answers) => {
          expect(convert(ANALYSIS_FORM, old, answers, now).aside).toEqual({})
        }),
        { numRuns: 200 },
      )
    })
  })

  test('are refused where no changes lead', () => {
    expect(() => convert(delivery, '2022-04-01', {}, '2030-04-01')).toThrow(FormVersionError)
    expect(() => convert(delivery, '2022-04-01', {}, '2020-04-01')).toThrow(FormVersionError)
  })
})
