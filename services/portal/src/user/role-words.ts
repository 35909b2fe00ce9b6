import type { PanelAgency, Role } from '@cdop/domain'

/** Roles as people say them. */
export const roleWords: Record<Role, string> = {
  coordinator: 'Coordinator',
  'designated-doctor': 'Designated doctor',
  'response-lead': 'On-call response lead',
  'key-worker': 'Key worker of families',
  'panel-member': 'Panel member',
  chair: 'Chair',
  analyst: 'Analyst',
  publisher: 'Publisher of figures',
  scrutineer: 'Independent scrutineer',
  administrator: 'Administrator',
  'guest-member': 'Guest on the panel of a regional meeting',
  'guest-chair': 'Guest who chairs a regional meeting',
}

/** Agencies as people say them. */
export const agencyWords: Record<PanelAgency, string> = {
  'public-health': 'Public health',
  health: 'Health',
  police: 'Police',
  'social-care': 'Social care',
  education: 'Education',
  midwifery: 'Midwifery',
  neonatology: 'Neonatology',
  obstetrics: 'Obstetrics',
  lay: 'Lay member',
  other: 'Another agency',
}
