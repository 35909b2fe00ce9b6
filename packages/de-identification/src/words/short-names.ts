/**
 * Names and their short forms and spellings: all of a line may stand for each other. English, Welsh, Irish, South Asian,
 * Muslim, Polish and others met in England. A name may stand in several lines.
 */
const LINES = `
abdul abdal abdullah abdulla abdallah abs abz
abigail abby abbie abi gail
adam ad addy ads
adrian ade
ahmed ahmad ahmet ahmd
aisha ayesha aysha aaisha aishah ayeesha aish eesha esha ash
alan allan allen al
alexander alex alec al sandy xander zander lex alexandra alexandria sasha lexi lexie
alfred alfie alf fred freddie
alice ali allie
alison ali allie
aliyah aaliyah aliya alia aleah liya lia ali
amandeep aman amandip deep mandy mandeep
amelia millie milly mel amy mia emilia
amina aminah ameena aameena minnie mina
amrit amritpal amrita ritu amby
andrew andy drew ands
aneurin nye neurin
angela angie ange
angharad ang angie hari haz anghie
anil anu
anita nita
ann anne anna annie nan nancy annabel bel bella ana
anthony antony tony ant tone
anwar annie anw
arjun arj arjan arjen
arthur art artie
asif ash asiph
baldev bal bally baljit baljeet baljinder
balwinder bal balvinder balli winder
barbara babs barb barbie
benjamin ben benny benji benj
bethan beth betsan bethany
blodwen blod
branwen bran
bronwen bron bronwyn
callum calum cal
cameron cam
caroline caz carrie carol
carys cari caz
caswallon cas
catherine katherine kathryn katharine kate katie katy cath cathy kath kathy kat kitty catrin katrin cat catriona trina cadi
ceri kerry ceridwen cerys
charles charlie chas chaz chuck carl siarl
charlotte lottie charlie char lotte charley
christine christina chris chrissie tina
christopher chris kit topher kris
colin col
cynthia cindy
daniel dan danny dani danielle
darren daz dazza
david dave davy dai dafydd dewi davey daf
deborah deb debbie debs debra
deepak deep dips deepu dipak
delyth del
dilwyn dil
dilys dil
donald don donnie
dorothy dot dottie
dylan dyl
edward ed eddie ned ted teddy eddy
eilidh ailey
eirlys eirl
eleanor ellie nell nelly elinor elin nora lenny
elizabeth elisabeth liz lizzie beth betty betsy eliza libby lisa elsie bess lilibet bethan
eluned luned lynette
emily em emmy millie milly emilie ems
emma em emmie ems
emrys em
eoin eoghan owen
farhana farha hana
farzana farz faz
fatima fatimah fatema fatma fati tima faatimah fatou
fiona fi
florence flo flossie florrie
frances fran frankie francesca fran cesca
francis frank frankie
gareth gaz gary garth
gavin gav
geoffrey geoff jeff jeffrey
george georgie geordie georgina georgia
geraint ger
gerald gerry jerry
gethin geth
giles gil
glenys glen
graham gray graeme
gregory greg gregg
gruffydd gruffudd griff gruff guto griffith
gurdeep guri deep gurdip
gurpreet guri gopi preet gur gurps
gurvinder gurwinder guri gurv
gwendoline gwen wendy
gwenllian gwen llio llinos
gwilym gwil will wil
gwyneth gwen gwyn
hannah han hana hanna hans
hamza hamzah hamz
hardeep hardip harry deep
harold harry hal
harpreet harp harry preet happy harps
harriet hattie harri
hassan hasan has hass
heledd hel
henry harry hal hank
hefin hef
hussain hussein husain hussien hossain hus huss
hywel howell hyw
ibrahim ibraheem ebrahim ibby ibi ib abraham
ieuan iwan evan ifan ioan ian
imran immy imi
imtiaz immy taz
irfan irf irfs
isabel isabelle isabella izzy bella belle izzie isobel ishbel
isaac ike zac
ismail ismaeel ismael ish ishmael
jacob jake jakub kuba jay
jacqueline jackie jacqui jac
jagdeep jag jagdip deep jaggi
james jim jimmy jamie jem jimbo
jane janey janie jan sian
janet jan
jaspreet jas jass jassi jasprit preet jaz
jaswinder jas jassi jaswindar
javed jav javaid javid
jennifer jen jenny jenni jenna
jeremy jez jem jerry
jessica jess jessie jessy
joanna joanne jo joey joann
john johnny jack jon jonny sion ioan ian
jonathan jon jonny jonathon johnny
joseph joe joey yusuf jo
joshua josh joshie
joyce joy
judith judy jude
julia julie jules juliet
karamjit karam karan
karen kaz
kashif kash
kenneth ken kenny
kevin kev
khadija khadijah kadija khadeeja khadi dija
khalid khaled kal
krishna kris krish
kuldeep kully kul deep kuldip
kulwinder kully kul kulvinder
lakshmi laxmi lucky
lawrence laurence larry laurie loz
layla leila laila leyla
leonard len lenny leo
leroy lee
lewis louis lew lou louie
lillian lily lilly lil lili
llewelyn llew llywelyn lyn llewellyn lew
louise lou louisa lulu
lowri laura low
lucy lucie lu luce lulu
madeleine maddie maddy madeline
malcolm mal
manjit manj manjeet mani
manpreet mani manny preet manps
manraj raj mani
marged margaret meg peggy maggie mags marge margie megan greta daisy mair madge rita
maria marie mary mair mari marya molly
mark marc
martin mart marty
martha mattie marth
maryam mariam miriam mariyam maz mimi maryum
matthew matt matty mathew mat
maureen mo
mehmet mem
michael mike mick mickey mikey mich meic meical
michelle shell chelle mich
mohammed mohammad muhammad muhammed mohamed mohamad muhamad mohd md mo mohammod mohammud mahomet moh
morgan mog morg
mustafa mustapha mus musti
myfanwy myfi fanw van fan myf
nadia nads
nasreen naz nasrin
natalie nat nats
natasha tash tasha nat
navdeep nav deep navdip
navpreet nav preet
naveed nav navid
nazia naz
nerys ner
nia ni
nicholas nick nicky nic nico
nicola nicky nikki nic
nigel nige
nusrat nuz nus
olivia liv livvy olive ollie
oliver ollie oli olly noll
oluwaseun seun
oluwadamilola dami damilola lola
pamela pam pammy
parminder pam pammi parmjit param pami
patricia pat patsy tricia trish patti
patrick pat paddy rick padraig
paul pauly
penelope penny pen
peter pete petey pedr
philip phillip phil pip
phillipa pippa philippa pip
piotr piotrek
prabhjot prab prabs jot prabh
pradeep prad deep
priyanka priya pri pinky pria
rachel rach rachael rae
rafael rafa raf rafe raphael
rahul rah
rajesh raj raju rajiv
rajinder raj raji rajindar
rajwinder raj raji
ramandeep raman deep rami
ranjit ranj ranjeet
raymond ray
rebecca becky becca bex beck bec
rhiannon rhi non nonny rhian
rhodri rhod rod
rhydian rhyd
rhys reece rees reese
richard rich dick rick ricky richie
robert rob bob robbie bobby rob bert robin
roderick rod roddy
ronald ron ronnie
rukhsana rukh roxy rox ruksana rukhsanah
rupinder rupi rups rupindar
ruth ruthie
saeed said sayeed
safiya safiyah saf safi sophia
samantha sam sammy sammie
samuel sam sammy
samina sam mina sameena
sandeep sandip sandy sonu deep sandi
sanjay sanj sunjay
sarah sara sar sally
satnam sat sats
shabnam shab shabs
shahid shah shaz
shakeel shak shaks
shazia shaz shazi
shirin shir
sian jane shan
simon si sim
sioned shoned sion
siobhan shiv shivvy chevaun
sophie soph sophia
stephen steven steve stevie steph
stephanie steph stevie steff
stuart stu stewart
sukhdeep sukh sukhi deep
sukhwinder sukh sukhi sukhvinder
sumaiya sumaya sumayyah sumi
sunita sunny nita suni
suresh suri
susan sue susie suzie suzanne suse
surinder suri surindar
syed sayed sayyid saiyed
tahira tahirah tara
tahmina mina tammy
tariq tarik taz tariqul
teleri tel
terence terry tel
theodore theo ted teddy
theresa terry tess tessa tracy teresa
thomas tom tommy tomos twm
timothy tim timmy
usman osman ussy uthman usmaan
venkatesh venky venkat
victoria vicky vic tori vikki
vikram vik vicky vikrant
vincent vin vince vinnie
waqar waq waqas vicky
walter wally walt
wasim waseem was waz
william will bill billy liam willy wills willie gwilym wil
yasmin jasmine yas yasmeen jas jasmin yaz
yusuf yousuf yusef youssef yus yousef yusuph
zachary zac zack zach zak
zainab zaynab zainub zai zee zaini zeinab zaineb
zara zahra zahrah
zeeshan zee shan zeshan
zoe zo zoey
zulfiqar zulfi zulf zulfikar
`

function pairs(): ReadonlyMap<string, ReadonlySet<string>> {
  const all = new Map<string, Set<string>>()
  for (const line of LINES.split('\n')) {
    const names = line.split(/\s+/).filter((name) => name !== '')
    for (const name of names) {
      const others = all.get(name) ?? new Set()
      for (const other of names) if (other !== name) others.add(other)
      all.set(name, others)
    }
  }
  return all
}

const SHORT_FORMS = pairs()

/** Other forms of a given name (folded): short, long, in another spelling. */
export function formsOfName(name: string): readonly string[] {
  return [...(SHORT_FORMS.get(name) ?? [])]
}

/** A name that stands in the table. */
export function isListedName(name: string): boolean {
  return SHORT_FORMS.has(name)
}
