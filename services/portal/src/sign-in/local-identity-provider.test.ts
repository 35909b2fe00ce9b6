import { afterEach, describe, expect, test, vi } from 'vitest'
import { localIdentityProviderEnvironment } from '../env.ts'
import { refuseUnsafeAddress } from '../unsafe-address.ts'
import { demonstrationPeople } from './demonstration-people.ts'
import { startLocalIdentityProvider } from './local-identity-provider.ts'

const settings = {
  port: 0,
  issuer: null,
  clientId: 'cdop-portal',
  clientSecret: undefined,
  portalUrl: 'http://localhost:3000',
  people: demonstrationPeople,
}

afterEach(() => vi.unstubAllEnvs())

describe('the local identity provider', () => {
  test.each([undefined, 'live', ''])('does not start when the deployment is %s', async (deployment) => {
    await expect(startLocalIdentityProvider({ ...settings, deployment })).rejects.toThrow(
      'starts only for a demonstration',
    )
  })

  test('answers when asked whether it is ready, and sends nobody anywhere but to the portal', async () => {
    const running = await startLocalIdentityProvider({ ...settings, deployment: 'demonstration' })
    try {
      expect((await fetch(`${running.issuer}/health/ready`)).status).toBe(200)
      const elsewhere = new URLSearchParams({
        client_id: 'cdop-portal',
        redirect_uri: 'http://evil.example/',
        response_type: 'code',
        scope: 'openid',
      })
      const answer = await fetch(`${running.issuer}/auth?${elsewhere}`, { redirect: 'manual' })
      expect(answer.status).toBe(400)
      expect(await answer.text()).toContain('http://localhost:3000/sign-in')
    } finally {
      await running.stop()
    }
  })

  test('knows the people it is told of, and refuses a list it cannot read', () => {
    vi.stubEnv('IDENTITY_PROVIDER_PORT', '4010')
    vi.stubEnv('PORTAL_PUBLIC_URL', 'http://localhost:3000/')
    expect(localIdentityProviderEnvironment().people).toEqual(demonstrationPeople)
    const [first] = demonstrationPeople
    vi.stubEnv('IDENTITY_PROVIDER_PEOPLE', JSON.stringify([first]))
    expect(localIdentityProviderEnvironment().people).toEqual([first])
    vi.stubEnv('IDENTITY_PROVIDER_PEOPLE', '[{]')
    expect(() => localIdentityProviderEnvironment()).toThrow('IDENTITY_PROVIDER_PEOPLE')
  })
})

describe('the address of the portal', () => {
  test.each([
    ['live', 'http://reviews.example.org'],
    ['demonstration', 'http://reviews.example.org'],
  ] as const)('of a %s deployment may not be %s', (deployment, address) => {
    expect(() => refuseUnsafeAddress(deployment, address)).toThrow('must begin with https')
  })

  test.each(['http://localhost:3000', 'https://localhost:3001', 'https://127.0.0.1:3001'])(
    'of a live deployment may not be on this machine, where the demonstration’s provider is: %s',
    (address) => {
      expect(() => refuseUnsafeAddress('live', address)).toThrow('is this machine')
    },
  )

  test.each([
    ['live', 'https://reviews.example.org'],
    ['demonstration', 'http://localhost:3000'],
    ['demonstration', 'http://127.0.0.1:3000'],
  ] as const)('of a %s deployment may be %s', (deployment, address) => {
    expect(() => refuseUnsafeAddress(deployment, address)).not.toThrow()
  })
})
