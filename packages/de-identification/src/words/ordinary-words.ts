import { isListedName } from './short-names.ts'

/**
 * Words of English and of the trade that are no name by themselves, small and without marks. Inflections are found by
 * `isOrdinary`. Names that are also words (will, grace, rose) stand here: who bears one is looked at with more care.
 */
const WORDS = `
a able about above absence absent abuse accept access accident accommodation accompany according account ache acid across
act action active activity actual acute add addition address adequate admission admit adult advance advice advise affect
afraid after afternoon again against age agency agent aggressive ago agree agreement ahead aid air airway alarm alcohol alert
alive all allegation allege allergy allow almost alone along already also although always am ambulance among amount an
anaesthetic analysis and anger angry anniversary announce another answer antenatal antibiotic anti anxiety anxious any anyone
anything apart apnoea apparent appear appointment appropriate approve area argue arise arm around arrange arrest arrive art as
ask aspect aspirate assault assess asthma at attack attempt attend attention aunt auntie author autumn available average avoid
await aware away awful
baby back bad bag balance band bank bare base basic bath bathroom bay be beat became because become bed bedroom been before
began begin behaviour behind being belief believe below bereavement beside best better between beyond big bike bill bird birth
birthday bit bite black blame bleed blind blood blow blue board body bond bone book born borough both bottle bottom bought bound
box boy boyfriend bradycardia brain brake branch break breast breath breathe brief bright bring broke bronchiolitis brother
brought brown bruise build burn bus bush business busy but buy by
cake call calm came can cancer cannot cannula car card cardiac care careful carer carry case cast cat cause cease cell cent
central centre certain certificate chair challenge chance change charge chart chase chat check chest child childhood children
choice choose chosen christian chronic church circle circumstance city class clean clear clerk client cliff clinic clinical close
clothes club coat code cold collapse colleague collect college come comfort comment commence committee community company
compare complain complete complex complication compression concern conclude condition conduct confident confirm congenital
conscious consent consider consistent constable consult consultant contact contain contents continue contribute control
conversation cook cool cope copy cord core coroner correct cost cot cough could council counsel count couple course court cousin
cover crash cream crib criminal crisis critical cross cry culture cup current custody cut cycle cyst
dad daddy daily dale damage danger dark date daughter dawn day dead deal death decide decision decline deep degree delay deliver
demand department depend depress describe deserve destiny detail deteriorate detective determine develop device diagnose
diagnosis did die diet differ difference different difficult digital dinner diploma direct director disabled discharge
disclose discuss disease disorder display distress district divorce do doctor document does dog domestic done door dose doubt down
draw dress drew drink drive drop drove drown drug due duration during duty dusk
each ear early earnest ease east easy eat edge educate effect effort eight eighteen eighth eighty either elder electric eleven else
email emergency emotion employ empty encourage end endotracheal engage england english enough enquire enquiry ensure enter entire
entry environment epilepsy episode equal equipment error escalate especially essential establish ethnic even evening event ever
every everyone everything evidence exact examine example except excess exchange exclude exercise exist expect experience
explain explore express extend extra extreme eye
face facial fact factor fail faint fair faith fall familiar family far fast fatal father fault feature feed feel feet fell felt
female fence fetal fever few field fifteen fifth fifty fight figure file final find fine finger finish fire firm first fish fit five
fix flat floor flow fluid focus follow food foot for force form formal former formula fortnight forty forward found four fourteen
fourth fox fracture frank frequent fresh friday friend from front full function fund further future
gain game gap garden gas gave gene general genetic gentle get girl girlfriend give glass glen go goal god gone good got grace
grade gradual grand grandad grandfather grandma grandmother grandparent granny grant grass great green grew grey grief ground group
grow guard guardian guidance guide guy
had hair half hall hand handle handover hang happen happy hard harm harmony has have hazard he head health hear heard heart heat heath
heavy heel held help hence her here herself high hill him himself his history hit hold hole holiday holly home honest hope hospital
hospice hot hour house household housing how however huge human hundred hunter hurry hurt husband hydrocephalus hypoxic
i ice idea identify if ill illness image immediate immune impact import improve in incident include increase incubator indeed
independent indicate individual infant infect infection inform information infusion initial injury input inquest inquiry inside
inspector instead insulin intensive intend interest interim internal interpreter intervene interview into introduce intubate
invasive investigate involve iris iron irritable is isolate issue it item its itself ivy
jack jade january job join joint journey joy judge july june just jump
keep kept key kick kid kidney kill kin kind king kitchen knee knew knock know
label labour lack lad lady laid lamb lamp land lane language large last late later laugh law lay lead leaf leaflet learn least leave
lecturer left leg legal length less let lethargic letter level liaise life lift light like likely lily limb limit line lip list listen
little live liver local lock lodge long look lorry lose loss lot love low luck lunch lung lying
machine made main maintain major make male mam man manage many march mark marry mask mass massive match maternal maternity matter max may
maybe me meal mean meant measure mechanical mediate medic medical medicine medication meet meeting melody member meningitis mental
mention merge message met metabolic middle midnight midwife midwives might mild mile miles milk mind mine minor minute miscarriage
miss missing mix mobile model moderate moment monday money monitor month mood moon more morning most mother motor mould mouth move
much multi multiple mum mummy murmur muscle must my myself
nan nana nappy name narrative nasal natural nature near neck need neglect neighbour neither neonatal nephew nerve network neuro never new
newborn news next nice niece night nine nineteen ninety ninth no noble nobody noise none noon nor normal north nose not note nothing
notice notify now number numerous nurse nursery nursing nutrition
o obese object observe obstetric obstruct obtain obvious occasion occupy occur odd oedema of off offer office officer often oil okay
old on once oncology one only onset onto open operate operation opinion opportunity option or oral order organ organise origin other
otherwise ought our out outcome outdoor outpatient outside over overnight own oxygen
pack paediatric paediatrician page pain pale palliative pan panel paper paracetamol paragraph paramedic parent park part partial
participate particular partner party pass passenger past patch path pathologist pathology pathway patient pattern pause pay peace peak pearl
peer penny people per perfuse perhaps perinatal period permit persist person phone photo physical pick picture piece pillow pink place
placenta plan play please plus pneumonia point police policy pond pool poor poppy position positive possible post postnatal potential
power practice practitioner pray pre precede precious predict pregnancy pregnant premature prepare prescribe presence present press
pressure preterm prevent previous price primary prior private probable problem procedure process produce professional profile
programme progress project prolong promise prompt prone proof proper protect protocol prove provide psychology public pulse pump
pupil purple purpose push put
quality quarter query question quick quiet quite
race rail rain raise ran range rapid rare rash rate rather ray re reach react read ready real reason reassure recall receive
recent reception recognise recommend record recover recreation red reduce reed refer referral reflect reflux refuse regard region register
registrar regular relate relation relationship relative release relevant relief remain remark remember remind remove renal rent
repeat replace reply report represent request require rescue research resident respiratory respond response rest restrict result
resuscitate resuscitation retrieve return review rice rich ride right ring rise risk river road rob robin role roll room rose rota
round route routine row ruby rule run
sad safe safeguard said same sample sand sat saturate saturation saturday save saw say scan scar scene schedule school science score
scream screen sea search season seat second secondary section secure sedate see seek seem seen seizure self send senior sense sent
sepsis september sequence serenity sergeant series serious serve service session set settle seven seventeen seventh seventy several severe sex
shake shall share she shift shock shoe shop short should shoulder shout show shower shown shunt sibling sick side sigh sign signal
significant silent similar simple since single sink sir sister sit site situation six sixteen sixth sixty size skill skin sleep slept slight
slip slow slump small smell smile smoke snow so social society sofa soft solicitor some someone something sometimes son soon sore
sorry sort sought sound source south space speak special specialist specific speech speed spend spinal spine spoke spot
spring staff stage stair stand standard star start state station status stay steady step stepfather stepmother stethoscope stick still
stomach stone stood stop store storm story straight strategy stream street strength stress strike strong structure struck struggle student
study subsequent success such sudden sue suffer sufficient sugar suggest suicide suit suite summary summer sun sunday sunny superintendent
supervise supper supply support suppose sure surface surgeon surgery surgical surprise suspect suspend swim switch symptom syndrome system
table tachycardia take taken talk tall tap task taught tea teach teacher team tear teenage telephone television tell temperature ten tend term
test than thank that the theatre their them themselves then therapy there therefore these they thin thing think third thirteen
thirty this those though thought thousand three threshold through throughout thrown thursday time tiny tired tissue to today together
told tone tonight too took tool top torch total touch toward town toxic trace track traffic train transfer transfusion transport trauma travel
tree treat tremor trend trial tried triage trigger trinity trip trouble truck true trust try tube tuesday tummy turn twelve twelfth twentieth twenty twice
twin two type typical
ultrasound umbilical unable uncle unclear under undergo understand understood unfortunate unit university unknown unless unresponsive until
unusual up update upon upper upset urban urgent urine us use usual uterus
vaccine valley van various vein vehicle ventilate ventilator very via victim view village violence viral virus visible visit visitor
vital voice vomit vulnerable
wait wake walk wall want ward warm was wash watch water wave way we weak wear weather wednesday week weekend weigh weight welcome welfare well
went were west wet what wheel wheeze when where whereas whether which while white who whole whom whose why wide wife will
window winter wish with withdraw within without witness woke woman women wood word work worker world worry worse worst would wound write
written wrong
yard year yellow yes yesterday yet you young your youth yourself
january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday
jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
christmas easter ramadan eid diwali vaisakhi hanukkah boxing bank
amoxicillin benzylpenicillin penicillin gentamicin cefotaxime ceftriaxone adrenaline morphine midazolam lorazepam diazepam keppra
levetiracetam phenytoin phenobarbital calpol nurofen ibuprofen salbutamol ventolin atracurium dopamine caffeine surfactant curosurf
omeprazole gaviscon vitamin infacol sertraline methadone cannabis cocaine heroin melatonin prednisolone dexamethasone aciclovir
vancomycin meropenem flucloxacillin furosemide spironolactone propranolol prostaglandin heparin saline dextrose glucose
down apgar glasgow guthrie edwards patau moses doppler hickman foley tanner turner batten leigh rett kawasaki still wilson wilms
streptococcus staphylococcus coli klebsiella influenza covid rsv meningococcal bartonella candida
british english welsh asian african caribbean indian pakistani bangladeshi polish romanian european irish scottish white muslim
christian sikh hindu urdu punjabi bengali gujarati arabic england wales scotland ireland britain uk europe
nhs gp ed icu picu nicu scbu hdu cpr ct mri ecg eeg iv im po prn bd tds qds od ng ett cpap bipap sats spo bp hr rr gcs avpu cdop
cdr cdrm jar suddi sudi sudc cdop ncmd lscb lscp mash camhs cyp cin cp sw hv snt dna dnar recap mccd pm ooh tpn npo abg vbg crp fbc ue lft lp
csf usg uti urti lrti gord hie ivh nec pda vsd asd pphn iugr lscs svd prom pprom bmi hba vte dvt pe dka siadh dob nok rip
royal infirmary academy primary college trust constabulary avenue crescent drive grove terrace gardens court place square
north south east west northern southern eastern western upper lower saint st
wrap stent graft dystrophy palsy cerebral leukaemia lymphoma tumour neuroblastoma tetralogy hypoplastic trisomy cardiomyopathy
bereaved cremation funeral burial memory chaplain imam priest vicar keepsake footprint
chaotic cluttered tidy mattress duvet cigarette vape ashtray lullaby moses basket pram buggy pushchair dummy steriliser formula weaning
midwifery phlebotomy physio physiotherapy dietitian pharmacist pharmacy radiographer radiology porter receptionist anaesthetist
neonatologist neurologist cardiologist surgeon intensivist haematologist geneticist psychologist psychiatrist orthopaedic
cyanosed cyanotic apnoeic mottled pyrexial febrile afebrile drowsy floppy grunting recession tachypnoea
authority unexpected infancy lie crew target toy bear furthermore despite additional however moreover whilst amongst regarding following
given overall meanwhile nevertheless nonetheless unfortunately subsequently sadly initially eventually previously recently currently
apparently therefore thus hence rather perhaps upon throughout towards beside besides except plus versus via per
chlamydia gonorrhoea herpes syphilis hepatitis measles mumps rubella chickenpox varicella pertussis whooping croup sepsis
pneumothorax empyema pericarditis myocarditis endocarditis encephalitis encephalopathy hypothermia hyperthermia hypoglycaemia
hypotension hypertension hyponatraemia anaemia jaundice bilirubin haemoglobin platelet neutrophil creatinine potassium sodium calcium
histology toxicology microbiology biochemistry virology serology pathogen organism bacteria fungal
eclampsia caesarean breech cervix amniotic chorioamnionitis polyhydramnios gestation trimester foetal foetus antenatally
laryngoscope oxygenation saturations nebuliser inhaler spacer steroid dose bolus syringe vial cannulation catheter drain gastrostomy tracheostomy
abdomen abdominal thorax pelvis femur tibia rib skull cranial cortex ventricle atrium aorta aortic bowel colon intestine spleen liver
limb wrist ankle elbow thumb toe ear eyelid pupil cornea retina tongue throat tonsil jaw chin cheek forehead
autism dyslexia disability learning mobility wheelchair hoist
bottle teat milk formula breastfeed weaned puree snack
bedding blanket sheet cover pillowcase bumper sling bouncer playpen carpet curtain radiator heater fireplace chimney detector
landlord tenant tenancy homeless hostel refuge asylum eviction benefit universal credit debt
truancy exclusion attendance detention expulsion bullying friendship classroom playground pupil headteacher governor
arrestee bail caution convict offence offender prison probation remand sentence statement warrant witness forensic
cot sibling guardian parental marital matrimonial widow widower fiancee
swollen blister ulcer rash eczema psoriasis birthmark naevus lesion scab scratch graze
blood stain vomit bile stool diarrhoea constipation dehydrate thirsty hungry appetite
mosque gurdwara temple synagogue chapel vicarage cathedral
lorry van motorway junction roundabout pavement kerb pedestrian cyclist helmet seatbelt passenger
pool pond canal lake beach sea harbour lifeguard armband
rope ligature noose knife blade gun firearm weapon
bungalow cottage caravan maisonette hallway landing stairs kitchen lounge attic cellar garage porch balcony
monthly weekly hourly nightly daily yearly annual biannual
bought brought caught taught sought fought thought slept crept swept felt dealt meant leapt
lively sleepy noisy cheerful happy gentle bubbly sociable shy quiet
grip grasp lean lain lied laid crawl roll hiccup burp cuddle rock hug kiss
bedside midday overnight onwards beforehand afterwards forthwith
acknowledge adhere adjust advocate allocate anticipate assume attach attribute categorise clarify collate commission compile comply conclude
confer consult convene coordinate deem delegate demonstrate devise differentiate dispatch document draft elicit emphasise enable endorse enhance
entail evaluate exacerbate facilitate forgo formulate highlight implement incur infer initiate inspect instruct liaise mandate mitigate
modify monitor negotiate omit optimise outline outweigh perceive perform pertain postpone preclude presume prioritise proceed prohibit prompt
pursue query rectify recur reiterate reject relay relinquish render resolve retain reveal scrutinise signpost solicit specify stipulate
strengthen submit summarise summon terminate tolerate undertake validate verify warrant waive withhold
ratio percentage proportion figure volume millilitre microgram milligram kilogram gram centimetre metre litre
feeding crying sleeping playing coping missing swimming running
`

