import { stopOnSignal } from '@cdop/runtime'
import { runService } from '@cdop/service'
import { definition } from './app.ts'
import { environment } from './env.ts'

try {
  stopOnSignal(await runService(definition, environment()))
} catch (thrown) {
  process.stderr.write(`${thrown instanceof Error ? thrown.message : 'factor-analysis could not start.'}\n`)
  process.exit(1)
}
