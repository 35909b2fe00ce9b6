import { stopOnSignal } from '@cdop/runtime'
import { runService } from '@cdop/service'
import { definition } from './app.ts'
import { environment } from './env.ts'

try {
  const { service, mail } = environment()
  stopOnSignal(await runService(definition(mail), service))
} catch (thrown) {
  process.stderr.write(`${thrown instanceof Error ? thrown.message : 'intake could not start.'}\n`)
  process.exit(1)
}
