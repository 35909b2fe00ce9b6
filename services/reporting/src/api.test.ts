import { walkRouter } from '@cdop/rpc/testing'
import { describe, expect, test } from 'vitest'
import { router } from './api.ts'

describe('the door of reporting', () => {
  const procedures = walkRouter(router)

  test('every procedure names a permission, has an output schema and refuses unknown keys', () => {
    expect(procedures.length).toBeGreaterThanOrEqual(9)
    for (const procedure of procedures) {
      expect(procedure, procedure.name).toMatchObject({
        permission: expect.any(String),
        hasOutput: true,
        inputIsStrict: true,
      })
    }
  })

  test('only who may build releases is let near one, only the operator makes facts be rebuilt', () => {
    const permissions = Object.fromEntries(procedures.map(({ name, permission }) => [name, permission]))
    expect(permissions).toEqual({
      'figure.exact': 'figure:read',
      'figure.caseMix': 'case-mix:read',
      'denominator.load': 'denominator:load',
      'denominator.import': 'denominator:load',
      'denominator.list': 'denominator:load',
      'release.build': 'release:build',
      'release.list': 'release:read',
      'release.read': 'release:read',
      'release.csv': 'release:read',
      'statistics.releases': 'statistics:read',
      'statistics.release': 'statistics:read',
      'statistics.table': 'statistics:read',
      'tableRequest.record': 'table-request:record',
      'tableRequest.list': 'table-request:read',
      'release.sign': 'release:sign',
      'release.turnDown': 'release:sign',
      'annualReport.list': 'annual-report:read',
      'annualReport.begin': 'annual-report:write',
      'annualReport.read': 'annual-report:read',
      'annualReport.preview': 'annual-report:write',
      'annualReport.save': 'annual-report:write',
      'annualReport.pin': 'annual-report:write',
      'annualReport.comment': 'annual-report:comment',
      'annualReport.settleComment': 'annual-report:comment',
      'annualReport.askForSentence': 'annual-report:write',
      'annualReport.decideSentence': 'annual-report:decide',
      'annualReport.sign': 'annual-report:sign',
      'annualReport.publish': 'annual-report:publish',
      'annualReport.readPublished': 'annual-report:read',
      'fact.hash': 'fact:compare',
      'fact.rebuild': 'fact:rebuild',
      'event.receive': 'event:deliver',
      'event.replay': 'event:replay',
    })
  })
})
