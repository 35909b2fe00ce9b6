import { isStorable, Refusal } from '@cdop/domain'
import { LARGEST_FORM, type PostedForm, type PostedUpload, readForm } from './posted-form.ts'
import { FILE } from './request-body.ts'

/** Bytes of the headers of one part. */
const LONGEST_HEAD = 8_192
/** Characters of a file's name that are kept: its end, which says what it is. */
const LONGEST_NAME = 255
/** Bytes read away behind a file that was not taken, so that the browser hears the answer. */
const READ_AWAY = 200 * 1024 * 1024

const LINE_END = Buffer.from('\r\n')
const HEAD_END = Buffer.from('\r\n\r\n')

/** Bytes of a body as they come, held no longer than they have to be. */
class Body {
  private room = Buffer.alloc(64 * 1024)
  private from = 0
  private to = 0
  private readonly chunks: AsyncIterator<Uint8Array>

  constructor(body: AsyncIterable<Uint8Array>) {
    this.chunks = body[Symbol.asyncIterator]()
  }

  private get held(): Buffer {
    return this.room.subarray(this.from, this.to)
  }

  /** False at the end. However small the chunks are, a byte is moved a few times at most. */
  private async more(): Promise<boolean> {
    const next = await this.chunks.next()
    if (next.done === true) return false
    const { value } = next
    if (this.to + value.length > this.room.length) {
      const { held } = this
      const wanted = held.length + value.length
      const room = wanted * 2 > this.room.length ? Buffer.alloc(wanted * 2) : this.room
      held.copy(room)
      this.room = room
      this.from = 0
      this.to = held.length
    }
    this.room.set(value, this.to)
    this.to += value.length
    return true
  }

  /** All before a mark, which is passed over. @throws Refusal `too-large`, `unreadable` */
  async until(mark: Buffer, most: number): Promise<Buffer> {
    let looked = 0
    for (;;) {
      const { held } = this
      const at = held.indexOf(mark, looked)
      if (at >= 0 ? at > most : held.length > most + mark.length) throw new Refusal('too-large')
      if (at >= 0) {
        this.from += at + mark.length
        return Buffer.from(held.subarray(0, at))
      }
      looked = Math.max(0, held.length - mark.length + 1)
      if (!(await this.more())) throw new Refusal('unreadable')
    }
  }

  /** All before a mark, as it comes. @throws Refusal `unreadable` when the body ends before it */
  async *upTo(mark: Buffer): AsyncGenerator<Buffer, void, undefined> {
    for (;;) {
      const { held } = this
      const at = held.indexOf(mark)
      const sure = at >= 0 ? at : held.length - mark.length + 1
      if (sure > 0) {
        // A copy: what is held is written over.
        const bytes = Buffer.from(held.subarray(0, sure))
        this.from += sure
        yield bytes
      }
      if (at >= 0) {
        this.from += mark.length
        return
      }
      if (!(await this.more())) throw new Refusal('unreadable')
    }
  }

  async starts(beginning: Buffer): Promise<boolean> {
    while (this.held.length < beginning.length) if (!(await this.more())) return false
    return this.held.subarray(0, beginning.length).equals(beginning)
  }

  /** Reads what is left away, up to a limit. */
  async readAway(): Promise<void> {
    for (let read = 0; read < READ_AWAY; ) {
      this.from = 0
      this.to = 0
      if (!(await this.more())) return
      read += this.to
    }
  }
}

type Part = { name: string; fileName: string | null }

const unquoted = (text: string) =>
  text.replace(/%(22|0D|0A)/gi, (_, code: string) => (code === '22' ? '"' : ' '))

/** @throws Refusal `unreadable` for what no browser sends */
function partOf(head: Buffer): Part {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(head)
  } catch {
    throw new Refusal('unreadable')
  }
  const disposition = /^content-disposition:[ \t]*form-data;(.*)$/im.exec(text)?.[1] ?? ''
  const name = /[; \t]name="([^"]*)"/.exec(` ${disposition}`)?.[1]
  const fileName = /[; \t]filename="([^"]*)"/.exec(disposition)?.[1]
  if (name === undefined || /filename\*/i.test(disposition)) throw new Refusal('unreadable')
  return { name: unquoted(name), fileName: fileName === undefined ? null : unquoted(fileName) }
}

/** What a file is called, without where it lay. */
function baseName(fileName: string): string {
  const name = (fileName.split(/[\\/]/).at(-1) ?? '').replace(/\p{Cc}/gu, ' ').trim()
  return isStorable(name) ? [...name].slice(-LONGEST_NAME).join('').slice(-LONGEST_NAME) : ''
}

/**
 * A form with a file that is read as it comes and never held: its fields come first, as they stand in the form; the file's
 * content comes when it is asked for. Where a page takes `several` files, each follows the one before.
 * @throws Refusal `unreadable` for anything a browser does not send, `too-large`
 */
export async function streamedForm(
  request: Request,
  { several = false }: { several?: boolean } = {},
): Promise<PostedForm> {
  const type = request.headers.get('content-type') ?? ''
  const boundary = /^multipart\/form-data\s*;.*boundary=(?:"([^"]{1,70})"|([^\s;,"]{1,70}))/i.exec(type)
  if (boundary === null || request.body === null) throw new Refusal('unreadable')
  const mark = Buffer.from(`--${boundary[1] ?? boundary[2] ?? ''}`)
  const between = Buffer.concat([LINE_END, mark])
  const body = new Body(request.body)
  await body.until(mark, 0)
  const fields = new URLSearchParams()
  let size = 0
  while (await body.starts(LINE_END)) {
    const { name, fileName } = partOf(await body.until(HEAD_END, LONGEST_HEAD))
    if (fileName !== null) {
      if (name !== FILE) throw new Refusal('unreadable')
      return readForm(fields.toString(), null, uploadOf({ body, between, several }, fileName))
    }
    const value = await body.until(between, LARGEST_FORM)
    size += name.length + value.length
    if (size > LARGEST_FORM) throw new Refusal('too-large')
    try {
      fields.append(name, new TextDecoder('utf-8', { fatal: true }).decode(value))
    } catch {
      throw new Refusal('unreadable')
    }
  }
  return readForm(fields.toString())
}

type Files = { body: Body; between: Buffer; several: boolean }

function uploadOf(files: Files, fileName: string): PostedUpload {
  const { body, between, several } = files
  let begun = false
  let read = false
  async function* content(): AsyncGenerator<Uint8Array, void, undefined> {
    begun = true
    yield* body.upTo(between)
    read = true
    // Only the end, or another file, may follow: a field behind the file would have been missed when the form was read.
    if (!several && !(await body.starts(Buffer.from('--')))) throw new Refusal('unreadable')
  }
  return {
    name: baseName(fileName),
    content() {
      if (begun) throw new Error('a file is read once')
      return content()
    },
    async next() {
      begun = true
      if (!read) for await (const bytes of body.upTo(between)) bytes.fill(0)
      read = true
      if (await body.starts(Buffer.from('--'))) return null
      if (!several || !(await body.starts(LINE_END))) throw new Refusal('unreadable')
      const part = partOf(await body.until(HEAD_END, LONGEST_HEAD))
      if (part.fileName === null || part.name !== FILE) throw new Refusal('unreadable')
      return uploadOf(files, part.fileName)
    },
    readAway: () => body.readAway(),
  }
}
