/**
 * The one table of rooms: where each lives and what it may know. Import rules, purity, the environment rule and
 * the manifests' allowed dependencies are all derived from it, so a wall is moved here and nowhere else.
 */
export type Room = {
  /** Folder from the repository's root; the package is `@cdop/` and its last segment. */
  folder: string
  /** Rooms it may import, through their package exports. */
  imports: readonly string[]
  /** Single files of other rooms it may import as values: `services/intake/src/app.ts`. */
  doors?: readonly string[]
  /** Single files of other rooms it may import with `import type` only. */
  typesOf?: readonly string[]
  /** Packages from the registry; `'any'` still excludes what another room owns. */
  libraries: 'any' | readonly string[]
  /** Registry packages no other room may import, but for those it lends them to. */
  owns?: readonly string[]
  lendsTo?: readonly string[]
  /** Node's own modules. */
  builtins: 'any' | readonly string[]
  /** No clock, no randomness, no I/O: everything it needs is passed in. */
  pure?: true
  /** The files that may read `process.env`; `'any'` for programs that are themselves the start. */
  environment?: 'any' | readonly string[]
}

const packages = [
  'packages/domain',
  'packages/statistics',
  'packages/forms',
  'packages/matching',
  'packages/de-identification',
  'packages/rpc',
  'packages/database',
  'packages/encryption',
  'packages/events',
  'packages/audit',
  'packages/runtime',
  'packages/mail',
  'packages/service',
  'packages/tabular',
  'packages/paper',
] as const

/** Calls go down only: each service may know the types of those after it, never before. */
const services = [
  'services/portal',
  'services/reporting',
  'services/factor-analysis',
  'services/case-review',
  'services/intake',
] as const

const apisBelow = (service: (typeof services)[number]): string[] =>
  services.slice(services.indexOf(service) + 1).map((below) => `${below}/src/api.ts`)

const service = (folder: (typeof services)[number]): Room => ({
  folder,
  imports: packages,
  typesOf: apisBelow(folder),
  libraries: 'any',
  builtins: 'any',
  environment: ['src/env.ts'],
})

export const rooms: readonly Room[] = [
  {
    folder: 'packages/domain',
    imports: [],
    libraries: ['zod', 'temporal-polyfill'],
    builtins: [],
    pure: true,
  },
  {
    folder: 'packages/statistics',
    imports: ['packages/domain'],
    libraries: ['zod', 'temporal-polyfill', '@stdlib/*', 'highs'],
    builtins: [],
    pure: true,
  },
  {
    folder: 'packages/forms',
    imports: ['packages/domain', 'packages/statistics'],
    libraries: ['zod', 'temporal-polyfill', 'fhir-types', '@types/fhir'],
    builtins: [],
    pure: true,
  },
  {
    folder: 'packages/matching',
    imports: ['packages/domain'],
    libraries: ['zod', 'double-metaphone'],
    builtins: [],
    pure: true,
  },
  {
    folder: 'packages/de-identification',
    imports: ['packages/domain', 'packages/matching'],
    libraries: ['zod'],
    // A keyed hash of what is passed in: neither chance nor the world.
    builtins: ['crypto'],
    pure: true,
  },
  {
    folder: 'packages/rpc',
    imports: ['packages/domain'],
    libraries: ['zod', 'hono', 'jose', '@trpc/*'],
    owns: ['@trpc/*'],
    builtins: 'any',
  },
  {
    folder: 'packages/database',
    imports: ['packages/domain'],
    libraries: ['postgres', 'zod', 'temporal-polyfill'],
    owns: ['postgres'],
    // What starts a server must speak to it before there is a database of ours to connect to.
    lendsTo: ['infra/postgres', 'infra/checks'],
    builtins: 'any',
  },
  { folder: 'packages/encryption', imports: ['packages/domain'], libraries: ['zod'], builtins: ['crypto'] },
  {
    folder: 'packages/events',
    imports: ['packages/domain', 'packages/database', 'packages/rpc', 'packages/audit'],
    libraries: ['zod', 'graphile-worker', 'pg'],
    owns: ['graphile-worker', 'pg'],
    builtins: 'any',
  },
  {
    folder: 'packages/audit',
    imports: ['packages/domain', 'packages/database'],
    libraries: ['zod'],
    builtins: 'any',
  },
  {
    folder: 'packages/runtime',
    imports: ['packages/domain'],
    libraries: ['zod', 'hono', '@hono/node-server', '@sentry/node', 'pino'],
    owns: ['@sentry/node', 'pino', '@hono/node-server'],
    builtins: 'any',
    environment: ['src/env.ts'],
  },
  {
    folder: 'packages/mail',
    imports: ['packages/runtime'],
    libraries: ['zod', 'hono', 'nodemailer', 'smtp-server', 'mailparser', '@types/mailparser'],
    owns: ['nodemailer', 'smtp-server'],
    builtins: 'any',
    environment: ['src/env.ts'],
  },
  {
    // The one room that puts the others together, so that five services need not each do it.
    folder: 'packages/service',
    imports: [
      'packages/domain',
      'packages/rpc',
      'packages/database',
      'packages/encryption',
      'packages/events',
      'packages/audit',
      'packages/runtime',
    ],
    libraries: ['zod', 'hono'],
    builtins: 'any',
  },
  {
    folder: 'packages/tabular',
    imports: ['packages/statistics'],
    libraries: ['csv-parse', 'fflate', 'saxes'],
    builtins: ['stream', 'timers/promises', 'zlib'],
  },
  {
    folder: 'packages/paper',
    imports: [],
    libraries: ['@cantoo/pdf-lib', '@myriaddreamin/typst-ts-node-compiler', 'fflate'],
    owns: ['@cantoo/pdf-lib', '@myriaddreamin/typst-ts-node-compiler'],
    builtins: ['fs/promises'],
  },
  ...services.map(service),
  {
    folder: 'infra/cli',
    imports: [...packages, 'infra/postgres', 'infra/checks'],
    doors: services.map((folder) => `${folder}/src/app.ts`),
    typesOf: services.map((folder) => `${folder}/src/api.ts`),
    libraries: 'any',
    builtins: 'any',
    environment: 'any',
  },
  {
    folder: 'infra/postgres',
    imports: ['packages/domain', 'packages/database'],
    libraries: 'any',
    builtins: 'any',
    environment: 'any',
  },
  {
    folder: 'infra/checks',
    imports: ['infra/postgres'],
    libraries: 'any',
    builtins: 'any',
    environment: 'any',
  },
  {
    folder: 'e2e',
    imports: [],
    // What it drives is started as a person would start it, in a place of its own.
    doors: ['infra/cli/src/stack/index.ts'],
    typesOf: ['packages/domain/src/index.ts'],
    libraries: 'any',
    builtins: 'any',
    environment: 'any',
  },
]

/** Tests and the entry points made for them: they may reach for more than product code may. */
export const testFile = /(\.test\.ts|\.spec\.ts)$|\/testing[^/]*(\/|\.ts$)/

/** `@cdop/case-review` for `services/case-review`. */
export function packageNameOf(folder: string): string {
  return `@cdop/${folder.slice(folder.lastIndexOf('/') + 1)}`
}
