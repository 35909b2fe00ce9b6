import ts from 'typescript-api'
import { type Check, outcomeOf } from '../check.ts'
import { sourcesOf, workspacesOnDisk } from '../rooms/files.ts'
import { everyNode, placeOf, syntaxOf } from './syntax.ts'

/**
 * SQL that is sent: the driver runs a query only when it is awaited, so one standing alone is lost without an error.
 * Biome's rule on floating promises catches calls, but not tagged templates nor the driver's overloaded `begin`.
 */
export const awaited: Check = {
  name: 'awaited',
  stage: 'static',
  run: async ({ root }) => {
    const files = workspacesOnDisk(root).flatMap((folder) => sourcesOf(root, folder))
    const faults = files.flatMap((file) => lostQueries(syntaxOf(root, file)))
    return outcomeOf(
      files.length === 0 ? ['no source file was seen: nothing was checked'] : faults,
      `${files.length} files`,
    )
  },
}

/** Every tagged template and every `begin` or `savepoint` whose promise nobody waits for. */
function lostQueries(tree: ts.SourceFile): string[] {
  const found: string[] = []
  everyNode(tree, (node) => {
    if (!ts.isExpressionStatement(node)) return
    const statement = ts.isVoidExpression(node.expression) ? node.expression.expression : node.expression
    if (ts.isTaggedTemplateExpression(statement) || startsTransaction(statement)) {
      found.push(`${placeOf(node)}: nobody awaits this, so it is lost: ${statement.getText().slice(0, 40)}`)
    }
  })
  return found
}

function startsTransaction(node: ts.Expression): boolean {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false
  return ['begin', 'savepoint'].includes(node.expression.name.text)
}
