import { describe, expect, test } from 'vitest'
import type { DevelopmentKeys, ServiceKeys } from '../keys/development-keys.ts'
import type { InstalledService } from '../services/services.ts'
import { type PlanInput, type Ports, planStack } from './plan.ts'
import { passwordFor, refuseIncompleteLive } from './settings.ts'

const keysOf = (name: string): ServiceKeys => ({
  signingKeyFile: `/keys/${name}.signing-key.json`,
  encryptionKeyFile: `/keys/${name}.encryption-key`,
  databasePassword: `password-of-${name}`,
  fingerprint: 'none',
})
const keys: DevelopmentKeys = {
  of: {
    portal: keysOf('portal'),
    reporting: keysOf('reporting'),
    'factor-analysis': keysOf('factor-analysis'),
    'case-review': keysOf('case-review'),
    intake: keysOf('intake'),
  },
  trustedKeysFile: '/keys/trusted-keys.json',
  signInSecret: 'shared-with-the-identity-provider',
  nationalDatabaseToken: 'said-to-the-national-database',
}
const ports: Ports = {
  of: { portal: 3000, reporting: 4001, 'factor-analysis': 4002, 'case-review': 4003, intake: 4004 },
  mailSmtp: 4005,
  mailPage: 4006,
  nationalDatabase: 4011,
  identityProvider: 4007,
  documents: 4008,
  scanner: 4009,
  scannerHealth: 4010,
}
const names = ['intake', 'case-review', 'factor-analysis', 'reporting', 'portal'] as const
const five: readonly InstalledService[] = names.map((name) => ({
  name,
  main: `services/${name}/src/main.ts`,
  migrations: async () => [],
}))

function plan(more: Partial<PlanInput> = {}) {
  const programs = planStack({
    services: five,
    ports,
    settings: {
      PATH: '/bin',
      DATABASE_URL: 'postgres://postgres:of-the-administrator@127.0.0.1:5999/postgres',
    },
    demonstration: {
      keys,
      adminUrl: 'postgres://postgres:of-the-administrator@127.0.0.1:5999/postgres',
      documents: '/var/documents',
    },
    ...more,
  })
  return { names: programs.map(({ name }) => name), of: new Map(programs.map((made) => [made.name, made])) }
}

describe('a demonstration', () => {
  test('starts what is called before what calls it, and the stand-ins first', () => {
    expect(plan().names).toEqual(['mail-sink', 'national-database', 'identity-provider', 'scanner', ...names])
  })

  test('gives a service its own role, keys and port, and everybody’s address', () => {
    expect(plan().of.get('case-review')).toEqual({
      name: 'case-review',
      main: 'services/case-review/src/main.ts',
      readyUrl: 'http://127.0.0.1:4003/health/ready',
      environment: {
        PATH: '/bin',
        TZ: 'UTC',
        CASE_REVIEW_DATABASE_URL:
          'postgres://case_review_app:password-of-case-review@127.0.0.1:5999/postgres',
        CASE_REVIEW_SIGNING_KEY_FILE: '/keys/case-review.signing-key.json',
        CASE_REVIEW_ENCRYPTION_KEY_FILE: '/keys/case-review.encryption-key',
        CASE_REVIEW_PORT: '4003',
        TRUSTED_KEYS_FILE: '/keys/trusted-keys.json',
        SMTP_URL: 'smtp://127.0.0.1:4005',
        NATIONAL_DATABASE_URL: 'http://127.0.0.1:4011',
        NATIONAL_DATABASE_TOKEN: 'said-to-the-national-database',
        DOCUMENT_STORE: '/var/documents',
        CLAMD_ADDRESS: '127.0.0.1:4009',
        PORTAL_PUBLIC_URL: 'http://localhost:3000',
        PORTAL_URL: 'http://127.0.0.1:3000',
        REPORTING_URL: 'http://127.0.0.1:4001',
        FACTOR_ANALYSIS_URL: 'http://127.0.0.1:4002',
        CASE_REVIEW_URL: 'http://127.0.0.1:4003',
        INTAKE_URL: 'http://127.0.0.1:4004',
      },
    })
  })

  test('gives no program the administrator’s password or another’s keys', () => {
    for (const [name, program] of plan({ settings: { DATABASE_URL: 'x', INTAKE_ENCRYPTION_KEY: 'y' } }).of) {
      const said = JSON.stringify(program.environment)
      expect(said, name).not.toContain('of-the-administrator')
      for (const other of names.filter((service) => service !== name)) {
        expect(said, `${name} and ${other}`).not.toContain(`password-of-${other}`)
        expect(said, `${name} and ${other}`).not.toContain(`${other}.encryption-key`)
      }
      if (name !== 'intake') expect(said).not.toContain('INTAKE_ENCRYPTION_KEY')
      if (name !== 'case-review' && name !== 'national-database') {
        expect(said, name).not.toContain('said-to-the-national-database')
      }
    }
  })

  test('lets the portal and the identity provider know each other, and tells both where people come from', () => {
    const { of } = plan()
    const shared = {
      OIDC_ISSUER: 'http://localhost:4007',
      OIDC_CLIENT_SECRET: 'shared-with-the-identity-provider',
      PORTAL_PUBLIC_URL: 'http://localhost:3000',
    }
    expect(of.get('portal')?.environment).toMatchObject(shared)
    expect(of.get('identity-provider')?.environment).toMatchObject({ ...shared, DEPLOYMENT: 'demonstration' })
    expect(of.get('mail-sink')?.environment).toMatchObject({
      MAIL_SINK_SMTP_PORT: '4005',
      MAIL_SINK_PORT: '4006',
      DEPLOYMENT: 'demonstration',
    })
  })

  test('takes a database address the operator gives for one service, but not another port', () => {
    const url = 'postgres://intake_app:p@pooler:6432/cdop'
    const { of } = plan({ settings: { INTAKE_DATABASE_URL: url, INTAKE_PORT: '1', INTAKE_URL: 'http://x' } })
    expect(of.get('intake')?.environment).toMatchObject({
      INTAKE_DATABASE_URL: url,
      INTAKE_PORT: '4004',
      INTAKE_URL: 'http://127.0.0.1:4004',
    })
  })
})

