import { ServiceName, subscribersOf } from '@cdop/domain'
import { PlainError } from '@cdop/postgres'
import { areasMeant } from './database/areas-meant.ts'
import { withAdministrator } from './database/with-administrator.ts'
import { missAnalyses } from './events/miss-analyses.ts'
import { quarantinedStreams } from './events/quarantined-streams.ts'
import { replayStreams } from './events/replay-streams.ts'
import { optionsIn } from './options.ts'
import { clientOfRunning } from './stack/client-of-running.ts'
import { ownSurroundings, type Surroundings } from './surroundings.ts'

const USAGE = 'npm run cdop -- events quarantined, or events replay --area LDS --from intake --to case-review'

/**
 * `cdop events quarantined` lists the streams that were set aside, with exit code 1 when there are any;
 * `cdop events replay` has a service tell a subscriber everything of an area again.
 */
export async function events(
  [what, ...args]: readonly string[],
  around: Surroundings = ownSurroundings(),
): Promise<number> {
  if (what === 'quarantined') return quarantined(args, around)
  if (what === 'replay') return replay(args, around)
  throw new PlainError(`Say what to do with the events: ${USAGE}.`)
}

async function quarantined(args: readonly string[], around: Surroundings): Promise<number> {
  const { json } = optionsIn(args, { json: { type: 'boolean' } })
  const streams = await withAdministrator(around.place, around.settings, quarantinedStreams)
  if (json === true) around.say(JSON.stringify(streams, null, 2))
  else if (streams.length === 0) around.say('Nothing is set aside.')
  else {
    for (const { from, to, areaId, subject, since, reason } of streams) {
      around.say(`${from} to ${to}: area ${areaId}, subject ${subject}, since ${since}, ${reason}`)
    }
  }
  return streams.length === 0 ? 0 : 1
}

async function replay(args: readonly string[], around: Surroundings): Promise<number> {
  const options = { area: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' } } as const
  const { area: code, from, to } = optionsIn(args, options)
  const publisher = ServiceName.safeParse(from)
  const subscriber = ServiceName.safeParse(to)
  if (code === undefined || !publisher.success || !subscriber.success) {
    throw new PlainError(`Say of which area, from whom and to whom: ${USAGE}.`)
  }
  if (!subscribersOf[publisher.data].includes(subscriber.data)) {
    throw new PlainError(`${subscriber.data} does not listen to ${publisher.data}.`)
  }
  const client = await clientOfRunning(around.place)
  const [area] = await withAdministrator(around.place, around.settings, (database) =>
    areasMeant(database, code),
  )
  if (area === undefined) throw new PlainError(`There is no area ${code}.`)
  if (publisher.data === 'factor-analysis' && subscriber.data === 'case-review') {
    const cases = await missAnalyses(client, area.areaId)
    if (cases > 0) around.say(`The analyses of ${cases} reviewed cases were not known: they are told now.`)
  }
  const subjects = await replayStreams(client, area.areaId, publisher.data, subscriber.data)
  around.say(`${publisher.data} tells ${subscriber.data} about ${subjects} subjects of ${code} again.`)
  return 0
}
