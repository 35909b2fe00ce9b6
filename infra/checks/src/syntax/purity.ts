import ts from 'typescript-api'
import { type Check, outcomeOf } from '../check.ts'
import { sourcesOf } from '../rooms/files.ts'
import { type Room, rooms, testFile } from '../rooms/rooms.ts'
import { everyNode, isValueUse, placeOf, syntaxOf } from './syntax.ts'

/** Anything that reads the world: the clock, chance, the network, the process. */
const worldly = new Set([
  'process',
  'fetch',
  'crypto',
  'performance',
  'globalThis',
  'global',
  'console',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'XMLHttpRequest',
  'WebSocket',
  'require',
])

/** The pure rooms hold no clock, no randomness and no I/O; only designated files read the environment. */
export const purity: Check = {
  name: 'purity',
  stage: 'static',
  run: async ({ root }) => {
    const pure = rooms.filter((room) => room.pure === true)
    const bound = rooms.filter((room) => room.environment !== 'any')
    const faults = [
      ...pure.flatMap((room) => productFiles(root, room).flatMap((file) => impurities(syntaxOf(root, file)))),
      ...bound.flatMap((room) =>
        productFiles(root, room)
          .filter((file) => !mayReadEnvironment(room, file))
          .flatMap((file) => environmentReads(syntaxOf(root, file))),
      ),
    ]
    const read = bound.flatMap((room) => productFiles(root, room)).length
    return outcomeOf(read === 0 ? ['no source file was seen: nothing was checked'] : faults, `${read} files`)
  },
}

function productFiles(root: string, room: Room): string[] {
  return sourcesOf(root, `${room.folder}/src`).filter((file) => !testFile.test(file))
}

function mayReadEnvironment(room: Room, file: string): boolean {
  const allowed = room.environment ?? []
  return allowed === 'any' || allowed.some((name) => `${room.folder}/${name}` === file)
}

/** Every use of the clock, of chance or of the world in one file, and where. */
function impurities(tree: ts.SourceFile): string[] {
  const found: string[] = []
  everyNode(tree, (node) => {
    const what = impurity(node)
    if (what !== undefined) found.push(`${placeOf(node)}: ${what} in a pure room: pass it in`)
  })
  return found
}

function impurity(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node) && node.name.text === 'Now') return 'Temporal.Now'
  if (ts.isElementAccessExpression(node) && isText(node.argumentExpression, 'Now')) return 'Temporal.Now'
  if (ts.isBindingElement(node) && (node.propertyName ?? node.name).getText() === 'Now') return 'Temporal.Now'
  if (ts.isMetaProperty(node) && ts.isPropertyAccessExpression(node.parent)) return 'import.meta'
  if (node.kind === ts.SyntaxKind.ImportKeyword && ts.isCallExpression(node.parent)) return 'a dynamic import'
  if (!ts.isIdentifier(node) || !isValueUse(node)) return undefined
  if (worldly.has(node.text)) return node.text
  if (node.text === 'Math')
    return namedMember(node) === undefined || namedMember(node) === 'random' ? 'Math.random' : undefined
  if (node.text === 'Date') return isFixedDate(node) ? undefined : 'the clock (Date)'
  return undefined
}

/** `new Date(something)`, `Date.UTC`, `Date.parse` and `instanceof Date` do not read the clock; all else may. */
function isFixedDate(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isNewExpression(parent)) return parent.expression === node && (parent.arguments?.length ?? 0) > 0
  if (ts.isBinaryExpression(parent)) return parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword
  return ['UTC', 'parse'].includes(namedMember(node) ?? '')
}

/** `random` in `Math.random`; undefined when the object is passed on or indexed, where anything may be read. */
function namedMember(node: ts.Identifier): string | undefined {
  return ts.isPropertyAccessExpression(node.parent) ? node.parent.name.text : undefined
}

function isText(node: ts.Expression, text: string): boolean {
  return ts.isStringLiteralLike(node) && node.text === text
}

/** Every read of the environment in one file: `process.env`, `process` passed on, or Node's process module. */
function environmentReads(tree: ts.SourceFile): string[] {
  const found: string[] = []
  everyNode(tree, (node) => {
    if (
      ts.isImportDeclaration(node) &&
      /^(node:)?process$/.test(node.moduleSpecifier.getText().slice(1, -1))
    ) {
      found.push(`${placeOf(node)}: imports node:process; only env.ts reads the environment`)
    }
    if (!ts.isIdentifier(node) || node.text !== 'process' || !isValueUse(node)) return
    const member = namedMember(node)
    if (member === undefined || member === 'env') {
      found.push(`${placeOf(node)}: reads process.env; only env.ts reads the environment`)
    }
  })
  return found
}
