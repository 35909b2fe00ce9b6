/** Bytes below which waiting for the next round is cheaper. */
const WORTH_IT = 1024 * 1024

/**
 * Gives back what lay in memory outside of the heap and is used no more, before so many bytes are needed. Unasked it is
 * given back long after the next has been unpacked. Does nothing in a process that may not be asked.
 */
export function letGo(bytes: number): void {
  if (bytes > WORTH_IT) globalThis.gc?.()
}
