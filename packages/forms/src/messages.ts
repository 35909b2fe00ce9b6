/** What can be wrong with an answer. */
export type Mistake =
  | 'required'
  | 'too-long'
  | 'unstorable'
  | 'format'
  | 'missing-day'
  | 'missing-month'
  | 'missing-year'
  | 'short-year'
  | 'not-real'
  | 'future'
  | 'out-of-range'
  | 'not-listed'
  | 'several'
  | 'both'
  | 'too-many'

/** The exact words for each mistake an item can have; mistakes it cannot have are absent. */
export type Messages = Partial<Record<Mistake, string>>

/** "date of death" for "Date of death"; abbreviations such as "NHS number" keep their capitals. */
export function lowerFirst(text: string): string {
  return /^[A-Z][A-Z]/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
}

/** The exact words for a mistake. Every item carries the words for its own mistakes, so the rest is a bug. */
export function messageFor(messages: Messages, mistake: Mistake): string {
  const message = messages[mistake]
  if (message === undefined) throw new RangeError(`no message for ${mistake}`)
  return message
}

/** A date with parts left empty, in the words of the GOV.UK date input. */
export function missingPartsMessage(name: string, missing: readonly string[]): string {
  return `${name} must include a ${missing.join(' and ')}`
}

export const UNEXPECTED_FIELD =
  'The form was sent with a field it does not have. Reload the page and try again'
