import { describe, expect, test } from 'vitest'
import { runProgram } from './run-program.ts'

const node = (program: string, limitSeconds: number): ReturnType<typeof runProgram> =>
  runProgram(process.execPath, ['-e', program], { cwd: '/', limitSeconds })

describe('running a program', () => {
  test('gives back what it printed, on both streams, and how it ended', async () => {
    const program = "console.log('out'); console.error('err'); process.exitCode = 3"
    const { code, output } = await node(program, 30)
    expect(code).toBe(3)
    expect(output.split('\n').sort()).toEqual(['err', 'out'])
  })

  test('one that hangs is stopped at its limit and has failed', async () => {
    const ended = await node('setInterval(() => {}, 1000)', 0.5)
    expect(ended).toMatchObject({ stopped: true, code: 1 })
    expect(ended.output).toContain('still running after 0.5 s')
  })

  test('one is stopped when the person asks, before its limit', async () => {
    const options = { cwd: '/', limitSeconds: 30, stop: AbortSignal.timeout(300) }
    const ended = await runProgram(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], options)
    expect(ended).toMatchObject({ stopped: true, code: 1, output: 'Stopped: as asked.' })
  })

  test('one that does not exist has failed and says so', async () => {
    const ended = await runProgram('/nowhere/at-all', [], { cwd: '/', limitSeconds: 5 })
    expect(ended.code).toBe(127)
    expect(ended.output).toContain('could not be started')
  })
})
