import { type CompiledForm, type Gate, itemsOf, type Question, type RepeatingGroup } from './compiled-form.ts'
import type { Messages } from './messages.ts'
import { fieldNames } from './submitted-body.ts'

/** What the form demands of one item and what it says when it does not get it. Plain data, safe as JSON. */
export interface FormRule {
  section: string
  linkId: string
  kind: Question['kind'] | 'group'
  /** The repeating group it is in; its fields are then named `group[0].field`. */
  group?: string
  /** Names of the fields it is posted under. */
  fields: string[]
  required: boolean
  notKnown: boolean
  multiple: boolean
  maxLength?: number
  format?: string
  minimum?: number
  maximum?: number
  maxOccurs?: number
  codes: string[]
  /** Asked only when each of these gates is open. */
  gates: Gate[]
  messages: Messages
}

function ruleOf(item: Question | RepeatingGroup, around: readonly Gate[]): FormRule {
  const { section, linkId, kind, required, messages } = item
  return {
    section,
    linkId,
    kind,
    ...('group' in item && item.group !== undefined ? { group: item.group } : {}),
    fields: fieldNames(item),
    required,
    notKnown: item.kind !== 'group' && item.notKnown,
    multiple: item.kind === 'choice' && item.multiple,
    ...('maxLength' in item ? { maxLength: item.maxLength } : {}),
    ...('format' in item && item.format !== undefined ? { format: item.format } : {}),
    ...(item.kind === 'integer' ? { minimum: item.minimum, maximum: item.maximum } : {}),
    ...(item.kind === 'group' ? { maxOccurs: item.maxOccurs } : {}),
    codes: item.kind === 'choice' ? item.options.map((option) => option.code) : [],
    gates: [...around, ...item.gates],
    messages,
  }
}

/** Every item of a form with its rules and exact messages, so that a test can make each mistake in turn. */
export function formRules(form: CompiledForm): FormRule[] {
  return itemsOf(form).flatMap((item): FormRule[] => {
    if (item.kind === 'note') return []
    if (item.kind !== 'group') return [ruleOf(item, [])]
    return [ruleOf(item, []), ...item.questions.map((question) => ruleOf(question, item.gates))]
  })
}
