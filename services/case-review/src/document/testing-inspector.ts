import { FaultFound } from './inspect/fault-found.ts'
import { inspectFile } from './inspect/inspect-file.ts'
import { lengthOf } from './inspect/inspected.ts'
import type { Inspector, Looked } from './inspect/inspector.ts'

async function* one(content: Buffer): AsyncGenerator<Buffer, void, undefined> {
  yield content
}

/** Looks into files in this process: what it finds is the same, without a process for each. */
export const inspectorHere: Inspector = {
  async inspect(_asker, kind, content, use) {
    const chunks: Uint8Array[] = []
    for await (const chunk of content) chunks.push(chunk)
    let looked: Looked
    try {
      const found = await inspectFile(Buffer.concat(chunks), kind)
      looked = {
        kept: found.kept,
        mail: found.mail ?? null,
        bytes: lengthOf(found.content),
        content: one(Buffer.concat(found.content)),
      }
    } catch (thrown) {
      if (!(thrown instanceof FaultFound)) throw thrown
      looked = { fault: thrown.fault }
    }
    return use(looked)
  },
}
