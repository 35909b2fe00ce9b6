import { DocumentKind } from '@cdop/domain'
import { FaultFound } from './fault-found.ts'
import { inspectFile } from './inspect-file.ts'

/** Looks into one file: its kind as argument, its content on standard input; the verdict, and what is kept, on standard output. */
const [, , said] = process.argv
const kind = DocumentKind.parse(said)
const chunks: Buffer[] = []
for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))

function say(verdict: object, content: Buffer = Buffer.alloc(0)): void {
  process.stdout.write(`${JSON.stringify(verdict)}\n`)
  process.stdout.write(content)
}

try {
  const { content, kept, mail = null } = await inspectFile(Buffer.concat(chunks), kind)
  say({ kept, mail, bytes: content.length }, content)
} catch (thrown) {
  if (!(thrown instanceof FaultFound)) throw thrown
  say({ fault: thrown.fault })
}
