import { settingsOf } from './extension.ts'
import type { Questionnaire, QuestionnaireItem } from './questionnaire.ts'

/** A questionnaire that cannot be used, with every reason why. Contains no answers. */
export class MalformedQuestionnaire extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(`This questionnaire cannot be used: ${problems.join('; ')}`)
    this.name = 'MalformedQuestionnaire'
    this.problems = problems
  }
}

const BINDING = /^[a-z][A-Za-z0-9]*(?:\.[a-z][A-Za-z0-9]*)*$/
const RESERVED = ['constructor', 'prototype']
/** Endings the rendered form adds to a name. */
const PARTS = ['-day', '-month', '-year', '-not-known']
const DEEPEST = 6

interface Seen {
  /** Questions asked so far, and the repeating group each is in. */
  questions: Map<string, { item: QuestionnaireItem; group: string | undefined }>
  linkIds: Set<string>
  /** Items of type quantity so far. */
  ages: Set<string>
  /** Binding paths in each scope: the form, or one repeating group. */
  bindings: Map<string, string[]>
  problems: string[]
}

function checkBinding(item: QuestionnaireItem, scope: string, seen: Seen): void {
  const { binding } = settingsOf(item.extension ?? [])
  if (binding === undefined) return
  if (!BINDING.test(binding) || binding.split('.').some((step) => RESERVED.includes(step))) {
    seen.problems.push(`${item.linkId} has the binding ${binding}, which is not a path`)
    return
  }
  const taken = seen.bindings.get(scope) ?? []
  for (const other of taken) {
    if (other === binding) seen.problems.push(`the binding ${binding} is used twice`)
    else if (other.startsWith(`${binding}.`) || binding.startsWith(`${other}.`)) {
      seen.problems.push(`the bindings ${other} and ${binding} lie inside each other`)
    }
  }
  seen.bindings.set(scope, [...taken, binding])
}

function checkConditions(item: QuestionnaireItem, group: string | undefined, seen: Seen): void {
  const conditions = item.enableWhen ?? []
  if (conditions.length > 1 && item.enableBehavior === undefined) {
    seen.problems.push(`${item.linkId} has several conditions and does not say whether all or any must hold`)
  }
  for (const condition of conditions) {
    if ('answerQuantity' in condition) {
      if (!seen.ages.has(condition.question)) {
        seen.problems.push(`${item.linkId} compares ${condition.question}, which is no earlier age`)
      }
      continue
    }
    const target = seen.questions.get(condition.question)
    if (!target) {
      seen.problems.push(`${item.linkId} depends on ${condition.question}, which is no earlier question`)
      continue
    }
    if (target.group !== undefined && target.group !== group) {
      seen.problems.push(`${item.linkId} depends on ${condition.question}, inside a repeating group`)
    }
    if (condition.operator === 'exists') continue
    const codes = (target.item.answerOption ?? []).map((option) => option.valueCoding.code)
    if (settingsOf(target.item.extension ?? []).notKnown) codes.push('not-known')
    if (!codes.includes(condition.answerCoding.code)) {
      seen.problems.push(
        `${item.linkId} depends on an answer ${condition.question} does not offer: ${condition.answerCoding.code}`,
      )
    }
  }
}

/** An age is worked out from two dates asked before it, outside any entry; nothing else can be said of it. */
function checkAge(item: QuestionnaireItem, group: string | undefined, seen: Seen): void {
  const { ageFrom, ageTo, ...others } = settingsOf(item.extension ?? [])
  if (item.type !== 'quantity') {
    if (ageFrom !== undefined || ageTo !== undefined) seen.problems.push(`${item.linkId} is no age`)
    if (item.readOnly) seen.problems.push(`${item.linkId} is read-only but is no age`)
    return
  }
  for (const date of [ageFrom, ageTo]) {
    const target = seen.questions.get(date ?? '')
    if (target?.item.type !== 'date' || target.group !== undefined) {
      seen.problems.push(`${item.linkId} is worked out from ${date ?? 'nothing'}, which is no earlier date`)
    }
  }
  const settings = Object.values(others).filter((setting) => setting !== false && setting !== undefined)
  const asked = item.required || item.repeats || item.enableWhen || item.item || group !== undefined
  if (!item.readOnly || asked || settings.length > 0) {
    seen.problems.push(`${item.linkId} is an age: read-only, and nothing that is asked`)
  }
  seen.ages.add(item.linkId)
}

function checkOptions(item: QuestionnaireItem, problems: string[]): void {
  const codes = (item.answerOption ?? []).map((option) => option.valueCoding.code)
  if (item.type === 'choice' && codes.length === 0)
    problems.push(`${item.linkId} is a choice without options`)
  if (item.type !== 'choice' && codes.length > 0) problems.push(`${item.linkId} has options but is no choice`)
  if (new Set(codes).size !== codes.length) problems.push(`${item.linkId} offers the same code twice`)
  if (codes.includes('not-known')) {
    problems.push(`${item.linkId} must offer not-known by the extension, not as an option`)
  }
}

