import { logOf } from '@cdop/runtime'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type LocalMailSink, ReceivedMail, startLocalMailSink } from './local-mail-sink.ts'
import { smtpMail } from './smtp-mail.ts'

let sink: LocalMailSink
beforeAll(async () => {
  sink = await startLocalMailSink({ smtpPort: 0, pagePort: 0 }, logOf('case-review'))
})
afterAll(() => sink.stop())

describe('the local mail sink', () => {
  test('shows what it was sent, newest first, as a page with links and for programs', async () => {
    const mail = smtpMail(sink.smtpUrl, 'panel@cdop.example')
    await mail.send({ to: 'a@trust.example', subject: 'First', text: 'One' })
    await mail.send({ to: 'b@trust.example', subject: 'Second', text: 'Look: http://127.0.0.1:3000/x <b>' })
    mail.close()
    const response = await fetch(`${sink.pageUrl}/mails.json`)
    const mails = z.array(ReceivedMail).parse(await response.json())
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
      ['b@trust.example', 'Second'],
      ['a@trust.example', 'First'],
    ])
    const page = await (await fetch(sink.pageUrl)).text()
    expect(page).toContain('<a href="http://127.0.0.1:3000/x">')
    expect(page).toContain('&lt;b&gt;')
  })

  test('shows a calendar file that came along, organised by whoever sent it', async () => {
    const mail = smtpMail(sink.smtpUrl, 'panel@cdop.example')
    const calendar = 'BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'
    await mail.send({ to: 'c@trust.example', subject: 'Meeting', text: 'Three', calendar })
    mail.close()
    const response = await fetch(`${sink.pageUrl}/mails.json`)
    const [newest] = z.array(ReceivedMail).parse(await response.json())
    expect(newest).toMatchObject({ subject: 'Meeting', text: 'Three' })
    expect(newest?.calendar).toContain('BEGIN:VEVENT\r\nORGANIZER:mailto:panel@cdop.example\r\nEND:VEVENT')
  })
})
