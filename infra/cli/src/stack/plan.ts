import { type ServiceName, schemaOf } from '@cdop/domain'
import type { DevelopmentKeys } from '../keys/development-keys.ts'
import type { InstalledService } from '../services/services.ts'
import type { Program } from './program.ts'
import { type Settings, stemOf } from './settings.ts'

/** Ports of this machine, one for each program. */
export interface Ports {
  readonly of: Readonly<Record<ServiceName, number>>
  readonly mailSmtp: number
  readonly mailPage: number
  readonly nationalDatabase: number
  readonly identityProvider: number
  /** Where the portal serves documents: an origin of their own. */
  readonly documents: number
  readonly scanner: number
  readonly scannerHealth: number
}

/** What a demonstration brings besides the services. A live deployment has none of it. */
interface Demonstration {
  readonly keys: DevelopmentKeys
  /** The administrator's address, from which the services' own are made; none of them is given this one. */
  readonly adminUrl: string
  /** The folder their content lies in. */
  readonly documents: string
}

export interface PlanInput {
  readonly services: readonly InstalledService[]
  readonly ports: Ports
  /** What this process was started with. */
  readonly settings: Settings
  /** Null for a live deployment: then everything comes from the settings. */
  readonly demonstration: Demonstration | null
}

/** Of our own environment a program gets only what Node and the operating system need, never another's secrets. */
const SHARED = ['PATH', 'HOME', 'TMPDIR', 'NODE_EXTRA_CA_CERTS', 'SENTRY_DSN']
/** What the operator of a live deployment hands to single services. */
const MAIL = ['SMTP_URL', 'MAIL_FROM', 'PORTAL_PUBLIC_URL']
const HANDED: Partial<Record<ServiceName, readonly string[]>> = {
  intake: MAIL,
  'case-review': [
    ...MAIL,
    'NATIONAL_DATABASE_URL',
    'NATIONAL_DATABASE_TOKEN',
    'DOCUMENT_STORE',
    'CLAMD_ADDRESS',
  ],
  portal: [...MAIL, 'DOCUMENTS_PUBLIC_URL', 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
}
const CLIENT_ID = 'cdop-portal'

const sendsMail = (name: ServiceName): boolean => HANDED[name]?.includes('SMTP_URL') === true

/** Everything that runs, in the order in which it starts; it stops in the reverse order. */
export function planStack(input: PlanInput): readonly Program[] {
  return [
    ...(input.demonstration === null ? [] : standIns(input, input.demonstration)),
    ...input.services.map((service) => serviceProgram(input, service)),
  ]
}

/** Where people reach the portal: what the operator says, else this machine. */
export function publicUrl(settings: Settings, ports: Ports): string {
  return settings['PORTAL_PUBLIC_URL'] ?? `http://localhost:${ports.of.portal}`
}

/** Where a browser opens documents: never where it is signed in. */
function documentsUrl(settings: Settings, ports: Ports): string {
  return settings['DOCUMENTS_PUBLIC_URL'] ?? `http://localhost:${ports.documents}`
}

/** Where the services reach each other. */
export function urlsOf(ports: Ports): Readonly<Record<ServiceName, string>> {
  return {
    portal: loopback(ports.of.portal),
    reporting: loopback(ports.of.reporting),
    'factor-analysis': loopback(ports.of['factor-analysis']),
    'case-review': loopback(ports.of['case-review']),
    intake: loopback(ports.of.intake),
  }
}

/** The local mail sink, national database, identity provider and scanner, each with the services that need it. */
function standIns(input: PlanInput, { keys }: Demonstration): readonly Program[] {
  const { services, ports } = input
  const surroundings = {
    ...sharedSettings(input.settings),
    DEPLOYMENT: 'demonstration',
    PORTAL_PUBLIC_URL: publicUrl(input.settings, ports),
  }
  const mailSink: Program = {
    name: 'mail-sink',
    main: 'packages/mail/src/local-mail-sink-main.ts',
    environment: {
      ...surroundings,
      MAIL_SINK_SMTP_PORT: String(ports.mailSmtp),
      MAIL_SINK_PORT: String(ports.mailPage),
    },
    readyUrl: `${loopback(ports.mailPage)}/health/ready`,
  }
  const identityProvider: Program = {
    name: 'identity-provider',
    main: 'services/portal/src/sign-in/local-identity-provider-main.ts',
    environment: {
      ...surroundings,
      ...signIn(input, keys),
      IDENTITY_PROVIDER_PORT: String(ports.identityProvider),
    },
    readyUrl: `${loopback(ports.identityProvider)}/health/ready`,
  }
  const nationalDatabase: Program = {
    name: 'national-database',
    main: 'services/case-review/src/national-submission/local-national-database-main.ts',
    environment: {
      ...surroundings,
      NATIONAL_DATABASE_PORT: String(ports.nationalDatabase),
      NATIONAL_DATABASE_TOKEN: keys.nationalDatabaseToken,
    },
    readyUrl: `${loopback(ports.nationalDatabase)}/health/ready`,
  }
  const scanner: Program = {
    name: 'scanner',
    main: 'services/case-review/src/document/scan/local-scanner-main.ts',
    environment: {
      ...surroundings,
      LOCAL_SCANNER_PORT: String(ports.scanner),
      LOCAL_SCANNER_HEALTH_PORT: String(ports.scannerHealth),
    },
    readyUrl: `${loopback(ports.scannerHealth)}/health/ready`,
  }
  const present = (name: ServiceName) => services.some((service) => service.name === name)
  return [
    ...(services.some(({ name }) => sendsMail(name)) ? [mailSink] : []),
    ...(present('case-review') ? [nationalDatabase] : []),
    ...(present('portal') ? [identityProvider] : []),
    ...(present('case-review') ? [scanner] : []),
  ]
}

function serviceProgram(input: PlanInput, { name, main }: InstalledService): Program {
  const { settings, ports, demonstration } = input
  const stem = stemOf(name)
  const own = Object.keys(settings).filter((key) => key.startsWith(`${stem}_`) && !isAddress(key))
  const handed = (HANDED[name] ?? []).flatMap((key) => [key, `${key}_FILE`])
  return {
    name,
    main,
    environment: {
      ...sharedSettings(settings),
      ...(demonstration === null ? {} : made(input, name, demonstration)),
      ...picked(settings, [...own, ...handed, 'TRUSTED_KEYS', 'TRUSTED_KEYS_FILE']),
      [`${stem}_PORT`]: String(ports.of[name]),
      ...(name === 'portal' && { DOCUMENTS_PORT: String(ports.documents) }),
      ...addresses(ports),
    },
    readyUrl: `${loopback(ports.of[name])}/health/ready`,
  }
}

/** What a demonstration makes up for a service. */
function made(
  input: PlanInput,
  name: ServiceName,
  { keys, adminUrl, documents }: Demonstration,
): Readonly<Record<string, string>> {
  const stem = stemOf(name)
  const { signingKeyFile, encryptionKeyFile, databasePassword } = keys.of[name]
  return {
    [`${stem}_DATABASE_URL`]: asRole(adminUrl, `${schemaOf(name)}_app`, databasePassword),
    [`${stem}_SIGNING_KEY_FILE`]: signingKeyFile,
    [`${stem}_ENCRYPTION_KEY_FILE`]: encryptionKeyFile,
    TRUSTED_KEYS_FILE: keys.trustedKeysFile,
    ...(name === 'portal' && signIn(input, keys)),
    ...(name === 'portal' && { DOCUMENTS_PUBLIC_URL: documentsUrl(input.settings, input.ports) }),
    ...(name === 'case-review' && {
      NATIONAL_DATABASE_URL: loopback(input.ports.nationalDatabase),
      NATIONAL_DATABASE_TOKEN: keys.nationalDatabaseToken,
      DOCUMENT_STORE: documents,
      CLAMD_ADDRESS: `127.0.0.1:${input.ports.scanner}`,
    }),
    ...(sendsMail(name) && { SMTP_URL: `smtp://127.0.0.1:${input.ports.mailSmtp}` }),
    ...(sendsMail(name) && { PORTAL_PUBLIC_URL: publicUrl(input.settings, input.ports) }),
  }
}

function signIn({ ports }: PlanInput, keys: DevelopmentKeys): Readonly<Record<string, string>> {
  return {
    OIDC_ISSUER: `http://localhost:${ports.identityProvider}`,
    OIDC_CLIENT_ID: CLIENT_ID,
    OIDC_CLIENT_SECRET: keys.signInSecret,
  }
}

function addresses(ports: Ports): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(urlsOf(ports)).map(([name, url]) => [
      `${name.replaceAll('-', '_').toUpperCase()}_URL`,
      url,
    ]),
  )
}

/** `INTAKE_URL` and `INTAKE_PORT` are ours to say: the programs must find each other. */
function isAddress(key: string): boolean {
  return /^[A-Z]+(_[A-Z]+)?_(URL|PORT)$/.test(key) && !key.endsWith('_DATABASE_URL')
}

/** A server's address as another role knows it. */
export function asRole(adminUrl: string, role: string, password: string): string {
  const url = new URL(adminUrl)
  url.username = role
  url.password = password
  return url.href
}

/** What every program gets of our own environment. */
export function sharedSettings(settings: Settings): Readonly<Record<string, string>> {
  return { ...picked(settings, SHARED), TZ: 'UTC' }
}

function picked(settings: Settings, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = settings[name]
      return value === undefined || value === '' ? [] : [[name, value]]
    }),
  )
}

function loopback(port: number): string {
  return `http://127.0.0.1:${port}`
}
