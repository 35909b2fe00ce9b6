import { below, pick, type Random } from './chance.ts'

const NEIGHBOURS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: 'qsz',
    b: 'vgn',
    c: 'xdv',
    d: 'sfe',
    e: 'wrd',
    f: 'dgr',
    g: 'fht',
    h: 'gjy',
    i: 'uok',
    j: 'hku',
    k: 'jli',
    l: 'kop',
    m: 'nj',
    n: 'bmh',
    o: 'ipl',
    p: 'ol',
    q: 'wa',
    r: 'etf',
    s: 'adw',
    t: 'ryg',
    u: 'yij',
    v: 'cbf',
    w: 'qes',
    x: 'zcs',
    y: 'tuh',
    z: 'xa',
  }),
)

/** One wrong, missing, doubled or swapped letter behind the first. */
export function once(name: string, random: Random): string {
  const at = 1 + below(random, name.length - 2)
  const letter = name[at] ?? ''
  const wrong = pick(random, [...(NEIGHBOURS.get(letter.toLowerCase()) ?? 'e')])
  const kind = below(random, 4)
  if (kind === 0) return name.slice(0, at) + wrong + name.slice(at + 1)
  if (kind === 1) return name.slice(0, at) + name.slice(at + 1)
  if (kind === 2) return name.slice(0, at) + letter + name.slice(at)
  return name.slice(0, at) + (name[at + 1] ?? '') + letter + name.slice(at + 2)
}

const HEARD: readonly (readonly [RegExp, string])[] = [
  [/ph/, 'f'],
  [/ck/, 'k'],
  [/ff/, 'f'],
  [/ll/, 'l'],
  [/ee/, 'i'],
  [/ai/, 'ay'],
  [/ei/, 'ee'],
  [/oo/, 'u'],
  [/th/, 't'],
  [/y(?=[^aeiou])/, 'i'],
  [/i(?=[^aeiou])/, 'ee'],
  [/z/, 's'],
  [/q(?!u)/, 'k'],
  [/kh/, 'k'],
  [/c(?=[aou])/, 'k'],
  [/dd/, 'th'],
  [/w/, 'v'],
  [/ah$/, 'a'],
  [/(?<=[^aeiou])a$/, 'ah'],
  [/sh/, 'sch'],
  [/ie$/, 'y'],
  [/rh/, 'r'],
  [/ou/, 'u'],
  [/x/, 'ks'],
]

/** As somebody writes it who only heard it. */
export function heard(name: string, random: Random): string | null {
  const fitting = HEARD.filter(([from]) => from.test(name.slice(1)))
  if (fitting.length === 0) return null
  const [from, to] = pick(random, fitting)
  return name.slice(0, 1) + name.slice(1).replace(from, to)
}

export function joinedOtherwise(name: string, random: Random): string {
  const bare = name.normalize('NFKD').replace(/\p{M}/gu, '')
  if (bare !== name && random() < 0.5) return bare
  if (/['-]/.test(name)) return name.replace(/['-]/g, pick(random, ["'", '’', ' ', '', '-', '‐']))
  return pick(random, [
    name.replace(' ', '-'),
    name.replace(' ', '  '),
    name.replace(' ', '\u00a0'),
    name.replace(/[aeo]/, (letter) => `${letter}\u0301`),
    name.replace(' ', '_'),
  ])
}

const LOOKS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: 'а',
    e: 'е',
    o: 'о',
    p: 'р',
    c: 'с',
    x: 'х',
    y: 'у',
    i: 'і',
    s: 'ѕ',
    A: 'Α',
    M: 'М',
    H: 'Н',
    K: 'К',
    T: 'Т',
    B: 'В',
    E: 'Е',
    O: 'О',
  }),
)

export const lookAlike = (name: string, random: Random) =>
  [...name].map((letter) => (random() < 0.6 ? (LOOKS.get(letter) ?? letter) : letter)).join('')

export function withUnseen(name: string, random: Random): string {
  const at = 1 + below(random, name.length - 1)
  return (
    name.slice(0, at) +
    pick(random, ['\u200b', '\u00ad', '\u200d', '\ufeff', '\u2060', '\u200b\u200b']) +
    name.slice(at)
  )
}

