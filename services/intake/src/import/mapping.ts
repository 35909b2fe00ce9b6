import { z } from 'zod'

const LinkId = z.string().min(1).max(80)

const MappedColumn = z.strictObject({
  /** As the first row of the file calls it; case, spaces and signs do not count. */
  column: z.string().min(1).max(100),
  /** A file without this column is refused. */
  required: z.boolean().default(false),
  question: LinkId,
  /** The repeating group the question belongs to, and which of its entries this column is part of. */
  group: LinkId.exactOptional(),
  entry: z.string().max(40).exactOptional(),
  /** What the file writes, and the code of the form it means. The form's own codes and words are always read. */
  codes: z.record(z.string(), z.string()).default({}),
  /** What a blank cell answers: nothing, that it is not known, or this. */
  blank: z.union([z.literal('not-known'), z.strictObject({ answer: z.string() })]).exactOptional(),
  /** Questions settled by whether the cell is filled. */
  settles: z
    .array(
      z.strictObject({
        question: LinkId,
        filled: z.string().exactOptional(),
        blank: z.string().exactOptional(),
      }),
    )
    .default([]),
})
export type MappedColumn = z.infer<typeof MappedColumn>

/**
 * How the rows of somebody else's file become notifications: column by column, which question of the form each answers.
 * Never changed once used; a change is a new version.
 */
export const Mapping = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  version: z.iso.date(),
  title: z.string(),
  /** What nobody has confirmed about it, for the person who uploads. */
  assumption: z.string(),
  /** The column with the day the panel was told. */
  receivedOn: z.string(),
  /** How the file writes that something is not known. */
  notKnown: z.array(z.string()),
  columns: z.array(MappedColumn).min(1),
  /** Answers that go with an entry of a group whenever a column of it is filled. */
  constants: z.array(
    z.strictObject({ group: LinkId, entry: z.string(), question: LinkId, answer: z.string() }),
  ),
  /** The entry a group gets when no column of it is filled. */
  withoutEntries: z.array(z.strictObject({ group: LinkId, entry: z.record(LinkId, z.string()) })),
  /** The file is a bundle of open cases; the columns are those of its sheet of cases. */
  bundle: z.boolean().default(false),
  /** Columns that may be there and are not read. */
  ignored: z.array(z.string()),
})
export type Mapping = z.infer<typeof Mapping>
