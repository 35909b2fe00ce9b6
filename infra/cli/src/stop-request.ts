/** Repeats of one Ctrl-C arrive from the terminal, from npm and from the bootstrap; later ones mean impatience. */
const SAME_REQUEST_MS = 2000

/**
 * Aborts when the person or the machine asks this process to stop: Ctrl-C, SIGTERM, a closed terminal, or the end
 * of the bootstrap that started it. A second request after two seconds ends the process at once.
 */
export function stopRequest(): AbortSignal {
  const stop = new AbortController()
  let first: number | undefined
  const ask = () => {
    const now = performance.now()
    first ??= now
    if (now - first > SAME_REQUEST_MS) process.exit(130)
    stop.abort()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask)
  if (process.channel) {
    process.once('disconnect', ask)
    // Listening must not keep a finished process alive.
    process.channel.unref()
  }
  return stop.signal
}
