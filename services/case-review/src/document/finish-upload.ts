import { requireArea } from '@cdop/domain'
import { requires } from '../rpc.ts'
import { filedTo, filing } from './filing.ts'
import { FileOutcome, finishFile, WholeFile } from './sending.ts'

/**
 * Looks into a file that has come whole and takes it in, or says why not. What is taken in waits for the scanner.
 * @throws Refusal `not-found`, `not-allowed-in-this-state`; `key-reused` when it comes, or came, with other content;
 * `files-waiting` when others' files come first: it is kept as it came, and finished when that is asked for again
 */
export const finishUpload = requires('document:file')
  .input(WholeFile.extend(filedTo))
  .output(FileOutcome)
  .mutation(({ ctx, input }) => {
    requireArea(ctx.actor, input.areaId)
    return finishFile(filing(ctx, input), 'document.finish', input)
  })
