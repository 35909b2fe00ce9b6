import { PlainError } from '@cdop/postgres'
import type { Command } from './command.ts'

/** Where a command's words go, so that tests can listen. */
export interface Output {
  out(text: string): void
  err(text: string): void
}

/**
 * Runs the command named first in `args` with the rest and returns its exit code, or 1 when it threw. What a
 * person can put right is printed as its sentence alone; anything else with its stack, for whoever mends it.
 */
export async function dispatch(
  [name, ...args]: readonly string[],
  commands: readonly Command[],
  output: Output,
): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help') {
    output.out(listOf(commands))
    return 0
  }
  try {
    const command = commands.find((candidate) => candidate.name === name)
    if (command === undefined) {
      throw new PlainError(`There is no command "${name}": use one of these.\n\n${listOf(commands)}`)
    }
    return await command.run(args)
  } catch (error) {
    output.err(`${sentenceOrStack(error)}\n`)
    return 1
  }
}

function sentenceOrStack(error: unknown): string {
  if (!(error instanceof Error)) return 'Something went wrong, and what failed did not say what.'
  return error.name === 'PlainError' ? error.message : (error.stack ?? error.message)
}

function listOf(commands: readonly Command[]): string {
  const width = Math.max(0, ...commands.map(({ name }) => name.length))
  const lines = commands.map(({ name, about }) => `  ${name.padEnd(width)}  ${about}`)
  return ['npm run cdop -- <command>', '', ...lines, ''].join('\n')
}
