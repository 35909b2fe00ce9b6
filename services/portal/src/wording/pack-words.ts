import type { PackState, PackWithdrawal } from '@cdop/domain'

/** How far a pack has come. */
export const packStateWords: Readonly<Record<PackState, string>> = {
  building: 'Being built',
  'awaiting-decisions': 'Waiting for decisions',
  ready: 'Ready to sign',
  'signed-once': 'Signed by one person',
  released: 'Released to the panel',
  withdrawn: 'Withdrawn',
  expired: 'Expired',
}

export const packWithdrawalWords: Readonly<Record<PackWithdrawal, string>> = {
  'identifies-somebody': 'It says who somebody is',
  'wrong-cases': 'It has the wrong cases',
  'text-changed': 'A text in it changed',
  other: 'Another reason',
  replaced: 'A newer version took its place',
}

/** Nothing that names a person or a place: what was found, and why it was taken for that. */
export const findingReasonWords: Readonly<Record<string, string>> = {
  'as recorded': 'as it is on record',
  'short form': 'a short form of a name on record',
  'shortened or with an ending': 'a name on record, shortened or with an ending',
  initials: 'initials of somebody on record',
  'slip of the pen': 'a name on record with a slip of the pen',
  'two slips of the pen': 'a name on record with two slips of the pen',
  'three slips of the pen': 'a name on record with three slips of the pen',
  'sounds alike': 'sounds like a name on record',
  'inside a longer word': 'a name on record inside a longer word',
  'broken up': 'a name on record, broken up',
  'also an ordinary word': 'a name on record that is also an ordinary word',
  'also an abbreviation': 'also an abbreviation',
  'part of it': 'a part of what is on record',
  'written in words': 'written in words',
  'own date': 'a date of this child',
  'other date': 'a date',
  'part of a date': 'part of a date',
  'valid check digit': 'a number with a valid check digit',
  'form of a number': 'looks like a number',
  'form of a postcode': 'looks like a postcode',
  'form of a telephone number': 'looks like a telephone number',
  'form of an e-mail address': 'looks like an email address',
  'form of an address': 'looks like an address',
  'form of a web name': 'looks like a name on the internet',
  'title before a name': 'a title before a name',
  'kin before a name': 'a word for a relative before a name',
  'name of an institution': 'looks like the name of an institution',
  'known abbreviation': 'a known abbreviation',
  'two unknown names': 'looks like the name of somebody not on record',
  'unknown name': 'looks like a name that is not on record',
}
