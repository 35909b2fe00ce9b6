import { Refusal } from '@cdop/domain'
import { checkWireText } from '@cdop/rpc'

/** Bytes of a notification sent by machine. A full form is under a tenth of it. */
const LARGEST_NOTIFICATION = 256_000

/** The body is not of a type this address takes. */
export class WrongType extends Error {
  readonly types: readonly string[]
  constructor(types: readonly string[]) {
    super('a body of another type')
    this.name = 'WrongType'
    this.types = types
  }
}

/**
 * The JSON body of a request made by a machine.
 * @throws WrongType; Refusal `too-large` as soon as it is; Refusal `unreadable` when it is not UTF-8, not JSON, or holds
 * what nothing could have meant
 */
export async function jsonBody(request: Request, types: readonly string[]): Promise<unknown> {
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';')
  if (!types.includes(type.trim().toLowerCase())) throw new WrongType(types)
  if (Number(request.headers.get('content-length') ?? 0) > LARGEST_NOTIFICATION)
    throw new Refusal('too-large')
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > LARGEST_NOTIFICATION) throw new Refusal('too-large')
    chunks.push(chunk)
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw new Refusal('unreadable')
  }
  checkWireText(text)
  return JSON.parse(text)
}
