import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dataDictionary, statutoryForms } from '@cdop/forms'
import { optionsIn } from './options.ts'
import { checkout } from './place.ts'
import { ownSurroundings, type Surroundings } from './surroundings.ts'

/** `cdop dictionary [--write]`: every question of every form, printed or put into docs/data-dictionary.md. */
export async function dictionary(
  args: readonly string[],
  around: Pick<Surroundings, 'say'> = ownSurroundings(),
): Promise<number> {
  const { write } = optionsIn(args, { write: { type: 'boolean' } })
  const text = dataDictionary(statutoryForms)
  if (write === true) await writeFile(join(checkout, 'docs/data-dictionary.md'), text)
  else around.say(text)
  return 0
}
