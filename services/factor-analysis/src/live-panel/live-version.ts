import type { LiveSession } from './live-session-store.ts'

/** Names what a page of a live panel shows: another one after every decision, turn of the page and saving of an answer. */
export function versionToken(
  session: Pick<LiveSession, 'revision' | 'version'> | null,
  analysisVersion: number,
): string {
  return `${session?.revision ?? 0}.${session?.version ?? 0}.${analysisVersion}`
}
