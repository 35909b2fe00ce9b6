/** A letter as what stands in it, before it is drawn. */
export type Letter = {
  /** What a screen reader and the window call it: never a name. */
  readonly title: string
  /** Civil date the letter is dated by. */
  readonly datedOn: string
  /** BCP 47 of the language it is in; null where that is not known. */
  readonly language: string | null
  /** Its words; an empty line parts paragraphs. */
  readonly text: string
}

/**
 * How every letter is drawn: the date and its paragraphs, one below the other, with no mark of an office on it. What stands
 * in it arrives as JSON and is shown as text, never read as markup.
 */
export const letterTemplate = `
#let letter = json(bytes(sys.inputs.paper))
#let (year, month, day) = letter.datedOn.split("-").map(int)
#let on = datetime(year: year, month: month, day: day)
#set document(title: letter.title, date: on)
#set text(lang: letter.language, font: "DejaVu Sans", size: 12pt, fallback: false, hyphenate: false)
#set par(leading: 0.8em, spacing: 1.6em)
#set page(
  paper: "a4",
  margin: (x: 25mm, top: 30mm, bottom: 25mm),
  footer: context if counter(page).final().first() > 1 {
    align(right, text(size: 9pt, [#counter(page).display() / #counter(page).final().first()]))
  },
)
#let lines(words) = words.split("\\n").join(linebreak())

#lines(letter.written)
#for paragraph in letter.text.split("\\n\\n") [#par(lines(paragraph))]
`
