import { DocumentKind, documentLimits } from '@cdop/domain'
import { FaultFound } from './fault-found.ts'
import { inspectFile } from './inspect-file.ts'
import { lengthOf } from './inspected.ts'

/** Looks into one file: its kind as argument, its content on standard input; the verdict, and what is kept, on standard output. */
const [, , said] = process.argv
const kind = DocumentKind.parse(said)

/**
 * What comes on standard input, held once: room for the largest file, of which the machine gives what is written to. One
 * byte more than the limit is enough to know that it is too large.
 */
async function wholeInput(): Promise<Buffer> {
  const room = Buffer.allocUnsafeSlow(documentLimits.bytes + 1)
  let length = 0
  for await (const chunk of process.stdin) length += Buffer.from(chunk).copy(room, length)
  return room.subarray(0, length)
}

function say(verdict: object, content: readonly Buffer[] = []): void {
  process.stdout.write(`${JSON.stringify(verdict)}\n`)
  for (const bytes of content) process.stdout.write(bytes)
}

try {
  const { content, kept, mail = null } = await inspectFile(await wholeInput(), kind)
  say({ kept, mail, bytes: lengthOf(content) }, content)
} catch (thrown) {
  if (!(thrown instanceof FaultFound)) throw thrown
  say({ fault: thrown.fault })
}
