import { daysAgo, type InventedChild, testNumber } from './invented-child.ts'

/** The two ways a journey is made. */
export const manners = ['with JavaScript', 'without JavaScript'] as const
type Manner = (typeof manners)[number]

type Children = Readonly<Record<Manner, InventedChild>>

/** Children of whose death two people tell the panel’s office. */
export const childrenNotifiedTwice: Children = {
  'with JavaScript': {
    familyName: 'Hollowbread',
    givenNames: 'Ambrose Tiernan',
    nhsNumber: testNumber('999640312'),
    bornOn: daysAgo(3104),
    diedOn: daysAgo(5),
    address: '6 Cressingham Fold, Leeds',
    postcode: 'LS99 2GH',
    circumstances: 'Collapsed at the riding school of Millicent Farthingale.',
    involvement: 'Onyx-letter: not asked.',
  },
  'without JavaScript': {
    familyName: 'Thistlecombe',
    givenNames: 'Rosamund Yvain',
    nhsNumber: testNumber('999640270'),
    bornOn: daysAgo(2304),
    diedOn: daysAgo(3),
    address: '19 Brindlewater Rise, Leeds',
    postcode: 'LS99 6BD',
    circumstances: 'Taken ill at the house of a cousin, Barnaby Hollinshead.',
    involvement: 'Jasper-letter: not asked.',
  },
}

/** Another child of the same home, whose death is notified later. */
export const siblingsOfThose: Children = {
  'with JavaScript': {
    familyName: 'Hollowbread',
    givenNames: 'Guinevere Sorcha',
    nhsNumber: testNumber('999640320'),
    bornOn: daysAgo(1420),
    diedOn: daysAgo(2),
    address: '6 Cressingham Fold, Leeds',
    postcode: 'LS99 2GH',
    circumstances: 'Taken ill at a picnic with the neighbour Leopoldine Ashby.',
    involvement: 'Onyx-letter: not asked.',
  },
  'without JavaScript': {
    ...childrenNotifiedTwice['without JavaScript'],
    familyName: 'Thistlecombe',
    givenNames: 'Peregrine Auberon',
    nhsNumber: testNumber('999640281'),
    bornOn: daysAgo(890),
    diedOn: daysAgo(1),
    circumstances: 'Taken ill on an outing with a neighbour, Ermintrude Vasey.',
  },
}

/** Children whose death was registered before anybody notified it. */
export const childrenRegistered: Children = {
  'with JavaScript': {
    familyName: 'Wetherpole',
    givenNames: 'Lysander Rowan',
    nhsNumber: testNumber('999640339'),
    bornOn: daysAgo(2790),
    diedOn: daysAgo(15),
    address: '9 Harrowgate Lathe, Leeds',
    postcode: 'LS99 7HD',
    circumstances: 'Taken ill on the coach with a schoolmistress, Araminta Quayle.',
    involvement: 'Garnet-letter: not asked.',
  },
  'without JavaScript': {
    familyName: 'Wetherglass',
    givenNames: 'Cornelius Pym',
    nhsNumber: testNumber('999640303'),
    bornOn: daysAgo(1960),
    diedOn: daysAgo(12),
    address: '4 Osierbank Terrace, Leeds',
    postcode: 'LS99 8JD',
    circumstances: 'Taken ill on the ferry with a godmother, Eudora Fennimore.',
    involvement: 'Opal-letter: not asked.',
  },
}

/** Children whose death is reported, and who live. */
export const childrenReportedInError: Children = {
  'with JavaScript': {
    familyName: 'Silverthorne',
    givenNames: 'Clementine Isaura',
    nhsNumber: testNumber('999640347'),
    bornOn: daysAgo(1733),
    diedOn: daysAgo(3),
    address: '41 Larkhill Ginnel, Leeds',
    postcode: 'LS99 1JB',
    circumstances: 'Said to have fallen at the boathouse of Peregrine Oakshott.',
    involvement: 'Beryl-letter: not asked.',
  },
  'without JavaScript': {
    familyName: 'Marchbanks',
    givenNames: 'Tamsin Ottoline',
    nhsNumber: testNumber('999640258'),
    bornOn: daysAgo(2511),
    diedOn: daysAgo(2),
    address: '27 Fenwhistle Close, Leeds',
    postcode: 'LS99 8TB',
    circumstances: 'Said to have collapsed at the allotment of Cornelius Wrexley.',
    involvement: 'Opal-letter: not asked.',
  },
}

/** Children who lived abroad and died here: whether to review is for the partners to say. */
export const childrenFromAbroad: Children = {
  'with JavaScript': {
    familyName: 'Vandersteene',
    givenNames: 'Mirabel Odette',
    nhsNumber: testNumber('999651343'),
    bornOn: daysAgo(2488),
    diedOn: daysAgo(4),
    address: '22 Rue des Tanneurs',
    postcode: 'LS99 6WD',
    circumstances: 'Taken ill at the wedding of a cousin, Theodora Lindqvist.',
    involvement: 'Flint-letter: not asked.',
  },
  'without JavaScript': {
    familyName: 'Delacourcelle',
    givenNames: 'Anouk Perrine',
    nhsNumber: testNumber('999651327'),
    bornOn: daysAgo(3290),
    diedOn: daysAgo(3),
    address: '4 Impasse du Moulin Gris',
    postcode: 'LS99 5QD',
    circumstances: 'Taken ill on a visit to a godmother, Rosalind Whitcombe.',
    involvement: 'Jasper-letter: not asked.',
  },
}

/** Children who lived in another area, which is asked to take the record. */
export const childrenOfOtherAreas: Children = {
  'with JavaScript': {
    familyName: 'Ravenscroft',
    givenNames: 'Evangeline Maud',
    nhsNumber: testNumber('999651351'),
    bornOn: daysAgo(1999),
    diedOn: daysAgo(6),
    address: '3 Tenterfield Nook, Keighley',
    postcode: 'BD99 7WD',
    circumstances: 'Taken ill at the orchard of a grandfather, Augustine Penhallow.',
    involvement: 'Slate-letter: not asked.',
  },
  'without JavaScript': {
    familyName: 'Netherwold',
    givenNames: 'Calanthe Briony',
    nhsNumber: testNumber('999651335'),
    bornOn: daysAgo(3127),
    diedOn: daysAgo(4),
    address: '11 Sallowfield Bank, Keighley',
    postcode: 'BD99 4QD',
    circumstances: 'Taken ill at the smallholding of an uncle, Leofric Amberley.',
    involvement: 'Coral-letter: not asked.',
  },
}
