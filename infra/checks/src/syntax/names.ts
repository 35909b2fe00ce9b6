import ts from 'typescript-api'
import { type Check, outcomeOf } from '../check.ts'
import { filesBelow, workspacesOnDisk } from '../rooms/files.ts'
import { everyNode, placeOf, syntaxOf } from './syntax.ts'

/** Words that name nothing (design, section 7), and their plurals. */
const emptyWords = new Set(
  ['util', 'helper', 'common', 'manager', 'handler', 'data', 'info', 'misc'].flatMap((word) => [
    word,
    `${word}s`,
  ]),
)

/** Terms of the trade that hold such a word and do say something. */
const terms = /(^| )data (absent|dir|directory|directories|key|keys|dictionary|map)(?= |$)/g

const code = /\.(m?ts|m?js|sql)$/
const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/
/** Names a tool or a habit of the trade dictates. */
const givenNames = /^(README\.md|Dockerfile|LICEN[CS]E(\.txt|\.md)?|\..+)$/

/** Files, folders and declared names say what they are about. */
export const names: Check = {
  name: 'names',
  stage: 'static',
  run: async ({ root }) => {
    const files = workspacesOnDisk(root).flatMap((folder) => filesBelow(root, folder))
    const sources = files.filter((file) => /\.m?ts$/.test(file) && !file.endsWith('.d.ts'))
    const faults = [
      ...(sources.length === 0 ? ['no source file was seen: nothing was checked'] : []),
      ...files.flatMap(pathFaults),
      ...sources.flatMap((file) => declaredFaults(syntaxOf(root, file))),
    ]
    return outcomeOf(faults, `${files.length} files`)
  },
}

/** Faults in one path: a word that names nothing, or a file that is not kebab-case. Reference tables may lie in `data/`. */
function pathFaults(file: string): string[] {
  const segments = file.split('/')
  const last = segments.at(-1) ?? ''
  const judged = code.test(file) ? segments : segments.filter((segment) => segment !== 'data')
  const empty = judged.filter((segment) => !givenNames.test(segment)).flatMap(emptyWordsOf)
  return [
    ...empty.map((word) => `${file}: the word '${word}' names nothing; say what it is about`),
    ...(code.test(file) && !kebabCase.test(last) ? [`${file}: file names are kebab-case`] : []),
  ]
}

/** Names one file declares that hold a word that names nothing. Names of libraries it only uses are theirs. */
function declaredFaults(tree: ts.SourceFile): string[] {
  const found: string[] = []
  everyNode(tree, (node) => {
    const name = declaredName(node)
    const empty = name === undefined ? [] : emptyWordsOf(name.text)
    if (name !== undefined && empty.length > 0) {
      found.push(`${placeOf(name)}: '${name.text}' holds the word '${empty.join(', ')}', which names nothing`)
    }
  })
  return found
}

function declaredName(node: ts.Node): ts.Identifier | undefined {
  const declares =
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node)
  if (declares) return node.name !== undefined && ts.isIdentifier(node.name) ? node.name : undefined
  // `const { data: answer } = …` takes a library's word and gives it ours; `{ data }` merely repeats it.
  const renames = ts.isBindingElement(node) && node.propertyName !== undefined
  return renames && ts.isIdentifier(node.name) ? node.name : undefined
}

/** `caseInfo`, `CASE_INFO` and `case-info` all hold `case` and `info`. */
function emptyWordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/[\s_$.-]+/g, ' ')
    .toLowerCase()
    .replace(terms, '')
    .split(' ')
    .filter((word) => emptyWords.has(word))
}
