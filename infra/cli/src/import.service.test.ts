import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { importList } from './import.ts'
import { placeIn } from './place.ts'
import { givenOperator } from './reference-list/testing-operator.ts'

let operator: Awaited<ReturnType<typeof givenOperator>>
let folder: string
let said: string[]

beforeAll(async () => {
  operator = await givenOperator()
  folder = await mkdtemp(join(tmpdir(), 'cdop-lists-'))
})
afterAll(async () => {
  await operator.intake.drop()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(() => {
  said = []
})

const run = (...args: string[]) =>
  importList(args, { place: placeIn(folder), say: (line) => said.push(line) }, async () => operator.client)

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const look = () => operator.intake.test.look

/** Rows of lists that count, by list and edition. */
const inForce = () => look()<{ list: string; edition: string; rows: number }[]>`
  select list, edition, rows from intake.reference_loads where state = 'in-force' order by list, edition`

/** As they were published, but for who lives where: the columns of two editions of each list. */
const onspd2024 =
  'pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward,parish,usertype,oseast1m,osnrth1m,ctry,lsoa01,ru11ind,lsoa11,msoa11,imd,icb,oa21,lsoa21,msoa21'
const rows2024 = [
  '"LS1 1UR","LS1  1UR","LS1 1UR","199801","","E99999999","E99999999","E08000035","E05011395","E04000175","0","430000","0433000","E92000001","E01011345","A1","E01033010","E02006875",12000,"E54000054","E00170564","E01033010","E02006875"',
  '"BD1 1AA","BD1  1AA","BD1 1AA","198001","201906","E99999999","E99999999","E08000032","E05001347","E04000165","0","416000","0433000","E92000001","E01010568","A1","E01033691","E02006845",300,"E54000054","E00053353","E01033691","E02006845"',
  '"AB1 0AA","AB1  0AA","AB1 0AA","198001","199606","S99999999","S99999999","S12000033","S13002843","S99999999","0","385386","0801193","S92000003","S01000011","3","S01006514","S02001237",6808,"S99999999","S00090303","S01006514","S02001237"',
]
const nspl2026 =
  'pcd7,pcd8,pcds,dointr,doterm,usrtypind,east1m,north1m,gridind,oa21cd,cty26cd,ced25cd,lad26cd,wd26cd,ctry26cd,lsoa21cd,msoa21cd,sicbl26cd,ruc21ind,oac21ind,lat,long,imd25ind,icb26cd'
const row2026 =
  '"LS1 1UR","LS1  1UR","LS1 1UR","199801","","0","430000","433000","1","E00170564","E99999999","E99999999","E08000035","E05011395","E92000001","E01033010","E02006875","E38000225","UN1","1B1",53.79,-1.54,12000,"E54000054"'
const lines = (...all: string[]) => `${all.join('\r\n')}\r\n`

describe('the index of deprivation', () => {
  test('of England of 2019 is loaded from its real figures, all 32,844 areas of it', async () => {
    const packed = await readFile(
      join(import.meta.dirname, 'reference-list/testing-lists/imd2019-lsoa2011-england.csv.gz'),
    )
    const whole = await file('imd2019.csv', gunzipSync(packed))
    expect(await run('deprivation', whole, '--index', 'IMD2019', '--lsoa', '2011')).toBe(0)
    expect(said.at(-1)).toMatch(/^IMD2019 \(small areas of 2011\): 32,844 rows loaded in [\d.]+ s /)
    const deciles = await look()<{ decile: number; areas: number }[]>`
      select decile, count(*)::int as areas from intake.deprived_areas group by decile order by decile`
    expect(deciles.map(({ areas }) => areas)).toEqual([
      3284, 3284, 3285, 3284, 3285, 3284, 3284, 3285, 3284, 3285,
    ])
    // Jaywick in Tendring, of which its publisher wrote that it is the most deprived of all.
    expect(
      await look()`select lsoa, local_authority_name, decile from intake.deprived_areas where rank = 1`,
    ).toEqual([{ lsoa: 'E01021988', localAuthorityName: 'Tendring', decile: 1 }])

    expect(await run('deprivation', whole, '--index', 'IMD2019', '--lsoa', '2011')).toBe(0)
    expect(said.at(-1)).toContain('loaded already')
    expect(await inForce()).toEqual([{ list: 'IMD2019', edition: '2011', rows: 32_844 }])
  })

  test('is read in the columns of the published files 1 and 7, of either index', async () => {
    const head2025 =
      'LSOA code (2021),LSOA name (2021),Local Authority District code (2024),Local Authority District name (2024),Index of Multiple Deprivation (IMD) Score,Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived),Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs),Income Score (rate),Income Rank (where 1 is most deprived),Income Decile (where 1 is most deprived 10% of LSOAs)'
    const file7 = lines(head2025, 'E01033010,Leeds 111A,E08000035,Leeds,19.9,"12,345",4,0.1,1,1')
    const path = await file('file7.csv', file7)
    expect(await run('deprivation', path, '--index', 'IMD2025', '--lsoa', '2021', '--part')).toBe(0)
    expect(
      await look()`select lsoa, rank, decile from intake.deprived_areas a join intake.reference_loads l on l.id = a.load_id where l.list = 'IMD2025'`,
    ).toEqual([{ lsoa: 'E01033010', rank: 12_345, decile: 4 }])
  })

  test('is not taken for another one, nor a part for the whole', async () => {
    const head =
      'LSOA code (2011),LSOA name (2011),Local Authority District code (2019),Local Authority District name (2019),Index of Multiple Deprivation (IMD) Rank,Index of Multiple Deprivation (IMD) Decile'
    const short = await file('file1.csv', lines(head, 'E01011229,Leeds 001A,E08000035,Leeds,29199,9'))
    expect(await run('deprivation', short, '--index', 'IMD2025', '--lsoa', '2021')).toBe(1)
    expect(said).toEqual([
      'Row 1, column LSOA code (2021): A column that is needed is missing. Take the file as it was published, and check that it is this list.',
      'Nothing was loaded.',
    ])
    said = []
    expect(await run('deprivation', short, '--index', 'IMD2019', '--lsoa', '2011')).toBe(1)
    expect(said.join()).toMatch(/Nothing was loaded: the file has 1 rows, and a whole one has 32,844 or more/)
    await expect(run('deprivation', short, '--index', 'IMD2019', '--lsoa', '2021')).rejects.toThrow(
      '--index IMD2019 --lsoa 2011, or --index IMD2025 --lsoa 2021',
    )
  })
})

describe('a list of postcodes', () => {
  test('is read in the columns of the directory and of the lookup, of earlier years and of this one', async () => {
    const directory = await file('onspd.csv', lines(onspd2024, ...rows2024))
    const lookup = await file('nspl.csv', lines(nspl2026, row2026))
    expect(await run('postcodes', directory, '--edition', 'ONSPD_FEB_2024', '--part')).toBe(0)
    expect(await run('postcodes', lookup, '--edition', 'NSPL_AUG_2026_UK', '--part')).toBe(0)
    const stored = await look()`
      select p.* from intake.postcodes p join intake.reference_loads l on l.id = p.load_id
      order by l.edition, p.postcode`
    const said2024 = { introduced: '1980-01', ruc2021: null }
    expect(stored.map(({ loadId: _, ...row }) => row)).toEqual([
      {
        ...said2024,
        postcode: 'AB10AA',
        terminated: '1996-06',
        localAuthority: 'S12000033',
        lsoa2011: null,
        lsoa2021: null,
        icb: null,
        ruc2011: '3',
      },
      {
        ...said2024,
        postcode: 'BD11AA',
        terminated: '2019-06',
        localAuthority: 'E08000032',
        lsoa2011: 'E01033691',
        lsoa2021: 'E01033691',
        icb: 'E54000054',
        ruc2011: 'A1',
      },
      {
        ...said2024,
        postcode: 'LS11UR',
        introduced: '1998-01',
        terminated: null,
        localAuthority: 'E08000035',
        lsoa2011: 'E01033010',
        lsoa2021: 'E01033010',
        icb: 'E54000054',
        ruc2011: 'A1',
      },
      {
        postcode: 'LS11UR',
        introduced: '1998-01',
        terminated: null,
        localAuthority: 'E08000035',
        lsoa2011: null,
        lsoa2021: 'E01033010',
        icb: 'E54000054',
        ruc2011: null,
        ruc2021: 'UN1',
      },
    ])
    said = []
    expect(await run('list')).toBe(0)
    expect(said).toEqual(
      expect.arrayContaining([
        'NSPL 2026-08: 1 rows, a part, loaded 2026-03-02',
        'ONSPD 2024-02: 3 rows, a part, loaded 2026-03-02',
      ]),
    )
  })

  test('is taken with the codes of other countries, and with postcodes of no pattern, which it has', async () => {
    const other = [
      '"GIR0AA","GIR 0AA","GIR 0AA","198001","199501","E99999999","E99999999","E08000012","E05000000","E04000000","0","330000","0390000","E92000001","E01006512","A1","E01006512","E02001395",300,"E54999999","E00032787","E01006512","E02001395"',
      '"BT1 1AA","BT1  1AA","BT1 1AA","199801","","N99999999","N99999999","N09000003","N08000313","N99999999","0","334000","0374000","N92000002","95GG39S1","A","95GG39S1","N99999999",100,"N99999999","N00000001","N20000001","N21000001"',
      '"CF101AA","CF10 1AA","CF10 1AA","199801","","W99999999","W99999999","W06000015","W05001272","W04000842","0","318000","0176000","W92000004","W01001864","C1","W01001864","W02000384",900,"W11000029","W00010004","W01001864","W02000384"',
      '"JE2 3AB","JE2  3AB","JE2 3AB","199801","","L99999999","L99999999","L99999999","L99999999","L99999999","0","","","L93000001","L99999999","Z9","L99999999","L99999999",0,"L99999999","L99999999","L99999999","L99999999"',
    ]
    const path = await file('other.csv', lines(onspd2024, ...other))
    expect(await run('postcodes', path, '--edition', 'ONSPD_NOV_2023', '--part')).toBe(0)
    const stored = await look()`
      select postcode, local_authority, lsoa_2011, lsoa_2021, icb, ruc_2011 as ruc
      from intake.postcodes p join intake.reference_loads l on l.id = p.load_id where l.edition = '2023-11' order by 1`
    expect(stored.map((row) => Object.values(row))).toEqual([
      ['BT11AA', 'N09000003', null, null, null, 'A'],
      ['CF101AA', 'W06000015', 'W01001864', 'W01001864', null, 'C1'],
      ['GIR0AA', 'E08000012', 'E01006512', 'E01006512', null, 'A1'],
      ['JE23AB', 'L99999999', null, null, null, 'Z9'],
    ])
  })

  const wrong = rows2024[0]?.replace('E08000035', 'Leeds') ?? ''
  test.each([
    ['cut short in a row', lines(onspd2024, ...rows2024).slice(0, -40), 'The file is cut short'],
    [
      'without its postcodes',
      lines(onspd2024.replace('pcd,pcd2,pcds', 'a,b,c'), ...rows2024),
      'column pcds: A column',
    ],
    ['without small areas', lines(onspd2024.replaceAll('lsoa', 'x'), ...rows2024), 'lsoa21cd or lsoa11cd'],
    ['with a name for a code', lines(onspd2024, wrong), 'Row 2, column oslaua: this is not the code of'],
    [
      'with a row twice',
      lines(onspd2024, ...rows2024, rows2024[0] ?? ''),
      'Row 5: this row stands in the file twice',
    ],
    [
      'with too few values in a row',
      lines(onspd2024, ...rows2024, '"LS1 1AA"'),
      'Row 5: A row has more or fewer',
    ],
    ['that is a web page', '<html>Sign in</html>\n', 'column pcds: A column'],
    ['that is empty', '', 'The file is empty'],
  ])('%s leaves nothing behind', async (_, content, sentence) => {
    const before = await inForce()
    const path = await file('wrong.csv', content)
    expect(await run('postcodes', path, '--edition', 'ONSPD_MAY_2024', '--part')).toBe(1)
    expect(said.join('\n')).toContain(sentence)
    expect(said.at(-1)).toBe('Nothing was loaded.')
    expect(await inForce()).toEqual(before)
    expect(
      await look()`
      select 1 from intake.postcodes p join intake.reference_loads l on l.id = p.load_id and l.state <> 'in-force'`,
    ).toEqual([])
    expect(said.join()).not.toMatch(/LS1|BD1|Leeds/)
  })

  test('needs its edition, and a file that is there', async () => {
    const path = await file('onspd.csv', lines(onspd2024, ...rows2024))
    await expect(run('postcodes', path)).rejects.toThrow('--edition ONSPD_FEB_2026')
    await expect(run('postcodes', path, '--edition', 'last one')).rejects.toThrow('--edition ONSPD_FEB_2026')
    await expect(run('postcodes', 'nowhere.csv', '--edition', 'ONSPD_FEB_2026')).rejects.toThrow(
      'cannot be read',
    )
    await expect(run('postcodes')).rejects.toThrow('import postcodes FILE')
    await expect(run('houses', path)).rejects.toThrow('import postcodes FILE')
  })
})
