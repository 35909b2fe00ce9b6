import type { Profession } from '../case-identifiers.ts'

const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''))

/** Words that say who somebody is to the child. A name often follows. */
export const KIN =
  set(`mum mom mam mummy mother dad daddy father parent sister brother sibling twin baby aunt auntie aunty uncle
  cousin nan nana nanny nain taid mamgu tadcu gran granny grandma grandmother grandad grandpa grandfather grandson granddaughter
  stepmother stepfather stepdad stepmum partner husband wife boyfriend girlfriend son daughter niece nephew carer friend neighbour
  nani nana dadi dada bibi ammi abbu abu ami khala chacha mamu phupho babcia dziadek bro sis stepbrother stepsister child fiance
  fiancee godmother godfather`)

/** What stands before the name of a professional; the profession it says. */
export const STAFF_TITLES: ReadonlyMap<string, Profession> = new Map(
  Object.entries<Profession>({
    dr: 'doctor',
    doctor: 'doctor',
    prof: 'doctor',
    professor: 'doctor',
    consultant: 'consultant',
    registrar: 'doctor',
    surgeon: 'doctor',
    paediatrician: 'doctor',
    neonatologist: 'doctor',
    anaesthetist: 'doctor',
    nurse: 'nurse',
    matron: 'nurse',
    midwife: 'midwife',
    hv: 'health visitor',
    visitor: 'health visitor',
    paramedic: 'paramedic',
    technician: 'paramedic',
    pc: 'police officer',
    wpc: 'police officer',
    dc: 'police officer',
    ds: 'police officer',
    di: 'police officer',
    dci: 'police officer',
    dsi: 'police officer',
    ps: 'police officer',
    sgt: 'police officer',
    sergeant: 'police officer',
    constable: 'police officer',
    inspector: 'police officer',
    insp: 'police officer',
    pcso: 'police officer',
    superintendent: 'police officer',
    worker: 'social worker',
    sw: 'social worker',
    teacher: 'teacher',
    headteacher: 'teacher',
    coroner: 'coroner',
    pathologist: 'pathologist',
    ssgt: 'police officer',
    supt: 'police officer',
    officer: 'police officer',
  }),
)

/** Titles anybody may have. */
export const TITLES = set(
  'mr mrs ms miss mx master sir lady rev reverend fr imam rabbi pastor sheikh mister missus',
)

/** After these a name is likely even in small letters. */
export const CALLS = set('called named name nicknamed known aka as with by to and for told asked says said')

/** After these a small word is a noun: "the ward", "a mark", "her hope". */
export const BEFORE_NOUNS =
  set(`a an the this that these those no some any his her their its our your my each every in on of with without at
  little great good slight red small large first second last next same other new old one two three high low into onto from between more
  much such what which very birth skin stool bite pressure children own only full early late`)

/** After these a small word is a verb. */
export const BEFORE_VERBS =
  set(`it he she they we i you who which that this there to not and or then parents mother father mum dad team
  family staff panel review both all nobody everybody also will would can could should may might must did does do had has have was were
  is are temperature level levels rate pressure what lactate`)

/** Before these "will" and "may" are no names. */
export const AFTER_MODALS =
  set(`be have not need also require continue help take make show give only never always now then well or and
  remain get go come see receive attend contact ask send provide include become lead cause occur meet discuss consider offer arrange
  feel seem indicate suggest reflect result mean at have`)
