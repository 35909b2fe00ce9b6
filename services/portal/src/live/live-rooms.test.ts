import { AreaId, CaseId, PanelMeetingId, PersonId, Refusal } from '@cdop/domain'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type LiveChange, type LivePlace, liveRooms } from './live-rooms.ts'
import { type LiveStream, liveStream, type OpenStreams } from './live-stream.ts'

const place: LivePlace = {
  areaId: AreaId.parse('0190a000-0000-7000-8000-000000000001'),
  caseId: CaseId.parse('0190c000-0000-7000-8000-000000000001'),
  panelMeetingId: PanelMeetingId.parse('0190d000-0000-4000-8000-000000000001'),
}
const person = (n: number) => PersonId.parse(`0190f000-0000-4000-8000-00000000000${n}`)

let now: LiveChange
let looks: number
let away: boolean
let failures: number
let open: OpenStreams
const rooms = () =>
  liveRooms(
    async () => {
      looks += 1
      if (away) throw new Error('away')
      return now
    },
    () => {
      failures += 1
    },
  )

beforeEach(() => {
  vi.useFakeTimers()
  now = { token: '1.1.1', here: 1 }
  looks = 0
  failures = 0
  away = false
  open = new Map()
})
afterEach(() => vi.useRealTimers())

/** Reads a stream as a browser does: everything that came, and whether it is over. */
function reading(response: Response) {
  const heard = { text: '', over: false }
  const reader = response.body?.getReader()
  const next = async (): Promise<void> => {
    const piece = await reader?.read()
    if (piece === undefined || piece.done) {
      heard.over = true
      return
    }
    heard.text += new TextDecoder().decode(piece.value)
    return next()
  }
  void next()
  return { heard, leave: () => reader?.cancel() }
}

const following = (changed: Partial<LiveStream> & Pick<LiveStream, 'rooms'>) =>
  liveStream({
    open,
    place,
    personId: person(1),
    after: null,
    keep: async () => {},
    ...changed,
  })

describe('a live panel that people have open', () => {
  test('is looked at once for all of them, and not at all when the last has gone', async () => {
    const kept = rooms()
    const pages = [1, 2, 3, 4, 5].map((n) => reading(following({ rooms: kept, personId: person(n) })))
    await vi.advanceTimersByTimeAsync(4_100)
    expect(looks).toBeLessThanOrEqual(12)
    for (const page of pages) expect(page.heard.text).toContain('event: change\ndata: 1.1.1')
    for (const page of pages) await page.leave()
    await vi.advanceTimersByTimeAsync(1_000)
    const before = looks
    await vi.advanceTimersByTimeAsync(10_000)
    expect(looks).toBe(before)
    expect(open.size).toBe(0)
  })

  test('tells each change once, within a second, and how many are there', async () => {
    const { heard } = reading(following({ rooms: rooms() }))
    await vi.advanceTimersByTimeAsync(2_000)
    now = { token: '1.2.1', here: 3 }
    await vi.advanceTimersByTimeAsync(1_000)
    expect(heard.text.match(/event: change/g)).toHaveLength(2)
    expect(heard.text).toContain('id: 1.2.1\nevent: change\ndata: 1.2.1\n\nevent: here\ndata: 3')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(heard.text.match(/event: change/g)).toHaveLength(2)
  })

  test('that was left for a minute tells whoever comes back what changed, and nothing if nothing did', async () => {
    const kept = rooms()
    const first = reading(following({ rooms: kept }))
    await vi.advanceTimersByTimeAsync(1_000)
    await first.leave()
    now = { token: '1.4.1', here: 1 }
    await vi.advanceTimersByTimeAsync(60_000)
    const back = reading(following({ rooms: kept, after: '1.1.1' }))
    const same = reading(following({ rooms: kept, after: '1.4.1' }))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(back.heard.text.match(/event: change/g)).toHaveLength(1)
    expect(back.heard.text).toContain('data: 1.4.1')
    expect(same.heard.text).not.toContain('event: change')
  })

  test('ends within seconds for whoever may no longer follow, and says that it is over', async () => {
    let may = true
    const keep = async () => {
      if (!may) throw new Refusal('not-found')
    }
    const { heard } = reading(following({ rooms: rooms(), keep }))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(heard.over).toBe(false)
    may = false
    await vi.advanceTimersByTimeAsync(4_500)
    expect(heard).toMatchObject({ over: true })
    expect(heard.text).toContain('event: end')
    expect(open.size).toBe(0)
  })

  test('ends without a word when it cannot be decided who may follow: the page asks again', async () => {
    const keep = async () => {
      throw new Error('away')
    }
    const { heard } = reading(following({ rooms: rooms(), keep }))
    await vi.advanceTimersByTimeAsync(100)
    expect(heard.over).toBe(true)
    expect(heard.text).not.toContain('event: end')
  })

  test('is open four times for one person and not five, whoever else follows', async () => {
    const kept = rooms()
    const pages = [1, 2, 3, 4].map(() => reading(following({ rooms: kept })))
    expect(() => following({ rooms: kept })).toThrow('too-many-streams')
    reading(following({ rooms: kept, personId: person(2) }))
    await pages[0]?.leave()
    reading(following({ rooms: kept }))
    expect(open.get(person(1))).toBe(4)
  })

  test('gives signs of life, and gives up a line nobody reads', async () => {
    const kept = rooms()
    const { heard } = reading(following({ rooms: kept }))
    await vi.advanceTimersByTimeAsync(31_000)
    expect(heard.text.match(/^:$/gm)).toHaveLength(2)
    following({ rooms: kept, personId: person(3) })
    for (let n = 0; n < 40; n += 1) {
      now = { token: `1.${n}.9`, here: n }
      await vi.advanceTimersByTimeAsync(500)
    }
    expect(open.has(person(3))).toBe(false)
    expect(open.has(person(1))).toBe(true)
  })

  test('ends for everybody when the process stops, and opens for nobody after', async () => {
    const kept = rooms()
    const { heard } = reading(following({ rooms: kept }))
    await vi.advanceTimersByTimeAsync(500)
    kept.stop()
    await vi.advanceTimersByTimeAsync(0)
    expect(heard.over).toBe(true)
    const late = reading(following({ rooms: kept }))
    await vi.advanceTimersByTimeAsync(0)
    expect(late.heard.over).toBe(true)
    expect(open.size).toBe(0)
  })

  test('that cannot be looked at is reported once, asked ever less often, and given up after a while', async () => {
    const { heard } = reading(following({ rooms: rooms() }))
    await vi.advanceTimersByTimeAsync(1_000)
    away = true
    await vi.advanceTimersByTimeAsync(20_000)
    expect(failures).toBe(1)
    const before = looks
    await vi.advanceTimersByTimeAsync(8_000)
    expect(looks - before).toBeLessThanOrEqual(2)
    expect(heard.over).toBe(false)
    await vi.advanceTimersByTimeAsync(20_000)
    expect(heard.over).toBe(true)
  })
})
