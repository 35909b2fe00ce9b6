import { type PersonId, Refusal } from '@cdop/domain'
import { refusalIn } from '../page/refusal-in.ts'
import type { LiveChange, LivePlace, LiveRooms } from './live-rooms.ts'

/** Milliseconds, and events nobody fetched. */
const usual = {
  /** Between two decisions whether this person may still follow. */
  decideEvery: 4_000,
  /** Between two signs of life on a line nothing is said on, so that nothing on the way closes it. */
  beatEvery: 15_000,
  /** After which a page that lost its line asks again. */
  retry: 2_000,
  /** Events a reader may leave unread before the line is given up. */
  unread: 32,
}

/** How a stream keeps time. */
export type StreamPace = typeof usual

/** How many pages one person may have open at once; a browser has six lines to one place. */
const STREAMS_PER_PERSON = 4

/** How many pages of live panels each person has open in this process. */
export type OpenStreams = Map<PersonId, number>

/** The live panels that are open in this process, and how many pages of them each person has. */
export type PortalRooms = {
  readonly rooms: LiveRooms
  readonly open: OpenStreams
  readonly pace: Partial<StreamPace>
}

export type LiveStream = {
  readonly rooms: LiveRooms
  readonly open: OpenStreams
  readonly place: LivePlace
  readonly personId: PersonId
  /** What the page showed when it lost its line: `Last-Event-ID`. */
  readonly after: string | null
  /** Decides anew whether this person may follow, and notes that they do. Throws when they may not. */
  keep(): Promise<unknown>
}

/**
 * A live panel as a stream of events. An event names a version and nothing of the case: what it is about is fetched as any
 * page is. Whoever comes back after a while is told the newest version, if it is another one: nothing is lost by being away
 * and nothing comes twice. While it is open it is decided every few seconds whether this person may still follow; if not, it
 * says `end` and is over. When it cannot be decided it is over as well, and the page asks again.
 * @throws Refusal `too-many-streams`
 */
export function liveStream(stream: LiveStream, changed: Partial<StreamPace> = {}): Response {
  const pace = { ...usual, ...changed }
  const { rooms, open, place, personId, keep } = stream
  const already = open.get(personId) ?? 0
  if (already >= STREAMS_PER_PERSON) throw new Refusal('too-many-streams')
  open.set(personId, already + 1)
  const written = new TextEncoder()
  let over = () => {}

  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let said = stream.after
        let here: number | null = null
        let done = false
        const timers: NodeJS.Timeout[] = []
        let leave = () => {}

        over = () => {
          if (done) return
          done = true
          for (const timer of timers) clearTimeout(timer)
          leave()
          const left = (open.get(personId) ?? 1) - 1
          if (left > 0) open.set(personId, left)
          else open.delete(personId)
          try {
            controller.close()
          } catch {
            // Whoever read it has gone.
          }
        }
        const say = (text: string) => {
          if (done) return
          if ((controller.desiredSize ?? 0) <= 0) return over()
          controller.enqueue(written.encode(text))
        }
        const after = (milliseconds: number, work: () => void) => {
          const timer = setTimeout(() => {
            timers.splice(timers.indexOf(timer), 1)
            work()
          }, milliseconds)
          timers.push(timer.unref())
        }
        const beat = () => {
          say(':\n\n')
          if (!done) after(pace.beatEvery, beat)
        }
        const decide = async () => {
          try {
            await keep()
          } catch (thrown) {
            if (refusalIn(thrown) !== null) say('event: end\ndata: end\n\n')
            return over()
          }
          if (!done) after(pace.decideEvery, () => void decide())
        }

        say(`retry: ${pace.retry}\n\n`)
        leave = rooms.join(place, {
          changed(change: LiveChange) {
            if (change.token !== said) say(`id: ${change.token}\nevent: change\ndata: ${change.token}\n\n`)
            if (change.here !== here) say(`event: here\ndata: ${change.here}\n\n`)
            said = change.token
            here = change.here
          },
          interrupted: over,
        })
        if (done) return leave()
        void decide()
        after(pace.beatEvery, beat)
      },
      cancel: () => over(),
    },
    new CountQueuingStrategy({ highWaterMark: pace.unread }),
  )
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      // A proxy that collects an answer before it passes it on would hold back every event.
      'X-Accel-Buffering': 'no',
    },
  })
}
