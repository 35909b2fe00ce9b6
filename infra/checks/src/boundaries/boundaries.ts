import { cruise, type ICruiseResult } from 'dependency-cruiser'
import ts from 'typescript-api'
import { type Check, outcomeOf } from '../check.ts'
import { sourcesOf, workspacesOnDisk } from '../rooms/files.ts'
import { rooms } from '../rooms/rooms.ts'
import { syntaxOf } from '../syntax/syntax.ts'
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
      exclude: { path: '^([a-z]+/[^/]+|e2e)/(\\.turbo|dist|var|test-results|playwright-report)/' },
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
 * must be in its graph, and everything a file says it imports must be an edge there.
 */
export function blindSpots(
  root: string,
  sources: readonly string[],
  seen: { modules: readonly { source: string; dependencies: readonly { module: string }[] }[] } | undefined,
): string[] {
  if (sources.length === 0 || seen === undefined)
    return ['no source file was seen in any room: nothing was checked']
  const edges = new Map(seen.modules.map(({ source, dependencies }) => [source, dependencies]))
  return sources.flatMap((file) => {
    const found = edges.get(file)
    if (found === undefined) return [`${file}: the boundary tool did not see this file`]
    const modules = new Set(found.map(({ module }) => module))
    return importedBy(syntaxOf(root, file))
      .filter((name) => !modules.has(name.replace(/^node:/, '')))
      .map((name) => `${file}: the boundary tool did not see it import ${name}`)
  })
}

function importedBy(tree: ts.SourceFile): string[] {
  return tree.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return []
    const from = statement.moduleSpecifier
    return from !== undefined && ts.isStringLiteral(from) ? [from.text] : []
  })
}

function circle(cycle: readonly { name: string }[] | undefined): string {
  return cycle === undefined || cycle.length === 0 ? '' : ` (${cycle.map((step) => step.name).join(' -> ')})`
}
