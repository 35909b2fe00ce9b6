import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { DocumentFault, type DocumentKind, documentLimits, FiledMail, KeptTrace } from '@cdop/domain'
import { z } from 'zod'
import { type Asker, fairTurns, type Turns } from './fair-turns.ts'

/** Milliseconds one file may take, the start of the process included. */
const LONGEST = 20_000
/** Megabytes of the process's heap; content lies beside it, bounded by the limits of a file. */
const HEAP = 96
/** Bytes the whole process may take (assurance B11), and milliseconds between two looks at what it does. */
const MOST_MEMORY = 256 * 1024 * 1024
const WATCH_EVERY = 20
/** Bytes of the first line. */
const LONGEST_VERDICT = 256 * 1024

const Verdict = z.union([
  z.strictObject({ fault: DocumentFault }),
  z.strictObject({
    kept: z.array(KeptTrace),
    mail: FiledMail.nullable(),
    bytes: z
      .int()
      .nonnegative()
      .max(4 * documentLimits.bytes),
  }),
])

/** What became of a file that was looked into: a fault, or what is kept of it, as it comes. */
export type Looked =
  | { fault: DocumentFault }
  | { kept: readonly KeptTrace[]; mail: FiledMail | null; bytes: number; content: AsyncIterable<Buffer> }

/** Looks into files, each in a process of its own that can write nothing and dies with its file. */
export interface Inspector {
  /**
   * @param asker whose turn this is: nobody's files wait for all of somebody else's
   * @param use takes what is kept; when the file turns out not to be whole after all, this throws and so must it
   * @throws Refusal `files-waiting` when there are too many before it; nothing of the content was read then
   */
  inspect<Outcome>(
    asker: Asker,
    kind: DocumentKind,
    content: AsyncIterable<Uint8Array>,
    use: (looked: Looked) => Promise<Outcome>,
  ): Promise<Outcome>
}

const main = fileURLToPath(new URL('./inspect-main.ts', import.meta.url))

/** A process without an environment, that may read modules and load the picture decoder, and nothing else. */
function looker(kind: DocumentKind): ChildProcess {
  const may = ['--permission', '--allow-fs-read=*', '--allow-addons', '--disable-warning=SecurityWarning']
  const flags = [...may, `--max-old-space-size=${HEAP}`, '--expose-gc', '--disable-proto=throw']
  return spawn(process.execPath, [...flags, main, kind], { env: {}, stdio: ['pipe', 'pipe', 'ignore'] })
}

/** Bytes a process has in memory; 0 where nothing can be learnt of it, or it has ended. */
async function memoryOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024
}

/** Why a process was stopped before it had said anything. */
type Stopped = { why: Extract<DocumentFault, 'took-too-long' | 'needs-too-much'> | null }

/** Ends the process when it takes too long or too much. @returns what ends the watch */
function watch(child: ChildProcess, stopped: Stopped): () => void {
  const stop = (why: NonNullable<Stopped['why']>) => {
    stopped.why ??= why
    child.kill('SIGKILL')
  }
  const timer = setTimeout(() => stop('took-too-long'), LONGEST)
  const looking = setInterval(async () => {
    if ((await memoryOf(child.pid)) > MOST_MEMORY) stop('needs-too-much')
  }, WATCH_EVERY)
  return () => {
    clearTimeout(timer)
    clearInterval(looking)
  }
}

export function processInspector(turns: Turns = fairTurns()): Inspector {
  return {
    async inspect(asker, kind, content, use) {
      const end = await turns.take(asker)
      const child = looker(kind)
      const stopped: Stopped = { why: null }
      const unwatch = watch(child, stopped)
      try {
        return await use(await lookedBy(child, content, stopped))
      } finally {
        unwatch()
        child.kill('SIGKILL')
        end()
      }
    },
  }
}

async function lookedBy(
  child: ChildProcess,
  content: AsyncIterable<Uint8Array>,
  stopped: Stopped,
): Promise<Looked> {
  const { stdin, stdout } = child
  if (stdin === null || stdout === null) throw new Error('the process has no pipes')
  // It may have made up its mind, or died, before it has heard everything.
  stdin.on('error', () => undefined)
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  ended.catch(() => undefined)
  const given = feed(stdin, content)
  given.catch(() => child.kill('SIGKILL'))
  const chunks = stdout[Symbol.asyncIterator]()
  let head = Buffer.alloc(0)
  for (;;) {
    const next = await chunks.next()
    if (next.done === true) break
    head = Buffer.concat([head, Buffer.from(next.value)])
    const end = head.indexOf(10)
    if (end < 0 && head.length < LONGEST_VERDICT) continue
    await given
    const verdict = Verdict.parse(JSON.parse(head.subarray(0, end).toString('utf8')))
    if ('fault' in verdict) return verdict
    return { ...verdict, content: kept(head.subarray(end + 1), chunks, verdict.bytes) }
  }
  await given
  const code = await ended
  // Stopped, or its heap was not enough: nothing is known of the file, so it is not taken.
  if (stopped.why !== null) return { fault: stopped.why }
  if (code === null) return { fault: 'needs-too-much' }
  throw new Error('no file could be looked into')
}

async function feed(
  stdin: NonNullable<ChildProcess['stdin']>,
  content: AsyncIterable<Uint8Array>,
): Promise<void> {
  const closed = new Promise<void>((resolve) => stdin.once('close', resolve))
  for await (const chunk of content) {
    if (stdin.destroyed || stdin.write(chunk)) continue
    const drained = new Promise<void>((resolve) => stdin.once('drain', resolve))
    await Promise.race([drained, closed])
  }
  stdin.end()
}

/** @throws Error when the process ends before it has said everything */
async function* kept(
  first: Buffer,
  rest: AsyncIterator<unknown>,
  bytes: number,
): AsyncGenerator<Buffer, void, undefined> {
  let said = first.length
  if (first.length > 0) yield first
  for (;;) {
    const next = await rest.next()
    if (next.done === true) break
    const chunk = Buffer.isBuffer(next.value)
      ? next.value
      : Buffer.from(z.instanceof(Uint8Array).parse(next.value))
    said += chunk.length
    yield chunk
  }
  if (said !== bytes) throw new Error('the file was not looked into to its end')
}
