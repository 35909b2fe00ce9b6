import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { type Check, outcomeOf } from '../check.ts'
import { sourcesOf, workspacesOnDisk } from '../rooms/files.ts'
import { rooms } from '../rooms/rooms.ts'
import { importRules } from './import-rules.ts'

/** Who imports whom, held against the table of rooms; fails too when it could not see what it should judge. */
export const boundaries: Check = {
  name: 'boundaries',
  stage: 'static',
  run: async ({ root }) => {
    const folders = workspacesOnDisk(root)
    const sources = folders.flatMap((folder) => sourcesOf(root, folder))
    const seen = sources.length === 0 ? undefined : await cruiseRooms(root, folders)
    const faults = [
      ...unknownRooms(folders),
      ...blindSpots(root, sources, seen),
      ...(seen?.summary.violations ?? []).map(
        (found) =>
          `${found.from} -> ${found.to}: ${reasons.get(found.rule.name) ?? found.rule.name}${circle(found.cycle)}`,
      ),
    ]
    return outcomeOf(faults, `${sources.length} files in ${folders.length} rooms`)
  },
}

const rules = importRules()
const reasons = new Map(rules.map((rule) => [rule.name, rule.comment]))

async function cruiseRooms(root: string, folders: readonly string[]): Promise<ICruiseResult> {
  const { output } = await cruise(
    [...folders],
    {
      baseDir: root,
      parser: 'tsc',
      tsPreCompilationDeps: true,
      detectProcessBuiltinModuleCalls: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '(^|/)(\\.turbo|dist|var|test-results|playwright-report)/' },
      validate: true,
      ruleSet: { forbidden: rules },
    },
    {
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      mainFields: ['main', 'types'],
      extensions: ['.ts', '.mts', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  )
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text instead of a graph')
  return output
}

function unknownRooms(folders: readonly string[]): string[] {
  return folders
    .filter((folder) => !rooms.some((room) => room.folder === folder))
    .map((folder) => `${folder}: this room is not in the table (infra/checks/src/rooms/rooms.ts)`)
}

/**
 * dependency-cruiser without a TypeScript it can use sees no module and reports no violation. So every file on disk
 * must be in its graph, and every file that imports must have an edge there.
 */
export function blindSpots(
  root: string,
  sources: readonly string[],
  seen: Pick<ICruiseResult, 'modules'> | undefined,
): string[] {
  if (sources.length === 0 || seen === undefined)
    return ['no source file was seen in any room: nothing was checked']
  const edges = new Map(seen.modules.map((module) => [module.source, module.dependencies.length]))
  return sources.flatMap((file) => {
    const found = edges.get(file)
    if (found === undefined) return [`${file}: the boundary tool did not see this file`]
    const imports = /^(import|export)\s[^'"\n]*from\s+['"]/m.test(readFileSync(join(root, file), 'utf8'))
    return imports && found === 0 ? [`${file}: the boundary tool saw none of its imports`] : []
  })
}

function circle(cycle: readonly { name: string }[] | undefined): string {
  return cycle === undefined || cycle.length === 0 ? '' : ` (${cycle.map((step) => step.name).join(' -> ')})`
}
