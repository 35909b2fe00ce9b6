/** Sentences of agencies around a name; `{}` is where it stands. */
export const ABOUT_PEOPLE = `
{} was brought to the emergency department by ambulance at 03:15 in cardiac arrest.
Mum reported that {} had been feeding well until the evening before.
The health visitor saw {} at home and had no concerns about growth.
On arrival the crew found {} lying supine in a Moses basket beside the bed.
It was noted that {} had attended two appointments and missed one.
A strategy discussion about {} was held the same afternoon.
Crying was heard by {} at about 5 am and the bottle was warmed.
According to {} the cot had been moved next to the radiator in the winter.
{} was described as a settled and sociable member of the household.
The midwife spoke to {} about safer sleep and left the leaflet.
During the visit {} was seen to be tired but caring and responsive.
Resuscitation was continued while {} and the rest of the family were present.
There was a disagreement with {} about who should stay overnight.
Please discuss with {} before the report is shared.
Bloods for {} were repeated and the lactate was still rising.
The note says: "seen today with {} and handed over to the day team".
No previous safeguarding record was found for {} on any system.
Bedside review: {} remains ventilated and is on two inotropes.
Later that night {} telephoned the out of hours line twice.
The bereavement team gave {} a memory box and the contact card.
`
  .trim()
  .split('\n')

export const ABOUT_PLACES = `
The child was transferred to {} for intensive care.
A referral had been made by {} but no letter was received.
Attendance at {} was recorded as good until the spring term.
The records of {} were requested and arrived after two reminders.
Staff from {} took part in the joint response meeting.
The retrieval team reached {} within the hour.
`
  .trim()
  .split('\n')

export const ABOUT_CODES = `
The front sheet gives {} and a consultant episode number.
Contact was attempted using {} without success.
The record held under {} was merged with an older one.
The form shows {} in the box for the next of kin.
A message was left at {} by the duty worker.
`
  .trim()
  .split('\n')

export const ABOUT_DATES = `
The last routine review took place on {} and was unremarkable.
The collapse happened on {} at home.
Bloods taken {} showed a raised white cell count.
The family were told on {} by the consultant in person.
The discharge letter is dated {} and was not copied to the practice.
`
  .trim()
  .split('\n')

export const ABOUT_HOMES = `
The ambulance was sent to {} at 02:41.
The family had lived at {} since the spring.
Officers attended {} and secured the bedroom.
The tenancy for {} was in the name of a previous partner.
`
  .trim()
  .split('\n')

/** Nothing here says who anybody is, though much of it looks as if it might. */
export const INNOCENT = `
The family will need support and may be contacted again in May or in the summer.
A faint mark was seen on the left heel and a second mark on the chin.
The temperature rose to 39.2 and the heart rate rose to 190 per minute.
She said her hope was that the review would help another family.
By good grace the neighbour was at home and able to drive.
A pink rose was placed in the cot by the nursing staff.
Amoxicillin 125 mg was given three times a day for 5 days.
Apgar scores were 9 at 1 minute and 10 at 5 minutes.
Blood pressure was 120/80, GCS 3/15, saturations 94% in air.
The baby was on the 9th centile for weight and the 25th for length.
Ward 7 was full, so the child stayed in Bay 3 of the day unit.
Guthrie card taken on day 5; hearing screen passed in both ears.
Edwards syndrome and Patau syndrome had been excluded at 20 weeks.
The school nurse and the GP practice were both told the next morning.
ED, PICU and the retrieval service agreed the plan at 06:40.
Keppra and phenytoin were loaded, then midazolam at 2 micrograms per kg per minute.
It was a bank holiday Monday and the local pharmacy was closed.
She was seen in the Early Pregnancy Unit and booked for a growth scan.
The room was warm, there were two duvets, and the window would not open.
There is some evidence that the referral was not acted on for 24/7 cover reasons.
The long delay was in part due to snow and in part due to a lack of beds.
In the summer the family moved to a two bedroom flat with damp in one wall.
Dad works nights as a driver; mum had been on maternity leave since March.
The Moses basket had a pillow, a blanket and a soft toy in it.
Brown discharge was noted, and a white patch on the tongue treated with nystatin.
The young mother had little help and was sad, tired and anxious most of the day.
There was a price to pay for moving house so late in the pregnancy.
Police will consider the toxicology result; the panel may wish to see it in April.
He had mild asthma, used a blue inhaler and a spacer, and never needed steroids.
A size 3.5 tube was passed at the second attempt and secured at 9 cm.
Infection with Streptococcus pneumoniae was found in blood culture after 14 hours.
Mum tested positive for Chlamydia at booking and was treated.
Cooling was started at 2 hours of age, target 33.5, and stopped after 72 hours.
The Child Health Information Service and the Local Authority were informed.
Sudden Unexpected Death in Infancy guidance was followed by all agencies.
The chair asked who would bear the cost of an interpreter on the day.
On the hill above the road the street light had been broken since winter.
Two puffs were given 4 times; pH 6.9, base excess -18, lactate 14.
Post mortem CT showed no fracture; histology is awaited from the lab.
Christmas, Eid and Easter were hard for the family, who have strong faith.
The jury is out on whether bed sharing played a part in what happened.
A letter will go to the coroner; a copy to the Medical Examiner will follow.
`
  .trim()
  .split('\n')
