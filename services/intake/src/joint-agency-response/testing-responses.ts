import { once } from 'node:events'
import { createServer } from 'node:http'
import { givenPerson } from '@cdop/database/testing'
import { type AreaId, Instant, type OnCallPart, type Person, ResponseId } from '@cdop/domain'
import type { Mail, Message } from '@cdop/mail'
import { aKey, type GivenIntake, givenIntake } from '../testing.ts'

/** A mail server that can be taken away and brought back. */
type FlakyMail = Mail & { sent: Message[]; away: boolean }

function flakyMail(): FlakyMail {
  const mail: FlakyMail = {
    sent: [],
    away: false,
    async send(message) {
      if (mail.away) throw new Error('away')
      mail.sent.push(message)
    },
  }
  return mail
}

type Posted = { body: string; headers: Readonly<Record<string, string | string[] | undefined>> }

/** What a hospital's paging system is to us: a real server on loopback that keeps what is posted to it. */
export async function webhookStandIn() {
  const posted: Posted[] = []
  const standIn = { status: 204 }
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      posted.push({ body: Buffer.concat(pieces).toString('utf8'), headers: request.headers })
      response.writeHead(standIn.status).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    standIn,
    posted,
    url: `http://127.0.0.1:${port}/page`,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

export type GivenResponses = GivenIntake & { mail: FlakyMail; lead: Person }

/** Intake with an on-call lead who can sign in, and a mail server that can be taken away. */
export async function givenResponses(): Promise<GivenResponses> {
  const mail = flakyMail()
  const intake = await givenIntake({ mail })
  return { ...intake, mail, lead: givenPerson(['response-lead'], intake.mine.areaId) }
}

/** Puts somebody on call from an hour ago until tomorrow. */
export async function onCall(
  given: GivenIntake,
  part: OnCallPart,
  { areaId = given.mine.areaId, webhook = null }: { areaId?: AreaId; webhook?: string | null } = {},
) {
  const now = Date.parse(given.clock.now())
  const keeper = givenPerson(['coordinator'], areaId)
  return given.as(keeper).rota.add({
    areaId,
    key: aKey(),
    part,
    name: `Invented ${part}`,
    email: `${part}@on-call.example`,
    phone: '01632 960 150',
    webhook,
    from: Instant.parse(new Date(now - 3_600_000).toISOString()),
    until: Instant.parse(new Date(now + 86_400_000).toISOString()),
  })
}

/** The response a notification asked for. */
export async function responseTo(given: GivenIntake, notificationId: string): Promise<ResponseId> {
  const [row] = await given.test.look<{ responseId: string }[]>`
    select response_id from intake.responses where notification_id = ${notificationId}
  `
  return ResponseId.parse(row?.responseId)
}

/** Business time goes on. */
export function minutesPass(given: GivenIntake, minutes: number): void {
  given.clock.set(new Date(Date.parse(given.clock.now()) + minutes * 60_000).toISOString())
}
