import { z } from 'zod'

/** What a person is to one area's child death review (domain reference 4.1). A person may hold several. */
export const Role = z.enum([
  'coordinator',
  'designated-doctor',
  'response-lead',
  'key-worker',
  'panel-member',
  'chair',
  'analyst',
  'scrutineer',
  'administrator',
])
export type Role = z.infer<typeof Role>

/** The agency a panel member speaks for: quorum counts these. */
export const PanelAgency = z.enum([
  'public-health',
  'health',
  'police',
  'social-care',
  'education',
  'midwifery',
  'neonatology',
  'obstetrics',
  'lay',
  'other',
])
export type PanelAgency = z.infer<typeof PanelAgency>
