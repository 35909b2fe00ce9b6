/** Does work on every item, `width` at a time; stops at the first failure. `done` hears after each. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  width: number,
  work: (item: Item, index: number) => Promise<Result>,
  done: (count: number) => void = () => undefined,
): Promise<readonly Result[]> {
  const results: Result[] = new Array<Result>(items.length)
  let next = 0
  let count = 0
  const lane = async () => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index]
      if (item === undefined) continue
      results[index] = await work(item, index)
      count += 1
      done(count)
    }
  }
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane))
  return results
}
