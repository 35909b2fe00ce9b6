import {
  type Actor,
  type CallerName,
  mayDo,
  type Permission,
  Refusal,
  type RefusalCode,
  type RefusalKind,
} from '@cdop/domain'
import { initTRPC, TRPCError } from '@trpc/server'
import { ZodError } from 'zod'

/** What every procedure gets: who is asking, and the parts of its service (database, audit, clock, keys). */
export type Context<Parts> = {
  actor: Actor
  caller: CallerName
  /** The assertion to pass on when this procedure calls the next service down. */
  assertion: string | null
  parts: Parts
}

/** What a procedure says about itself, read by the test that walks the routers. */
export type ProcedureMeta = { permission: Permission }

/** What a caller learns of an error: a code and, for a form, which fields. Never a value, never a stack. */
export type WireError = { code: RefusalCode | 'internal'; fields: readonly string[] }

const statusOf: Record<RefusalKind, TRPCError['code']> = {
  'not-found': 'NOT_FOUND',
  forbidden: 'FORBIDDEN',
  conflict: 'CONFLICT',
  invalid: 'BAD_REQUEST',
  'too-many': 'TOO_MANY_REQUESTS',
}

function wireError(error: TRPCError): WireError {
  const { cause } = error
  if (cause instanceof Refusal) return { code: cause.code, fields: cause.fields }
  if (cause instanceof ZodError && error.code === 'BAD_REQUEST') {
    return { code: 'invalid-answers', fields: cause.issues.map((issue) => issue.path.join('.')) }
  }
  switch (error.code) {
    case 'NOT_FOUND':
      return { code: 'not-found', fields: [] }
    case 'FORBIDDEN':
      return { code: 'forbidden', fields: [] }
    case 'BAD_REQUEST':
    case 'PARSE_ERROR':
      return { code: 'unreadable', fields: [] }
    case 'PAYLOAD_TOO_LARGE':
      return { code: 'too-large', fields: [] }
    default:
      return { code: 'internal', fields: [] }
  }
}

/**
 * The one way a service makes procedures: `requires(permission)` is the only start, so none can be written without
 * naming its permission. Give each `.input(strict schema).output(schema)`.
 */
export function procedures<Parts>() {
  const t = initTRPC
    .context<Context<Parts>>()
    .meta<ProcedureMeta>()
    .create({
      errorFormatter: ({ shape, error }) => {
        const wire = wireError(error)
        return { code: shape.code, message: wire.code, data: { ...wire, httpStatus: shape.data.httpStatus } }
      },
    })

  const refusing = t.middleware(async ({ next }) => {
    const result = await next()
    if (!result.ok && result.error.cause instanceof Refusal) {
      const refusal = result.error.cause
      throw new TRPCError({ code: statusOf[refusal.kind], message: refusal.code, cause: refusal })
    }
    return result
  })

  return {
    router: t.router,
    callerOf: t.createCallerFactory,
    requires: (permission: Permission) =>
      t.procedure
        .meta({ permission })
        .use(refusing)
        .use(({ ctx, next }) => {
          if (!mayDo(ctx.actor, permission)) throw new Refusal('forbidden')
          return next()
        }),
  }
}
