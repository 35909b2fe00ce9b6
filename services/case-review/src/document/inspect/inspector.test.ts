import { describe, expect, test } from 'vitest'
import { docxParts, officeOf, soundPdf } from '../testing-files.ts'
import { type Looked, processInspector } from './inspector.ts'

const inspector = processInspector()

async function* inChunks(content: Buffer) {
  for (let at = 0; at < content.length; at += 100) yield content.subarray(at, at + 100)
}

async function whole(looked: Looked) {
  if ('fault' in looked) return looked
  const chunks: Buffer[] = []
  for await (const chunk of looked.content) chunks.push(chunk)
  return { kept: looked.kept, content: Buffer.concat(chunks) }
}

describe('a process of its own for each file', { timeout: 60_000 }, () => {
  test('takes a file in and gives back what is kept of it, or says what is wrong', async () => {
    const pdf = soundPdf()
    const [taken, refused] = await Promise.all([
      inspector.inspect('pdf', inChunks(pdf), whole),
      inspector.inspect('pdf', inChunks(officeOf(docxParts())), whole),
    ])
    expect(taken).toEqual({ kept: [], content: pdf })
    expect(refused).toEqual({ fault: 'not-what-it-says' })
  })

  test('lets the next file in when one could not be read to its end', async () => {
    const broken = async function* () {
      yield Buffer.from('%PDF')
      throw new Error('a piece is missing')
    }
    for (const _ of [1, 2, 3]) {
      await expect(inspector.inspect('pdf', broken(), whole)).rejects.toThrow('a piece is missing')
    }
    expect(await inspector.inspect('docx', inChunks(Buffer.from('no')), whole)).toEqual({
      fault: 'not-what-it-says',
    })
  })
})
