import { describe, expect, test } from 'vitest'
import { scramVerifier } from './scram-verifier.ts'

describe('what is sent of a role’s password', () => {
  test('is what a server works out for the example of RFC 7677', () => {
    const salt = Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64')
    expect(scramVerifier('pencil', salt)).toBe(
      'SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=',
    )
  })

  test('holds nothing of the password and is salted anew', () => {
    const verifier = scramVerifier('a-password-nobody-logs')
    expect(verifier).not.toContain('a-password')
    expect(scramVerifier('a-password-nobody-logs')).not.toBe(verifier)
  })
})
