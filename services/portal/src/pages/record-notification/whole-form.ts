import { type CompiledForm, type KeptTyping, keepTyped } from '@cdop/forms'
import type { PostedForm } from '../../page/posted-form.ts'

/** What the pressed button asks for: to go on filling in, to check, or to submit. */
export function pressed({ action }: PostedForm): 'fill' | 'check' | 'submit' {
  if (action === 'submit') return 'submit'
  return action === '' ? 'check' : 'fill'
}

const Row = /^remove:([a-z][a-z0-9-]{0,63}):(\d{1,4})$/
const More = /^add:([a-z][a-z0-9-]{0,63})$/

/** Everything typed, with an entry more or less when its button was pressed. */
export function wholeFormTyped(form: CompiledForm, posted: PostedForm): KeptTyping {
  const [, group, row] = Row.exec(posted.action) ?? []
  const remove = group !== undefined && row !== undefined ? { group, row: Number(row) } : undefined
  const { typed, rows } = keepTyped(form, posted.fields, remove ? { remove } : {})
  const [, grown] = More.exec(posted.action) ?? []
  return { typed, rows: grown === undefined ? rows : { ...rows, [grown]: Math.max(1, rows[grown] ?? 0) + 1 } }
}
