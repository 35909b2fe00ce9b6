import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { boundaries } from './boundaries/boundaries.ts'
import type { Check } from './check.ts'
import { browserTests } from './programs/browser-tests.ts'
import { format, lint, types, unused } from './programs/static-programs.ts'
import { vitestTests } from './programs/vitest-tests.ts'
import { manifests } from './rooms/manifests.ts'
import { awaited } from './syntax/awaited.ts'
import { names } from './syntax/names.ts'
import { purity } from './syntax/purity.ts'

/** Everything `npm test` runs, in this order. To add a check, write it and add its line. */
export function checksOf(root: string): Check[] {
  return [
    format,
    lint,
    types,
    boundaries,
    manifests,
    purity,
    awaited,
    unused,
    names,
    vitestTests,
    ...(existsSync(join(root, 'e2e/package.json')) ? [browserTests] : []),
  ]
}
