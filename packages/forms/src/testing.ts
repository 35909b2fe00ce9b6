import { NOT_KNOWN } from './answer.ts'
import type { CompiledForm, Gate } from './compiled-form.ts'
import { fieldId, fieldName } from './field-name.ts'
import { type FormRule, formRules } from './form-rules.ts'
import { formInForce } from './form-version.ts'
import type { Mistake } from './messages.ts'
import { ANALYSIS_FORM, NOTIFICATION_FORM, REPORTING_FORM, statutoryForms } from './statutory-forms.ts'
import { supplementaryForm } from './supplementary-forms.ts'

export type Body = Record<string, string | string[]>

/** One wrong submission with the only error it must bring. */
export interface MistakeCase {
  section: string
  linkId: string
  mistake: Mistake
  body: Body
  message: string
  fieldId: string
}

/** The forms every death has, and one with stages for different people: what is costly is tried on these. */
export const sampleForms: readonly CompiledForm[] = [
  NOTIFICATION_FORM,
  REPORTING_FORM,
  ANALYSIS_FORM,
  supplementaryForm('care-pathway'),
].map((url) => formInForce(statutoryForms, url, '2026-12-01'))

/** Right answers by format; the NHS number is from the test range. */
const samples: Record<string, string> = {
  'nhs-number': '999 000 0018',
  'uk-postcode': 'LS1 1UR',
  email: 'reporter@agency.example',
  phone: '01632 960 001',
  'phone-or-email': '01632 960 001',
  'gss-code': 'E08000035',
}

const PAST = { day: '27', month: '3', year: '2024' }

function entryOf(rule: FormRule): { group: string; row: number } | undefined {
  return rule.group === undefined ? undefined : { group: rule.group, row: 0 }
}

function nameOf(rule: FormRule, suffix = ''): string {
  return fieldName(`${rule.linkId}${suffix}`, entryOf(rule))
}

function rightFields(rule: FormRule): Body {
  switch (rule.kind) {
    case 'date':
      return {
        [nameOf(rule, '-day')]: PAST.day,
        [nameOf(rule, '-month')]: PAST.month,
        [nameOf(rule, '-year')]: PAST.year,
      }
    case 'time':
      return { [nameOf(rule)]: '09:30' }
    case 'integer':
      return { [nameOf(rule)]: String(rule.minimum ?? 0) }
    case 'choice':
      return { [nameOf(rule)]: rule.codes[0] ?? '' }
    case 'string':
    case 'text':
      return { [nameOf(rule)]: samples[rule.format ?? ''] ?? 'Invented' }
    case 'group':
      return {}
  }
}

/** Answers the controlling questions so that the gates open. */
function opening(rules: readonly FormRule[], gates: readonly Gate[]): Body {
  const body: Body = {}
  for (const condition of gates.flatMap((gate) =>
    gate.any ? gate.conditions.slice(0, 1) : gate.conditions,
  )) {
    // Every date is filled in with the same day, so that each condition on an early age holds.
    if (!('linkId' in condition)) continue
    const controlling = rules.find((rule) => rule.linkId === condition.linkId)
    if (!controlling || condition.operator !== '=') continue
    const answer =
      controlling.kind !== 'choice' && condition.code === NOT_KNOWN
        ? { ...withoutAnswer(rules, controlling), [nameOf(controlling, '-not-known')]: 'yes' }
        : { [nameOf(controlling)]: condition.code }
    Object.assign(body, opening(rules, controlling.gates), answer)
  }
  return body
}

/** A form filled in rightly, one entry per repeating group; with `asking`, such that this question is asked. */
export function filledBody(
  form: CompiledForm,
  { section, asking }: { section?: string; asking?: string } = {},
): Body {
  const rules = formRules(form)
  const asked = rules.find((rule) => rule.linkId === asking)
  const posted = rules.filter((rule) => section === undefined || rule.section === section)
  return Object.assign({}, ...posted.map(rightFields), opening(rules, asked?.gates ?? []))
}

