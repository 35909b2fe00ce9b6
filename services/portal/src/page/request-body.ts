import { Refusal } from '@cdop/domain'
import { LARGEST_FORM, type PostedForm, readForm } from './posted-form.ts'

/** The field a file comes in. A page takes one at a time. */
export const FILE = '_file'

/** @throws Refusal `too-large` as soon as it is */
async function bytesOf(request: Request, most: number): Promise<Buffer<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > most) throw new Refusal('too-large')
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > most) throw new Refusal('too-large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function urlEncoded(body: Uint8Array): PostedForm {
  try {
    return readForm(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch (thrown) {
    throw thrown instanceof Refusal ? thrown : new Refusal('unreadable')
  }
}

/** A form with a file. Its other fields are held to all that a form without one is held to. */
async function withFile(body: Buffer<ArrayBuffer>, type: string, most: number): Promise<PostedForm> {
  const parts = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => {
    throw new Refusal('unreadable')
  })
  const fields = new URLSearchParams()
  let file: Uint8Array<ArrayBuffer> | null = null
  let size = 0
  for (const [name, value] of parts) {
    if (typeof value === 'string') {
      fields.append(name, value)
      size += name.length + value.length
      continue
    }
    if (name !== FILE || file !== null) throw new Refusal('unreadable')
    if (value.size > most) throw new Refusal('too-large')
    file = new Uint8Array(await value.arrayBuffer())
  }
  if (size > LARGEST_FORM) throw new Refusal('too-large')
  // A browser sends an empty file when none was chosen.
  return readForm(fields.toString(), file?.byteLength === 0 ? null : file)
}

/**
 * The form that was posted, with its file on a page that takes one.
 * @param largestFile bytes; null on a page that takes no file
 * @throws Refusal `too-large` as soon as it is, `unreadable` when it is not a form or not UTF-8
 */
export async function postedForm(request: Request, largestFile: number | null): Promise<PostedForm> {
  const type = request.headers.get('content-type') ?? ''
  if (/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) {
    return urlEncoded(await bytesOf(request, LARGEST_FORM))
  }
  if (largestFile === null || !/^multipart\/form-data\s*;/i.test(type)) throw new Refusal('unreadable')
  return withFile(await bytesOf(request, largestFile + LARGEST_FORM), type, largestFile)
}
