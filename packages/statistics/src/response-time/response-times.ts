/** Below so many answers nothing is said of how long they took, and no share is given. */
export const FEWEST = 5

/** One question put to an agency. Days are whole days since it was sent. */
export type AskedOnce = {
  /** Within how many days the answer was due. */
  readonly dueAfter: number
  /** After how many days the answer came; null while there is none. */
  readonly answeredAfter: number | null
  /** How many days have passed since it was sent. */
  readonly passed: number
  /** Of the questions put, how many were answered or said not to be known; null where nothing was returned. */
  readonly completeness: { readonly said: number; readonly asked: number } | null
}

/** How an agency answers. Null where there were fewer than `FEWEST` to say it of. */
export type ResponseTimes = {
  readonly asked: number
  readonly answered: number
  /** Due by now and not answered. */
  readonly overdue: number
  /** Days until the answer came, of those that came: the middle one, and the quarter and three quarters of them. */
  readonly days: { readonly median: number; readonly low: number; readonly high: number } | null
  /** Of those that were answered or due by now, the share that was answered in time, 0 to 1. */
  readonly onTime: number | null
  /** Of the questions of the forms that were returned, the share that was answered or said not to be known, 0 to 1. */
  readonly completeness: number | null
}

/**
 * The value below which a share of the others lies, between two of them in proportion (type 7 of Hyndman and Fan).
 * @param sorted ascending, not empty
 * @param share 0 to 1
 */
export function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share
  const low = sorted[Math.floor(at)] ?? Number.NaN
  const high = sorted[Math.ceil(at)] ?? low
  return low + (high - low) * (at - Math.floor(at))
}

/** What the requests put to one agency say of how it answers. */
export function responseTimes(requests: readonly AskedOnce[]): ResponseTimes {
  const days = requests.flatMap(({ answeredAfter }) => answeredAfter ?? []).sort((one, other) => one - other)
  const overdue = requests.filter(
    ({ answeredAfter, passed, dueAfter }) => answeredAfter === null && passed > dueAfter,
  ).length
  const inTime = requests.filter(
    ({ answeredAfter, dueAfter }) => answeredAfter !== null && answeredAfter <= dueAfter,
  ).length
  const settled = days.length + overdue
  const returned = requests.flatMap(({ completeness }) => completeness ?? [])
  const put = returned.reduce((sum, { asked }) => sum + asked, 0)
  const said = returned.reduce((sum, one) => sum + one.said, 0)
  return {
    asked: requests.length,
    answered: days.length,
    overdue,
    days:
      days.length < FEWEST
        ? null
        : { median: quantile(days, 0.5), low: quantile(days, 0.25), high: quantile(days, 0.75) },
    onTime: settled < FEWEST ? null : inTime / settled,
    completeness: returned.length < FEWEST || put === 0 ? null : said / put,
  }
}
