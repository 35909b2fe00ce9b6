import type { PageFrame } from '../page-frame.ts'

/** The frame of a page as a coordinator of an invented area sees it. */
export const frame: PageFrame = {
  serviceName: 'Child death reviews',
  areaName: 'Westmarch',
  navigation: [
    { text: 'Cases', href: '/cases', active: true },
    { text: 'Notifications', href: '/notifications' },
    { text: 'Meetings', href: '/meetings' },
    { text: 'Figures', href: '/figures' },
  ],
  user: { name: 'Asha Linden', csrf: 'token-of-this-session' },
  demonstration: true,
  nonce: 'bm9uY2U=',
  at: new Date('2026-11-14T09:30:00Z'),
}
