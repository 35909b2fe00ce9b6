import { documentLimits } from '@cdop/domain'
import { expect, test } from 'vitest'
import { inPieces } from './in-pieces.ts'

async function* content(lengths: readonly number[]) {
  const zeros = Buffer.alloc(Math.max(0, ...lengths))
  for (const length of lengths) yield zeros.subarray(0, length)
}

async function cut(lengths: readonly number[]): Promise<(number | null)[]> {
  const pieces: (number | null)[] = []
  for await (const piece of inPieces(content(lengths))) pieces.push(piece?.length ?? null)
  return pieces
}

const { piece, bytes } = documentLimits

test('a file is cut into pieces of one length, whatever it comes in, and the last is what is left', async () => {
  expect(await cut([])).toEqual([])
  expect(await cut([1, 2])).toEqual([3])
  expect(await cut([piece - 1, 1, 1])).toEqual([piece, 1])
  expect(await cut([3 * piece + 5])).toEqual([piece, piece, piece, 5])
})

test('a file that is too long is not read further than that is known', async () => {
  const megabyte = 1024 * 1024
  const whole = Array.from({ length: bytes / megabyte }, () => megabyte)
  expect((await cut(whole)).at(-1)).toBe(piece)
  expect((await cut([...whole, 1, 999])).slice(-2)).toEqual([piece, null])
})
