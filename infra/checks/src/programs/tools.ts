import { join } from 'node:path'

/** Where this repository's own programs are, whatever tree they are then pointed at. */
export const toolFolder = join(import.meta.dirname, '../../../../node_modules/.bin')

/** A program this repository installs. */
export function tool(name: string): string {
  return join(toolFolder, name)
}
