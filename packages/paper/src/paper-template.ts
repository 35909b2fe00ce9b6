/**
 * How every paper is drawn. What stands in it arrives as JSON through `sys.inputs` and is shown as text, never read as
 * markup. Rows are tables of two columns whose first row says what they are: it repeats on every page.
 */
export const paperTemplate = `
#let paper = json(bytes(sys.inputs.paper))
#let (year, month, day) = paper.datedOn.split("-").map(int)
#set document(title: paper.title, date: datetime(year: year, month: month, day: day))
#set text(lang: "en", region: "GB", font: "DejaVu Sans", size: 10pt, fallback: false, hyphenate: false)
#set par(leading: 0.6em)
#set page(
  paper: "a4",
  margin: (x: 20mm, top: 25mm, bottom: 22mm),
  background: if "watermark" in paper {
    rotate(-55deg, text(size: 22pt, fill: luma(225), paper.watermark))
  },
  header: text(size: 8pt, grid(columns: (1fr, auto), paper.reference, strong(paper.classification))),
  footer: context text(size: 8pt, grid(
    columns: (1fr, auto),
    paper.title,
    [Page #counter(page).display() of #counter(page).final().first()],
  )),
)
#show heading: set block(above: 1.4em, below: 0.7em, sticky: true)
#show heading.where(level: 1): set text(size: 17pt)
#show heading.where(level: 2): set text(size: 13pt)
#show heading.where(level: 3): set text(size: 11pt)

#let lines(words) = words.split("\\n").join(linebreak())
#let rows(head, entries) = table(
  columns: (2fr, 3fr),
  inset: 6pt,
  stroke: (x: none, y: 0.5pt + luma(70%)),
  table.header(..head.map(strong)),
  ..entries.map(row => (
    lines(row.label),
    [#lines(row.text)#if "note" in row [#parbreak()#text(size: 8.5pt, lines(row.note))]],
  )).flatten(),
)

#heading(level: 1, paper.title)
#rows(("About this document", "Details"), paper.facts)
#for notice in paper.notices [#block(inset: (left: 8pt), stroke: (left: 3pt), lines(notice))]
#for section in paper.sections [
  #heading(level: section.level + 1, section.title)
  #if section.rows.len() > 0 [#rows(("Question", "Answer"), section.rows)]
]
`
