import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { lockedPdf } from './locked-pdf.ts'
import type { Paper } from './paper.ts'
import { taggedPdf } from './tagged-pdf.ts'

const WORDS = 'An invented child became ill at home.'
const paper: Paper = {
  title: 'Case for the panel',
  reference: 'LDS-2026-K7Q2M9',
  classification: 'OFFICIAL-SENSITIVE',
  datedOn: '2026-03-02',
  facts: [{ label: 'Age', text: '1 to 4 years' }],
  notices: [],
  sections: [{ title: 'Summary', level: 1, rows: [{ label: 'Summary', text: WORDS }] }],
  watermark: 'Helen Marsh, 2 March 2026 at 10:00',
}
const passphrase = 'four invented words here'

const opened = (pdf: Uint8Array, password?: string) =>
  getDocument({ data: pdf.slice(), ...(password !== undefined && { password }), verbosity: 0 }).promise

async function read(pdf: Uint8Array, password: string) {
  const document = await opened(pdf, password)
  const page = await document.getPage(1)
  const { items } = await page.getTextContent()
  const { info } = await document.getMetadata()
  return {
    text: items.map((item) => ('str' in item ? item.str : '')).join(' '),
    info,
    marked: await document.getMarkInfo(),
    tree: JSON.stringify(await page.getStructTree()),
  }
}

describe('a PDF under a passphrase', () => {
  test('opens with it, with its words, tags, title and language, and the reader’s name across each page', async () => {
    const { text, info, marked, tree } = await read(
      await lockedPdf(await taggedPdf(paper), passphrase),
      passphrase,
    )
    expect(text).toContain(WORDS)
    expect(text).toContain('Helen Marsh, 2 March 2026 at 10:00')
    expect(info).toMatchObject({ Title: paper.title, Language: 'en-GB' })
    expect(marked).toMatchObject({ Marked: true })
    expect(tree).toContain('"role":"H1"')
  })

  test('opens with no other, nor without one', async () => {
    const pdf = await lockedPdf(await taggedPdf(paper), passphrase)
    for (const wrong of [undefined, '', 'four invented words Here']) {
      await expect(opened(pdf, wrong)).rejects.toThrow(/password/i)
    }
  })

  test('shows none of its words to whoever has the bytes alone', async () => {
    const pdf = Buffer.from(await lockedPdf(await taggedPdf(paper), passphrase)).toString('latin1')
    for (const said of ['invented', paper.title, 'Helen Marsh', 'en-GB', passphrase]) {
      expect(pdf).not.toContain(said)
    }
    expect(pdf).toMatch(/\/CFM \/AESV3/)
    expect(pdf).toMatch(/\/R 6\b/)
  })

  test('is not made under a passphrase that is easily guessed', async () => {
    await expect(lockedPdf(await taggedPdf(paper), 'short')).rejects.toThrow(RangeError)
  })
})
