/** A number and a name, as an old form or its file says them. */
export interface NumberedName {
  /** Such as `B4`, with or without a hyphen. */
  number: string
  /** Such as “Sudden unexpected death in infancy”; the words say which form it is, the number does not. */
  name?: string
}

/** Which form of today an old one stands for. `ambiguous`: the number alone; `unknown`: no such name under it. */
export type NumberedForm = { form: string } | { refused: 'ambiguous' | 'unknown' }

/**
 * The numbered forms of before April 2019 (domain reference 2.1, from field knowledge and two printed sets). The same
 * number meant different forms in different years, so it is never enough. A form without a successor keeps its name.
 */
const numberedForms: readonly { numbers: readonly string[]; words: RegExp; form: string }[] = [
  { numbers: ['A'], words: /notif/i, form: 'child-death-notification' },
  { numbers: ['B'], words: /agency|report/i, form: 'child-death-reporting' },
  { numbers: ['C'], words: /analysis/i, form: 'child-death-analysis' },
  { numbers: ['B2'], words: /neonat/i, form: 'delivery-suite-or-neonatal-unit' },
  { numbers: ['B3'], words: /life.?limit/i, form: 'life-limiting-condition' },
  { numbers: ['B4'], words: /sudden|sudi/i, form: 'sudden-unexpected-death' },
  { numbers: ['B5', 'B2'], words: /traffic|vehicle/i, form: 'vehicle-collision' },
  { numbers: ['B6', 'B3'], words: /drown/i, form: 'drowning' },
  { numbers: ['B7', 'B4'], words: /fire|burn/i, form: 'fire-burn-electrocution' },
  { numbers: ['B8', 'B5'], words: /poison/i, form: 'poisoning' },
  { numbers: ['B9'], words: /injur/i, form: 'other-non-intentional-injury' },
  { numbers: ['B10'], words: /substance/i, form: 'substance-misuse' },
  { numbers: ['B11'], words: /homicide/i, form: 'violence-or-maltreatment' },
  { numbers: ['B12'], words: /suicide/i, form: 'suicide-self-harm' },
]

/** The form of today an old numbered form stands for: by its number and its name together, never by the number alone. */
export function numberedForm({ number, name = '' }: NumberedName): NumberedForm {
  const said = number
    .trim()
    .toUpperCase()
    .replace(/^FORM\s*/, '')
    .replaceAll(/[\s-]/g, '')
  if (name.trim() === '') return { refused: 'ambiguous' }
  const found = numberedForms.find(({ numbers, words }) => numbers.includes(said) && words.test(name))
  return found === undefined ? { refused: 'unknown' } : { form: found.form }
}
