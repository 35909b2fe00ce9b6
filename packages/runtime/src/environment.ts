import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** A setting is missing or wrong. The message is for the operator and names the setting, never its value. */
export class EnvironmentError extends Error {
  constructor(problems: readonly string[]) {
    super(`These settings are missing or wrong: ${problems.join('; ')}.`)
    this.name = 'EnvironmentError'
  }
}

/**
 * Parses the settings of a process. A setting NAME may come as NAME_FILE instead: the file's content is read, so that
 * secrets need not stand in the environment.
 * @throws EnvironmentError naming every setting at fault
 */
export function readEnvironment<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  source: Readonly<Record<string, string | undefined>>,
): z.output<z.ZodObject<Shape>> {
  const given: Record<string, string> = {}
  const problems: string[] = []
  for (const name of Object.keys(schema.shape)) {
    const path = source[`${name}_FILE`]
    const value = path ? contentOf(path) : source[name]
    if (value === null) problems.push(`${name}_FILE names a file that cannot be read`)
    // A setting left empty, as deployment files leave them, is a setting not given.
    else if (value !== undefined && value !== '') given[name] = value
  }
  const parsed = schema.safeParse(given)
  if (parsed.success && problems.length === 0) return parsed.data
  const wrong = parsed.error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) ?? []
  throw new EnvironmentError([...problems, ...wrong])
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return null
  }
}

export const Port = z.coerce.number().int().min(0).max(65_535)
