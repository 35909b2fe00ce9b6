import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CaseReviewRouter } from '@cdop/case-review/api'
import type { CaseId } from '@cdop/domain'
import type { FactorAnalysisRouter } from '@cdop/factor-analysis/api'
import type { BenchGround } from './bench-ground.ts'
import { type BenchResult, type Round, resultOf } from './bench-result.ts'
import { browserSession } from './browser-session.ts'
import type { PanelGround } from './panel-ground.ts'
import { peakMemoryOf } from './resident-memory.ts'
import { millisecondsOf, percentile } from './statistics.ts'

const SCREENS = 20
/** A person may have so many open. */
const EACH = 4
const DECISIONS = 40
/** Milliseconds in which every screen is to have heard. */
const TARGET = 2_000
/** Milliseconds until it is given up. */
const PATIENCE = 20_000

const FOLLOWERS = [
  'tom.harrow@lds.example',
  'grace.okello@lds.example',
  'ruth.ashdown@lds.example',
  'imran.vale@lds.example',
  'joan.tellwright@lds.example',
]

const portalProgram = 'services/portal/src/main.ts'

/** Streams that are open. */
type Screens = {
  /** Waits until every one has heard of so many changes. @throws Error when one ended, or they do not hear */
  all(changes: number): Promise<void>
  /** How many changes the one that heard of most has heard of. */
  most(): number
}

/** Follows as many streams as there are screens. */
function screensOf(follow: (screen: number, heard: (piece: string) => void) => Promise<void>): Screens {
  const heard = new Array<number>(SCREENS).fill(0)
  let ended: unknown = null
  let look: () => void = () => undefined
  for (let screen = 0; screen < SCREENS; screen += 1) {
    const over = (why: unknown) => {
      ended ??= why
      look()
    }
    follow(screen, (piece) => {
      heard[screen] = (heard[screen] ?? 0) + (piece.match(/event: change/g)?.length ?? 0)
      look()
    }).then(() => over(new Error('a stream ended')), over)
  }
  return {
    most: () => Math.max(...heard),
    all: (changes) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(
          () => reject(new Error(`not every screen heard: ${heard.join(' ')}`)),
          PATIENCE,
        )
        look = () => {
          if (ended === null && !heard.every((count) => count >= changes)) return
          clearTimeout(late)
          if (ended === null) resolve()
          else reject(ended)
        }
        look()
      }),
  }
}

/**
 * From the chair's decision on an item to the last of twenty other screens that hears of it, against a bare server that tells
 * twenty streams at once.
 */
export async function decisionToScreens(
  ground: BenchGround,
  panel: PanelGround,
): Promise<readonly BenchResult[]> {
  ground.report(`decision-to-${SCREENS}-screens: opening the live panel …`)
  const { portalUrl } = ground.stack
  const [caseId] = panel.caseIds
  if (caseId === undefined) throw new Error('no case is before the panel')
  const chair = chairOf(ground, panel, caseId)
  await chair.begin()
  const browsers = await Promise.all(FOLLOWERS.map((who) => browserSession(portalUrl, who)))
  const path = `/panel-meetings/${panel.panelMeetingId}/cases/${caseId}/live/changes`
  const stop = new AbortController()
  const times: number[] = []
  const bare: number[] = []
  const { before, peak } = await peakMemoryOf(portalProgram, async () => {
    const screens = screensOf(async (screen, heard) => {
      const browser = browsers[Math.floor(screen / EACH)]
      if (browser === undefined) throw new Error('every screen has its browser')
      await browser.follow(path, heard, stop.signal)
    })
    const aside = await bareScreens(stop.signal)
    // Each says once where it stands.
    await screens.all(1)
    for (let turn = 0; turn < DECISIONS; turn += 1) {
      ground.signal.throwIfAborted()
      const decide = await chair.decision(turn)
      const next = screens.most() + 1
      times.push(
        await millisecondsOf(async () => {
          const all = screens.all(next)
          await decide()
          await all
        }),
      )
      bare.push(await millisecondsOf(() => aside.tell(turn + 1)))
    }
    stop.abort()
    aside.end()
  })
  const rounds: Round[] = times.map((value, at) => ({ value, ceiling: bare[at] ?? value }))
  return [
    resultOf(
      {
        name: `decision-to-${SCREENS}-screens`,
        what: `from the chair's decision to the last of ${SCREENS} screens, to be under ${TARGET / 1000} s; ceiling: a bare server that tells as many streams`,
        unit: 'ms',
      },
      rounds,
      {
        target: TARGET,
        p95: percentile(times, 95),
        most: Math.max(...times),
        portalMiBBefore: before,
        portalMiBAtMost: peak,
      },
    ),
  ]
}

/** What the chair does, each through a request of its own. */
function chairOf(ground: BenchGround, panel: PanelGround, caseId: CaseId) {
  const place = { areaId: panel.areaId, panelMeetingId: panel.panelMeetingId, caseId }
  const asked = async () => {
    const request = await ground.client.onBehalfOf(panel.chair)
    const { pass } = await request.to<CaseReviewRouter>('case-review').livePanel.seat.query(place)
    return { live: request.to<FactorAnalysisRouter>('factor-analysis').livePanel, place: { ...place, pass } }
  }
  return {
    async begin(): Promise<void> {
      const { live, place: at } = await asked()
      await live.open.mutate({ ...at, key: randomUUID() })
    },
    /** A decision on the first item, ready to be taken: put off and wanting more in turn. */
    async decision(turn: number): Promise<() => Promise<unknown>> {
      const { live, place: at } = await asked()
      const { items } = await live.lead.mutate(at)
      const [first] = items
      if (first === undefined) throw new Error('the panel has nothing to decide')
      const { item, digest, version } = first
      const decision = turn % 2 === 0 ? ('defer' as const) : ('needs-more' as const)
      const taken = { ...at, item, digest, version, decision, disagreed: [], words: null, key: randomUUID() }
      return () => live.decide.mutate(taken)
    },
  }
}

/** As many streams of the bare server. Posting to it counts until the last has heard. */
async function bareScreens(stop: AbortSignal): Promise<{ tell(times: number): Promise<void>; end(): void }> {
  const child = spawn(process.execPath, [new URL('./bare-stream.ts', import.meta.url).pathname], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const [port] = (await once(child, 'message')) as [number]
  const url = `http://127.0.0.1:${port}/`
  let open = 0
  const screens = screensOf(async (_, heard) => {
    const response = await fetch(url, { signal: stop })
    open += 1
    const words = new TextDecoder()
    for await (const piece of response.body ?? []) heard(words.decode(piece, { stream: true }))
  })
  while (open < SCREENS) await sleep(10)
  return {
    async tell(times) {
      const all = screens.all(times)
      await fetch(url, { method: 'POST' })
      await all
    },
    end: () => child.disconnect(),
  }
}
