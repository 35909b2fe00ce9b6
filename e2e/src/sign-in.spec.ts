import { keepSession, test } from './browser-test.ts'
import { signAtFirstReading } from './journey/sign-at-first-reading.ts'
import { everybody } from './people/people.ts'
import { signIn } from './people/sign-in.ts'

for (const who of everybody) {
  test(`${who} signs in through the identity provider`, async ({ open, stack }) => {
    const page = await open('nobody')
    await signIn(page, who)
    if (who === 'panelMember') await signAtFirstReading(page)
    await keepSession(page, stack, who)
  })
}

test('a session holds in another window of the same browser', async ({ open }) => {
  const again = await open('coordinator')
  await again.goto('/')
  await again.getByRole('banner').getByText('Asha Linden').waitFor()
})
