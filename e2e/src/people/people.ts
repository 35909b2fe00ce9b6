/** People of the demonstration, by what they do in the journeys. Their names stand on the local sign-in page. */
export const people = {
  coordinator: 'Asha Linden',
  secondCoordinator: 'Bronwen Askew',
  designatedDoctor: 'Edmund Frost',
  responseLead: 'Priya Dale',
  keyWorker: 'Shabnam Reyes',
  panelMember: 'Tom Harrow',
  police: 'Grace Okello',
  socialCare: 'Ruth Ashdown',
  doctor: 'Imran Vale',
  layMember: 'Clemency Ilsley',
  chair: 'Helen Marsh',
  secondChair: 'Joan Tellwright',
  analyst: 'Owen Pryce',
  publisher: 'Delyth Carrow',
  administrator: 'Nadia Birch',
  otherCoordinator: 'Callum Thorne',
  otherAnalyst: 'Mei Fairfax',
  scrutineer: 'Morwenna Vance',
} as const
export type Who = keyof typeof people

/** Everybody who signs in during a run. */
export const everybody = [
  'coordinator',
  'secondCoordinator',
  'designatedDoctor',
  'responseLead',
  'keyWorker',
  'panelMember',
  'layMember',
  'chair',
  'secondChair',
  'analyst',
  'publisher',
  'administrator',
  'otherCoordinator',
  'otherAnalyst',
  'scrutineer',
] as const satisfies readonly Who[]
