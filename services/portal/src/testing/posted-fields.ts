import { type Answers, type CompiledForm, formRules, isNotKnown, NOT_KNOWN } from '@cdop/forms'

/** The fields a browser posts for these answers to a statutory form: what a person would have typed. */
export function postedFields(form: CompiledForm, answers: Answers): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const { linkId, kind, group } of formRules(form)) {
    if (group !== undefined) continue
    const answer = answers[linkId]
    if (answer === undefined) continue
    if (typeof answer === 'object' && !Array.isArray(answer)) {
      if (isNotKnown(answer))
        fields[kind === 'choice' ? linkId : `${linkId}-not-known`] = kind === 'choice' ? NOT_KNOWN : 'yes'
    } else if (Array.isArray(answer)) {
      for (const [row, entry] of answer.entries()) {
        if (typeof entry === 'string') fields[linkId] = entry
        else {
          for (const [field, value] of Object.entries(entry))
            fields[`${linkId}[${row}].${field}`] = String(value)
        }
      }
    } else if (kind === 'date') {
      const [year = '', month = '', day = ''] = String(answer).split('-')
      Object.assign(fields, { [`${linkId}-day`]: day, [`${linkId}-month`]: month, [`${linkId}-year`]: year })
    } else fields[linkId] = String(answer)
  }
  return fields
}
