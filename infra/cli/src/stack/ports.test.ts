import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@cdop/postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { placeIn } from '../place.ts'
import { choosePorts, portAsked } from './ports.ts'

let folder: string
let holding: Server[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cdop-ports-'))
  holding = []
})
afterEach(async () => {
  for (const server of holding) server.close()
  await rm(folder, { recursive: true, force: true })
})

async function hold(port: number, host: string): Promise<void> {
  const server = createServer().listen(port, host)
  holding.push(server)
  await once(server, 'listening')
}

test('every program gets a port of its own, the portal the one that was asked for', async () => {
  const asked = await freePort()
  const ports = await choosePorts(asked, placeIn(folder))
  expect(ports.of.portal).toBe(asked)
  const all = [
    ...Object.values(ports.of),
    ports.mailSmtp,
    ports.mailPage,
    ports.nationalDatabase,
    ports.identityProvider,
  ]
  expect(new Set(all).size).toBe(9)
})

test('people stay who they are: sign-in keeps the port of the first start', async () => {
  const first = await choosePorts(0, placeIn(folder))
  const second = await choosePorts(0, placeIn(folder))
  expect(second.identityProvider).toBe(first.identityProvider)
  await hold(first.identityProvider, '127.0.0.1')
  await expect(choosePorts(0, placeIn(folder))).rejects.toThrow(
    `Port ${first.identityProvider} is taken by another program: sign-in needs it here, so stop that program.`,
  )
})

test('a portal port that another program holds is said in one sentence', async () => {
  const taken = await freePort()
  await hold(taken, '127.0.0.1')
  await expect(choosePorts(taken, placeIn(folder))).rejects.toThrow(
    `Port ${taken} is taken by another program: stop that program, or choose another port with PORT=8080 npm start.`,
  )
})

test.each(['x', '-1', '70000', '3000.5'])('PORT=%s is refused', (PORT) => {
  expect(() => portAsked({ PORT })).toThrow(`PORT is "${PORT}", which is not a port`)
})

test('the portal is on port 3000 unless told otherwise', () => {
  expect(portAsked({})).toBe(3000)
  expect(portAsked({ PORT: '8080' })).toBe(8080)
})
