import { daysAgo, type InventedChild, testNumber } from './invented-child.ts'

/**
 * One child for each way the journey is made,
 * in different years, so that both can be counted at the same time.
 */
export const journeyChildren = {
  'with JavaScript': {
    familyName: 'Quellenfarth',
    givenNames: 'Isolde Merrin',
    nhsNumber: testNumber('999781692'),
    bornOn: daysAgo(1126),
    diedOn: daysAgo(40),
    address: '7 Thimblewick Court, Leeds',
    postcode: 'LS99 7QX',
    circumstances: 'Found by the neighbour Wilhelmina Stroud beside the millrace.',
    involvement: 'Quartz-letter: the practice last saw the family in the spring.',
  },
  'without JavaScript': {
    familyName: 'Oberthwaite',
    givenNames: 'Caspian Jory',
    nhsNumber: testNumber('999779478'),
    bornOn: daysAgo(1753),
    diedOn: daysAgo(406),
    address: '12 Larkfleet Yard, Leeds',
    postcode: 'LS99 4ZJ',
    circumstances: 'Became unwell at the house of a great-aunt, Philippa Dunmore.',
    involvement: 'Onyx-letter: the practice knew of a heart murmur since birth.',
  },
} as const satisfies Record<string, InventedChild>

/** A child of whose death two people tell the panel's office. */
export const childNotifiedTwice: InventedChild = {
  familyName: 'Thistlecombe',
  givenNames: 'Rosamund Yvain',
  nhsNumber: testNumber('999640270'),
  bornOn: daysAgo(2304),
  diedOn: daysAgo(3),
  address: '19 Brindlewater Rise, Leeds',
  postcode: 'LS99 6BD',
  circumstances: 'Taken ill at the house of a cousin, Barnaby Hollinshead.',
  involvement: 'Jasper-letter: not asked.',
}

/** Another child of the same home, whose death is notified later. */
export const siblingOfChildNotifiedTwice: InventedChild = {
  ...childNotifiedTwice,
  familyName: 'Thistlecombe',
  givenNames: 'Peregrine Auberon',
  nhsNumber: testNumber('999640281'),
  bornOn: daysAgo(890),
  diedOn: daysAgo(1),
  circumstances: 'Taken ill on an outing with a neighbour, Ermintrude Vasey.',
}

/** A child whose death was registered before anybody notified it. */
export const childRegistered: InventedChild = {
  familyName: 'Wetherglass',
  givenNames: 'Cornelius Pym',
  nhsNumber: testNumber('999640303'),
  bornOn: daysAgo(1960),
  diedOn: daysAgo(12),
  address: '4 Osierbank Terrace, Leeds',
  postcode: 'LS99 8JD',
  circumstances: 'Taken ill on the ferry with a godmother, Eudora Fennimore.',
  involvement: 'Opal-letter: not asked.',
}

/** A child whose death is reported, and who lives. */
export const childReportedInError: InventedChild = {
  familyName: 'Marchbanks',
  givenNames: 'Tamsin Ottoline',
  nhsNumber: testNumber('999640258'),
  bornOn: daysAgo(2511),
  diedOn: daysAgo(2),
  address: '27 Fenwhistle Close, Leeds',
  postcode: 'LS99 8TB',
  circumstances: 'Said to have collapsed at the allotment of Cornelius Wrexley.',
  involvement: 'Opal-letter: not asked.',
}

/** A child who lived abroad and died here: whether to review is for the partners to say. */
export const childFromAbroad: InventedChild = {
  familyName: 'Delacourcelle',
  givenNames: 'Anouk Perrine',
  nhsNumber: testNumber('999651327'),
  bornOn: daysAgo(3290),
  diedOn: daysAgo(3),
  address: '4 Impasse du Moulin Gris',
  postcode: 'LS99 5QD',
  circumstances: 'Taken ill on a visit to a godmother, Rosalind Whitcombe.',
  involvement: 'Jasper-letter: not asked.',
}

/** A child who lived in another area, which is asked to take the record. */
export const childOfOtherArea: InventedChild = {
  familyName: 'Netherwold',
  givenNames: 'Calanthe Briony',
  nhsNumber: testNumber('999651335'),
  bornOn: daysAgo(3127),
  diedOn: daysAgo(4),
  address: '11 Sallowfield Bank, Keighley',
  postcode: 'BD99 4QD',
  circumstances: 'Taken ill at the smallholding of an uncle, Leofric Amberley.',
  involvement: 'Coral-letter: not asked.',
}

