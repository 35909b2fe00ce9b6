/** A child a journey is about. Nobody like this ever lived. */
export type InventedChild = {
  readonly familyName: string
  readonly givenNames: string
  readonly nhsNumber: string
  readonly bornOn: string
  readonly diedOn: string
  readonly address: string
  readonly postcode: string
  readonly circumstances: string
  readonly involvement: string
}

const DAY_MS = 86_400_000

/** A civil date some days before today, in London. */
export function daysAgo(days: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(Date.now() - days * DAY_MS)
}

/** "14 November 2026", as pages write a date. */
export function written(date: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date))
}

/** An NHS number of the range that is never issued: nine digits and the check digit that belongs to them. */
export function testNumber(nine: string): string {
  const sum = [...nine].reduce((total, digit, place) => total + Number(digit) * (10 - place), 0)
  const check = (11 - (sum % 11)) % 11
  if (check === 10) throw new RangeError('these nine digits have no check digit')
  return `${nine}${check}`
}

/** Everything about a child that may stand nowhere but on a page that shows it: names, numbers, dates and words. */
export function identifiersOf(child: InventedChild): readonly string[] {
  const { nhsNumber, bornOn, givenNames } = child
  const inThrees = `${nhsNumber.slice(0, 3)} ${nhsNumber.slice(3, 6)} ${nhsNumber.slice(6)}`
  return [
    child.familyName,
    ...givenNames.split(' '),
    nhsNumber,
    inThrees,
    inThrees.replaceAll(' ', '+'),
    inThrees.replaceAll(' ', '%20'),
    bornOn,
    written(bornOn),
    ...child.address.split(',').slice(0, 1),
    child.postcode,
    child.circumstances,
    child.involvement,
  ]
}