function tooMany(rules: readonly FormRule[], group: FormRule): Body {
  const body: Body = {}
  for (let row = 0; row <= (group.maxOccurs ?? 0); row += 1) {
    for (const rule of rules.filter((candidate) => candidate.group === group.linkId)) {
      for (const [name, value] of Object.entries(rightFields(rule))) {
        body[name.replace('[0]', `[${row}]`)] = value
      }
    }
  }
  return body
}

function withoutAnswer(rules: readonly FormRule[], rule: FormRule): Body {
  const gone = rule.kind === 'group' ? rules.filter((other) => other.group === rule.linkId) : [rule]
  const names = gone.flatMap((other) => other.fields.map((field) => fieldName(field, entryOf(other))))
  return Object.fromEntries(names.map((name) => [name, '']))
}

function wrongFields(rules: readonly FormRule[], rule: FormRule, mistake: Mistake): Body {
  const [right = ''] = Object.values(rightFields(rule))
  const answer = typeof right === 'string' ? right : ''
  const year = nameOf(rule, '-year')
  switch (mistake) {
    case 'required':
      return withoutAnswer(rules, rule)
    case 'too-long':
      return { [nameOf(rule)]: 'a'.repeat((rule.maxLength ?? 0) + 1) }
    case 'unstorable':
      return { [nameOf(rule)]: 'In\u0000vented' }
    case 'format':
      return { [nameOf(rule)]: 'not right' }
    case 'missing-day':
      return { [nameOf(rule, '-day')]: '' }
    case 'missing-month':
      return { [nameOf(rule, '-month')]: '' }
    case 'missing-year':
      return { [year]: '' }
    case 'short-year':
      return { [year]: '24' }
    case 'not-real':
      return { [nameOf(rule, '-day')]: '29', [nameOf(rule, '-month')]: '2', [year]: '2023' }
    case 'future':
      return { [year]: '2999' }
    case 'out-of-range':
      return { [nameOf(rule)]: String((rule.maximum ?? 0) + 1) }
    case 'not-listed':
      return { [nameOf(rule)]: 'no-such-code' }
    case 'several':
      return rule.kind === 'date' ? { [year]: [PAST.year, '2023'] } : { [nameOf(rule)]: [answer, 'another'] }
    case 'both':
      return rule.kind === 'choice'
        ? { [nameOf(rule)]: [answer, NOT_KNOWN] }
        : { [nameOf(rule, '-not-known')]: 'yes' }
    case 'too-many':
      return tooMany(rules, rule)
  }
}

const badPart: Partial<Record<Mistake, string>> = {
  'missing-month': '-month',
  'missing-year': '-year',
  'short-year': '-year',
  several: '-year',
}

function pointsAt(rules: readonly FormRule[], rule: FormRule, mistake: Mistake): string {
  if (rule.kind === 'group') {
    const first = rules.find((other) => other.group === rule.linkId)
    return fieldId(first?.fields[0] ?? '', { group: rule.linkId, row: 0 })
  }
  const part = rule.kind !== 'date' ? '' : (badPart[mistake] ?? '-day')
  return fieldId(`${rule.linkId}${part}`, entryOf(rule))
}

function isMistake(rule: FormRule, name: string): name is Mistake {
  return Object.hasOwn(rule.messages, name)
}

/** Every mistake that can be made in a form, one at a time in an otherwise right submission of the whole form. */
export function mistakeCases(form: CompiledForm): MistakeCase[] {
  const rules = formRules(form)
  return rules.flatMap((rule) => {
    const { section, linkId } = rule
    const mistakes = Object.keys(rule.messages).filter((name) => isMistake(rule, name))
    return mistakes.map((mistake) => ({
      section,
      linkId,
      mistake,
      body: { ...filledBody(form, { asking: linkId }), ...wrongFields(rules, rule, mistake) },
      message: rule.messages[mistake] ?? '',
      fieldId: pointsAt(rules, rule, mistake),
    }))
  })
}
