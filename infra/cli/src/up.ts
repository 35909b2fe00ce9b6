import { demonstrationPeople } from '@cdop/portal/app'
import { optionsIn } from './options.ts'
import { demonstrationArea } from './seed/demonstration-areas.ts'
import { seedCases } from './seed/seed-cases.ts'
import { seedDemonstration } from './seed/seed-demonstration.ts'
import { type Surveillance, startSurveillance } from './seed/start-surveillance.ts'
import { portAsked } from './stack/ports.ts'
import { type Stack, startStack } from './stack/start-stack.ts'
import { stopRequest } from './stop-request.ts'
import { ownSurroundings } from './surroundings.ts'

/** `cdop up`, which is `npm start`: starts everything, says where it is, and stops everything when asked to. */
export async function up(args: readonly string[]): Promise<number> {
  const { 'no-cases': noCases } = optionsIn(args, { 'no-cases': { type: 'boolean' } })
  const { settings, place, say } = ownSurroundings()
  const signal = stopRequest()
  const began = performance.now()
  let stack: Stack
  try {
    stack = await startStack({ place, portalPort: portAsked(settings), settings, report: say, signal })
  } catch (error) {
    if (!signal.aborted) throw error
    say('Stopped.')
    return 0
  }
  let surveillance: Surveillance | undefined
  const stopAll = async () => {
    await surveillance?.stop()
    await stack.stop()
  }
  try {
    if (stack.deployment === 'demonstration') {
      const cast = await seedDemonstration(stack, say, signal)
      if (noCases !== true) await seedCases(stack, cast, say, signal)
      const ground = { stack, place, settings, report: say, signal }
      surveillance = await startSurveillance(ground, { records: noCases !== true })
    }
  } catch (error) {
    await stopAll()
    if (!signal.aborted) throw error
    say('Stopped.')
    return 0
  }
  say(`Ready in ${((performance.now() - began) / 1000).toFixed(1)} s.`)
  say(welcome({ ...stack, surveillanceUrl: surveillance?.url ?? null }, place.logs))
  const failure = await Promise.race([stack.failed, asked(signal)])
  say(failure ?? 'Stopping …')
  await stopAll()
  say('Stopped.')
  return failure === null ? 0 : 1
}

function asked(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null)
    signal.addEventListener('abort', () => resolve(null), { once: true })
  })
}

type Welcomed = Pick<Stack, 'deployment' | 'portalUrl' | 'mailUrl' | 'nationalUrl'> & {
  readonly surveillanceUrl: string | null
}

/** What a person needs to know once everything runs. */
export function welcome(stack: Welcomed, logs: string): string {
  const line = '─'.repeat(72)
  return [
    '',
    line,
    `  Open       ${stack.portalUrl}`,
    ...(stack.deployment === 'live' ? [] : demonstration(stack)),
    `  Logs       ${logs}`,
    '  Stop       Ctrl-C',
    line,
    '',
  ].join('\n')
}

function demonstration({ mailUrl, nationalUrl, surveillanceUrl }: Welcomed): string[] {
  const width = Math.max(...demonstrationPeople.map(({ email }) => email.length))
  return [
    ...(mailUrl === null ? [] : [`  Mail       ${mailUrl}`]),
    ...(nationalUrl === null ? [] : [`  NCMD       ${nationalUrl}  (stands for the national database)`]),
    ...(surveillanceUrl === null
      ? []
      : [`  Newborns   ${surveillanceUrl}  (stands for neonatal surveillance)`]),
    '',
    '  Sign in as one of these invented people; there is no password:',
    ...demonstrationPeople.map(
      ({ email, roles, agency, areaCode }) =>
        `    ${email.padEnd(width)}  ${[...roles, ...(agency === undefined ? [] : [agency])].join(', ')}, ${demonstrationArea(areaCode).name}`,
    ),
    '',
  ]
}
