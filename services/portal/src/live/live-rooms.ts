import type { AreaId, CaseId, PanelMeetingId } from '@cdop/domain'

/** The live panel on a case at a meeting. */
export type LivePlace = {
  readonly areaId: AreaId
  readonly caseId: CaseId
  readonly panelMeetingId: PanelMeetingId
}

/** What has become of a live panel: a version, and how many people have it open. Nothing of the case. */
export type LiveChange = { readonly token: string; readonly here: number }

/** Somebody's open page. */
type LiveReader = {
  changed(change: LiveChange): void
  /** This process stops, or does not hear of changes any more: the page is to ask again. */
  interrupted(): void
}

/** The live panels somebody has open in this process. Each is looked at once for all who follow it. */
export type LiveRooms = {
  /** Tells a reader what there is and then every change, until the answer is called. */
  join(place: LivePlace, reader: LiveReader): () => void
  /** Ends every open page: no stream keeps a process from stopping. */
  stop(): void
}

/** Milliseconds. */
const usual = {
  /** Between two looks at a live panel. */
  every: 400,
  /** Between two looks while they fail, at most. */
  atMost: 5_000,
  /** Without a look that came off, before open pages are told to ask again. */
  patience: 30_000,
}

type Room = { readonly readers: Set<LiveReader>; last: LiveChange | null }

/** @param look asks the service what there is @param failed hears of a look that failed, the first of a row */
export function liveRooms(
  look: (place: LivePlace) => Promise<LiveChange>,
  failed: (thrown: unknown) => void,
  changed: Partial<typeof usual> = {},
): LiveRooms {
  const pace = { ...usual, ...changed }
  const rooms = new Map<string, Room>()
  let stopped = false

  const empty = (key: string, room: Room) => {
    if (rooms.get(key) === room) rooms.delete(key)
    for (const reader of [...room.readers]) reader.interrupted()
    room.readers.clear()
  }

  async function watch(key: string, place: LivePlace, room: Room): Promise<void> {
    let wait = pace.every
    let heard = performance.now()
    while (room.readers.size > 0) {
      try {
        const found = await look(place)
        heard = performance.now()
        wait = pace.every
        const { last } = room
        room.last = found
        if (found.token !== last?.token || found.here !== last.here) {
          for (const reader of [...room.readers]) reader.changed(found)
        }
      } catch (thrown) {
        if (wait === pace.every) failed(thrown)
        wait = Math.min(wait * 2, pace.atMost)
        if (performance.now() - heard > pace.patience) return empty(key, room)
      }
      await new Promise((resolve) => setTimeout(resolve, wait).unref())
    }
    if (rooms.get(key) === room) rooms.delete(key)
  }

  return {
    join(place, reader) {
      if (stopped) {
        reader.interrupted()
        return () => {}
      }
      const key = `${place.areaId}/${place.panelMeetingId}/${place.caseId}`
      const found = rooms.get(key)
      const room = found ?? { readers: new Set<LiveReader>(), last: null }
      room.readers.add(reader)
      if (room.last !== null) reader.changed(room.last)
      if (found === undefined) {
        rooms.set(key, room)
        void watch(key, place, room)
      }
      return () => room.readers.delete(reader)
    },
    stop() {
      stopped = true
      for (const [key, room] of [...rooms]) empty(key, room)
    },
  }
}
