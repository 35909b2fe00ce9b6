import type { DocumentId, DocumentState } from '@cdop/domain'

type Version = {
  readonly documentId: DocumentId
  readonly version: number
  readonly versionOf: DocumentId | null
  readonly state: DocumentState
}

/** A document in its place in a list: the newest version of it that is there, or an earlier one under that. */
export type Placed<Document> = { readonly document: Document; readonly earlierThan: Document | null }

/**
 * Documents with the earlier versions of each under the newest that was not taken out or refused; as they came otherwise.
 */
export function inVersions<Document extends Version>(documents: readonly Document[]): Placed<Document>[] {
  const rootOf = ({ versionOf, documentId }: Document) => versionOf ?? documentId
  const roots = [...new Set(documents.map(rootOf))]
  return roots.flatMap((root) => {
    const versions = documents
      .filter((one) => rootOf(one) === root)
      .toSorted((one, other) => other.version - one.version)
    const newest = versions.find(({ state }) => state === 'clean' || state === 'received') ?? versions[0]
    if (newest === undefined) return []
    const others = versions.filter((one) => one !== newest)
    return [
      { document: newest, earlierThan: null },
      ...others.map((document) => ({ document, earlierThan: newest })),
    ]
  })
}
