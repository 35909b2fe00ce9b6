import { Refusal } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { emptyBundle } from './bundle-example.ts'

/** A bundle with every sheet and column and no row, to be filled in. It says nothing of any child. */
export const downloadEmptyBundle = requires('notification:import')
  .input(z.strictObject({ mapping: z.string().max(40) }))
  .output(z.strictObject({ zip: z.base64() }))
  .query(({ input }) => {
    const bytes = emptyBundle(input.mapping)
    if (bytes === undefined) throw new Refusal('not-found')
    return { zip: Buffer.from(bytes).toString('base64') }
  })
