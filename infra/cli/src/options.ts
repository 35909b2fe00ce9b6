import { type ParseArgsConfig, parseArgs } from 'node:util'
import { PlainError } from '@cdop/postgres'

/**
 * Reads a command's options.
 * @throws {PlainError} when one is unknown or lacks its value: a mistyped option is never silently left out
 */
export function optionsIn<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const names = Object.keys(options).map((name) => `--${name}`)
    throw new PlainError(
      `This command does not understand "${args.join(' ')}": it takes ${names.join(', ') || 'nothing'}.`,
    )
  }
}
