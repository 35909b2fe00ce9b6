import { requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { filedTo, filing } from './filing.ts'
import { FilePiece, keepFilePiece } from './sending.ts'

/** Keeps one piece of a file on its way in. */
export const appendPiece = requires('document:file')
  .input(FilePiece.extend(filedTo))
  .output(z.strictObject({ wanted: z.boolean() }))
  .mutation(({ ctx, input }) => {
    requireArea(ctx.actor, input.areaId)
    return keepFilePiece(filing(ctx, input), input)
  })
