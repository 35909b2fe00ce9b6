const day = 86_400_000
const from1900 = Date.UTC(1899, 11, 30)
const from1904 = Date.UTC(1904, 0, 1)
/** 31 December 9999. */
const lastSerial = 2_958_465

/**
 * A spreadsheet's count of days as `2026-11-14`, with `T09:30` when the day has a time, to the minute. Undefined when
 * it is no date. Serials below 61 are a day off in every file counted from 1900 (its year has a 29 February) and are
 * put right; number 60, the day that never was, is no date.
 */
export function dateOfSerial(serial: number, { since1904 }: { since1904: boolean }): string | undefined {
  if (!Number.isFinite(serial) || serial < (since1904 ? 0 : 1) || serial >= lastSerial + 1) return undefined
  const minutes = Math.round(serial * 1440)
  const days = Math.floor(minutes / 1440)
  if (!since1904 && days === 60) return undefined
  const shifted = !since1904 && days < 60 ? days + 1 : days
  const date = new Date((since1904 ? from1904 : from1900) + shifted * day).toISOString().slice(0, 10)
  return minutes % 1440 === 0 ? date : `${date}T${clockTime(minutes % 1440)}`
}

/** A part of a day as `09:30`, to the minute. Undefined when it is not within one day. */
export function timeOfSerial(serial: number): string | undefined {
  if (!Number.isFinite(serial) || serial < 0) return undefined
  const minutes = Math.round(serial * 1440)
  return minutes < 1440 ? clockTime(minutes) : undefined
}

function clockTime(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
