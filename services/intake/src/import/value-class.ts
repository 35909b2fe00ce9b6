/** What kind of thing stands in a cell: all an error says of it, never the value. */
export type ValueClass =
  | 'blank'
  | 'a whole number'
  | 'a number'
  | 'a date'
  | 'a time'
  | 'letters'
  | 'letters and digits'
  | 'long text'

export function valueClass(cell: string): ValueClass {
  const text = cell.trim()
  if (text === '') return 'blank'
  if (text.length > 200) return 'long text'
  if (/^[+-]?\d[\d ]*$/.test(text)) return 'a whole number'
  if (/^[+-]?\d+[.,]\d+$/.test(text)) return 'a number'
  if (/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([ T].*)?$/.test(text)) return 'a date'
  if (/^\d{1,2}[:.]\d{2}/.test(text)) return 'a time'
  return /\d/.test(text) ? 'letters and digits' : 'letters'
}
