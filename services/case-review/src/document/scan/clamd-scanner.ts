import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { type Scanned, type Scanner, ScannerAway } from './scanner.ts'

/** Milliseconds without a word from the scanner. */
const PATIENCE = 30_000
/** Bytes of its longest answer. */
const LONGEST_ANSWER = 4_096
/** Bytes sent at a time: below the least limit a clamd has. */
const LONGEST_CHUNK = 64 * 1024

/** A clamd on the network: `VERSION`, then `INSTREAM` with the content, each on a connection of its own. */
export function clamdScanner({ host, port }: { host: string; port: number }): Scanner {
  return {
    async scan(content): Promise<Scanned> {
      const unreadable: unknown[] = []
      try {
        const engine = (await asked(host, port, 'VERSION', nothing())).slice(0, 200)
        const answer = await asked(host, port, 'INSTREAM', framed(readable(content, unreadable)))
        if (answer === 'stream: OK') return { infected: false, engine }
        if (/^stream: .+ FOUND$/.test(answer)) return { infected: true, engine }
        throw new ScannerAway()
      } catch (thrown) {
        // Not the scanner's fault, and no reason to ask it again.
        if (unreadable.length > 0) throw unreadable[0]
        throw thrown instanceof ScannerAway ? thrown : new ScannerAway(thrown)
      }
    },
  }
}

/** The same content; why it could not be read is told apart from what the scanner does. */
async function* readable(
  content: AsyncIterable<Uint8Array>,
  unreadable: unknown[],
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* content
  } catch (thrown) {
    unreadable.push(thrown)
    throw thrown
  }
}

async function* nothing(): AsyncGenerator<Buffer, void, undefined> {}

/** Content as INSTREAM takes it: each chunk behind its length, and a length of nothing at the end. */
async function* framed(content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer, void, undefined> {
  for await (const bytes of content) {
    for (let from = 0; from < bytes.length; from += LONGEST_CHUNK) {
      const chunk = bytes.subarray(from, from + LONGEST_CHUNK)
      const length = Buffer.alloc(4)
      length.writeUInt32BE(chunk.length)
      yield Buffer.concat([length, chunk])
    }
  }
  yield Buffer.alloc(4)
}

/** One command and its answer, in the form that ends each with a zero byte. */
async function asked(
  host: string,
  port: number,
  command: string,
  rest: AsyncIterable<Buffer>,
): Promise<string> {
  const socket = connect({ host, port })
  socket.setTimeout(PATIENCE, () => socket.destroy(new Error('no answer in time')))
  const answer = answerOf(socket)
  // Heard below; a scanner that hangs up in the middle must not end the process.
  answer.catch(() => undefined)
  try {
    await once(socket, 'connect')
    socket.write(`z${command}\0`)
    for await (const chunk of rest) {
      // It says no before the end: too large for it.
      if (socket.readableEnded || socket.destroyed) break
      if (!socket.write(chunk)) await Promise.race([once(socket, 'drain'), answer])
    }
    return await answer
  } finally {
    socket.destroy()
  }
}

async function answerOf(socket: Socket): Promise<string> {
  let answer = ''
  for await (const chunk of socket) {
    answer += String(chunk)
    const end = answer.indexOf('\0')
    if (end >= 0) return answer.slice(0, end)
    if (answer.length > LONGEST_ANSWER) break
  }
  throw new Error('no answer')
}
