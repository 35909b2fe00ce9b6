import { html as taggedTemplate } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { z } from 'zod'

/** Markup that is already escaped: made by `html`, by a component, or nothing. A plain string is never this. */
export type Html = HtmlEscapedString

/** Tells markup from text at run time, so that a fixture or a caller in doubt is refused. */
export const Html = z.custom<Html>((value) => value instanceof String && 'isEscaped' in value)

/** What may stand inside a template: text is escaped, markup is kept, nothing is left out. */
export type Piece = string | number | Html | false | null | undefined | readonly Piece[]

/**
 * Hono's tagged template, narrowed to pieces that are already there.
 *
 * Hono's own returns a promise when a piece is one; a component could then not stand inside another.
 */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  const made = taggedTemplate(strings, ...pieces)
  if (made instanceof Promise) throw new TypeError('A page is made of finished pieces only')
  return made
}
