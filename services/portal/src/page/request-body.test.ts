import { Refusal } from '@cdop/domain'
import { describe, expect, test } from 'vitest'
import { LARGEST_FORM } from './posted-form.ts'
import { postedForm } from './request-body.ts'

const MOST = 1_000

function sent(parts: readonly (readonly [string, string | Uint8Array])[]): Request {
  const body = new FormData()
  for (const [name, value] of parts) {
    if (typeof value === 'string') body.append(name, value)
    else body.append(name, new Blob([new Uint8Array(value)]), 'a-name-nobody-reads.csv')
  }
  return new Request('http://portal.example/', { method: 'POST', body })
}

const codeOf = (request: Request, most: number | null = MOST) =>
  postedForm(request, most).then(
    () => 'taken',
    (thrown: unknown) => (thrown instanceof Refusal ? thrown.code : 'broke'),
  )

const bytes = (size: number) => new Uint8Array(size).fill(97)

describe('a form with a file', () => {
  test('brings its fields and the bytes of the file, as they are', async () => {
    const file = new Uint8Array([0xef, 0xbb, 0xbf, 0, 13, 10, 255])
    const form = await postedForm(
      sent([
        ['_csrf', 'abc'],
        ['source', 'ons'],
        ['_file', file],
      ]),
      MOST,
    )
    expect(form.text('_csrf')).toBe('abc')
    expect(form.text('source')).toBe('ons')
    expect(form.file).toEqual(file)
  })

  test('without a chosen file has none', async () => {
    expect((await postedForm(sent([['_file', bytes(0)]]), MOST)).file).toBeNull()
  })

  test.each([
    ['a file larger than the page takes', sent([['_file', bytes(MOST + 1)]]), 'too-large'],
    ['a body larger than any', sent([['_file', bytes(MOST + LARGEST_FORM + 1)]]), 'too-large'],
    ['fields larger than a form', sent([['a', 'x'.repeat(LARGEST_FORM + 1)]]), 'too-large'],
    [
      'two files',
      sent([
        ['_file', bytes(1)],
        ['_file', bytes(1)],
      ]),
      'unreadable',
    ],
    ['a file in another field', sent([['other', bytes(1)]]), 'unreadable'],
    ['a name that reaches for a prototype', sent([['__proto__', 'x']]), 'unreadable'],
    ['text that cannot be stored', sent([['a', 'b\u0000c']]), 'unreadable'],
    [
      'parts that are none',
      new Request('http://portal.example/', {
        method: 'POST',
        body: 'nothing of the sort',
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
      }),
      'unreadable',
    ],
  ])('is refused for %s', async (_, request, code) => {
    expect(await codeOf(request)).toBe(code)
  })

  test('is refused by a page that takes no file', async () => {
    expect(await codeOf(sent([['_file', bytes(1)]]), null)).toBe('unreadable')
  })
})
