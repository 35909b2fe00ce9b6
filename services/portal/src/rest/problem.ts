import { z } from 'zod'
import type { NotTaken } from '../notifying/not-taken.ts'

/** Why a request was not taken (RFC 9457). Names questions and cures; never says back what was sent. */
export const Problem = z.strictObject({
  type: z.string().describe('A name of its own for each kind of problem: urn:cdop:problem:<code>'),
  title: z.string().describe('What is wrong and what to do about it, for a person'),
  status: z.int().describe('The HTTP status'),
  code: z.string().describe('The kind of problem, for a program'),
  reference: z.uuid().describe('Quote this when you ask for help'),
  errors: z
    .array(
      z.strictObject({
        field: z.string().describe('The linkId of the question, `group[0].linkId` inside an entry'),
        says: z.string().describe('What to do about it'),
      }),
    )
    .describe('Each question at fault; none when the problem is of the request as a whole'),
})
export type Problem = z.infer<typeof Problem>

export function problemResponse({ status, code, says, found, requestId, headers }: NotTaken): Response {
  const problem: Problem = {
    type: `urn:cdop:problem:${code}`,
    title: says,
    status,
    code,
    reference: requestId,
    errors: found.map(({ field, says: cure }) => ({ field, says: cure })),
  }
  return new Response(JSON.stringify(problem), {
    status,
    headers: { ...headers, 'Content-Type': 'application/problem+json' },
  })
}
