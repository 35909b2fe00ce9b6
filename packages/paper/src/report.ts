import type { PaperRow } from './paper.ts'

/** A table as it is printed: a head, and rows whose first cell names them. */
export type ReportTable = {
  readonly title: string
  /** What is counted, of whom and when. */
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly notes: readonly string[]
}

/** A report as what stands in it, before it is drawn. */
export type Report = {
  readonly title: string
  /** Civil date it is dated by: of its publication, not of the day somebody asked for it. */
  readonly datedOn: string
  readonly facts: readonly PaperRow[]
  readonly notices: readonly string[]
  readonly sections: readonly {
    readonly title: string
    readonly paragraphs: readonly string[]
    readonly tables: readonly ReportTable[]
  }[]
}

/**
 * How a report is drawn: what it is, its contents, and a heading of its own for each section and table, which are the bookmarks
 * too. What stands in it arrives as JSON and is shown as text, never read as markup.
 */
export const reportTemplate = `
#let report = json(bytes(sys.inputs.paper))
#let (year, month, day) = report.datedOn.split("-").map(int)
#set document(title: report.title, date: datetime(year: year, month: month, day: day))
#set text(lang: "en", region: "GB", font: "DejaVu Sans", size: 10.5pt, fallback: false, hyphenate: false)
#set par(leading: 0.7em, spacing: 1.2em)
#set page(
  paper: "a4",
  margin: (x: 22mm, top: 22mm, bottom: 22mm),
  footer: context text(size: 8pt, grid(
    columns: (1fr, auto),
    report.title,
    [Page #counter(page).display() of #counter(page).final().first()],
  )),
)
#show heading: set block(above: 1.6em, below: 0.8em, sticky: true)
#show heading.where(level: 1): set text(size: 19pt)
#show heading.where(level: 2): set text(size: 14pt)
#show heading.where(level: 3): set text(size: 11pt)

#let lines(words) = words.split("\\n").join(linebreak())
#let printed(head, rows) = table(
  columns: (2fr,) + (1fr,) * (head.len() - 1),
  align: (column, row) => if column == 0 { left } else { right },
  inset: 5pt,
  stroke: (x: none, y: 0.5pt + luma(70%)),
  table.header(..head.map(strong)),
  ..rows.flatten().map(lines),
)

#heading(level: 1, report.title)
#table(
  columns: (1fr, 2fr),
  inset: 5pt,
  stroke: (x: none, y: 0.5pt + luma(70%)),
  table.header(strong("About this report"), strong("Details")),
  ..report.facts.map(row => (lines(row.label), lines(row.text))).flatten(),
)
#for notice in report.notices [#block(inset: (left: 8pt), stroke: (left: 3pt), lines(notice))]
#outline(title: "Contents", depth: 2)
#for section in report.sections [
  #heading(level: 2, section.title)
  #for paragraph in section.paragraphs [#par(lines(paragraph))]
  #for table in section.tables [
    #heading(level: 3, table.title)
    #text(size: 9pt, par(lines(table.caption)))
    #text(size: if table.head.len() > 5 { 7pt } else { 9pt }, printed(table.head, table.rows))
    #for note in table.notes [#text(size: 9pt, par(lines(note)))]
  ]
]
`
