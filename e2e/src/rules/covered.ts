import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const SOURCES = join(import.meta.dirname, '..')

/** How a journey is made, as far as its source shows it. */
export type Covered = {
  readonly file: string
  readonly javaScript: 'with' | 'without' | 'parts' | 'both'
  readonly keyboard: boolean
  readonly rules: boolean
}

/** What the table of the README says, row by row. */
export function coveredByReadme(): Covered[] {
  const readme = readFileSync(join(SOURCES, '../README.md'), 'utf8')
  return [
    ...readme.matchAll(
      /^\| `([a-z-]+\.spec\.ts)` \|[^|]+\| (with|without|parts|both) \| (yes|no) \| ([a-z ]+) \|$/gm,
    ),
  ].map(([, file = '', javaScript, keyboard, rules]) => ({
    file,
    javaScript:
      javaScript === 'without' || javaScript === 'parts' || javaScript === 'both' ? javaScript : 'with',
    keyboard: keyboard === 'yes',
    rules: rules === 'yes',
  }))
}

/** What the sources of the journeys do. */
export function coveredBySources(): Covered[] {
  return readdirSync(SOURCES)
    .filter((file) => file.endsWith('.spec.ts'))
    .sort()
    .map((file) => {
      const source = readFileSync(join(SOURCES, file), 'utf8')
      return {
        file,
        javaScript: mannersOf(source),
        keyboard: /from '\.\/journey\/(hands|keyboard)\.ts'/.test(source),
        rules: source.includes('expectGoodPage('),
      }
    })
}

function mannersOf(source: string): Covered['javaScript'] {
  if (/of \[true, false\]|of manners|\[manner, \w+\]|javaScript: true,[^}]*\}/.test(source)) return 'both'
  const opened = [...source.matchAll(/open\((?:'\w+'|who)(, \{ javaScript: (true|false) \})?\)/g)].map(
    ([, , on]) => on,
  )
  const without = opened.filter((on) => on === 'false').length
  if (without === 0) return 'with'
  return without === opened.length ? 'without' : 'parts'
}