const ORDINARY: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter((word) => word !== ''))

const ENDINGS: readonly (readonly [string, readonly string[]])[] = [
  ['iest', ['y']],
  ['ier', ['y']],
  ['ies', ['y', 'ie']],
  ['ied', ['y']],
  ['ily', ['y']],
  ['ment', ['']],
  ['ness', ['']],
  ['ing', ['', 'e']],
  ['ion', ['', 'e']],
  ['ful', ['']],
  ['est', ['', 'e']],
  ['ed', ['', 'e']],
  ['er', ['', 'e']],
  ['or', ['', 'e']],
  ['ly', ['', 'le']],
  ['es', ['', 'e']],
  ['al', ['', 'e']],
  ['s', ['']],
  ['d', ['e', '']],
]

const remembered = new Map<string, boolean>()
const MOST_REMEMBERED = 20_000

/** Whether a folded word is a word of ordinary English or of the trade, in any usual inflection. */
export function isOrdinary(word: string): boolean {
  const known = remembered.get(word)
  if (known !== undefined) return known
  const ordinary = word.length <= 24 && lookedUp(word)
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(word, ordinary)
  return ordinary
}

function lookedUp(word: string): boolean {
  if (ORDINARY.has(word)) return true
  if (isListedName(word)) return false
  return ENDINGS.some(([ending, instead]) => {
    if (!word.endsWith(ending)) return false
    const stem = word.slice(0, -ending.length)
    if (stem.length < 3) return false
    const single = stem.at(-1) === stem.at(-2) && ending.length > 1 ? stem.slice(0, -1) : stem
    return ORDINARY.has(single) || instead.some((letters) => ORDINARY.has(stem + letters))
  })
}

/** The word itself stands in the list: no inflection. */
export function isListedWord(word: string): boolean {
  return ORDINARY.has(word)
}
