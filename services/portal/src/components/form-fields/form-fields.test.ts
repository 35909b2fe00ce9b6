import {
  type CompiledForm,
  type FieldModel,
  type PageModel,
  pageModel,
  parseSubmission,
  statutoryForms,
} from '@cdop/forms'
import { describe, expect, test } from 'vitest'
import { errorItems } from './error-items.ts'
import { formFields } from './form-fields.ts'

type Section = PageModel['sections'][number]
type Block = Section['fieldsets'][number]['fields'][number]
type ValueField = Extract<FieldModel, { kind: 'text' | 'textarea' | 'time' | 'integer' | 'nhs-number' }>

function modelOf(...fields: Block[]): Pick<PageModel, 'sections'> {
  return { sections: [{ linkId: 'section', title: 'Section', fieldsets: [{ fields }] }] }
}

function text(linkId: string, more: Partial<ValueField> = {}): ValueField {
  return {
    kind: 'text',
    linkId,
    id: linkId,
    name: linkId,
    label: `Words of ${linkId}`,
    optional: false,
    sensitive: false,
    visible: true,
    value: '',
    ...more,
  }
}

function choice(kind: 'radios' | 'checkboxes' | 'select', linkId: string): FieldModel {
  const options = ['yes', 'no', 'not-known'].map((value, index) => ({
    value,
    text: value === 'not-known' ? 'I do not know' : value,
    id: index === 0 ? linkId : `${linkId}-${index + 1}`,
    checked: false,
  }))
  return { ...text(linkId), kind, options }
}

const whenNo = { visible: false, revealedBy: { linkId: 'held', id: 'held', name: 'held', value: 'no' } }

function idsIn(markup: string): string[] {
  return [...markup.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id ?? '')
}

describe.each(statutoryForms.map((form): [string, CompiledForm] => [form.title, form]))(
  '%s',
  (_title, form) => {
    const { errors } = (() => {
      const read = parseSubmission(form, {}, { today: '2026-11-14' })
      return read.ok ? { errors: [] } : read
    })()
    const markup = formFields(pageModel(form, { typed: {}, errors })).toString()

    test('draws every question once, each with its own id', () => {
      const ids = idsIn(markup)
      expect(ids.length).toBeGreaterThan(10)
      expect(new Set(ids).size).toBe(ids.length)
    })

    test('gives every field a label', () => {
      const labelled = new Set([...markup.matchAll(/<label[^>]* for="([^"]+)"/g)].map(([, id]) => id))
      const controls = [...markup.matchAll(/<(?:input|select|textarea)[^>]* id="([^"]+)"/g)].map(
        ([, id]) => id,
      )
      expect(controls.length).toBeGreaterThan(5)
      expect(controls.filter((id) => !labelled.has(id))).toEqual([])
    })

    test('an empty form comes back with every mistake beside the field the summary leads to', () => {
      expect(errors.length).toBeGreaterThan(0)
      const ids = new Set(idsIn(markup))
      for (const { href = '', text: message } of errorItems(errors)) {
        expect(ids, href).toContain(href.slice(1))
        expect(markup).toContain(message.replaceAll("'", '&#39;'))
      }
    })

    test('holds no inline style and needs no browser check', () => {
      expect(markup).not.toMatch(/\sstyle=|\srequired|<[^>]*\son[a-z]+=/)
    })
  },
)

describe('a field that another answer calls for', () => {
  test('stands under that answer when it is a radio beside it, and deeper ones under theirs', () => {
    const deeper = text('who', {
      visible: false,
      revealedBy: { ...whenNo.revealedBy, linkId: 'why', name: 'why' },
    })
    const why = { ...choice('radios', 'why'), ...whenNo }
    const markup = formFields(modelOf(choice('radios', 'held'), why, deeper)).toString()
    const under = markup.slice(markup.indexOf('id="conditional-held-2"'))
    expect(under).toContain('name="why"')
    expect(under.slice(under.indexOf('id="conditional-why-2"'))).toContain('name="who"')
    expect(markup).not.toContain('Only if')
    expect(markup.match(/name="who"/g)).toHaveLength(1)
  })

  test('says in words which answer, when it cannot stand under it', () => {
    const markup = formFields(modelOf(choice('select', 'held'), text('why', whenNo))).toString()
    expect(markup).toContain('Only if you answered “no” to “Words of held”')
    expect(markup).toContain('name="why"')
  })

  test('says so too when several answers decide', () => {
    expect(formFields(modelOf(text('why', { visible: false }))).toString()).toContain(
      'Only if your other answers call for it',
    )
  })
})

describe('a repeating question', () => {
  const rows = [0, 1].map((index) => ({
    index,
    legend: `Professional ${index + 1}`,
    fields: [text('name', { id: `people-${index}-name`, name: `people[${index}].name` })],
  }))
  const group: Block = {
    kind: 'group',
    linkId: 'people',
    id: 'people',
    legend: 'Professionals',
    optional: false,
    visible: true,
    rows,
    maxOccurs: 20,
    mayAddAnother: true,
  }

  test('adds and removes an entry by buttons that work without JavaScript', () => {
    const markup = formFields(modelOf(group)).toString()
    expect(markup).toContain('value="add:people" name="_action"')
    expect(markup).toContain('Add another professional')
    expect(markup).toContain('value="remove:people:1" name="_action"')
    expect(markup).toContain('name="people[1].name"')
  })

  test('continues, and never removes, when Enter is pressed', () => {
    expect(
      formFields(modelOf(group))
        .toString()
        .match(/<button[\s\S]*?<\/button>/)?.[0],
    ).toContain('Continue')
  })

  test('offers no more than the form allows, and nothing to remove from a single entry', () => {
    const markup = formFields(modelOf({ ...group, rows: rows.slice(0, 1), mayAddAnother: false })).toString()
    expect(markup).not.toContain('_action')
  })
})

describe('a question', () => {
  test('shows again what was typed, escaped', () => {
    const markup = formFields(modelOf(text('place', { value: '"><script>x</script>' }))).toString()
    expect(markup).not.toContain('<script>')
    expect(markup).toContain('&lt;script&gt;')
  })

  test('says (optional), never an asterisk', () => {
    expect(formFields(modelOf(text('place', { optional: true }))).toString()).toContain('(optional)')
  })

  test('alone on its page is the heading', () => {
    const markup = formFields(modelOf(choice('radios', 'held')), { asHeading: true }).toString()
    expect(markup.match(/<h1/g)).toHaveLength(1)
  })

  test('"I do not know" clears the other ticks, and names its question where it stands alone', () => {
    expect(formFields(modelOf(choice('checkboxes', 'held'))).toString()).toContain(
      'data-behaviour="exclusive"',
    )
    const notKnown = {
      id: 'p-not-known',
      name: 'p-not-known',
      value: 'yes',
      text: 'I do not know',
      checked: true,
    }
    expect(formFields(modelOf(text('p', { notKnown }))).toString()).toMatch(
      /checked[\s\S]*I do not know<span class="govuk-visually-hidden">: Words of p/,
    )
  })
})
