import { type RefusalCode, type RefusalKind, type RequestId, refusals } from '@cdop/domain'
import { isUnavailable, refusalIn } from '../page/refusal-in.ts'
import { type FoundWrong, Wrong, wrongByRefusal } from './found-wrong.ts'
import { WrongType } from './json-body.ts'

/** Why a machine's request was not taken, where no rule of the product said no. */
type DoorCode =
  | 'not-admitted'
  | 'not-for-this'
  | 'too-many'
  | 'wrong-type'
  | 'wrong-method'
  | 'key-missing'
  | 'away'
  | 'internal'

/** What a machine is told when its request was not taken: the status, why, and what to do about it. */
export type NotTaken = {
  status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 503
  code: RefusalCode | DoorCode
  says: string
  found: readonly FoundWrong[]
  requestId: RequestId
  headers: Readonly<Record<string, string>>
}

/** The request names no key under which it could be taken once. */
export class KeyMissing extends Error {
  readonly says: string
  constructor(says: string) {
    super('a request without its key')
    this.name = 'KeyMissing'
    this.says = says
  }
}

const statusOfKind: Record<RefusalKind, NotTaken['status']> = {
  'not-found': 404,
  forbidden: 403,
  conflict: 409,
  invalid: 422,
  'too-many': 429,
}

/** Where a machine is told another status than a person's browser. */
const statusOfCode: Partial<Record<RefusalCode, NotTaken['status']>> = {
  unreadable: 400,
  'too-large': 413,
  'key-reused': 422,
}

/** Where the sentence of a refusal speaks of pages and forms. */
const saysToMachines: Partial<Record<RefusalCode, string>> = {
  'not-found': 'There is nothing here',
  forbidden: 'The token is not for this',
  unreadable:
    'The body is not UTF-8 text in JSON, or holds characters that cannot be stored. Correct it and send again',
  'too-large': 'The body is larger than 256,000 bytes, or nested too deeply. Shorten it and send again',
  'key-reused': 'This key was already used for another notification. Send the same body, or use a new key',
}

const nothingMore = { found: [], headers: {} }

/** What is told of whatever was thrown while a request was answered. */
export function notTaken(thrown: unknown, requestId: RequestId): NotTaken {
  if (thrown instanceof Wrong) {
    const says =
      'The notification has answers that cannot be taken. Correct each and send it again with a new key'
    return { status: 422, code: thrown.code, says, found: thrown.found, requestId, headers: {} }
  }
  if (thrown instanceof WrongType) {
    const says = `Send the body as ${thrown.types.join(' or ')}, in UTF-8`
    return { status: 415, code: 'wrong-type', says, requestId, ...nothingMore }
  }
  if (thrown instanceof KeyMissing) {
    return { status: 400, code: 'key-missing', says: thrown.says, requestId, ...nothingMore }
  }
  const refusal = refusalIn(thrown)
  if (refusal !== null) {
    const { code, kind } = refusal
    return {
      status: statusOfCode[code] ?? statusOfKind[kind],
      code,
      says: saysToMachines[code] ?? refusals[code].says,
      found: wrongByRefusal(refusal),
      requestId,
      headers: {},
    }
  }
  if (isUnavailable(thrown)) {
    const says = 'A part of the service does not answer. Send the same request again, with the same key'
    return { status: 503, code: 'away', says, found: [], requestId, headers: { 'Retry-After': '5' } }
  }
  const says = 'Something went wrong. Send the same request again, with the same key'
  return { status: 500, code: 'internal', says, requestId, ...nothingMore }
}
