/** An address as a person reads it; whatever is not text stays as it is. */
export function readable(address: string): string {
  try {
    return decodeURIComponent(address.replaceAll('+', ' '))
  } catch {
    return address
  }
}
