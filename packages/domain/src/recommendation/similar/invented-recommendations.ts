/**
 * Invented recommendations, each with what somebody else might write years later who means the same. They were written
 * before the tables of words this is measured with, and are no part of them.
 */
export const inventedPairs: readonly (readonly [earlier: string, later: string])[] = [
  [
    'Health visitors carry out a safer sleep assessment in the home of every newborn before day 10.',
    'Before a baby is ten days old, somebody from health visiting looks at where it sleeps and records the risks.',
  ],
  [
    'Maternity wards give parents written advice about bed sharing after alcohol before they are discharged.',
    'New mothers leave hospital with a leaflet on not sleeping beside the baby when they have been drinking.',
  ],
  [
    'The council funds cots for families in temporary accommodation.',
    'Homeless families placed in hotels are given a cot paid for by the local authority.',
  ],
  [
    'Out of routine moments, such as holidays, are covered in every conversation about where a baby sleeps.',
    'Talk with parents about how the infant will sleep when they travel or stay with relatives.',
  ],
  [
    'Midwives offer carbon monoxide testing at each antenatal appointment and refer smokers to stop smoking services.',
    'Every pregnant woman has her breath checked for CO at visits, and those who use tobacco are sent to a quit service.',
  ],
  [
    'Stop smoking support is offered to partners and others in the household of a pregnant woman.',
    'Fathers and other people living in the home are helped to give up cigarettes during pregnancy.',
  ],
  [
    'The trust reviews its triage of women who telephone in labour with reduced fetal movements.',
    'Calls from mothers who feel the baby move less are assessed by a revised telephone triage in the hospital.',
  ],
  [
    'Cardiotocographs are interpreted by two trained clinicians every hour.',
    'Fresh eyes: a second professional reads the CTG hourly.',
  ],
  [
    'Transfer of preterm labour to a unit with neonatal intensive care is arranged before 27 weeks.',
    'Women expected to give birth extremely prematurely are moved in time to a hospital with a level 3 NICU.',
  ],
  [
    'Interpreters are booked for all antenatal appointments of women who do not speak English.',
    'Language support by a professional translator is provided throughout maternity care where English is not understood.',
  ],
  [
    'Genetic counselling is offered to couples who are close relatives and have lost a child to a recessive disorder.',
    'Parents who are cousins, after an inherited condition led to a death, are referred to clinical genetics.',
  ],
  [
    'Community genetic literacy work is commissioned with local faith leaders.',
    'Public health pays for a programme explaining inherited disorders together with mosques and churches.',
  ],
  [
    'Every child with asthma has a personal asthma action plan and an annual review in primary care.',
    'GPs see all children with asthma once a year and give them a written plan.',
  ],
  [
    'Pharmacies alert practices when a child collects more than six reliever inhalers in a year.',
    'Overuse of blue inhalers is flagged to the surgery by the chemist.',
  ],
  [
    'Schools keep emergency adrenaline pens and train staff to recognise anaphylaxis.',
    'Teachers learn to spot severe allergic reactions, and an auto-injector is held on the premises.',
  ],
  [
    'An epilepsy nurse specialist contacts each family within two weeks of diagnosis to discuss the risk of sudden death.',
    'After a child is found to have epilepsy, parents hear about SUDEP from a specialist nurse in a fortnight.',
  ],
  [
    'The emergency department screens every febrile child for sepsis and gives antibiotics within an hour.',
    'A&E uses a sepsis tool for children with fever, and treatment starts inside sixty minutes.',
  ],
  [
    'Parents of unwell children discharged from hospital get clear safety netting advice in their own language.',
    'Families sent home with a sick child are told in words they understand when to come back.',
  ],
  [
    'Paediatric early warning scores are recorded at each set of observations and escalated when they rise.',
    'PEWS charts are completed with every check, and a deteriorating child is escalated to a senior doctor.',
  ],
  [
    'Uptake of pertussis vaccination in pregnancy is raised to 80 in a hundred.',
    'Four out of five expectant mothers are immunised against whooping cough.',
  ],
  [
    'Babies of mothers with group B streptococcus are monitored for 24 hours after birth.',
    'Newborns whose mother carries GBS stay under observation for a day.',
  ],
  [
    'CAMHS sees young people who have self-harmed within seven days of leaving hospital.',
    'Follow-up by child mental health services happens in a week after an admission for self-injury.',
  ],
  [
    'Schools have a plan for the days after a suspected suicide of a pupil.',
    'Postvention guidance is in place in each college and academy in case a student dies by suicide.',
  ],
  [
    'Access to the multi-storey car park roof is restricted by barriers and help signs.',
    'Fencing and helpline notices are put up on tall parking structures where people might jump.',
  ],
  [
    'Adolescents who wait for mental health treatment are contacted every month and reassessed.',
    'Teenagers on the CAMHS waiting list are phoned monthly to check how their risk has changed.',
  ],
  [
    'Pool owners are told of the need for fencing and supervision of toddlers near water.',
    'A drowning prevention campaign: small children are watched beside garden ponds and swimming pools, which are fenced.',
  ],
  [
    'Highways lowers the speed limit outside primary schools to 20 miles per hour.',
    'Traffic is slowed to 20mph on roads by schools.',
  ],
  [
    'Window restrictors are fitted in all council flats above the ground floor.',
    'High rise social housing gets safety catches so that windows cannot open wide.',
  ],
  [
    'Blind cord safety devices are distributed by children’s centres.',
    'Families receive cleats for curtain and blind cords through family hubs, to prevent strangulation.',
  ],
  [
    'Retailers are warned that button batteries can be fatal if swallowed.',
    'Shops and parents learn of the danger to a child who swallows a lithium coin cell.',
  ],
  [
    'Cycle helmets are given to pupils who take part in road safety training.',
    'Children learning to ride their bikes safely on roads are provided with a helmet.',
  ],
  [
    'Professionals ask about domestic abuse with the woman alone at least twice during pregnancy.',
    'Midwives make routine enquiry on violence at home, privately and more than once before birth.',
  ],
  [
    'A strategy discussion takes place within one working day when a baby who cannot move has a bruise.',
    'Bruising in non-mobile infants leads to a multi-agency safeguarding discussion by the next day.',
  ],
  [
    'Fathers are invited to coping with crying sessions before the baby comes home.',
    'Men who become parents are taught how to cope with a crying baby, so that no infant is shaken.',
  ],
  [
    'Children’s social care tells the GP and health visitor when a child protection plan ends.',
    'When a plan for child protection is closed, primary care and health visiting are informed by the social worker.',
  ],
  [
    'Adult substance misuse services ask every client whether they live with children and share risks with social care.',
    'Drug and alcohol treatment teams find out about children in the home and refer concerns.',
  ],
  [
    'Methadone is supplied with a locked box to parents of young children.',
    'Lockable storage is handed out with opioid substitutes where toddlers live.',
  ],
  [
    'Each child with complex needs has a lead clinician and an emergency care plan shared with the ambulance service.',
    'A named consultant coordinates care of children with life-limiting disability, and paramedics can see the plan for emergencies.',
  ],
  [
    'Families of children with tracheostomies are trained in resuscitation before going home, and refreshed yearly.',
    'Carers of a child with a trachy get basic life support training at discharge and annually.',
  ],
  [
    'Palliative care nurses are available by telephone at night for families whose child dies at home.',
    'Out-of-hours hospice advice can be called around the clock when end of life care is given in the family house.',
  ],
  [
    'Advance care plans are discussed with parents early and reviewed at each admission.',
    'Doctors talk with families about wishes for the end of life in good time, and look at them again when the child is admitted.',
  ],
  [
    'A key worker is offered to every bereaved family on the day of the death.',
    'Somebody named supports the parents from the first day after they lose a child.',
  ],
  [
    'Siblings are told about bereavement counselling in their school.',
    'Brothers and sisters who grieve are offered counselling where they learn.',
  ],
  [
    'Parents may spend time with their child in the emergency department after a sudden death, and mementoes are offered.',
    'After an unexpected death A&E gives families time together and keepsakes such as hand prints.',
  ],
  [
    'Families travelling overseas with a child who has complex needs get a medical summary and advice on insurance.',
    'Before a trip abroad, parents of seriously ill children receive a letter about their conditions and what to insure.',
  ],
  [
    'Hospitals share discharge letters with school nurses electronically.',
    'Information on hospital stays reaches school nursing through the IT system when a pupil is discharged.',
  ],
  [
    'Missed appointments are recorded as was not brought and followed up with the family.',
    'When a child is not brought to clinic, staff contact the parents instead of discharging.',
  ],
  [
    'Ambulance control rooms give callers instructions for infant resuscitation until the crew arrives.',
    'The 999 call taker guides parents through CPR of a baby while the paramedics are on their way.',
  ],
  [
    'The child death review nurse attends the home with police after each sudden infant death.',
    'A joint visit by a health professional and an officer takes place at the scene when a baby dies unexpectedly.',
  ],
  [
    'Newborn babies with prolonged jaundice are seen by a paediatrician within a week.',
    'Yellow infants past two weeks of age have an early appointment with a children’s doctor.',
  ],
]
