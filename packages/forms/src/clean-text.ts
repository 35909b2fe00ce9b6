/** Control characters no person types; tab and line feed are text. */
function isControl(code: number): boolean {
  return (code < 0x20 && code !== 0x09 && code !== 0x0a) || code === 0x7f || (code >= 0x80 && code <= 0x9f)
}

/** Whether a database and a FHIR document can hold the text: no NUL or other control character, no half of a pair. */
export function isStorable(text: string): boolean {
  if (!text.isWellFormed()) return false
  for (let index = 0; index < text.length; index += 1) if (isControl(text.charCodeAt(index))) return false
  return true
}

/** One line: surrounding blanks gone, every line break one space. */
export function cleanLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').trim()
}

/** Several lines: surrounding blanks gone, every line break a line feed. */
export function cleanLines(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim()
}
