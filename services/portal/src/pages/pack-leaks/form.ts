import { Refusal } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'

/** What stands before the name of a field that decides one item. */
const PREFIX = 'decide '

export const HIDE = 'hide'
export const LEAVE = 'leave'

type Item = { readonly mark: string; readonly start: number; readonly end: number }

/** The field that decides one item: by the mark of the text it was read in, and its place there. */
export const fieldOf = ({ mark, start, end }: Item) => `${PREFIX}${mark} ${start} ${end}`

const Field = z.tuple([
  z.string().regex(/^[\w-]{43}$/),
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number),
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number),
])
const Decided = z.enum([HIDE, LEAVE])

/** What was decided of the items a person answered; those left alone are not in it. @throws Refusal `unreadable` */
export function readDecisions(form: PostedForm): (Item & { hide: boolean })[] {
  return Object.keys(form.fields)
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => {
      const field = Field.safeParse(name.slice(PREFIX.length).split(' '))
      const decided = Decided.safeParse(form.text(name))
      if (!field.success || !decided.success) throw new Refusal('unreadable')
      const [mark, start, end] = field.data
      return { mark, start, end, hide: decided.data === HIDE }
    })
}
