import type { IncomingMessage, Server, ServerResponse } from 'node:http'

/** Which requests may take long to come: those that bring a file over a slow line. */
export type BringsFile = (method: string, path: string) => boolean

/** Milliseconds, bytes a second, requests. */
const usual = {
  /** Any other request comes whole within this: what Node itself allows. */
  within: 5 * 60_000,
  /** One that brings a file. */
  fileWithin: 30 * 60_000,
  /** Between two looks at how fast one comes. */
  lookEvery: 60_000,
  /** The slowest line a file may come over: a weak mobile signal. */
  leastRate: 16 * 1024,
  /** Requests longer on their way than any other may be, at the same time. */
  mostLong: 40,
  /** What was answered before it had come whole is let go after this. */
  answeredFor: 15_000,
}
type Pace = typeof usual

/**
 * Cuts off requests that take too long to come. One that brings a file may take half an hour, at a least rate and for a
 * few at a time: whoever sends a byte now and then holds nothing open by it.
 */
export function watchBodies(server: Server, bringsFile: BringsFile, changed: Partial<Pace> = {}): void {
  const pace = { ...usual, ...changed }
  let long = 0
  // Node's own limit is one for all requests; the shorter one is kept here.
  server.requestTimeout = pace.fileWithin
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const [path = ''] = (request.url ?? '').split('?')
    const slowly = bringsFile(request.method ?? '', path)
    const timers: NodeJS.Timeout[] = []
    let isLong = false
    const cut = () => {
      if (!request.complete) request.socket.destroy()
    }
    const whole = setTimeout(() => {
      if (request.complete) return
      if (!slowly || long >= pace.mostLong) return cut()
      isLong = true
      long += 1
    }, pace.within)
    timers.push(whole)
    if (slowly) {
      let seen = request.socket.bytesRead
      const look = setInterval(() => {
        const came = request.socket.bytesRead - seen
        seen += came
        if (came < (pace.leastRate * pace.lookEvery) / 1_000) cut()
      }, pace.lookEvery)
      timers.push(look, setTimeout(cut, pace.fileWithin))
    }
    response.once('finish', () => timers.push(setTimeout(cut, pace.answeredFor)))
    const done = () => {
      for (const timer of timers) clearTimeout(timer)
      if (isLong) long -= 1
      isLong = false
    }
    request.once('end', done)
    request.once('close', done)
  })
}
