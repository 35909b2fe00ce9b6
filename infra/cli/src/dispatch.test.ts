import { PlainError } from '@cdop/postgres'
import { expect, test } from 'vitest'
import type { Command } from './command.ts'
import { dispatch } from './dispatch.ts'

async function said(args: readonly string[], run: Command['run'] = async () => 0) {
  let out = ''
  let err = ''
  const code = await dispatch(args, [{ name: 'up', about: 'Start everything', run }], {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
  })
  return { code, out, err }
}

test('a command gets the arguments that follow its name, and its exit code is returned', async () => {
  const seen: string[] = []
  const { code } = await said(['up', '--port', '4000'], async (args) => {
    seen.push(...args)
    return 3
  })
  expect(code).toBe(3)
  expect(seen).toEqual(['--port', '4000'])
})

test('without a command, or asked for help, the commands are listed', async () => {
  expect((await said([])).out).toContain('up  Start everything')
  expect(await said(['help'])).toMatchObject({ code: 0, err: '' })
})

test('an unknown command is refused with the list of those there are', async () => {
  const { code, err } = await said(['pu'])
  expect(code).toBe(1)
  expect(err).toContain('There is no command "pu": use one of these.')
  expect(err).toContain('up  Start everything')
})

test('what a person can put right is one sentence, without a stack', async () => {
  const result = await said(['up'], async () => {
    throw new PlainError('Port 3000 is taken: stop the program that uses it.')
  })
  expect(result).toEqual({ code: 1, out: '', err: 'Port 3000 is taken: stop the program that uses it.\n' })
})

test('anything else shows where it happened', async () => {
  const { code, err } = await said(['up'], async () => {
    throw new TypeError('no such thing')
  })
  expect(code).toBe(1)
  expect(err).toMatch(/TypeError: no such thing\n\s+at .*dispatch\.test\.ts/)
})
