import type { z } from 'zod'
import type { AgeCondition } from './age-condition.ts'
import type { Answers } from './answer.ts'
import type { Wording } from './extension.ts'
import type { FormatName } from './format.ts'
import type { Messages } from './messages.ts'

export type Condition =
  | { linkId: string; operator: '=' | '!='; code: string }
  | { linkId: string; operator: 'exists'; exists: boolean }
  | AgeCondition

/** The questions whose answers a condition looks at. */
export function questionsOf(condition: Condition): string[] {
  return 'linkId' in condition ? [condition.linkId] : [condition.from, condition.to]
}

/** An item is asked when each of its gates is open; a gate is open when all (or any) of its conditions hold. */
export interface Gate {
  any: boolean
  conditions: Condition[]
}

interface Shown {
  linkId: string
  /** The page (top-level group) it stands on. */
  section: string
  /** The group within the page, shown as a fieldset with a legend. */
  fieldset?: { linkId: string; legend: string }
  text: string
  gates: Gate[]
}

export interface Note extends Shown {
  kind: 'note'
}

interface Asked extends Shown {
  /** How error messages call it. */
  name: string
  hint?: string
  required: boolean
  binding?: string
  /** Where its words come from; absent where the questionnaire does not say. */
  wording?: Wording
  /** Identifies a person or is otherwise to be shown with care. */
  sensitive: boolean
  /** The review rests on it: of what an agency left blank it is named, and asked for, first. */
  critical: boolean
  messages: Messages
}

interface Single extends Asked {
  /** Offers an explicit "I do not know". */
  notKnown: boolean
  /** The form's own words for it, such as "Not yet named". */
  notKnownText?: string
  /** De-identified: may be shown to panel members. Never free text. */
  panel: boolean
  /** The repeating group it belongs to. */
  group?: string
}

export interface TextQuestion extends Single {
  kind: 'string' | 'text'
  maxLength: number
  /** A panel may read it once it is de-identified, and never as it was written. Absent everywhere else. */
  panelNarrative?: true
  format?: FormatName
}

export interface DateQuestion extends Single {
  kind: 'date'
}

interface TimeQuestion extends Single {
  kind: 'time'
}

export interface IntegerQuestion extends Single {
  kind: 'integer'
  minimum: number
  maximum: number
}

export interface Option {
  code: string
  text: string
  system?: string
}

export interface ChoiceQuestion extends Single {
  kind: 'choice'
  /** Several may be ticked. */
  multiple: boolean
  options: Option[]
}

export type Question = TextQuestion | DateQuestion | TimeQuestion | IntegerQuestion | ChoiceQuestion

export interface RepeatingGroup extends Asked {
  kind: 'group'
  maxOccurs: number
  questions: Question[]
}

export type Item = Note | Question | RepeatingGroup

export interface Page {
  linkId: string
  title: string
  hint?: string
  items: Item[]
}

/** A questionnaire ready to be asked, checked and stored. Made only by `compile`. */
export interface CompiledForm {
  url: string
  version: string
  title: string
  /** Where its words come from; absent where the questionnaire does not say. */
  wording?: Wording
  /** Civil dates, both included; no `to` means still in force. */
  effective: { from: string; to?: string }
  pages: Page[]
  /** A complete set of stored answers: everything asked and required is there, nothing hidden is. */
  schema: z.ZodType<Answers>
  /** Stored answers of a draft: each answer is right, any may be missing. */
  draftSchema: z.ZodType<Answers>
}

/** Every item of the form in the order it is asked. */
export function itemsOf(form: CompiledForm): Item[] {
  return form.pages.flatMap((page) => page.items)
}

/**
 * One page of the form by its linkId, or every page.
 * @throws RangeError when the form has no such page.
 */
export function pagesOf(form: CompiledForm, section: string | undefined): Page[] {
  if (section === undefined) return form.pages
  const page = form.pages.find((candidate) => candidate.linkId === section)
  if (!page) throw new RangeError(`${form.url} has no section ${section}`)
  return [page]
}