function checkSettings(item: QuestionnaireItem, problems: string[]): void {
  const urls = (item.extension ?? []).map((extension) => extension.url)
  if (new Set(urls).size !== urls.length) problems.push(`${item.linkId} has the same extension twice`)
  const settings = settingsOf(item.extension ?? [])
  const isText = item.type === 'string' || item.type === 'text'
  const isQuestion = item.type !== 'group' && item.type !== 'display' && item.type !== 'quantity'
  if (item.required && settings.errorRequired === undefined) {
    problems.push(`${item.linkId} is required and has no error message for a missing answer`)
  }
  if (settings.format && !isText) problems.push(`${item.linkId} has a format but is not text`)
  if (item.maxLength !== undefined && !isText) problems.push(`${item.linkId} has a length but is not text`)
  if (item.repeats && item.type !== 'choice' && item.type !== 'group') {
    problems.push(`${item.linkId} repeats but is neither a choice nor a group`)
  }
  if (settings.panel && item.type !== 'choice' && item.type !== 'integer') {
    problems.push(`${item.linkId} is for the panel but its answer is not coded`)
  }
  if (settings.panelNarrative && item.type !== 'text') {
    problems.push(`${item.linkId} is a narrative for the panel but no text of several lines`)
  }
  if (settings.notKnownText !== undefined && !settings.notKnown) {
    problems.push(`${item.linkId} has words for not known but does not offer it`)
  }
  if (!isQuestion && (settings.notKnown || settings.panel)) {
    problems.push(`${item.linkId} is not a question and cannot be not known or for the panel`)
  }
  const ranged = settings.minimum !== undefined || settings.maximum !== undefined
  if (ranged && item.type !== 'integer') problems.push(`${item.linkId} has a range but is not a whole number`)
  if ((settings.minimum ?? 0) > (settings.maximum ?? Number.MAX_SAFE_INTEGER)) {
    problems.push(`${item.linkId} has a minimum above its maximum`)
  }
}

function checkGroup(item: QuestionnaireItem, group: string | undefined, seen: Seen): void {
  const settings = settingsOf(item.extension ?? [])
  if (item.type !== 'group') {
    if (item.item) seen.problems.push(`${item.linkId} has items inside it but is no group`)
    if (settings.maxOccurs !== undefined) seen.problems.push(`${item.linkId} has max-occurs but is no group`)
    return
  }
  if (!item.item) seen.problems.push(`${item.linkId} is a group without items`)
  if (group !== undefined) seen.problems.push(`${item.linkId} is a group inside a repeating group`)
  if (item.repeats) return
  if (item.required) seen.problems.push(`${item.linkId} is required but does not repeat`)
  if (settings.binding !== undefined) seen.problems.push(`${item.linkId} is bound but does not repeat`)
  if (settings.maxOccurs !== undefined)
    seen.problems.push(`${item.linkId} has max-occurs but does not repeat`)
}

function walk(
  items: readonly QuestionnaireItem[],
  group: string | undefined,
  depth: number,
  seen: Seen,
): void {
  for (const item of items) {
    const { linkId } = item
    if (seen.linkIds.has(linkId)) seen.problems.push(`the linkId ${linkId} is used twice`)
    if (RESERVED.includes(linkId) || PARTS.some((part) => linkId.endsWith(part))) {
      seen.problems.push(`the linkId ${linkId} clashes with a name the form needs`)
    }
    seen.linkIds.add(linkId)
    if (group !== undefined && item.type === 'display') {
      seen.problems.push(`${linkId} is text inside a repeating group`)
    }
    checkOptions(item, seen.problems)
    checkSettings(item, seen.problems)
    checkConditions(item, group, seen)
    checkGroup(item, group, seen)
    checkAge(item, group, seen)
    checkBinding(item, group ?? '', seen)
    if (!['group', 'display', 'quantity'].includes(item.type)) seen.questions.set(linkId, { item, group })
    if (depth >= DEEPEST && item.item) seen.problems.push(`${linkId} is nested too deeply`)
    else if (item.item) walk(item.item, item.repeats ? linkId : group, depth + 1, seen)
  }
}

/** Every reason why a questionnaire of the right shape still makes no sense; none when it does. */
export function problemsWith(questionnaire: Questionnaire): string[] {
  const seen: Seen = {
    questions: new Map(),
    linkIds: new Set(),
    ages: new Set(),
    bindings: new Map(),
    problems: [],
  }
  const { start, end } = questionnaire.effectivePeriod
  if (end !== undefined && end < start) seen.problems.push('it ends before it starts')
  for (const page of questionnaire.item) {
    if (page.type !== 'group' || page.repeats) seen.problems.push(`${page.linkId} is not a page`)
  }
  walk(questionnaire.item, undefined, 1, seen)
  return seen.problems
}
