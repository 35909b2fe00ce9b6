const WIDTH = 30

/**
 * Shows how far long work has come: a bar that redraws itself on a terminal, a line every tenth elsewhere.
 */
export function progressBar(
  what: string,
  total: number,
  out: { write(text: string): unknown; isTTY?: boolean },
): (count: number) => void {
  let shown = -1
  return (count) => {
    const tenth = Math.floor((count * (out.isTTY === true ? 100 : 10)) / total)
    if (tenth === shown) return
    shown = tenth
    const full = Math.round((count * WIDTH) / total)
    const bar = `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}`
    const line = `${what} ${bar} ${count.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}`
    out.write(out.isTTY === true ? `\r${line}${count === total ? '\n' : ''}` : `${line}\n`)
  }
}
