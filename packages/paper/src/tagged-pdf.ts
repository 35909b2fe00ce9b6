import { readFile } from 'node:fs/promises'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { fontCoverage } from './font-coverage.ts'
import { type Letter, letterTemplate } from './letter.ts'
import type { Paper, PaperRow } from './paper.ts'
import { paperTemplate } from './paper-template.ts'
import { type Report, type ReportTable, reportTemplate } from './report.ts'

/** A document that could not be drawn. Says nothing of what stands in it. */
export class NotDrawn extends Error {
  constructor() {
    super('the document could not be drawn')
    this.name = 'NotDrawn'
  }
}

type Press = { readonly compiler: NodeCompiler; readonly shows: (codePoint: number) => boolean }

/** Made at the first document: a process that draws none pays nothing. */
let ready: Promise<Press> | undefined

async function press(): Promise<Press> {
  const font = (name: string) => readFile(new URL(`../fonts/${name}`, import.meta.url))
  const fonts = await Promise.all([font('DejaVuSans.ttf'), font('DejaVuSans-Bold.ttf')])
  const typst = await import('@myriaddreamin/typst-ts-node-compiler')
  const coverages = fonts.map(fontCoverage)
  return {
    compiler: typst.NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] }),
    shows: (codePoint) => coverages.every((covers) => covers(codePoint)),
  }
}

const REPLACED = '\u{fffd}'
/** Say how their neighbours are joined or drawn, and have no shape of their own. */
const SHAPELESS = /\p{Default_Ignorable_Code_Point}/gu

/** What the fonts here can show of a text, and whether that is all of it. */
function shown(text: string, shows: Press['shows']): { text: string; whole: boolean } {
  let whole = true
  const spelled = [...text.toWellFormed().normalize('NFC').replace(SHAPELESS, '').replace(/\t/g, ' ')].map(
    (character) => {
      if (character === '\n' || shows(character.codePointAt(0) ?? 0)) return character
      whole = false
      return REPLACED
    },
  )
  return { text: spelled.join(''), whole }
}

/** The paper as these fonts can show it. */
function showable(paper: Paper, shows: Press['shows']): Paper {
  let whole = true
  const fit = (text: string) => {
    const found = shown(text, shows)
    whole &&= found.whole
    return found.text
  }
  const fitRow = ({ label, text, note }: PaperRow): PaperRow => ({
    label: fit(label),
    text: fit(text),
    ...(note !== undefined && { note: fit(note) }),
  })
  const fitted = {
    ...paper,
    title: fit(paper.title),
    reference: fit(paper.reference),
    facts: paper.facts.map(fitRow),
    notices: paper.notices.map(fit),
    ...(paper.watermark !== undefined && { watermark: fit(paper.watermark) }),
    sections: paper.sections.map((section) => ({
      ...section,
      title: fit(section.title),
      rows: section.rows.map(fitRow),
    })),
  }
  if (whole) return fitted
  const notice = `Characters that cannot be printed here are shown as ${REPLACED}. The JSON file of the form has them.`
  return { ...fitted, notices: [...fitted.notices, notice] }
}

/**
 * A paper as a tagged PDF that claims PDF/UA-1. The same paper gives the same bytes.
 * @throws NotDrawn
 */
export async function taggedPdf(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  ready ??= press()
  const { shows } = await ready
  return drawn(paperTemplate, showable(paper, shows))
}

const written = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/**
 * A letter as a tagged PDF that claims PDF/UA-1. The same letter gives the same bytes. A letter is drawn whole or not at
 * all: no character of it is replaced.
 * @throws NotDrawn, also for a character no font here can show
 */
export async function taggedLetter(letter: Letter): Promise<Uint8Array<ArrayBuffer>> {
  ready ??= press()
  const { shows } = await ready
  const { text, whole } = shown(letter.text, shows)
  if (!whole) throw new NotDrawn()
  const on = written.format(new Date(`${letter.datedOn}T00:00:00Z`))
  return drawn(letterTemplate, { ...letter, text, language: letter.language ?? 'und', written: on })
}

/**
 * A report as a tagged PDF that claims PDF/UA-1, with a bookmark for each heading. The same report gives the same bytes. A report
 * is drawn whole or not at all: no character of it is replaced.
 * @throws NotDrawn, also for a character no font here can show
 */
export async function taggedReport(report: Report): Promise<Uint8Array<ArrayBuffer>> {
  ready ??= press()
  const { shows } = await ready
  const fit = (text: string) => {
    const found = shown(text, shows)
    if (!found.whole) throw new NotDrawn()
    return found.text
  }
  const fitTable = ({ title, caption, head, rows, notes }: ReportTable): ReportTable => ({
    title: fit(title),
    caption: fit(caption),
    head: head.map(fit),
    rows: rows.map((row) => row.map(fit)),
    notes: notes.map(fit),
  })
  return drawn(reportTemplate, {
    ...report,
    title: fit(report.title),
    facts: report.facts.map(({ label, text }) => ({ label: fit(label), text: fit(text) })),
    notices: report.notices.map(fit),
    sections: report.sections.map(({ title, paragraphs, tables }) => ({
      title: fit(title),
      paragraphs: paragraphs.map(fit),
      tables: tables.map(fitTable),
    })),
  })
}

/** What stands in a document, drawn by its template. */
async function drawn(mainFileContent: string, document: object): Promise<Uint8Array<ArrayBuffer>> {
  ready ??= press()
  const { compiler } = await ready
  const inputs = { paper: JSON.stringify(document) }
  try {
    return new Uint8Array(compiler.pdf({ mainFileContent, inputs }, { pdfStandard: 'ua-1', pdfTags: true }))
  } catch {
    // What typst says repeats what stands in the document: it goes no further than here.
    throw new NotDrawn()
  } finally {
    compiler.evictCache(0)
  }
}
