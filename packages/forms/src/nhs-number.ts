/**
 * Whether ten digits are an NHS number: the last is the modulus 11 check digit of the other nine (NHS Data
 * Dictionary). One digit repeated ten times passes the arithmetic and is refused all the same.
 */
export function isNhsNumber(digits: string): boolean {
  if (!/^[0-9]{10}$/.test(digits) || /^([0-9])\1{9}$/.test(digits)) return false
  let sum = 0
  for (let place = 0; place < 9; place += 1) sum += Number(digits[place]) * (10 - place)
  const check = 11 - (sum % 11)
  return (check === 11 ? 0 : check) === Number(digits[9])
}

/** An NHS number as it is printed: "999 000 0018". */
export function nhsNumberInThrees(digits: string): string {
  return `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`
}
