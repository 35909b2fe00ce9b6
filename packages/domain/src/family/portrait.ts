import { z } from 'zod'

/** What a family wishes of the portrait of its child: that the panel hears it first, that it does not, or that it is gone. */
export const PortraitWish = z.enum(['for-panel', 'not-for-panel', 'withdrawn'])
export type PortraitWish = z.infer<typeof PortraitWish>

/** Whether the item of the child opens with a portrait: only while the family wishes it. */
export const opensTheItem = (wish: PortraitWish | null): boolean => wish === 'for-panel'
