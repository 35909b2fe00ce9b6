import { every, type Log } from '@cdop/runtime'
import type { Parts } from '../parts.ts'
import type { DocumentSettings } from './document-settings.ts'
import { processInspector } from './inspect/inspector.ts'
import { clamdScanner } from './scan/clamd-scanner.ts'
import { localDocumentStore } from './store/local-document-store.ts'
import { sweepDocuments, wakeWaiting } from './sweep-documents.ts'

/** Milliseconds between two looks for documents that still wait for the scanner, and for content no row names. */
const WAKE_EVERY = 120_000
const SWEEP_EVERY = 60 * 60_000

/** What documents need: where they lie, who looks into them and who scans them. */
export async function documentParts({
  documentStore,
  scanner,
}: DocumentSettings): Promise<Pick<Parts, 'documents' | 'inspector' | 'scanner'>> {
  return {
    documents: await localDocumentStore(documentStore),
    inspector: processInspector(),
    scanner: clamdScanner(scanner),
  }
}

/** What is done with documents again and again. */
export function documentTurns(parts: Parts, log: Log): readonly { stop(): Promise<void> }[] {
  return [
    every(WAKE_EVERY, 'waking scans', () => wakeWaiting(parts), log),
    every(SWEEP_EVERY, 'sweeping documents', () => sweepDocuments(parts), log),
  ]
}
