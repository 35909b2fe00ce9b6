import { ageWords } from './age-condition.ts'
import { I_DO_NOT_KNOW } from './answer-words.ts'
import { type CompiledForm, type Condition, type Gate, type Item, itemsOf } from './compiled-form.ts'
import { lowerFirst } from './messages.ts'

function conditionWords(form: CompiledForm, condition: Condition): string {
  if ('unit' in condition) return lowerFirst(ageWords(condition).replace('Only if ', ''))
  const items = itemsOf(form).flatMap((item): Item[] =>
    item.kind === 'group' ? [item, ...item.questions] : [item],
  )
  const question = items.find(({ linkId }) => linkId === condition.linkId)
  const said = `“${question?.text ?? condition.linkId}”`
  if (condition.operator === 'exists') return `${said} is ${condition.exists ? 'answered' : 'left blank'}`
  const options = question?.kind === 'choice' ? question.options : []
  const answer = options.find(({ code }) => code === condition.code)?.text ?? I_DO_NOT_KNOW
  return `${said} is ${condition.operator === '=' ? '' : 'not '}“${answer}”`
}

function gateWords(form: CompiledForm, { any, conditions }: Gate): string {
  return conditions.map((condition) => conditionWords(form, condition)).join(any ? ' or ' : ' and ')
}

/** When an item is asked, in the words of the form's own questions; nothing when it always is. */
export function askedWhen(form: CompiledForm, { gates }: Pick<Item, 'gates'>): string {
  return gates.map((gate) => gateWords(form, gate)).join('; and ')
}
