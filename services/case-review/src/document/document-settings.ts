import { readEnvironment } from '@cdop/runtime'
import { z } from 'zod'

const Settings = z.object({
  DOCUMENT_STORE: z.string().min(1),
  CLAMD_ADDRESS: z
    .string()
    .regex(/^(\[[\da-f:]+\]|[\w.-]+):\d{1,5}$/i, 'is not host:port')
    .transform((address) => {
      const at = address.lastIndexOf(':')
      return { host: address.slice(0, at).replace(/^\[|\]$/g, ''), port: Number(address.slice(at + 1)) }
    }),
})

/** In which folder documents lie, and where clamd listens. */
export type DocumentSettings = { documentStore: string; scanner: { host: string; port: number } }

/** @throws EnvironmentError naming every setting that is missing or wrong */
export function documentSettings(source: Readonly<Record<string, string | undefined>>): DocumentSettings {
  const settings = readEnvironment(Settings, source)
  return { documentStore: settings.DOCUMENT_STORE, scanner: settings.CLAMD_ADDRESS }
}
