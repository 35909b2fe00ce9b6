import { Area } from '@cdop/domain'
import type { Recruit } from '../casework/staff-area.ts'

const always = { from: '2019-04-01', until: null }

export const herefordshireAndWorcestershireArea: Area = Area.parse({
  areaId: '5f0c6a3e-1a51-4d0a-9a35-1d5a0f6c0101',
  code: 'HWR',
  name: 'Herefordshire and Worcestershire (replayed from published figures)',
  authorities: [
    { code: 'E06000019', name: 'Herefordshire', ...always },
    { code: 'E10000034', name: 'Worcestershire', ...always },
  ],
  partners: [{ name: 'Herefordshire and Worcestershire child death review partners', ...always }],
  controllers: [{ name: 'Herefordshire and Worcestershire child death review partners', ...always }],
})

export const englandArea: Area = Area.parse({
  areaId: '5f0c6a3e-1a51-4d0a-9a35-1d5a0f6c0102',
  code: 'ENG',
  name: 'England (replayed from published figures)',
  authorities: [{ code: 'E92000001', name: 'England', ...always }],
  partners: [{ name: 'Child death review partners in England', ...always }],
  controllers: [{ name: 'Child death review partners in England', ...always }],
})

/** Invented people who can do everything a replay needs in an area. */
export function replayStaff(areaCode: string): readonly Recruit[] {
  const at = `${areaCode.toLowerCase()}.replay.example`
  return [
    { displayName: 'Replay Coordinator', email: `coordinator@${at}`, roles: ['coordinator'], agency: null },
    { displayName: 'Replay Doctor', email: `doctor@${at}`, roles: ['designated-doctor'], agency: null },
    { displayName: 'Replay Analyst', email: `analyst@${at}`, roles: ['analyst'], agency: null },
    { displayName: 'Replay Chair', email: `chair@${at}`, roles: ['chair'], agency: 'public-health' },
    { displayName: 'Replay Health', email: `health@${at}`, roles: ['panel-member'], agency: 'health' },
    { displayName: 'Replay Police', email: `police@${at}`, roles: ['panel-member'], agency: 'police' },
    {
      displayName: 'Replay Social Care',
      email: `care@${at}`,
      roles: ['panel-member'],
      agency: 'social-care',
    },
    { displayName: 'Replay Lay Member', email: `lay@${at}`, roles: ['panel-member'], agency: 'lay' },
  ]
}
