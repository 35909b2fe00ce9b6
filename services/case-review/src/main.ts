import { stopOnSignal } from '@cdop/runtime'
import { runService } from '@cdop/service'
import { definition } from './app.ts'
import { environment } from './env.ts'

try {
  const { service, settings } = environment()
  stopOnSignal(await runService(definition(settings), service))
} catch (thrown) {
  process.stderr.write(`${thrown instanceof Error ? thrown.message : 'Case review could not start.'}\n`)
  process.exit(1)
}
