import { expect } from '@playwright/test'
import { z } from 'zod'
import type { RunningStack } from '../stack/running-stack.ts'

const Mail = z.object({ to: z.string(), subject: z.string(), text: z.string(), receivedAt: z.string() })
export type Mail = z.infer<typeof Mail>

/** Everything that was mailed, newest first. */
export async function mails({ mailUrl }: Pick<RunningStack, 'mailUrl'>): Promise<readonly Mail[]> {
  const answer = await fetch(`${mailUrl}/mails.json`)
  return z.array(Mail).parse(await answer.json())
}

/** The newest mail to somebody with these words in it, once it has arrived. */
export async function mailTo(stack: RunningStack, to: string, words: RegExp): Promise<Mail> {
  const newest = async () => (await mails(stack)).find((mail) => mail.to === to && words.test(mail.text))
  await expect.poll(newest, { message: `no mail to ${to}` }).toBeDefined()
  const found = await newest()
  if (found === undefined) throw new Error(`the mail to ${to} is gone`)
  return found
}
