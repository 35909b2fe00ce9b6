import { type Answers, type CompiledForm, visible } from '@cdop/forms'
import type { Return } from '../returned-form/returned-form-store.ts'

type Forms = Return['forms']

/**
 * What an agency returned before with what was entered for it now: a form nobody entered stays as it was, and so does every
 * answer. An answer that was entered takes the place of the one before, a list that of the whole list; what was asked only
 * because of an answer that is another one now goes. Both are answers to the same version of each form.
 */
export function wholeReturn(before: Forms, entered: Forms): Forms {
  const untouched = before.filter(({ name }) => !entered.some((one) => one.name === name))
  const changed = entered.map((one) => {
    const earlier = before.find(({ name }) => name === one.name)
    return earlier === undefined ? one : { ...one, answers: over(one.form, earlier.answers, one.answers) }
  })
  return [...changed, ...untouched]
}

function over(form: CompiledForm, before: Answers, entered: Answers): Answers {
  const all = { ...before, ...entered }
  const asked = visible(form, before)
  const stillAsked = visible(form, all)
  return Object.fromEntries(
    Object.entries(all).filter(
      ([linkId]) => linkId in entered || !asked.has(linkId) || stillAsked.has(linkId),
    ),
  )
}
