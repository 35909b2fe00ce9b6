/** Children there are to be mistaken for: some ten years of England's child deaths. */
export const CHILDREN = 35_000
