import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Letter } from './letter.ts'
import type { Paper } from './paper.ts'
import { NotDrawn, taggedLetter, taggedPdf } from './tagged-pdf.ts'

const paper: Paper = {
  title: 'Child death reporting form (Form B)',
  reference: 'LDS-2026-K7Q2M9',
  classification: 'OFFICIAL-SENSITIVE',
  datedOn: '2026-03-02',
  facts: [{ label: 'Organisation', text: 'Invented Surgery' }],
  notices: [],
  sections: [
    {
      title: 'About you',
      level: 1,
      rows: [
        { label: 'What is your role?', text: 'Named nurse', note: 'Transcribed from the telephone' },
        { label: 'What happened?', text: 'Two lines\nof text' },
      ],
    },
  ],
}

const source = async (given: Paper) => Buffer.from(await taggedPdf(given)).toString('latin1')
const hashOf = (text: string) => createHash('sha256').update(text, 'latin1').digest('hex')

describe('a paper as a PDF', () => {
  test('is tagged, says so, and claims PDF/UA-1; has a title, a language and marked table headers', async () => {
    const pdf = await source(paper)
    expect(pdf.slice(0, 8)).toBe('%PDF-1.7')
    expect(pdf).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/)
    expect(pdf).toMatch(/\/StructTreeRoot \d+ 0 R/)
    expect(pdf).toMatch(/\/Lang\s*\(en-GB\)/)
    expect(pdf).toMatch(/\/DisplayDocTitle true/)
    expect(pdf).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/)
    for (const tag of ['H1', 'H2', 'Table', 'TH', 'TD', 'TR'])
      expect(pdf).toMatch(new RegExp(`/S\\s*/${tag}\\b`))
  })

  test('is the same, byte for byte, whoever asks and when', async () => {
    const first = hashOf(await source(paper))
    await taggedPdf({ ...paper, title: 'Another' })
    expect(hashOf(await source(paper))).toBe(first)
  })

  test('brings its own fonts, and no other', async () => {
    const fonts = [...(await source(paper)).matchAll(/\/FontName\s*\/[A-Z]{6}\+([\w-]+)/g)].map(
      ([, name]) => name,
    )
    expect([...new Set(fonts)].sort()).toEqual(['DejaVuSans', 'DejaVuSans-Bold'])
  })

  test('takes what people type as text: no markup, no code, no reference', async () => {
    const hostile = '#panic() *bold* $x$ @ref <label> \\ ] [ #import "/etc/passwd" `raw` = Heading'
    await expect(taggedPdf({ ...paper, facts: [{ label: hostile, text: hostile }] })).resolves.toBeInstanceOf(
      Uint8Array,
    )
  })

  test('is never refused for a character: one it cannot show is replaced, and the paper says so', async () => {
    const odd = { ...paper, facts: [{ label: 'Text', text: '日本 👶🏽 Łódź ŵ \u0001 \u{10ffff} \ud800 é' }] }
    const plain = { ...paper, facts: [{ label: 'Text', text: 'Łódź ŵ' }] }
    expect((await taggedPdf(odd)).length).toBeGreaterThan((await taggedPdf(plain)).length)
    const texts = fc.string({ unit: 'binary', maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(texts, texts, async (label, text) => {
        await taggedPdf({ ...paper, facts: [{ label, text }], notices: [text] })
      }),
      { numRuns: 60 },
    )
  })
})

describe('a letter as a PDF', () => {
  const letter = {
    title: 'Letter',
    datedOn: '2026-03-02',
    language: 'pl',
    text: 'Dear Invented\n\nTwo\nlines #panic()',
  }
  const drawn = async (given: Letter) => Buffer.from(await taggedLetter(given)).toString('latin1')

  test('is tagged in its language, has no mark of an office, and is the same byte for byte', async () => {
    const pdf = await drawn(letter)
    expect(pdf).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/)
    expect(pdf).toMatch(/\/Lang\s*\(pl\)/)
    expect(pdf).toMatch(/\/S\s*\/P\b/)
    expect(pdf).not.toContain('Invented')
    expect(hashOf(await drawn(letter))).toBe(hashOf(pdf))
    await expect(taggedLetter({ ...letter, language: null })).resolves.toBeInstanceOf(Uint8Array)
  })

  test('is drawn whole or not at all: no character of it is replaced', async () => {
    await expect(taggedLetter({ ...letter, text: 'Dear 日本' })).rejects.toThrow(NotDrawn)
  })
})
