/** An abbreviation and what it stands for. */
export type Abbreviation = { readonly short: string; readonly long: string }

/**
 * Abbreviations of this work, as of a day. The list is the product's own, of those that mean one thing only in it: what
 * stands for several (DNA, PM, SW) is not in it.
 */
export const abbreviations: { readonly asOf: string; readonly entries: readonly Abbreviation[] } = {
  asOf: '2026-11-22',
  entries: [
    { short: 'A&E', long: 'accident and emergency department' },
    { short: 'BRUE', long: 'brief resolved unexplained event' },
    { short: 'CAMHS', long: 'child and adolescent mental health services' },
    { short: 'CDOP', long: 'Child Death Overview Panel' },
    { short: 'CDRM', long: 'child death review meeting' },
    { short: 'CPR', long: 'cardiopulmonary resuscitation' },
    { short: 'DNACPR', long: 'do not attempt cardiopulmonary resuscitation' },
    { short: 'EHCP', long: 'education, health and care plan' },
    { short: 'GP', long: 'general practitioner' },
    { short: 'HDU', long: 'high dependency unit' },
    { short: 'JAR', long: 'joint agency response' },
    { short: 'LADO', long: 'local authority designated officer' },
    { short: 'LSCP', long: 'local safeguarding children partnership' },
    { short: 'MASH', long: 'multi-agency safeguarding hub' },
    { short: 'MBRRACE-UK', long: 'national enquiries into deaths of mothers and babies' },
    { short: 'MNSI', long: 'maternity and newborn safety investigations' },
    { short: 'NCMD', long: 'National Child Mortality Database' },
    { short: 'NICU', long: 'neonatal intensive care unit' },
    { short: 'PICU', long: 'paediatric intensive care unit' },
    { short: 'PMRT', long: 'perinatal mortality review tool' },
    { short: 'SCBU', long: 'special care baby unit' },
    { short: 'SIDS', long: 'sudden infant death syndrome' },
    { short: 'SUDC', long: 'sudden unexpected death in childhood' },
    { short: 'SUDI', long: 'sudden unexpected death in infancy' },
    { short: 'SUDIC', long: 'sudden unexpected death in infancy or childhood' },
  ],
}

/** A piece of a text: as it was written, or an abbreviation, and whether it is the first time on the page. */
export type Explained =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'abbreviation'; readonly entry: Abbreviation; readonly first: boolean }

const escaped = (short: string) => short.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
const byLength = [...abbreviations.entries].sort((one, other) => other.short.length - one.short.length)
const anyOfThem = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${byLength.map(({ short }) => escaped(short)).join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
)
const entryOf = new Map(abbreviations.entries.map((entry) => [entry.short, entry]))

/**
 * A text in pieces, its abbreviations apart; put together again they are the text. `met` holds what was explained before
 * and is added to: each is explained once on a page. Only capitals are an abbreviation, and only a whole word.
 */
export function explainAbbreviations(text: string, met: Set<string>): Explained[] {
  const pieces: Explained[] = []
  let at = 0
  for (const found of text.matchAll(anyOfThem)) {
    const [short] = found
    const entry = entryOf.get(short)
    if (entry === undefined) continue
    if (found.index > at) pieces.push({ kind: 'text', text: text.slice(at, found.index) })
    pieces.push({ kind: 'abbreviation', entry, first: !met.has(short) })
    met.add(short)
    at = found.index + short.length
  }
  if (at < text.length) pieces.push({ kind: 'text', text: text.slice(at) })
  return pieces
}
