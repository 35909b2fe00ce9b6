/** Words as they stand in XML: nothing in them is markup, and no character XML cannot hold is left. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(notInXml, '\uFFFD')
}

/** Controls, halves of a pair and what is no character: XML 1.0 cannot hold most of them and discourages the rest. */
const notInXml = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu
