import { z } from 'zod'
import changes from './version-changes.json' with { type: 'json' }

const linkIds = z.array(z.string())

/** What became of the questions of a form from one version to the next. */
export const VersionChange = z.strictObject({
  url: z.url(),
  from: z.iso.date(),
  to: z.iso.date(),
  added: linkIds,
  removed: linkIds,
  /** The same question under another identifier: the old one, then the new. */
  renamed: z.record(z.string(), z.string()),
  /** On another page, and otherwise the same. */
  moved: linkIds,
  /** The same question in other words. */
  reworded: linkIds,
  /** One text that became a list: the text, then the group and the question that holds one entry of it. */
  listed: z.record(z.string(), z.strictObject({ group: z.string(), entry: z.string() })).exactOptional(),
})
export type VersionChange = z.infer<typeof VersionChange>

/** Every change from one version of a form to the next, as data: a new version adds its own. */
export const versionChanges: readonly VersionChange[] = z.array(VersionChange).parse(changes)
