import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

const program = `
  import { endOnUncaught, logOf } from '${new URL('./index.ts', import.meta.url).href}'
  endOnUncaught(logOf('sample'))
  setTimeout(() => { throw new Error('Zainab Thackray 999 000 0018') }, 1)
  setTimeout(() => {}, 5_000)
`

test.each([
  ['an error', program],
  ['a rejected promise', program.replace(/throw (new Error\([^)]*\))/, 'void Promise.reject($1)')],
])('%s nobody caught ends the process and its words stay inside', (_title, source) => {
  const ended = spawnSync(process.execPath, ['--input-type=module', '-e', source], { encoding: 'utf8' })
  expect(ended.status).toBe(1)
  expect(ended.stdout).toContain('an error nobody caught')
  expect(`${ended.stdout}${ended.stderr}`).not.toContain('Thackray')
})
