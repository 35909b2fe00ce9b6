import { createHash } from 'node:crypto'
import {
  Actor,
  actorKey,
  CASE_PASS_SECONDS,
  CallerName,
  CasePass,
  mayCall,
  Refusal,
  type ServiceName,
} from '@cdop/domain'
import { decodeJwt, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { Keyring } from './keyring.ts'

const ASSERTION_SECONDS = 60
const HOP_SECONDS = 10
/** Clocks of two machines may differ by this much. */
const TOLERANCE_SECONDS = 2

async function sign(
  ring: Keyring,
  type: string,
  audience: string,
  seconds: number,
  claims: object,
): Promise<string> {
  const issuedAt = Math.floor(Date.now() / 1000)
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'EdDSA', typ: type })
    .setIssuer(ring.self)
    .setAudience(audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + seconds)
    .sign(ring.signingKey)
}

/** However long its signer gave it, a token older than `seconds` is refused, and so is one that says no age. */
async function verify(ring: Keyring, type: string, audience: string, seconds: number, token: string) {
  const issuer = CallerName.parse(decodeJwt(token).iss)
  const { payload } = await jwtVerify(token, ring.publicKeyOf(issuer), {
    typ: type,
    audience,
    algorithms: ['EdDSA'],
    clockTolerance: TOLERANCE_SECONDS,
    requiredClaims: ['exp'],
    maxTokenAge: seconds,
  })
  return { issuer, payload }
}

/** The portal's signed word on who is asking: person, roles, areas, purpose, request. Lives 60 seconds. */
export function assertActor(ring: Keyring, actor: Actor): Promise<string> {
  return sign(ring, 'cdop-actor', 'cdop', ASSERTION_SECONDS, { actor })
}

/**
 * Whose word on a person is taken. Everywhere the portal's alone; on a demonstration database the command line's too,
 * so that demonstration cases can be made through the same procedures as real ones.
 */
export function assertersIn(deployment: 'demonstration' | 'live'): readonly CallerName[] {
  return deployment === 'demonstration' ? ['portal', 'cli'] : ['portal']
}

/** What a call rests on: a person's or link holder's assertion passed on, or a service acting for itself. */
export type Authority =
  | { kind: 'assertion'; assertion: string }
  | { kind: 'own'; actor: Actor & { kind: 'service' } }

function bodyHash(body: string): string {
  return createHash('sha256').update(body).digest('base64url')
}

/** Signs one call: issuer, audience, procedure, body hash; 10 seconds. */
export function hopToken(
  ring: Keyring,
  audience: ServiceName,
  procedure: string,
  body: string,
  authority: Authority,
): Promise<string> {
  return sign(ring, 'cdop-hop', audience, HOP_SECONDS, { procedure, body: bodyHash(body), authority })
}

const Hop = z.object({
  procedure: z.string(),
  body: z.string(),
  authority: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('assertion'), assertion: z.string() }),
    z.strictObject({ kind: z.literal('own'), actor: Actor }),
  ]),
})

/** A call whose token held. The assertion, when there is one, can be passed on to the next service down. */
export type ProvenCall = { caller: CallerName; actor: Actor; assertion: string | null }

/**
 * Checks both tokens of a call and that this caller may make it.
 * @returns null when anything at all is wrong: the caller learns nothing of what
 */
export async function proveCall(
  ring: Keyring,
  self: ServiceName,
  asserters: readonly CallerName[],
  call: { token: string; procedure: string; body: string },
): Promise<ProvenCall | null> {
  try {
    const { issuer: caller, payload } = await verify(ring, 'cdop-hop', self, HOP_SECONDS, call.token)
    const hop = Hop.parse(payload)
    if (hop.procedure !== call.procedure || hop.body !== bodyHash(call.body)) return null
    if (!mayCall(caller, self, call.procedure)) return null
    if (hop.authority.kind === 'own') {
      const { actor } = hop.authority
      return actor.kind === 'service' && actor.service === caller ? { caller, actor, assertion: null } : null
    }
    const { assertion } = hop.authority
    const asserted = await verify(ring, 'cdop-actor', 'cdop', ASSERTION_SECONDS, assertion)
    if (!asserters.includes(asserted.issuer)) return null
    const actor = Actor.parse(asserted.payload['actor'])
    // A service speaks for itself under its own key; nobody asserts one.
    return actor.kind === 'service' ? null : { caller, actor, assertion }
  } catch {
    return null
  }
}

/** Case-review signs a case pass. */
export function issuePass(ring: Keyring, pass: CasePass): Promise<string> {
  return sign(ring, 'cdop-case-pass', 'cdop', CASE_PASS_SECONDS, { pass })
}

/**
 * Accepts a case pass only if case-review signed it, for this person or link holder and this very request.
 * @throws Refusal `not-found`, as if the case did not exist
 */
export async function acceptPass(ring: Keyring, actor: Actor, token: string): Promise<CasePass> {
  try {
    const { issuer, payload } = await verify(ring, 'cdop-case-pass', 'cdop', CASE_PASS_SECONDS, token)
    const pass = CasePass.parse(payload['pass'])
    if (issuer === 'case-review' && pass.holder === actorKey(actor) && pass.requestId === actor.requestId) {
      return pass
    }
  } catch {
    // Whatever was wrong with it, the caller is told the same.
  }
  throw new Refusal('not-found')
}
