import type { Organisation } from './organisation.ts'

const plain = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

/**
 * The organisations whose code is what was typed, or which have or had every typed word in one of their names. Nothing
 * typed finds all.
 */
export function findIn(
  organisations: readonly Organisation[],
  everyName: ReadonlyMap<string, readonly string[]>,
  typed: string,
): Organisation[] {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  const code = typed.replaceAll(/\s/g, '').toUpperCase()
  return organisations.filter((one) => {
    if (code !== '' && (one.odsCode === code || one.gssCode === code)) return true
    const names = [one.name, ...(everyName.get(one.organisationId) ?? [])].map(plain)
    return names.some((name) => words.every((word) => name.includes(word)))
  })
}
