import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { ensurePortIsFree, freePort } from './free-port.ts'

test('a free port can be used', async () => {
  await expect(ensurePortIsFree(await freePort())).resolves.toBeUndefined()
})

test('a free port is none that an outgoing connection may be given before it is used', async () => {
  const ports = await Promise.all(Array.from({ length: 50 }, freePort))
  expect(Math.max(...ports)).toBeLessThan(32_768)
  expect(new Set(ports).size).toBeGreaterThan(40)
})

test('a taken port is refused with its number and what to do', async () => {
  const port = await freePort()
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve))
  await expect(ensurePortIsFree(port)).rejects.toThrow(
    `Port ${port}, which the database needs, is taken by another program: stop that program or choose another port for the database.`,
  )
  await new Promise((resolve) => other.close(resolve))
})
