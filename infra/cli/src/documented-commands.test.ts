import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commands } from './commands.ts'
import { checkout } from './place.ts'

/** What the documents tell a person to type: the command and what follows it up to the end of the code. */
async function typed(document: string): Promise<string[]> {
  const text = await readFile(join(checkout, document), 'utf8')
  return [...text.matchAll(/npm run cdop -- ([a-z]+)/g)].map(([, command = '']) => command)
}

test.each(['docs/runbook.md', 'infra/cli/README.md', 'README.md'])(
  'every cdop command in %s is one there is',
  async (document) => {
    const names = commands.map(({ name }) => name)
    for (const command of await typed(document)) expect(names).toContain(command)
  },
)

test('the runbook tells of every command an operator has', async () => {
  const told = await typed('docs/runbook.md')
  for (const name of ['migrate', 'audit', 'demo', 'events', 'facts', 'import']) expect(told).toContain(name)
})
