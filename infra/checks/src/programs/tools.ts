import { join } from 'node:path'

/** A program this repository installs, whatever tree it is then pointed at. */
export function tool(name: string): string {
  return join(import.meta.dirname, '../../../../node_modules/.bin', name)
}
