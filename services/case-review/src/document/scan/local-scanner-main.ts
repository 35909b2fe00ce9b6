import { healthDoor, logOf, serveProcess, stopOnSignal } from '@cdop/runtime'
import { localScannerSettings } from '../../env.ts'
import { startLocalScanner } from './local-scanner.ts'

try {
  const { port, healthPort } = localScannerSettings()
  const scanner = await startLocalScanner({ port })
  const app = healthDoor(async () => undefined)
  const closing = [() => scanner.stop()]
  const log = logOf('scanner')
  stopOnSignal(await serveProcess({ app, hostname: '127.0.0.1', port: healthPort, log, closing }))
  process.stdout.write('The local scanner knows the EICAR test file and nothing else.\n')
} catch (thrown) {
  process.stderr.write(`${thrown instanceof Error ? thrown.message : 'The local scanner could not start.'}\n`)
  process.exit(1)
}
