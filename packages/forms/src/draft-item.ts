import type { Question, RepeatingGroup } from './compiled-form.ts'

type Without<T> = T extends unknown ? Omit<T, 'messages'> : never

/** An item that still lacks its messages. */
export type DraftItem = Without<Question | RepeatingGroup> & { errorRequired?: string; errorFormat?: string }
