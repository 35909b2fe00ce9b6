import { InformationRequestId } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'

export const NOTE_LENGTH = 5_000

export type TypedAnswer = { how: string; note: string; request: string }
export const noAnswer: TypedAnswer = { how: '', note: '', request: '' }
export const typedAnswer = (form: PostedForm): TypedAnswer => ({
  how: form.text('how'),
  note: form.text('note'),
  request: form.text('request'),
})

const Noted = z.strictObject({
  note: z
    .string()
    .trim()
    .min(1, 'Enter the answer')
    .max(NOTE_LENGTH, 'The answer must be 5,000 characters or fewer'),
})
const Asked = z.strictObject({
  request: z
    .string()
    .refine((typed) => InformationRequestId.safeParse(typed).success, 'Select the request')
    .pipe(InformationRequestId),
})

/** How a question of the panel was answered: what stands beside the other way does not count. */
export function readAnswer({ how, note, request }: TypedAnswer) {
  if (how === 'noted') {
    const read = readTyped(Noted, { note })
    return read.ok ? { ok: true as const, value: { how: 'noted' as const, ...read.value } } : read
  }
  if (how === 'agency-asked') {
    const read = readTyped(Asked, { request })
    if (!read.ok) return read
    const informationRequestId = read.value.request
    return { ok: true as const, value: { how: 'agency-asked' as const, informationRequestId } }
  }
  return { ok: false as const, errors: [{ text: 'Select how it was answered', href: '#how' }] }
}
