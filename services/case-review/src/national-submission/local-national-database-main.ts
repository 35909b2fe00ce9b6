import { logOf, stopOnSignal } from '@cdop/runtime'
import { localNationalEnvironment } from '../env.ts'
import { startLocalNationalDatabase } from './local-national-database.ts'

try {
  const standIn = await startLocalNationalDatabase(localNationalEnvironment(), logOf('national-database'))
  process.stdout.write(`The national database stands at ${standIn.url}\n`)
  stopOnSignal({ port: Number(new URL(standIn.url).port), stop: standIn.stop })
} catch (thrown) {
  process.stderr.write(`${thrown instanceof Error ? thrown.message : 'The stand-in could not start.'}\n`)
  process.exit(1)
}
