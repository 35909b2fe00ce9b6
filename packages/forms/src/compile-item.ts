import type { Age } from './age-condition.ts'
import type { Condition, Gate, Item, Note, Option, Question, RepeatingGroup } from './compiled-form.ts'
import type { DraftItem } from './draft-item.ts'
import { type ItemSettings, settingsOf } from './extension.ts'
import { formats } from './format.ts'
import { messagesOf } from './item-messages.ts'
import { lowerFirst } from './messages.ts'
import type { QuestionnaireItem } from './questionnaire.ts'

const SHORT_TEXT = 200
const LONG_TEXT = 4000
const LARGEST_INTEGER = 999_999_999
const ROWS = 20

/** Where an item stands: its page, fieldset, repeating group and the conditions of everything around it. */
export interface Place {
  section: string
  fieldset?: { linkId: string; legend: string }
  group?: string
  gates: Gate[]
  /** The ages of the form, by linkId: no questions, but conditions compare them. */
  ages: ReadonlyMap<string, Age>
}

/** The age that an item of type quantity stands for. */
function ageOf(item: QuestionnaireItem): Age {
  const { ageFrom: from = '', ageTo: to = '' } = settingsOf(item.extension ?? [])
  return { from, to, name: lowerFirst(item.text) }
}

/** Every age of the form, wherever it stands. */
export function agesOf(items: readonly QuestionnaireItem[]): Map<string, Age> {
  return new Map(
    items.flatMap((item) => [
      ...(item.type === 'quantity' ? [[item.linkId, ageOf(item)] as const] : []),
      ...agesOf(item.item ?? []),
    ]),
  )
}

type When = NonNullable<QuestionnaireItem['enableWhen']>[number]

function conditionOf(when: When, ages: ReadonlyMap<string, Age>): Condition {
  switch (when.operator) {
    case 'exists':
      return { linkId: when.question, operator: 'exists', exists: when.answerBoolean }
    case '=':
    case '!=':
      return { linkId: when.question, operator: when.operator, code: when.answerCoding.code }
    case '<':
    case '>=': {
      const age = ages.get(when.question)
      if (!age) throw new TypeError(`${when.question} is no age`)
      const { value, code } = when.answerQuantity
      return { ...age, operator: when.operator, value, unit: code === 'd' ? 'days' : 'years' }
    }
  }
}

/** The condition under which FHIR says an item is enabled. */
export function gatesOf(item: QuestionnaireItem, ages: ReadonlyMap<string, Age>): Gate[] {
  if (!item.enableWhen) return []
  const conditions = item.enableWhen.map((when) => conditionOf(when, ages))
  return [{ any: item.enableBehavior === 'any', conditions }]
}

function shown(item: QuestionnaireItem, place: Place) {
  return {
    linkId: item.linkId,
    section: place.section,
    ...(place.fieldset ? { fieldset: place.fieldset } : {}),
    text: item.text,
    gates: [...place.gates, ...gatesOf(item, place.ages)],
  }
}

function asked(item: QuestionnaireItem, place: Place, settings: ItemSettings) {
  return {
    ...shown(item, place),
    name: settings.errorName ?? item.text,
    ...(settings.hint === undefined ? {} : { hint: settings.hint }),
    required: item.required === true,
    ...(settings.binding === undefined ? {} : { binding: settings.binding }),
    ...(settings.wording === undefined ? {} : { wording: settings.wording }),
    sensitive: settings.sensitive,
    critical: settings.critical,
  }
}

function errorsOf(settings: ItemSettings) {
  return {
    ...(settings.errorRequired === undefined ? {} : { errorRequired: settings.errorRequired }),
    ...(settings.errorFormat === undefined ? {} : { errorFormat: settings.errorFormat }),
  }
}

function finished<T extends DraftItem>(draft: T) {
  const { errorRequired: _required, errorFormat: _format, ...item } = draft
  return { ...item, messages: messagesOf(draft) }
}

function optionsOf(item: QuestionnaireItem): Option[] {
  return (item.answerOption ?? []).map(({ valueCoding }) => ({
    code: valueCoding.code,
    text: valueCoding.display,
    ...(valueCoding.system === undefined ? {} : { system: valueCoding.system }),
  }))
}

/** Turns one leaf item into the question the engine asks. */
function compileQuestion(item: QuestionnaireItem, place: Place): Question {
  const settings = settingsOf(item.extension ?? [])
  const single = {
    ...asked(item, place, settings),
    notKnown: settings.notKnown,
    ...(settings.notKnownText === undefined ? {} : { notKnownText: settings.notKnownText }),
    panel: settings.panel,
    ...(place.group === undefined ? {} : { group: place.group }),
  }
  const errors = errorsOf(settings)
  switch (item.type) {
    case 'string':
    case 'text': {
      const { format } = settings
      const usual = format ? formats[format].maxLength : item.type === 'string' ? SHORT_TEXT : LONG_TEXT
      const maxLength = item.maxLength ?? usual
      const narrative = settings.panelNarrative ? { panelNarrative: true as const } : {}
      return finished({
        ...single,
        ...errors,
        ...narrative,
        kind: item.type,
        maxLength,
        ...(format ? { format } : {}),
      })
    }
    case 'date':
      return finished({ ...single, ...errors, kind: 'date' })
    case 'time':
      return finished({ ...single, ...errors, kind: 'time' })
    case 'integer': {
      const { minimum = 0, maximum = LARGEST_INTEGER } = settings
      return finished({ ...single, ...errors, kind: 'integer', minimum, maximum })
    }
    case 'choice': {
      const multiple = item.repeats === true
      return finished({ ...single, ...errors, kind: 'choice', multiple, options: optionsOf(item) })
    }
    case 'group':
    case 'display':
    case 'quantity':
      throw new TypeError(`${item.linkId} is not a question`)
  }
}

function compileRepeating(item: QuestionnaireItem, place: Place): RepeatingGroup {
  const settings = settingsOf(item.extension ?? [])
  const base = asked(item, place, settings)
  const within: Place = { ...place, group: item.linkId, gates: [] }
  const questions = (item.item ?? []).map((child) => compileQuestion(child, within))
  const maxOccurs = settings.maxOccurs ?? ROWS
  return finished({ ...base, ...errorsOf(settings), kind: 'group', maxOccurs, questions })
}

/** Flattens what stands on a page, in order; a plain group inside it becomes the fieldset of its items. */
export function compileItems(items: readonly QuestionnaireItem[], place: Place): Item[] {
  return items.flatMap((item): Item[] => {
    if (item.type === 'display') {
      const note: Note = { ...shown(item, place), kind: 'note' }
      return [note]
    }
    if (item.type === 'quantity') return []
    if (item.type !== 'group') return [compileQuestion(item, place)]
    if (item.repeats) return [compileRepeating(item, place)]
    const fieldset = { linkId: item.linkId, legend: item.text }
    return compileItems(item.item ?? [], {
      ...place,
      fieldset,
      gates: [...place.gates, ...gatesOf(item, place.ages)],
    })
  })
}
