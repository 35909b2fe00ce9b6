import { DatabaseError } from '@cdop/database'
import { Refusal } from '@cdop/domain'
import { ServiceUnavailable } from '@cdop/rpc'
import { z } from 'zod'
import { IdentityProviderAway } from '../sign-in/identity-provider.ts'

/** The refusal in what was thrown, also where a procedure of this process wrapped it. */
export function refusalIn(thrown: unknown): Refusal | null {
  if (thrown instanceof Refusal) return thrown
  if (!(thrown instanceof Error)) return null
  if (thrown.cause instanceof Refusal) return thrown.cause
  // Only the input of our own procedures: what a service sends back is parsed there.
  const refusedInput = 'code' in thrown && thrown.code === 'BAD_REQUEST' && thrown.cause instanceof z.ZodError
  if (!refusedInput || !(thrown.cause instanceof z.ZodError)) return null
  return new Refusal(
    'invalid-answers',
    thrown.cause.issues.map((issue) => issue.path.join('.')),
  )
}

/** True when a part of the whole does not answer: nothing is broken, only away. */
export function isUnavailable(thrown: unknown): boolean {
  return (
    thrown instanceof ServiceUnavailable ||
    thrown instanceof IdentityProviderAway ||
    (thrown instanceof DatabaseError && thrown.sqlState === '08000')
  )
}
