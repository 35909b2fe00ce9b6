import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import type { BlankForm } from './blank-form.ts'
import { wordForm } from './word-form.ts'

const form: BlankForm = {
  title: 'Child death reporting form (Form B)',
  introduction: ['Version in use from 1 April 2026.'],
  footer: 'OFFICIAL-SENSITIVE when filled in',
  sections: [
    {
      title: 'About you',
      hint: 'Who fills this in',
      items: [
        { of: 'note', text: 'Read this & that <first>' },
        { of: 'question', name: 'role', label: 'What is your role?', kind: 'text', hint: 'In your agency' },
        {
          of: 'question',
          name: 'seen',
          label: 'When was the child seen?',
          kind: 'date',
          instead: 'I do not know',
        },
        { of: 'question', name: 'known', label: 'Known?', kind: 'choice', options: ['Yes', 'No'] },
        {
          of: 'question',
          name: 'services',
          label: 'Services',
          kind: 'choices',
          options: ['GP', 'School', 'Other'],
        },
        {
          of: 'table',
          label: 'Who else was there?',
          when: 'Answer only if “Known?” is “Yes”.',
          columns: [
            { name: 'who', label: 'Who', kind: 'text' },
            { name: 'since', label: 'Since', kind: 'date' },
          ],
        },
      ],
    },
  ],
}

const partsOf = (file: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]))
const documentOf = (given: BlankForm) => partsOf(wordForm(given))['word/document.xml'] ?? ''
const all = (xml: string, found: RegExp) => [...xml.matchAll(found)].map(([, one]) => one)

/** Throws unless the text is well-formed XML whose prefixes are declared. */
function parse(xml: string): void {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (thrown) => {
    throw thrown
  })
  parser.write(xml).close()
}

describe('a blank form as a Word file', () => {
  test('has the parts a word processor opens it by, each of them well-formed', () => {
    const parts = partsOf(wordForm(form))
    expect(Object.keys(parts)[0]).toBe('[Content_Types].xml')
    for (const [name, xml] of Object.entries(parts)) {
      expect(() => parse(xml), name).not.toThrow()
      if (name.endsWith('.xml') && name !== '[Content_Types].xml' && !name.startsWith('_')) {
        expect(parts['[Content_Types].xml']).toContain(`PartName="/${name}"`)
      }
    }
    const targets = all(parts['word/_rels/document.xml.rels'] ?? '', /Target="([^"]*)"/g)
    for (const target of targets) expect(Object.keys(parts)).toContain(`word/${target}`)
  })

  test('says its title and its language', () => {
    const parts = partsOf(wordForm(form))
    expect(parts['docProps/core.xml']).toContain('<dc:title>Child death reporting form (Form B)</dc:title>')
    expect(parts['docProps/core.xml']).toContain('<dc:language>en-GB</dc:language>')
    expect(parts['word/styles.xml']).toContain('<w:lang w:val="en-GB"')
  })

  test('has real headings in order: one for the form, one a section, one a question', () => {
    const levels = all(documentOf(form), /<w:pStyle w:val="Heading(\d)"/g).map(Number)
    expect(levels).toEqual([1, 2, 3, 3, 3, 3, 3])
    const styles = partsOf(wordForm(form))['word/styles.xml'] ?? ''
    for (const level of [1, 2, 3]) expect(styles).toContain(`<w:name w:val="heading ${level}"/>`)
  })

  test('has a named field for every answer, each with an id and a tag of its own', () => {
    const xml = documentOf(form)
    const titles = all(xml, /<w:alias w:val="([^"]*)"/g)
    // Four questions, one way out, three boxes in place of one field, and a table of four rows by two.
    expect(titles).toHaveLength(3 + 1 + 3 + 8)
    for (const label of ['What is your role?', 'Services: School', 'Since, row 4'])
      expect(titles).toContain(label)
    for (const found of [all(xml, /<w:id w:val="(\d+)"/g), all(xml, /<w:tag w:val="([^"]*)"/g)]) {
      expect(new Set(found).size).toBe(titles.length)
    }
    expect(xml).toContain('<w:listItem w:displayText="Yes" w:value="Yes"/>')
    expect(xml.match(/<w:date>/g)).toHaveLength(1 + 4)
    expect(xml.match(/<w14:checkbox>/g)).toHaveLength(1 + 3)
  })

  test('has tables whose first row is marked as their header, and what they are of', () => {
    const xml = documentOf(form)
    expect(xml.match(/<w:tbl>/g)).toHaveLength(1)
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(xml).toContain('<w:tblCaption w:val="Who else was there?"/>')
    expect(xml.indexOf('<w:tblHeader/>')).toBeLessThan(xml.indexOf('Since, row 1'))
  })

  test('is the same, byte for byte, whenever it is written', () => {
    const hash = () => createHash('sha256').update(wordForm(form)).digest('hex')
    expect(hash()).toBe(hash())
    // The day in the head of the zip's first part: 1 January 1980, the first a zip knows.
    expect(Buffer.from(wordForm(form)).readUInt16LE(12)).toBe(0x21)
  })

  test('stays well-formed, whatever the words of a form are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (words) => {
        const items = [
          { of: 'question' as const, name: words, label: words, kind: 'choice' as const, options: [words] },
        ]
        const parts = partsOf(
          wordForm({ ...form, title: words, footer: words, sections: [{ title: words, items }] }),
        )
        for (const xml of Object.values(parts)) parse(xml)
      }),
      { numRuns: 100 },
    )
  })
})
