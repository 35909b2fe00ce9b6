import { describe, expect, test } from 'vitest'
import type { Report } from './report.ts'
import { NotDrawn, taggedReport } from './tagged-pdf.ts'

const report: Report = {
  title: 'Annual report for the year ending 31 March 2025',
  datedOn: '2026-03-04',
  facts: [{ label: 'Area', text: 'Invented' }],
  notices: ['[c] is hidden.'],
  sections: [
    {
      title: 'Deaths notified',
      paragraphs: ['Agencies learnt *much*.', 'And #panic() acted.'],
      tables: [
        {
          title: 'Deaths by age and sex',
          caption: 'Deaths of children',
          head: ['Age', 'Female', 'Male', 'Total'],
          rows: [
            ['0 to 27 days', '[c]', '12', '[c]'],
            ['Total', '20', '30', '50'],
          ],
          notes: ['One review may have several.'],
        },
      ],
    },
    { title: 'Good practice', paragraphs: ['What went well.'], tables: [] },
  ],
}
const source = async (given: Report) => Buffer.from(await taggedReport(given)).toString('latin1')

describe('a report as a PDF', () => {
  test('is tagged and claims PDF/UA-1, with title, language, table headers and a bookmark for each heading', async () => {
    const pdf = await source(report)
    expect(pdf).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/)
    expect(pdf).toMatch(/\/Lang\s*\(en-GB\)/)
    expect(pdf).toMatch(/\/DisplayDocTitle true/)
    expect(pdf).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/)
    for (const tag of ['H1', 'H2', 'H3', 'Table', 'TH', 'TD']) {
      expect(pdf).toMatch(new RegExp(`/S\\s*/${tag}\\b`))
    }
    expect(pdf).toMatch(/\/Outlines \d+ 0 R/)
    for (const title of ['Deaths notified', 'Deaths by age and sex', 'Good practice']) {
      expect(pdf).toMatch(new RegExp(`/Title\\s*\\(${title}\\)`))
    }
  })

  test('is the same, byte for byte, whoever asks and when', async () => {
    const first = await source(report)
    await taggedReport({ ...report, title: 'Another' })
    expect(await source(report)).toBe(first)
  })

  test('is drawn whole or not at all', async () => {
    const [section] = report.sections
    if (section === undefined) throw new Error('there is a section')
    const sections = [{ ...section, paragraphs: ['\u{10ffff}'] }]
    await expect(taggedReport({ ...report, sections })).rejects.toThrow(NotDrawn)
  })
})
