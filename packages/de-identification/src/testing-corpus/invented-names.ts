/** A given name and what people make of it, written down without looking at the recogniser's table. */
export type Called = { name: string; short: readonly string[] }

const read = (lines: string): readonly Called[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' '))
    .map(([name = '', ...short]) => ({ name, short }))

const ENGLISH = read(`
Oliver Ollie
Charlotte Lottie
William Will Billy
Grace Gracie
Mark
Hope
Rose Rosie
May
Benjamin Ben Benji
Thomas Tom Tommy
Isabella Izzy Bella
Frederick Fred Freddie
Elizabeth Lizzie Beth
Joseph Joe
Matilda Tilly
Harrison Harry
Jack
Max
Penelope Penny
Theodore Teddy Theo
Katherine Kate Katie
Alexander Alex
Samantha Sam
Nathaniel Nate
Daisy
Joshua Josh
Poppy
Kayleigh Kay
Jayden Jay
Tracey Trace
Danielle Dani
Stephen Steve
Victoria Vicky
Zachary Zac
Éloïse Ella
Zoë
`)
const WELSH = read(`
Rhiannon Rhi
Angharad Ang
Gwenllian Gwen Llio
Dafydd Dai Daf
Llewelyn Llew
Gruffydd Gruff
Siân
Ffion Ffi
Myfanwy Myfi Myf
Tomos Tom
Catrin Cat
Cerys
Eirlys
Iestyn Ies
Rhodri Rhods
Branwen Bran
Mabli Mabs
Gethin Geth
Non
Tegwen Teg
Heledd Hel
Aneurin Nye
`)
const SOUTH_ASIAN = read(`
Aliyah Liya
Mohammed Mo
Zainab Zee
Fatima Fati
Harpreet Harp
Gurpreet Guri
Arjun Arj
Priyanka Pri
Ayesha Esha
Khadija Dija
Ibrahim Ibby
Zulfiqar Zulfi
Jaspreet Jas
Manpreet Manny
Rukhsana Roxy
Kuldeep Kully
Balwinder Bal
Venkatesh Venky
Sukhdeep Sukhi
Hamza Hamz
Yusuf Yus
Maryam Maz
Ishaan Ish
Anoushka Noush
Tahmina Mina
Lakshmi
Muhammad Mo
Sumaiya Sumi
Aadhya Aadi
Shabnam Shab
`)
const OTHER = read(`
Oluwaseun Seun
Katarzyna Kasia
Nkechi Kechi
Siobhán Shiv
Aoife
Jakub Kuba
Ngozi
Chidinma Chichi
Małgorzata Gosia
Saoirse Saoir
`)

const SURNAMES = {
  english:
    `Ashdown Barraclough Ollerton Fairweather Smith-Jones Young Ward Brown Hartnell Winterbourne Price Day Marsh Pemberton
    Brocklesby Eastwick Cooper Thistlethwaite Hill Long Nightingale Wood Robson O'Brien D'Arcy McAllister`.split(
      /\s+/,
    ),
  welsh:
    'Llywelyn Prydderch Ap-Gwilym Rhydderch Gwynne Bevan Pritchard Cadwaladr Bowen-Rees Myrddin Penhallow Tudur'.split(
      ' ',
    ),
  asian:
    `Khan Chaudhry Hussain Begum Patel Singh Kaur Sandhu Ramanathan Chatterjee Mukhopadhyay Akhtar Qureshi Iqbal Dhaliwal
    Al-Rashid Subramaniam Rahman Uddin Bhattacharya`.split(/\s+/),
  other: 'Kowalczyk Adeyemi Okonkwo Nowakowska Ó-Súilleabháin Müller Popescu Mensah'.split(' '),
}

export const PEOPLES: readonly { given: readonly Called[]; family: readonly string[] }[] = [
  { given: ENGLISH, family: SURNAMES.english },
  { given: WELSH, family: SURNAMES.welsh },
  { given: SOUTH_ASIAN, family: SURNAMES.asian },
  { given: OTHER, family: SURNAMES.other },
]

/** Names of people who belong to no case. */
export const STRANGERS =
  'Wetherby Cartmell Plimsoll Osgodby Tranmere Vickerstaff Luddington Mukherjee Haddadi Szymanski'.split(' ')
