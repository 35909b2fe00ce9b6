import { expect, test } from 'vitest'
import { keyring, newSigningKey } from './keyring.ts'
import { signStatement, statementHolds } from './statement.ts'

test('a statement holds as it was signed, and in no other words, of no other kind, by nobody else', async () => {
  const [own, other] = [await newSigningKey(), await newSigningKey()]
  const trusted = { reporting: own.publicKey, intake: other.publicKey }
  const reporting = await keyring('reporting', own.privateKey, trusted)
  const intake = await keyring('intake', other.privateKey, trusted)
  const signature = await signStatement(reporting, 'cdop-release', 'said')
  expect(await statementHolds(reporting, 'cdop-release', 'said', signature)).toBe(true)
  expect(await statementHolds(reporting, 'cdop-release', 'said otherwise', signature)).toBe(false)
  expect(await statementHolds(intake, 'cdop-release', 'said', signature)).toBe(false)
  const [header, payload, last = ''] = signature.split('.')
  const altered = `${last.startsWith('A') ? 'B' : 'A'}${last.slice(1)}`
  for (const wrong of [`${header}.${payload}.${altered}`, `${header}.${payload}`, '', 'no signature']) {
    expect(await statementHolds(reporting, 'cdop-release', 'said', wrong), wrong).toBe(false)
  }
  const rotated = await keyring('reporting', other.privateKey, { reporting: other.publicKey })
  expect(await statementHolds(rotated, 'cdop-release', 'said', signature)).toBe(false)
})
