import { logOf, stopOnSignal } from '@cdop/runtime'
import { mailSinkSettings } from './env.ts'
import { startLocalMailSink } from './local-mail-sink.ts'

try {
  const log = logOf('mail-sink')
  const sink = await startLocalMailSink(mailSinkSettings(), log)
  process.stdout.write(`Mails are shown at ${sink.pageUrl}\n`)
  stopOnSignal({ port: Number(new URL(sink.pageUrl).port), stop: sink.stop })
} catch (thrown) {
  process.stderr.write(`${thrown instanceof Error ? thrown.message : 'The mail sink could not start.'}\n`)
  process.exit(1)
}
