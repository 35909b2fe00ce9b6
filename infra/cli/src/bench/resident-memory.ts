import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
/** Milliseconds between two looks. */
const EVERY = 250

/** How much memory a program this process started takes, in MiB, and the most it took while something went on. */
export async function peakMemoryOf(
  program: string,
  work: () => Promise<unknown>,
): Promise<{ before: number; peak: number }> {
  const before = await residentMiB(program)
  let peak = before
  let going = true
  const looking = (async () => {
    while (going) {
      peak = Math.max(peak, await residentMiB(program))
      await new Promise((resolve) => setTimeout(resolve, EVERY))
    }
  })()
  try {
    await work()
  } finally {
    going = false
    await looking
  }
  return { before, peak }
}

/** @throws Error when this process has no such child */
async function residentMiB(program: string): Promise<number> {
  const { stdout } = await run('ps', ['-eo', 'ppid=,rss=,args='])
  for (const line of stdout.split('\n')) {
    const [, parent, kibibytes, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    if (Number(parent) === process.pid && command?.includes(program)) return Number(kibibytes) / 1024
  }
  throw new Error(`no child of this process runs ${program}`)
}
