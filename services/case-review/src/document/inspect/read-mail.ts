import { type AttachmentStream, type Headers, MailParser } from 'mailparser'
import { FaultFound } from './fault-found.ts'
import { letGo } from './let-go.ts'

/** An attachment, with all its bytes. */
export type Attached = Pick<AttachmentStream, 'contentType' | 'filename' | 'related'> & { content: Buffer }

/**
 * Reads a mail and gives its attachments one after the other: of a mail with many, one is in memory at a time.
 * @param use what is thrown here ends the reading
 * @throws FaultFound `damaged` for what is no mail
 */
export async function readMail(
  content: Buffer,
  use: (attached: Attached) => Promise<void>,
): Promise<Headers> {
  const parser = new MailParser({ skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true })
  let headers: Headers = new Map()
  parser.on('headers', (found) => {
    headers = found
  })
  let thrownInside: unknown = null
  parser.end(content)
  try {
    for await (const part of parser) {
      if (part.type !== 'attachment') continue
      const chunks: Buffer[] = []
      for await (const chunk of part.content) chunks.push(chunk)
      const whole = Buffer.concat(chunks)
      chunks.length = 0
      letGo(whole.length)
      try {
        await use({ ...named(part), content: whole })
      } catch (thrown) {
        thrownInside = thrown
        throw thrown
      }
      part.release()
    }
  } catch (thrown) {
    throw thrownInside === null ? new FaultFound('damaged') : thrown
  }
  return headers
}

const named = ({ contentType, filename, related }: AttachmentStream) => ({ contentType, filename, related })
