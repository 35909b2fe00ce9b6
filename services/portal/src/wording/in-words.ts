/** Several things as one phrase: "health, police and education", or "health, police or education". */
export function listed(things: readonly string[], joined: 'and' | 'or' = 'and'): string {
  if (things.length < 2) return things.join('')
  return `${things.slice(0, -1).join(', ')} ${joined} ${things.at(-1)}`
}

/** A code nobody gave words to, readable: "died-abroad" is "Died abroad". */
export function readable(code: string): string {
  const words = code.replaceAll('-', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