describe('a live deployment', () => {
  const settings = {
    OIDC_ISSUER: 'https://sign-in.example',
    OIDC_CLIENT_ID: 'cdop',
    OIDC_CLIENT_SECRET_FILE: '/secrets/oidc',
    SMTP_URL: 'smtps://mail.example',
    PORTAL_PUBLIC_URL: 'https://cdop.example',
    TRUSTED_KEYS_FILE: '/secrets/trusted',
    INTAKE_DATABASE_URL: 'postgres://intake_app:p@db/cdop',
    INTAKE_SIGNING_KEY_FILE: '/secrets/intake-signing',
    INTAKE_ENCRYPTION_KEY_FILE: '/secrets/intake-encryption',
  }

  test('starts no mail sink, no identity provider, and hands each service only what is its own', () => {
    const { names: started, of } = plan({ settings, demonstration: null })
    expect(started).toEqual(names)
    expect(of.get('portal')?.environment).toMatchObject({
      OIDC_CLIENT_SECRET_FILE: '/secrets/oidc',
      PORTAL_PUBLIC_URL: 'https://cdop.example',
    })
    expect(of.get('intake')?.environment).toMatchObject({
      INTAKE_SIGNING_KEY_FILE: '/secrets/intake-signing',
    })
    expect(JSON.stringify(of.get('intake'))).not.toContain('oidc')
    expect(JSON.stringify([...of.values()])).not.toContain('demonstration')
  })

  test('is refused with everything it lacks in one sentence', () => {
    expect(() => refuseIncompleteLive(settings, ['intake'])).not.toThrow()
    expect(() => refuseIncompleteLive({ ...settings, SMTP_URL: '' }, ['intake', 'portal'])).toThrow(
      'set SMTP_URL, DOCUMENTS_PUBLIC_URL, PORTAL_DATABASE_URL, PORTAL_SIGNING_KEY, PORTAL_ENCRYPTION_KEY (or each as …_FILE).',
    )
  })

  test('sets the roles’ passwords to those in the services’ addresses', () => {
    expect(
      passwordFor({ INTAKE_DATABASE_URL: 'postgres://intake_app:p%40ss@db/cdop' }, 'intake', 'made'),
    ).toBe('p@ss')
    expect(passwordFor({}, 'intake', 'made')).toBe('made')
    expect(() =>
      passwordFor({ INTAKE_DATABASE_URL: 'postgres://intake_app@db/cdop' }, 'intake', 'made'),
    ).toThrow('INTAKE_DATABASE_URL must be given as postgres://intake_app:password@')
  })
})
