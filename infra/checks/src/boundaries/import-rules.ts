import type { IForbiddenRuleType } from 'dependency-cruiser'
import { type Room, rooms, testFile } from '../rooms/rooms.ts'

const anyRoom = '^(packages/[^/]+|services/[^/]+|infra/[^/]+|e2e)/'
const installed = '(^|/)node_modules/'
const tests = testFile.source
/** Entry points made for other rooms' tests. */
const testingEntries = '^(packages|services|infra)/[^/]+/src/testing[^/]*(/|\\.ts$)'
const typeOnly = ['type-only', 'type-import'] as const

const exactly = (path: string): string => `^${path.replaceAll('.', '\\.')}$`
const below = (folder: string): string => `^${folder}/`
const library = (name: string): string => `${installed}${name.replace('*', '[^/]+')}/`

/** The rules dependency-cruiser enforces, all derived from the table of rooms. */
export function importRules(): IForbiddenRuleType[] {
  return [
    {
      name: 'no-circle',
      comment: 'modules may not import each other in a circle',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolves',
      comment: 'the import leads nowhere: it is missing from package.json or not exported',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-test-code-in-product-code',
      comment: 'product code may not import tests or testing entry points',
      severity: 'error',
      from: { pathNot: [tests, installed, '\\.config\\.ts$', '^e2e/'] },
      to: { path: [tests], pathNot: [installed] },
    },
    ...rooms.flatMap(rulesOf),
  ]
}

function rulesOf(room: Room): IForbiddenRuleType[] {
  return [
    ...roomRules(room),
    ...typeRules(room),
    ...libraryRules(room),
    ...builtinRules(room),
    ...ownershipRules(room),
  ]
}

function roomRules(room: Room): IForbiddenRuleType[] {
  const known = [
    installed,
    below(room.folder),
    ...room.imports.map(below),
    ...[...(room.doors ?? []), ...(room.typesOf ?? [])].map(exactly),
  ]
  const comment = `${room.folder} may not know this room (infra/checks/src/rooms/rooms.ts)`
  return [
    {
      name: `${room.folder}-knows-its-place`,
      comment,
      severity: 'error',
      from: { path: below(room.folder), pathNot: [tests] },
      to: { path: anyRoom, pathNot: known },
    },
    {
      name: `${room.folder}-tests-know-their-place`,
      comment: `${comment}; a test may also use testing entry points`,
      severity: 'error',
      from: { path: [`${below(room.folder)}.*(${tests})`] },
      to: { path: anyRoom, pathNot: [...known, testingEntries] },
    },
    {
      name: `${room.folder}-uses-the-door`,
      comment: 'another room is reached through its package, not through its files',
      severity: 'error',
      from: { path: below(room.folder) },
      to: { path: anyRoom, pathNot: [installed, below(room.folder)], dependencyTypes: ['local'] },
    },
  ]
}

function typeRules(room: Room): IForbiddenRuleType[] {
  if (room.typesOf === undefined || room.typesOf.length === 0) return []
  return [
    {
      name: `${room.folder}-types-only`,
      comment: 'only `import type` may pass this door',
      severity: 'error',
      from: { path: below(room.folder) },
      to: { path: room.typesOf.map(exactly), dependencyTypesNot: [...typeOnly] },
    },
  ]
}

function libraryRules(room: Room): IForbiddenRuleType[] {
  if (room.libraries === 'any') return []
  return [
    {
      name: `${room.folder}-libraries`,
      comment: `${room.folder} may not import this library (infra/checks/src/rooms/rooms.ts)`,
      severity: 'error',
      from: { path: below(room.folder), pathNot: [tests] },
      to: { path: installed, pathNot: room.libraries.map(library) },
    },
  ]
}

function builtinRules(room: Room): IForbiddenRuleType[] {
  if (room.builtins === 'any') return []
  return [
    {
      name: `${room.folder}-builtins`,
      comment: `${room.folder} may not import this module of Node's`,
      severity: 'error',
      from: { path: below(room.folder), pathNot: [tests] },
      to: {
        dependencyTypes: ['core'],
        ...(room.builtins.length > 0 ? { pathNot: room.builtins.map(exactly) } : {}),
      },
    },
  ]
}

function ownershipRules(room: Room): IForbiddenRuleType[] {
  if (room.owns === undefined) return []
  return [
    {
      name: `only-${room.folder}`,
      comment: `only ${room.folder} may import this library`,
      severity: 'error',
      from: { path: anyRoom, pathNot: [...[room.folder, ...(room.lendsTo ?? [])].map(below), installed] },
      to: { path: room.owns.flatMap((name) => [library(name), `^${name.replace('*', '[^/]+')}(/|$)`]) },
    },
  ]
}
