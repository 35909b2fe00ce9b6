import { stopOnSignal } from '@cdop/runtime'
import { runService } from '@cdop/service'
import { definition } from './app.ts'
import { environment } from './env.ts'

try {
  const { service, portal } = environment()
  stopOnSignal(await runService(definition(portal), service))
} catch (thrown) {
  process.stderr.write(`${thrown instanceof Error ? thrown.message : 'The portal could not start.'}\n`)
  process.exit(1)
}
