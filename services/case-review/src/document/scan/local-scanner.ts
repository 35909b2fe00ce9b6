import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'

/** Says plainly what it is: it knows one test signature and nothing else. */
const LOCAL_ENGINE = 'CDOP stand-in, knows EICAR only, not for live use'

/**
 * The test file every scanner knows, in two halves: whole it would have this source quarantined.
 * See eicar.org, "anti malware testfile".
 */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD', '-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

export type LocalScanner = { readonly port: number; stop(): Promise<void> }

/**
 * A stand-in for clamd on loopback: `PING`, `VERSION` and `INSTREAM` in clamd's own protocol, and its limit of the length
 * of a stream. It finds the EICAR test file wherever it stands, and takes everything else to be clean.
 */
export async function startLocalScanner({
  port,
  streamLimit = 100 * 1024 * 1024,
}: {
  port: number
  streamLimit?: number
}): Promise<LocalScanner> {
  const open = new Set<Socket>()
  const server: Server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => socket.destroy())
    answer(socket, streamLimit).catch(() => socket.destroy())
  })
  server.listen({ port, host: '127.0.0.1' })
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of open) socket.destroy()
      await closed
    },
  }
}

/** Bytes as they come, by count. */
function reading(socket: Socket) {
  const chunks = socket[Symbol.asyncIterator]()
  let held = Buffer.alloc(0)
  const more = async () => {
    const next = await chunks.next()
    if (next.done === true) throw new Error('hung up')
    held = Buffer.concat([held, Buffer.from(next.value)])
  }
  return {
    async take(count: number): Promise<Buffer> {
      while (held.length < count) await more()
      const taken = held.subarray(0, count)
      held = held.subarray(count)
      return taken
    },
    async until(end: number): Promise<string> {
      while (!held.includes(end)) {
        if (held.length > 100) throw new Error('no command')
        await more()
      }
      const at = held.indexOf(end)
      const taken = held.subarray(0, at).toString('latin1')
      held = held.subarray(at + 1)
      return taken
    },
  }
}

/** One command a connection, as clamd has it outside of a session: `zPING\0` or `nPING\n`. */
async function answer(socket: Socket, streamLimit: number): Promise<void> {
  const read = reading(socket)
  const kind = (await read.take(1)).toString('latin1')
  const end = kind === 'z' ? '\0' : '\n'
  const command = await read.until(end.charCodeAt(0))
  const said = kind === 'z' || kind === 'n' ? await verdict(command, read, streamLimit) : 'UNKNOWN COMMAND'
  socket.end(said + end)
}

async function verdict(
  command: string,
  read: ReturnType<typeof reading>,
  streamLimit: number,
): Promise<string> {
  if (command === 'PING') return 'PONG'
  if (command === 'VERSION') return LOCAL_ENGINE
  if (command !== 'INSTREAM') return 'UNKNOWN COMMAND'
  let total = 0
  let tail = ''
  let found = false
  for (;;) {
    const length = (await read.take(4)).readUInt32BE()
    if (length === 0) return found ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK'
    total += length
    if (total > streamLimit) return 'INSTREAM size limit exceeded. ERROR'
    const seen = tail + (await read.take(length)).toString('latin1')
    found ||= seen.includes(EICAR)
    tail = seen.slice(-EICAR.length)
  }
}
