import type { Command } from './command.ts'

/** Everything `cdop` can do, in the order it is listed. */
export const commands: readonly Command[] = []
