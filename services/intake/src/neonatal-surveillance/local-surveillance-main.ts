import { Instant } from '@cdop/domain'
import { logOf, stopOnSignal } from '@cdop/runtime'
import { surveillanceSettings } from '../env.ts'
import { startLocalSurveillance } from './local-surveillance.ts'

try {
  const clock = { now: () => Instant.parse(new Date().toISOString()) }
  const surveillance = await startLocalSurveillance(surveillanceSettings(), clock, logOf('surveillance'))
  process.stdout.write(`Neonatal surveillance stands at ${surveillance.pageUrl}\n`)
  stopOnSignal({ port: Number(new URL(surveillance.pageUrl).port), stop: surveillance.stop })
} catch (thrown) {
  process.stderr.write(`${thrown instanceof Error ? thrown.message : 'The surveillance could not start.'}\n`)
  process.exit(1)
}
