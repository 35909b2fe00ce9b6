import { Refusal } from '@cdop/domain'
import { LARGEST_FORM } from './posted-form.ts'

/**
 * The body of a posted form.
 * @throws Refusal `too-large` as soon as it is, `unreadable` when it is not a form or not UTF-8
 */
export async function formBody(request: Request): Promise<string> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) throw new Refusal('unreadable')
  if (Number(request.headers.get('content-length') ?? 0) > LARGEST_FORM) throw new Refusal('too-large')
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > LARGEST_FORM) throw new Refusal('too-large')
    chunks.push(chunk)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw new Refusal('unreadable')
  }
}
