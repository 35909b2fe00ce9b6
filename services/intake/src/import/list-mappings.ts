import { z } from 'zod'
import { requires } from '../rpc.ts'
import { mappings, newestMapping } from './mappings.ts'

const ListedMapping = z.strictObject({
  id: z.string(),
  version: z.string(),
  title: z.string(),
  assumption: z.string(),
  bundle: z.boolean(),
  columns: z.array(z.strictObject({ column: z.string(), required: z.boolean() })),
})

/** The kinds of file that can be imported, and the columns of each. Public: it says nothing of any child. */
export const listMappings = requires('notification:import')
  .input(z.strictObject({}))
  .output(z.array(ListedMapping))
  .query(() =>
    [...new Set(mappings.map(({ id }) => id))].flatMap((id) => {
      const mapping = newestMapping(id)
      if (mapping === undefined) return []
      return {
        id,
        version: mapping.version,
        title: mapping.title,
        assumption: mapping.assumption,
        bundle: mapping.bundle,
        columns: [
          { column: mapping.receivedOn, required: true },
          ...mapping.columns.map(({ column, required }) => ({ column, required })),
          ...mapping.ignored.map((column) => ({ column, required: false })),
        ],
      }
    }),
  )
