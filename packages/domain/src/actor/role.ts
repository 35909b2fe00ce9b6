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
  'publisher',
  'scrutineer',
  'administrator',
  'guest-member',
  'guest-chair',
])
export type Role = z.infer<typeof Role>

/**
 * What somebody is in an area that is not theirs, by a seat at one regional meeting there: no administrator gives it, and
 * which meeting it is for is kept where meetings are.
 */
export const GuestRole = Role.extract(['guest-member', 'guest-chair'])
export type GuestRole = z.infer<typeof GuestRole>

/** What an administrator may give somebody in their area. */
export const GrantedRole = Role.exclude(GuestRole.options)
export type GrantedRole = z.infer<typeof GrantedRole>

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
