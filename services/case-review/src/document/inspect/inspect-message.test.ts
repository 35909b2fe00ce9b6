import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { docxParts, mailOf, officeOf, photograph, soundPdf } from '../testing-files.ts'
import { compoundOf, messageOf, plainRtf, propertyTypes, type Written } from '../testing-messages.ts'
import { mutated, numbersFrom } from '../testing-mutations.ts'
import { decompressedRtf } from './compressed-rtf.ts'
import { FaultFound } from './fault-found.ts'
import { inspectFile } from './inspect-file.ts'

/** What another reader, which many use, reads of such a mail. */
const Read = z.object({
  subject: z.string(),
  senderName: z.string(),
  clientSubmitTime: z.string(),
  attachments: z.array(z.object({ fileName: z.string() })),
})
const { default: OtherReader } = createRequire(import.meta.url)('@kenjiuno/msgreader')

const { LONG, UNICODE, ANSI, BINARY, FLAG } = propertyTypes

describe('a mail as Outlook keeps it', () => {
  test.each([true, false])(
    'is kept as it was sent, with what it says of itself (Unicode: %s)',
    async (unicode) => {
      const sent = messageOf({
        unicode,
        subject: 'Frage\nzu Müller',
        from: 'Jörg Thistlewood',
        attachments: {
          'scan.pdf': soundPdf(),
          'note.docx': officeOf(docxParts()),
          'before.msg': messageOf({ attachments: { 'photo.jpg': await photograph() } }),
          inner: { subject: 'Inside', attachments: { 'words.txt': 'x', 'old.eml': mailOf() } },
        },
      })
      const { content, kept, mail } = await inspectFile(sent, 'msg')
      expect(Buffer.concat(content)).toEqual(sent)
      expect(kept).toEqual(['embedded-pictures', 'mail-headers', 'names-of-authors'])
      expect(mail).toEqual({
        subject: 'Frage zu Müller',
        from: 'Jörg Thistlewood <orla@agency.example>',
        sentAt: '2026-03-02T10:00:00.000Z',
        attachments: ['scan.pdf', 'note.docx', 'before.msg', 'inner'],
      })
    },
  )

  test('reads as another reader of such mails reads it', async () => {
    for (const unicode of [true, false]) {
      const sent = messageOf({
        unicode,
        subject: 'Über alles',
        attachments: { 'a.pdf': soundPdf(), 'b.txt': 'x'.repeat(9_000) },
      })
      const other = Read.parse(new OtherReader(new Uint8Array(sent).buffer).getFileData())
      const { mail } = await inspectFile(sent, 'msg')
      expect(other.subject).toBe(mail?.subject)
      expect(mail?.from).toBe(`${other.senderName} <orla@agency.example>`)
      expect(other.attachments.map(({ fileName }) => fileName)).toEqual(mail?.attachments)
      expect(new Date(other.clientSubmitTime).toISOString()).toBe(mail?.sentAt)
    }
  })

  test('of any size is read: with a table of sectors longer than its head names', async () => {
    const large = {
      'scan.pdf': soundPdf([`<</Length ${9_000_000}>>\nstream\n${'x'.repeat(9_000_000)}\nendstream`]),
    }
    const sent = messageOf({ attachments: large })
    expect(sent.length).toBeGreaterThan(109 * 128 * 512)
    expect((await inspectFile(sent, 'msg')).mail?.attachments).toEqual(['scan.pdf'])
  })

  test('without a sender, a day or a subject says none; a picture in the text is not listed', async () => {
    const hidden = { 'image001.png': await photograph() }
    const sent = messageOf({ subject: '', from: '', sentAt: null, more: [[0x5d01, UNICODE, '']] })
    expect((await inspectFile(sent, 'msg')).mail).toEqual({
      subject: '',
      from: '',
      sentAt: null,
      attachments: [],
    })
    const shown = {
      attachments: { 'image001.jpg': hidden['image001.png'] },
      attachedAs: [[0x7ffe, FLAG, 1]] as const,
    }
    expect((await inspectFile(messageOf(shown), 'msg')).mail?.attachments).toEqual([])
  })

  const method = (value: number): Written => ({
    attachments: { 'a.pdf': soundPdf() },
    attachedAs: [[0x3705, LONG, value]],
  })
  const rtf = (text: string): Written => ({ more: [[0x1009, BINARY, plainRtf(text)]] })
  const form = Buffer.alloc(8)
  form.writeUInt32LE(0x8541)
  const ofAForm = { '__nameid_version1.0': { '__substg1.0_00030102': form } }
  const cases: [string, () => Buffer, string][] = [
    ['is none', () => Buffer.from('From: a@b.example\r\n\r\n'), 'not-what-it-says'],
    ['is another compound file', () => compoundOf({ WordDocument: Buffer.alloc(600) }), 'not-what-it-says'],
    ['is a contact', () => messageOf({ class: 'IPM.Contact' }), 'not-what-it-says'],
    ['is a form of somebody’s own', () => messageOf({ class: 'IPM.Note.Invented' }), 'not-what-it-says'],
    ['is encrypted', () => messageOf({ class: 'IPM.Note.SMIME' }), 'password'],
    [
      'is signed as a whole',
      () => messageOf({ class: 'IPM.Note.SMIME.MultipartSigned' }),
      'holds-other-files',
    ],
    ['says it is two things', () => messageOf({ more: [[0x001a, ANSI, 'IPM.Contact']] }), 'not-what-it-says'],
    [
      'brings a script along',
      () => messageOf({ more: [[0x8000, BINARY, Buffer.from('x')]], beside: ofAForm }),
      'macros',
    ],
    ['has a program attached', () => messageOf({ attachments: { 'a.exe': 'MZ' } }), 'holds-other-files'],
    ['has an object of another program attached', () => messageOf(method(6)), 'holds-other-files'],
    ['only points at its attachment', () => messageOf(method(2)), 'external-content'],
    ['points at a drive on the web', () => messageOf(method(7)), 'external-content'],
    ['has an attachment of no content', () => messageOf(method(0)), 'damaged'],
    [
      'has a document that is none',
      () => messageOf({ attachments: { 'a.pdf': 'no PDF' } }),
      'not-what-it-says',
    ],
    [
      'has a document with macros',
      () =>
        messageOf({ attachments: { 'a.docx': officeOf({ ...docxParts(), 'word/vbaProject.bin': 'x' }) } }),
      'macros',
    ],
    [
      'calls an attachment two things',
      () => messageOf({ attachments: { 'a.pdf': soundPdf() }, attachedAs: [[0x3704, UNICODE, 'A.EXE']] }),
      'unsafe-names',
    ],
    [
      'has a mail with a program inside',
      () => messageOf({ attachments: { inner: { attachments: { 'a.exe': 'MZ' } } } }),
      'holds-other-files',
    ],
    [
      'has mails in mails in mails without end',
      () =>
        messageOf({
          attachments: { a: { attachments: { a: { attachments: { a: { attachments: { a: {} } } } } } } },
        }),
      'holds-other-files',
    ],
    [
      'has macros of another program',
      () => messageOf({ beside: { Macros: { VBA: Buffer.from('x') } } }),
      'holds-other-files',
    ],
    [
      'has an object in its text',
      () => messageOf(rtf('{\\rtf1{\\object\\objemb{\\*\\objdata 01}}}')),
      'holds-other-files',
    ],
    [
      'fetches in its text',
      () => messageOf(rtf('{\\rtf1{\\field{\\*\\fldinst {DDEAUTO c:\\\\x}}}}')),
      'external-content',
    ],
    [
      'has a text that is none',
      () => messageOf({ more: [[0x1009, BINARY, Buffer.from('short')]] }),
      'damaged',
    ],
    ['is cut off', () => messageOf({ attachments: { 'a.pdf': soundPdf() } }).subarray(0, 2_000), 'damaged'],
    ['goes on behind its end', () => Buffer.concat([messageOf(), Buffer.alloc(70_000)]), 'damaged'],
    [
      'has more than a hundred attachments',
      () =>
        messageOf({
          attachments: Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`${at}.txt`, 'x'])),
        }),
      'too-many-entries',
    ],
  ]
  test.each(cases)('that %s is refused in words', async (_, make, fault) => {
    await expect(inspectFile(make(), 'msg')).rejects.toMatchObject({ fault })
  })

  test('attached to a mail is held to the same', async () => {
    expect((await inspectFile(mailOf({ 'a.msg': messageOf() }), 'eml')).mail?.attachments).toEqual(['a.msg'])
    const bad = mailOf({ 'a.msg': messageOf({ attachments: { 'a.exe': 'MZ' } }) })
    await expect(inspectFile(bad, 'eml')).rejects.toMatchObject({ fault: 'holds-other-files' })
  })

  test('a text is unpacked as its makers describe it, and no further than is checked', () => {
    const packed = Buffer.from(
      '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0',
      'hex',
    )
    expect(decompressedRtf(packed, 1_000)).toBe('{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n')
    expect(() => decompressedRtf(packed, packed.length)).not.toThrow()
    const long = Buffer.concat([
      packed.subarray(0, 16),
      ...Array.from({ length: 60 }, () =>
        Buffer.from([0xfe, 65, ...Array.from({ length: 7 }, () => [0, 15]).flat()]),
      ),
    ])
    expect(() => decompressedRtf(long, 1_000)).toThrow('needs-too-much')
  })

  test('however it is spoilt or prepared, it is refused in words or taken, soon', async () => {
    const files = [
      messageOf({
        attachments: {
          'a.pdf': soundPdf(),
          'b.docx': officeOf(docxParts()),
          in: { attachments: { 'c.txt': 'x' } },
        },
      }),
      messageOf({ unicode: false, ...rtf('{\\rtf1 An invented letter.}') }),
      mailOf({ 'a.msg': messageOf() }),
    ]
    const number = numbersFrom(20_261_122)
    const outcomes = new Map<string, number>()
    let longest = 0
    for (let turn = 0; turn < 900; turn += 1) {
      const whole = files[turn % 2] ?? Buffer.alloc(0)
      const other = files[number(files.length)] ?? whole
      const began = performance.now()
      const looked = await inspectFile(mutated(whole, other, number), 'msg').catch((thrown: unknown) => {
        if (thrown instanceof FaultFound) return thrown.fault
        throw thrown
      })
      longest = Math.max(longest, performance.now() - began)
      const outcome = typeof looked === 'string' ? looked : 'taken'
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    }
    expect(outcomes.size).toBeGreaterThan(3)
    expect(longest).toBeLessThan(2_000)
  }, 60_000)
})
