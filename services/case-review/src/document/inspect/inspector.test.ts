import { AreaId } from '@cdop/domain'
import { describe, expect, test } from 'vitest'
import { docxParts, officeOf, soundPdf } from '../testing-files.ts'
import { type Looked, processInspector } from './inspector.ts'

const inspector = processInspector()
const asker = { areaId: AreaId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b01'), who: 'somebody' }

async function* inChunks(content: Buffer, length = 100) {
  for (let at = 0; at < content.length; at += length) yield content.subarray(at, at + length)
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
      inspector.inspect(asker, 'pdf', inChunks(pdf), whole),
      inspector.inspect(asker, 'pdf', inChunks(officeOf(docxParts())), whole),
    ])
    expect(taken).toEqual({ kept: [], content: pdf })
    expect(refused).toEqual({ fault: 'not-what-it-says' })
  })

  test('takes no more memory than 256 MB: a file that would is refused and its process ended', async () => {
    // Hundreds of thousands of addresses: each is an object of its own to the reader.
    const streams = soundPdf(['\nstream\nendstream'.repeat(45 * 64 * 1024)])
    expect(await inspector.inspect(asker, 'pdf', inChunks(streams, 65_536), whole)).toEqual({
      fault: 'needs-too-much',
    })
  })

  test('lets the next file in when one could not be read to its end', async () => {
    const broken = async function* () {
      yield Buffer.from('%PDF')
      throw new Error('a piece is missing')
    }
    for (const _ of [1, 2, 3]) {
      await expect(inspector.inspect(asker, 'pdf', broken(), whole)).rejects.toThrow('a piece is missing')
    }
    expect(await inspector.inspect(asker, 'docx', inChunks(Buffer.from('no')), whole)).toEqual({
      fault: 'not-what-it-says',
    })
  })
})
