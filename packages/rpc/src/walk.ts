import { Permission } from '@cdop/domain'
import type { AnyRouter } from '@trpc/server'
import { z } from 'zod'

/** What a router says of one of its procedures. */
export type ProcedureFacts = {
  name: string
  permission: Permission | null
  hasOutput: boolean
  inputIsStrict: boolean
}

const Definition = z.looseObject({
  meta: z.looseObject({ permission: Permission }).optional(),
  output: z.unknown().optional(),
  inputs: z.array(z.unknown()),
})

function isStrict(schema: unknown): boolean {
  if (!(schema instanceof z.ZodType)) return false
  if (schema instanceof z.ZodObject) return schema.def.catchall instanceof z.ZodNever
  if (schema instanceof z.ZodDiscriminatedUnion || schema instanceof z.ZodUnion)
    return schema.options.every(isStrict)
  return schema instanceof z.ZodVoid
}

/** Every procedure of a router, for the test that none is without permission, strict input and output schema. */
export function walkRouter(router: AnyRouter): readonly ProcedureFacts[] {
  return Object.entries(router._def.procedures).map(([name, procedure]) => {
    const definition = Definition.parse(Reflect.get(Object(procedure), '_def'))
    return {
      name,
      permission: definition.meta?.permission ?? null,
      hasOutput: definition.output !== undefined,
      inputIsStrict: definition.inputs.every(isStrict),
    }
  })
}
