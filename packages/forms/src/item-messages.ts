import { I_DO_NOT_KNOW } from './answer-words.ts'
import type { DraftItem } from './draft-item.ts'
import { formats } from './format.ts'
import { lowerFirst, type Messages } from './messages.ts'

function sharedBy(item: DraftItem): Messages {
  const messages: Messages = {}
  if (item.errorRequired !== undefined) messages.required = item.errorRequired
  if (item.kind === 'group') return messages
  messages.several = `Enter only one answer for ${lowerFirst(item.name)}`
  if (item.notKnown) {
    messages.both = `Answer ${lowerFirst(item.name)} or select “${item.notKnownText ?? I_DO_NOT_KNOW}”, not both`
  }
  return messages
}

/** Writes down, once, the words for everything that can be wrong with an item's answer. */
export function messagesOf(item: DraftItem): Messages {
  const { name } = item
  const messages = sharedBy(item)
  switch (item.kind) {
    case 'string':
    case 'text':
      messages['too-long'] = `${name} must be ${item.maxLength} characters or fewer`
      messages.unstorable = `${name} contains a character that cannot be saved. Type it again`
      if (item.format) messages.format = item.errorFormat ?? formats[item.format].message(name)
      break
    case 'date':
      messages['missing-day'] = `${name} must include a day`
      messages['missing-month'] = `${name} must include a month`
      messages['missing-year'] = `${name} must include a year`
      messages['short-year'] = 'Year must include 4 numbers'
      messages['not-real'] = item.errorFormat ?? `${name} must be a real date`
      messages.future = `${name} must be today or in the past`
      break
    case 'time':
      messages.format = item.errorFormat ?? `${name} must be a time, like 9:30am or 21:05`
      break
    case 'integer':
      messages.format = item.errorFormat ?? `${name} must be a whole number`
      messages['out-of-range'] = `${name} must be between ${item.minimum} and ${item.maximum}`
      break
    case 'choice':
      messages['not-listed'] = `Select ${lowerFirst(name)} from the list`
      if (item.multiple) delete messages.several
      break
    case 'group':
      messages['too-many'] = `${item.text} must have ${item.maxOccurs} entries or fewer`
      break
  }
  return messages
}