/** Children somebody notifies without an account: one for each manner. */
export const publicChildren = {
  'with JavaScript': {
    familyName: 'Tollervey',
    givenNames: 'Ansel Wystan',
    nhsNumber: testNumber('999640215'),
    bornOn: daysAgo(2107),
    diedOn: daysAgo(3),
    address: '3 Cobblewick Row, Leeds',
    postcode: 'LS99 2QD',
    circumstances: 'Collapsed at the swimming lesson of Perpetua Nettlefold.',
    involvement: 'Topaz-letter: the school nurse saw the child in the autumn.',
  },
  'without JavaScript': {
    familyName: 'Hathersedge',
    givenNames: 'Linnet Rosamund',
    nhsNumber: testNumber('999640223'),
    bornOn: daysAgo(1411),
    diedOn: daysAgo(5),
    address: '19 Brindlemere Lane, Leeds',
    postcode: 'LS99 6WN',
    circumstances: 'Unwell overnight at the caravan of Barnaby Quickenden.',
    involvement: 'Garnet-letter: the health visitor saw the family twice.',
  },
  'with a page at night': {
    familyName: 'Marchbanksia',
    givenNames: 'Orson Tamsin',
    nhsNumber: testNumber('999640250'),
    bornOn: daysAgo(712),
    diedOn: daysAgo(1),
    address: '8 Fennimore Steps, Leeds',
    postcode: 'LS99 3QB',
    circumstances: 'Found in the cot by Leopold Ashgrove after a quiet night.',
    involvement: 'Opal-letter: the nursery saw the child on Friday.',
  },
  'by keyboard': {
    familyName: 'Wrexbie',
    givenNames: 'Yma',
    nhsNumber: testNumber('999640231'),
    bornOn: daysAgo(900),
    diedOn: daysAgo(2),
    address: '1 Zill',
    postcode: 'LS99 9ZZ',
    circumstances: 'Fell ill',
    involvement: 'Beryl-letter: none.',
  },
  'called away': {
    familyName: 'Osgathorpe',
    givenNames: 'Merrily Fenn',
    nhsNumber: testNumber('999640240'),
    bornOn: daysAgo(1902),
    diedOn: daysAgo(1),
    address: '8 Tansywell Mews, Leeds',
    postcode: 'LS99 8TM',
    circumstances: 'Brought in by the neighbour Cosima Applegarth.',
    involvement: 'Agate-letter: none.',
  },
  'a twin': {
    familyName: 'Pennifold',
    givenNames: 'Auberon Tace',
    nhsNumber: testNumber('999640243'),
    bornOn: daysAgo(9),
    diedOn: daysAgo(4),
    address: '5 Saffronholme Bank, Leeds',
    postcode: 'LS99 5SB',
    circumstances: 'Born early; care was given by the midwife Ottilie Marchbanks.',
    involvement: 'Opal-letter: none.',
  },
} as const satisfies Record<string, InventedChild>

/** Children of a file that is imported: two for each manner. */
export const importedChildren = {
  'with JavaScript': [
    {
      familyName: 'Pendlewick',
      givenNames: 'Sorrel Avice',
      nhsNumber: testNumber('999512304'),
      bornOn: daysAgo(1303),
      diedOn: daysAgo(61),
      address: '4 Wickersley Mews, Leeds',
      postcode: 'LS99 3PW',
      circumstances: 'Taken ill on the canal boat of Ottilie Marchbanks.',
      involvement: 'Jasper-letter: none.',
    },
    {
      familyName: 'Carrowmoor',
      givenNames: 'Tamsin Lowri',
      nhsNumber: testNumber('999512312'),
      bornOn: daysAgo(2203),
      diedOn: daysAgo(64),
      address: '22 Fennimore Gate, Leeds',
      postcode: 'LS99 8DR',
      circumstances: 'Found unwell by the lodger Evander Pym.',
      involvement: 'Flint-letter: none.',
    },
  ],
  'without JavaScript': [
    {
      familyName: 'Ravensthorpe',
      givenNames: 'Elowen Petra',
      nhsNumber: testNumber('999512320'),
      bornOn: daysAgo(1501),
      diedOn: daysAgo(71),
      address: '9 Gatherley Walk, Leeds',
      postcode: 'LS99 5RT',
      circumstances: 'Fell ill at the stables of Clementine Vosper.',
      involvement: 'Agate-letter: none.',
    },
    {
      familyName: 'Ullathorne',
      givenNames: 'Bronagh Ines',
      nhsNumber: testNumber('999512339'),
      bornOn: daysAgo(2601),
      diedOn: daysAgo(74),
      address: '31 Saxonbury Close, Leeds',
      postcode: 'LS99 1UL',
      circumstances: 'Became unwell after the recital of Thaddeus Quill.',
      involvement: 'Slate-letter: none.',
    },
  ],
} as const satisfies Record<string, readonly InventedChild[]>
