import { Refusal } from '@cdop/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PostedForm } from './posted-form.ts'
import { streamedForm } from './streamed-form.ts'

const BOUNDARY = '----invented'

/** A body that comes in chunks of these lengths, one after the other and around again. */
function inChunks(body: Buffer, lengths: readonly number[]): ReadableStream<Uint8Array> {
  let at = 0
  let turn = 0
  return new ReadableStream({
    pull(controller) {
      if (at >= body.length) return controller.close()
      const length = lengths[turn % lengths.length] ?? 1
      turn += 1
      controller.enqueue(new Uint8Array(body.subarray(at, at + length)))
      at += length
    },
  })
}

function posted(
  body: Buffer | string,
  lengths: readonly number[] = [7, 64, 1],
  boundary = BOUNDARY,
): Request {
  return new Request('http://portal.example/', {
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: inChunks(Buffer.from(body), lengths),
    duplex: 'half',
  })
}

const field = (name: string, value: string) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const fileHead = (name: string) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="_file"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`
const END = `\r\n--${BOUNDARY}--\r\n`

async function contentOf(form: PostedForm): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of form.upload?.content() ?? []) chunks.push(chunk)
  return Buffer.concat(chunks)
}
const whole = async (body: Buffer | string) => contentOf(await streamedForm(posted(body)))

describe('a form with a file that is read as it comes', () => {
  test('gives its fields first and then every byte of the file, however the body is cut', async () => {
    const chunks = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 })
    const near = fc.constantFrom('\r', '\n', '\r\n', `\r\n--${BOUNDARY.slice(0, 6)}`, '--', 'x')
    const content = fc.array(fc.oneof(near, fc.string({ unit: 'binary' })), { maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(content, chunks, async (pieces, lengths) => {
        const file = Buffer.from(pieces.join(''))
        const body = Buffer.concat([
          Buffer.from(field('a', '1') + fileHead('report.pdf')),
          file,
          Buffer.from(END),
        ])
        const form = await streamedForm(posted(body, lengths))
        expect(form.text('a')).toBe('1')
        expect((await contentOf(form)).equals(file)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test.each([
    ['C:\\Users\\invented\\report.pdf', 'report.pdf'],
    ['../../etc/report.pdf', 'report.pdf'],
    ['a%22b%0D%0A.pdf', 'a"b  .pdf'],
    [`${'x'.repeat(400)}.pdf`, `${'x'.repeat(251)}.pdf`],
    ['', ''],
  ])('keeps of the name %j only %j', async (sent, kept) => {
    const form = await streamedForm(posted(fileHead(sent) + END))
    expect(form.upload?.name).toBe(kept)
  })

  test.each([
    ['ends in the middle of the file', `${fileHead('a.pdf')}half`],
    ['has a field behind the file', `${fileHead('a.pdf')}x\r\n${field('late', '1')}--${BOUNDARY}--`],
    ['has a file where a field should be', fileHead('a.pdf').replace('_file', 'other') + END],
    ['is not one', 'nothing of the kind'],
    [
      'says its name twice over',
      fileHead('a.pdf').replace('filename=', "filename*=UTF-8''b.pdf; filename=") + END,
    ],
    [
      'holds what is not UTF-8',
      Buffer.concat([Buffer.from(field('a', 'x').slice(0, -2)), Buffer.from([0xff]), Buffer.from(END)]),
    ],
  ])('is refused when it %s', async (_, body) => {
    await expect(whole(body)).rejects.toThrow(Refusal)
  })

  test('is refused when its fields are too long, before they are held', async () => {
    await expect(whole(field('a', 'x'.repeat(600_000)) + END)).rejects.toThrow('too-large')
  })

  test('gives several files one after the other where a page takes them, also those nobody read', async () => {
    const several = `${fileHead('a.pdf')}one\r\n${fileHead('b.pdf')}two\r\n${fileHead('c.pdf')}three${END}`
    for (const length of [1, 7, 1_000]) {
      const form = await streamedForm(posted(field('a', '1') + several, [length]), { several: true })
      const found = []
      for (let upload = form.upload; upload !== null; upload = await upload.next()) {
        if (upload.name === 'b.pdf') continue
        const chunks: Uint8Array[] = []
        for await (const chunk of upload.content()) {
          chunks.push(chunk)
          if (upload.name === 'a.pdf') break
        }
        found.push(upload.name, Buffer.concat(chunks).toString())
      }
      expect(found.slice(2)).toEqual(['c.pdf', 'three'])
    }
    const late = await streamedForm(posted(`${fileHead('a.pdf')}x\r\n${field('late', '1')}--${BOUNDARY}--`), {
      several: true,
    })
    await expect(late.upload?.next()).rejects.toThrow(Refusal)
    await expect(whole(several)).rejects.toThrow(Refusal)
  })
})