export function broken(name: string, random: Random): string {
  const at = 2 + below(random, name.length - 3)
  const [head, tail] = [name.slice(0, at), name.slice(at)]
  return pick(random, [
    `${head}-\n${tail}`,
    `${head}\n${tail}`,
    `${head}\u00ad\n${tail}`,
    [...name].join(' '),
    [...name].join('-'),
    `${head}- ${tail}`,
  ])
}

export function spacedNumber(number: string, random: Random): string {
  const [a, b, c] = [number.slice(0, 3), number.slice(3, 6), number.slice(6)]
  const wrong = `${number.slice(0, 5)}${(Number(number[5]) + 1) % 10}${number.slice(6)}`
  return pick(random, [
    number,
    `${a} ${b} ${c}`,
    `${a}-${b}-${c}`,
    `${a}.${b}.${c}`,
    `${a} ${b}\n${c}`,
    [...number].join(' '),
    `${a}\u00a0${b}\u00a0${c}`,
    `${a}  ${b}  ${c}`,
    `${a}/${b}/${c}`,
    `${number.slice(0, 5)} ${number.slice(5)}`,
    wrong,
    number.replace('0', 'O'),
    `NHS${number}`,
    `${a}\u200b${b}\u200b${c}`,
  ])
}

const DIGITS = 'zero one two three four five six seven eight nine'.split(' ')

