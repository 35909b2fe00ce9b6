import { expect, test } from 'vitest'
import { escaped } from './escaped.ts'

test('words keep their lines and letters, markup is none, and what XML cannot hold is replaced', () => {
  expect(escaped('a & b < "c" > d')).toBe('a &amp; b &lt; &quot;c&quot; &gt; d')
  expect(escaped('line\n\tnext\r Łódź 👶')).toBe('line\n\tnext\r Łódź 👶')
  for (const code of [0x00, 0x08, 0x0b, 0x0c, 0x1f, 0x7f, 0xd83d, 0xfffe, 0xffff]) {
    expect(escaped(`a${String.fromCharCode(code)}b`), code.toString(16)).toBe('a\uFFFDb')
  }
})
