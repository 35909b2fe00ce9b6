import { type Place, placeIn } from './place.ts'
import type { Settings } from './stack/settings.ts'

/** What a command reads and writes besides its arguments, so that a test can give it others. */
export interface Surroundings {
  readonly settings: Settings
  readonly place: Place
  say(line: string): void
}

/** Those of this process. */
export function ownSurroundings(): Surroundings {
  return {
    settings: process.env,
    place: placeIn(process.env['CDOP_VAR'] || undefined),
    say: (line) => process.stdout.write(`${line}\n`),
  }
}
