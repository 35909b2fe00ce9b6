import { stopOnSignal } from '@cdop/runtime'
import { runService } from '@cdop/service'
import { definitionFor } from './app.ts'
import { environment } from './env.ts'

try {
  const { service, portal } = environment()
  stopOnSignal(await runService(definitionFor(portal), service))
} catch (thrown) {
  process.stderr.write(`${thrown instanceof Error ? thrown.message : 'The portal could not start.'}\n`)
  process.exit(1)
}
