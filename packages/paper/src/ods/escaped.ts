/** Words as they stand in XML: nothing in them is markup, and no character XML cannot hold is left. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(notInXml, '\uFFFD')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the characters XML 1.0 leaves out
const notInXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g
