/** Text as it may stand in XML: escaped, and without what XML cannot hold. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** A run of text. */
export const run = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`

/** A paragraph in a style of the document. */
export const paragraph = (style: string, content: string) =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${content}</w:p>`

/** What a field in a document is called: to whoever hears it read out, and to a program. */
export type FieldName = { readonly label: string; readonly name: string; readonly id: number }

/** A content control: its title is what a screen reader says, its tag what a program finds it by. */
function control({ label, name, id }: FieldName, kind: string, content: string): string {
  // Word cuts a title at 64 characters and refuses a longer tag.
  const title = [...label].slice(0, 64).join('')
  return `<w:sdt><w:sdtPr><w:alias w:val="${xmlText(title)}"/><w:tag w:val="${xmlText(name.slice(0, 64))}"/><w:id w:val="${id}"/>${kind}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
}

const PLACEHOLDER = '<w:rStyle w:val="PlaceholderText"/>'

/** A field in a line of text that says what to do with it. */
export function textControl(field: FieldName, prompt: string): string {
  return control(field, '<w:showingPlcHdr/><w:text w:multiLine="1"/>', run(prompt, PLACEHOLDER))
}

/** A field for a day. */
export function dateControl(field: FieldName): string {
  const kind =
    '<w:showingPlcHdr/><w:date><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="en-GB"/><w:storeMappedDataAs w:val="date"/><w:calendar w:val="gregorian"/></w:date>'
  return control(field, kind, run('Enter a date, such as 27 3 2024', PLACEHOLDER))
}

/** A field in which one of several is chosen. */
export function choiceControl(field: FieldName, options: readonly string[]): string {
  const items = options.map(
    (option) => `<w:listItem w:displayText="${xmlText(option)}" w:value="${xmlText(option)}"/>`,
  )
  return control(
    field,
    `<w:showingPlcHdr/><w:dropDownList>${items.join('')}</w:dropDownList>`,
    run('Choose one', PLACEHOLDER),
  )
}

/** A box to tick, with its words. */
export function tickControl(field: FieldName, words: string): string {
  const kind =
    '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
  return `${control(field, kind, run('\u2610', '<w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" w:hint="eastAsia"/>'))}${run(` ${words}`)}`
}
