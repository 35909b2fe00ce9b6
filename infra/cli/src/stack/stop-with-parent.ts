// Loaded into every program before its own code: a program whose starter was killed stops as if it had been asked to,
// and is not there any more when it does not manage to.

/** Milliseconds to finish what is under way. */
const PATIENCE_MS = 12_000

process.once('disconnect', () => {
  setTimeout(() => process.exit(1), PATIENCE_MS).unref()
  process.kill(process.pid, 'SIGTERM')
})
// Listening must not keep a finished program alive.
process.channel?.unref()