export function inWords(number: string, random: Random): string {
  const zero = pick(random, ['zero', 'oh', 'nought', 'o'])
  const said = [...number].map((digit) => (digit === '0' ? zero : (DIGITS[Number(digit)] ?? '')))
  if (random() < 0.3) {
    for (let at = 0; at + 1 < said.length; at += 1) {
      if (said[at] === said[at + 1]) said.splice(at, 2, `double ${said[at] ?? ''}`)
    }
  }
  return said.join(pick(random, [' ', ' ', ', ', '-']))
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
const ORDINALS =
  `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
  sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth
  twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first`.split(/\s+/)

const ending = (day: number) =>
  day % 10 === 1 && day !== 11
    ? 'st'
    : day % 10 === 2 && day !== 12
      ? 'nd'
      : day % 10 === 3 && day !== 13
        ? 'rd'
        : 'th'

function pieces(date: string) {
  const [y = '', m = '', d = ''] = date.split('-')
  const day = Number(d)
  const month = MONTHS[Number(m) - 1] ?? ''
  const weekday = WEEKDAYS[new Date(date).getUTCDay()] ?? ''
  return { y, m, d, day, month, weekday, short: month.slice(0, 3) }
}

export function writtenDate(date: string, random: Random): string {
  const written = oneDate(date, random)
  return written.includes('«') ? written : `«${written}»`
}

function oneDate(date: string, random: Random): string {
  const { y, m, d, day, month, weekday, short } = pieces(date)
  const yy = y.slice(2)
  return pick(random, [
    `${d}/${m}/${y}`,
    `${d}/${m}/${yy}`,
    `${day}.${Number(m)}.${yy}`,
    `${d}-${m}-${y}`,
    date,
    `${y}/${m}/${d}`,
    `${day} ${month} ${y}`,
    `${day}${ending(day)} of ${short}`,
    `${day}${ending(day)} ${month}`,
    `${short} ${day}${ending(day)}`,
    `${month} ${day}, ${y}`,
    `${day}-${short}-${yy}`,
    `${day}${short}${y}`,
    `${weekday} ${day} ${month}`,
    `${weekday.slice(0, 3)} ${d}/${m}/${yy}`,
    `the «${ORDINALS[day - 1]} of ${month}»`,
    `${d}${m}${y}`,
    `${m}/${d}/${y}`,
    `${d} ${m} ${y}`,
    `${day}${ending(day)} ${short} '${yy}`,
    `${month} the ${ORDINALS[day - 1]}`,
    `${day} ${month.toUpperCase()} ${yy}`,
    `${d}. ${m}. ${y}`,
    `«${date}»T03:15`,
    `${day}${ending(day)}\n${month}`,
  ])
}

export function partOfDate(date: string, random: Random): string {
  const { m, d, day, weekday } = pieces(date)
  return pick(random, [
    `${weekday} «${day}${ending(day)}»`,
    `${weekday} the «${day}${ending(day)}»`,
    `«${d}/${m}»`,
    `the «${day}${ending(day)}»`,
    `${weekday} «${day}»`,
  ])
}

const SHORT_STREETS: ReadonlyMap<string, string> = new Map(
  Object.entries({ Avenue: 'Ave', Road: 'Rd', Street: 'St', Crescent: 'Cres', Close: 'Cl', Lane: 'Ln' }),
)

export function writtenHome(number: string, street: string, postcode: string, random: Random): string {
  const [name = '', kind = ''] = street.split(' ')
  const [out = '', inn = ''] = postcode.split(' ')
  return pick(random, [
    `«${number} ${street}»`,
    `«${number}, ${street}»`,
    `«${number} ${name} ${SHORT_STREETS.get(kind) ?? kind}»`,
    `«${street}»`,
    `«${street.toLowerCase()}»`,
    `«${name}»`,
    `«${once(name, random)} ${kind}»`,
    `«${postcode}»`,
    `«${out}${inn}»`,
    `«${postcode.toLowerCase()}»`,
    `«${out}»`,
    `«${out} ${inn.slice(0, 1)}»`,
    `«${out}-${inn}»`,
    `«${number} ${street}, ${postcode}»`,
    `«${out}\n${inn}»`,
    `«${[...`${out}${inn}`].join(' ')}»`,
    `no. «${number} ${name} ${kind}»`,
  ])
}

export function writtenPhone(phone: string, random: Random): string {
  const rest = phone.slice(1)
  return pick(random, [
    phone,
    `${phone.slice(0, 5)} ${phone.slice(5)}`,
    `${phone.slice(0, 4)} ${phone.slice(4, 7)} ${phone.slice(7)}`,
    `+44 ${rest}`,
    `+44 (0)${rest}`,
    `0044${rest}`,
    `(${phone.slice(0, 5)}) ${phone.slice(5)}`,
    `${phone.slice(0, 5)}-${phone.slice(5, 8)}-${phone.slice(8)}`,
    `${phone.slice(0, 5)}.${phone.slice(5)}`,
    phone.replaceAll('0', 'O'),
    phone.slice(-6),
    [...phone].join(' '),
  ])
}

export function writtenEmail(email: string, random: Random): string {
  const [local = '', domain = ''] = email.split('@')
  return pick(random, [
    `«${email}»`,
    `«${email.toUpperCase()}»`,
    `«${local} at example dot com»`,
    `«${local} @ ${domain}»`,
    `«${local.replace('.', ' ')}»`,
    `@«${local.replace('.', '')}»`,
    `<«${email}»>`,
  ])
}

/** An institution's name in full, cut short, with a slip, by its letters. */
export function writtenPlace(name: string, random: Random): string {
  const words = name.split(' ')
  const saint = words[0] === 'St'
  const head = words.slice(0, saint ? 2 : 1).join(' ')
  const letters = words.map((word) => word[0]).join('')
  const telling = words[saint ? 1 : 0] ?? ''
  return pick(random, [
    `«${name}»`,
    `the «${name}»`,
    `«${head}»`,
    `«${name.toLowerCase()}»`,
    `«${name.toUpperCase()}»`,
    `«${name.replace("'s", 's')}»`,
    `«${name.replace("'s", '')}»`,
    ...(saint ? [`«${name.replace('St ', 'Saint ')}»`, `«${name.replace('St ', 'St. ')}»`] : []),
    ...(letters.length >= 3 ? [`«${letters}»`] : []),
    `«${name.replace(telling, once(telling, random))}»`,
    `«${words.slice(0, -1).join(' ')}»`,
    `«${name.replace(/ /g, '\n')}»`,
    `«${name.replace(/ /g, '-')}»`,
  ])
}
