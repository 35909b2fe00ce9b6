// A service with nothing of its own but one procedure: stands for any of the five where the command line starts,
// watches and stops them. Run as a program; which one it is it reads from whose port it is given.
import { Actor, CallerName, ServiceName } from '@cdop/domain'
import { everySchema } from '@cdop/events'
import { procedures } from '@cdop/rpc'
import { stopOnSignal } from '@cdop/runtime'
import { runService, type ServiceParts, serviceEnvironment } from '@cdop/service'
import { z } from 'zod'
import type { InstalledService } from './services/services.ts'
import { stemOf } from './stack/settings.ts'

const { router, requires } = procedures<ServiceParts>()
const testRouter = router({
  test: router({
    whoAsks: requires('area:read')
      .input(z.strictObject({}))
      .output(z.strictObject({ actor: Actor, caller: CallerName, pid: z.int() }))
      .query(({ ctx }) => ({ actor: ctx.actor, caller: ctx.caller, pid: process.pid })),
  }),
})
export type TestRouter = typeof testRouter

/** It in the table of services. */
export function testService(name: ServiceName): InstalledService {
  return { name, main: 'infra/cli/src/testing-service.ts', migrations: async () => everySchema }
}

if (process.argv[1] === import.meta.filename) {
  const service = ServiceName.options.find((name) => process.env[`${stemOf(name)}_PORT`] !== undefined)
  try {
    if (service === undefined) throw new Error('No service was named.')
    const definition = {
      service,
      router: testRouter,
      extend: async (parts: ServiceParts) => ({ parts, closing: [] }),
    }
    stopOnSignal(await runService(definition, serviceEnvironment(service, process.env)))
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : 'It did not start.'}\n`)
    process.exit(1)
  }
}
