import { describe, expect, it } from 'vitest'
import { readByline } from './bylines.ts'
import { isCaption } from './captions.ts'
import { readHeadlineMark, readNotice } from './corrections.ts'
import { readCredits, readTrailingCredits } from './credits.ts'
import { readDateline } from './datelines.ts'
import { findDate, readDateLine } from './dates.ts'
import { readFurniture, readSectionLabel } from './furniture.ts'
import { detectLanguage } from './language.ts'
import { publisherOfHost, readCopyright, readTitleTail } from './publisher.ts'

describe('date lines', () => {
  it.each([
    ['September 15, 2011 / 7:18 AM / 8 years ago', '2011-09-15'],
    ['Thu May 31, 2012 10:18pm IST', '2012-05-31'],
    ['Updated 01 May, 2024', '2024-05-01'],
    ['2011-09-15T07:18:00Z', '2011-09-15'],
    ['15.09.2011, 14:30 Uhr', '2011-09-15'],
    ['Publicado el 3 de junio de 2017 a las 10:00', '2017-06-03'],
    ['Mis à jour le 14 février 2016 à 18h05', '2016-02-14'],
    ['15 сентября 2018 г., 12:40', '2018-09-15'],
    ['١٢ مايو ٢٠١٩', '2019-05-12'],
    ['2012年5月31日 10:18', '2012-05-31'],
    ['河边新闻网2012年5月31日10:18', '2012-05-31'],
    ['2012-05-31 10:18:00 来源：河边晚报', '2012-05-31'],
    ['May 31st, 2012', '2012-05-31'],
    ['31/05/2012', '2012-05-31'],
    ['21.dez.2018 às 12h55', '2018-12-21'],
    ['03/04/2012', '2012'],
    ['May 2011', '2011-05'],
  ])('%s is %s', (line, edtf) => {
    expect(readDateLine(line)?.date.edtf).toBe(edtf)
  })
  it.each([
    'The attack of September 11, 2001 changed everything.',
    'On May 31, 2012 the army denied it',
    'Chapter 12',
    '河边大桥2012年5月31日重新开放',
    'February 30, 2012',
    '1961',
  ])('%s is none', (line) => {
    expect(readDateLine(line)).toBeNull()
  })
  it('leave the year open where none is printed', () => {
    expect(findDate('WASHINGTON May 30')).toEqual({ edtf: null, printed: 'May 30', start: 11, end: 17 })
  })
})

describe('datelines', () => {
  it.each([
    ['ISLAMABAD (Reuters) - Officials said', 'ISLAMABAD', null, 'Reuters'],
    ['WASHINGTON May 30 (Reuters) - The', 'WASHINGTON', 'May 30', 'Reuters'],
    ['KABUL, Afghanistan (AP) — Two', 'KABUL, Afghanistan', null, 'Associated Press'],
    ['ISLAMABAD/KABUL, Sept 15 (AFP) – The', 'ISLAMABAD/KABUL', 'Sept 15', 'AFP'],
    ['DES MOINES, Iowa — The governor', 'DES MOINES, Iowa', null, null],
    ['CAMBRIDGE, Mass. (UPI) -- The', 'CAMBRIDGE, Mass.', null, 'UPI'],
    ['LAHORE: The court', 'LAHORE', null, null],
    ['Berlin (dpa/AFP) - Der', 'Berlin', null, 'dpa'],
    ['Bogotá, 3 jun (EFE).- El', 'Bogotá', '3 jun', 'EFE'],
    ['МОСКВА, 15 сен — РИА Новости. Министр', 'МОСКВА', '15 сен', 'RIA Novosti'],
    ['(CNN) -- The', null, null, 'CNN'],
    ['新华社北京9月15日电 外交部', '北京', '9月15日', 'Xinhua'],
    ['القاهرة (رويترز) - قال', 'القاهرة', null, 'Reuters'],
  ])('%s', (line, place, date, agency) => {
    const found = readDateline(`${line} and so on.`)
    expect([found?.place ?? null, found?.date ?? null, found?.agency ?? null]).toEqual([place, date, agency])
    expect(found).not.toBeNull()
  })
  it.each([
    'He said – and meant it – that nothing had happened.',
    'UPDATE: The road is open again.',
    'NATO (the North Atlantic Treaty Organization) said it had no plans.',
    'The company (Reuters had reported) denied it.',
    'CORRECTED-(OFFICIAL)-U.S. military trickles back',
    'Asked about it - again - she left.',
  ])('%s has none', (line) => {
    expect(readDateline(line)).toBeNull()
  })
})

describe('bylines', () => {
  it.each([
    ['By Missy Ryan and Mark Hosenball', ['Missy Ryan', 'Mark Hosenball'], null],
    ['By JOHN O’HARA, Associated Press', ['John O’Hara'], 'Associated Press'],
    ['By Ali al-Rashid in Baghdad, Iraq', ['Ali al-Rashid'], null],
    ['By J. K. Smith Jr.', ['J. K. Smith Jr.'], null],
    ['By AFP', [], 'AFP'],
    ['By Ana Lima, Foreign Correspondent', ['Ana Lima'], null],
    ['Von Sabine Köhler und Max Frei', ['Sabine Köhler', 'Max Frei'], null],
    ['Par Jean Dupont avec AFP', ['Jean Dupont'], 'AFP'],
    ['Автор: Иван Петров', ['Иван Петров'], null],
    ['Eva Lund, Staff Writer', ['Eva Lund'], null],
  ])('%s', (line, authors, agency) => {
    expect(readByline(line)).toEqual({ authors, agency, published: null })
  })
  it.each([
    ['Ada Moor - Apr 16, 2015 8:02 pm UTC', ['Ada Moor'], '2015-04-16'],
    ['Ada Moor • 8h', ['Ada Moor'], null],
    ['By Ada Moor, a deputy editor of the paper. She has written of ships for a decade.', ['Ada Moor'], null],
    ['By Ada Moor, Senior Technologist, ABC Speech, Privacy, and Harbour Project', ['Ada Moor'], null],
  ])('%s', (line, authors, published) => {
    expect(readByline(line)).toEqual({ authors, agency: null, published })
  })
  it('may carry the date', () => {
    expect(readByline('By Steven Mason | March 18, 2015')).toEqual({
      authors: ['Steven Mason'],
      agency: null,
      published: '2015-03-18',
    })
  })
  it.each([
    'By Tuesday the army had left the town.',
    'By then it was too late',
    'By the Numbers',
    'Von allen Seiten kamen Rufe',
    'Par exemple',
    'By comparison',
    'By New Harbour, the crew of the ship was known to nobody, and the boats were gone.',
    'LAHORE CITY - May 3, 2011',
    'The Harbour - 3 o’clock',
  ])('%s is none', (line) => {
    expect(readByline(line)).toBeNull()
  })
})

describe('credits', () => {
  it('are read from a line of their own, with places and roles', () => {
    expect(
      readCredits(
        'Additional reporting by A. Khan in Lahore and Eva Lund; Writing by Jo March; Editing by Max Frei',
      ),
    ).toEqual([
      { role: 'reporting', name: 'A. Khan' },
      { role: 'reporting', name: 'Eva Lund' },
      { role: 'writing', name: 'Jo March' },
      { role: 'editing', name: 'Max Frei' },
    ])
  })
  it('are read from the end of the last paragraph', () => {
    expect(readTrailingCredits('He left. (Reporting by Eva Lund, editing by Max Frei)')).toEqual([
      { role: 'reporting', name: 'Eva Lund' },
      { role: 'editing', name: 'Max Frei' },
    ])
    expect(readTrailingCredits('Se fue. (Reporte de Ana Lima. Editado por Juan Paz)')).toEqual([
      { role: 'reporting', name: 'Ana Lima' },
      { role: 'editing', name: 'Juan Paz' },
    ])
  })
  it('are not seen in ordinary words', () => {
    expect(readCredits('Writing by hand is slow, and editing by committee is slower.')).toBeNull()
    expect(readTrailingCredits('He left (reportedly by train).')).toBeNull()
  })
})

describe('corrections', () => {
  it.each([
    ['CORRECTED-(OFFICIAL)-U.S. military returns', 'corrected', 'U.S. military returns'],
    ['UPDATE 2-Oil firm says no leak', 'updated', 'Oil firm says no leak'],
    ['REFILE-UPDATE 1-Oil firm', 'refiled', 'Oil firm'],
    ['CORRECTED-UPDATE 3-Oil firm', 'corrected', 'Oil firm'],
    ['CORRECTION: Oil firm', 'corrected', 'Oil firm'],
    ['Clarification: Oil firm', 'clarified', 'Oil firm'],
    ['RETRACTED: Oil firm', 'retracted', 'Oil firm'],
    ['[UPDATED] Oil firm', 'updated', 'Oil firm'],
  ])('%s', (line, status, rest) => {
    expect(readHeadlineMark(line)).toEqual({ status, rest })
  })
  it.each([
    'Update on the crisis',
    'Corrections officers strike',
    'Correction of course',
    'Repeat offenders freed',
  ])('%s bears no mark', (line) => {
    expect(readHeadlineMark(line)).toBeNull()
  })
  it('are told by notices at the top and at the bottom', () => {
    expect(readNotice('(Corrects spelling of name in paragraph 4)', null, true)).toEqual({
      status: 'corrected',
      notice: 'Corrects spelling of name in paragraph 4',
    })
    expect(readNotice('Editor’s note: this story has been corrected to say May.', null, false)).toEqual({
      status: 'corrected',
      notice: 'Editor’s note: this story has been corrected to say May.',
    })
    expect(
      readNotice('• This article was amended on 4 May 2012. The original said June.', null, false)?.status,
    ).toBe(undefined)
    expect(
      readNotice('This article was amended on 4 May 2012. The original said June.', null, false)?.status,
    ).toBe('corrected')
  })
  it('are not seen in ordinary sentences', () => {
    expect(readNotice('This story of two sisters has moved many readers.', null, false)).toBeNull()
    expect(readNotice('The report was updated on Monday, the ministry said.', null, false)).toBeNull()
    expect(readNotice('Earlier reports incorrectly said that the gunman had fled.', null, false)).toBeNull()
    expect(readNotice('(The ministry adds a fee.)', null, false)).toBeNull()
    expect(readNotice('Update: the road is open again, and traffic moves.', null, false)).toBeNull()
  })
})

describe('furniture by its words', () => {
  it.each([
    ['0 : 0', 'debris'],
    ['Facebook Twitter Email Print', 'share'],
    ['Share this article', 'share'],
    ['See: US rules out operations', 'related'],
    ['READ MORE: Army denies report', 'related'],
    ['ADVERTISEMENT', 'notice'],
    ['We use cookies to improve your experience.', 'notice'],
    ['© 2012 The Guardian', 'notice'],
    ['12 Comments', 'comments'],
    ['Home | News | Sport | Weather', 'menu'],
    ['Читайте также: Новости дня', 'related'],
    ['Four walkers came home late last night, and nobody had … Read more', 'related'],
    ['Harbour closes after the flood Harbour closes after the flood', 'related'],
    ['Harbour closes after the flood Harbour closes after the flood Harbour closes aft', 'related'],
  ])('%s is %s', (line, reason) => {
    expect(readFurniture(line)).toBe(reason)
  })
  it.each([
    '2011',
    '* * *',
    '2:1',
    'Copyright law is a mess',
    'See you in court',
    'Share prices fell',
    'Comments from both sides suggested peace.',
    'Read the letter',
    '"No comment."',
    'Print is dead',
    'counter-terrorism',
    'Like father, like son',
    'Never again, never again',
    'The harbour closes and the harbour opens, as a harbour does',
  ])('%s is not', (line) => {
    expect(readFurniture(line)).toBeNull()
  })
  it('opens a section by its label', () => {
    expect(
      ['Comments (0)', 'Most Popular', 'RELATED STORIES', 'You may also like', 'Background', 'Opinion'].map(
        readSectionLabel,
      ),
    ).toEqual(['comments', 'sidebar', 'related', 'related', null, null])
  })
})

describe('captions', () => {
  it.each([
    'US Director of National Intelligence Dan Coats. ─Reuters/File',
    'FILE PHOTO: A soldier stands guard',
    'A soldier stands guard in Kabul. REUTERS/Omar Sobhani',
    'Protesters in Cairo (AP Photo/Hassan Ammar)',
    'Photo: AFP',
  ])('%s', (line) => {
    expect(isCaption(line)).toBe(true)
  })
  it.each(['He told Reuters.', 'The photo shows a soldier.', '“I saw the file - and read it.”'])(
    '%s is none',
    (line) => {
      expect(isCaption(line)).toBe(false)
    },
  )
})

describe('publishers', () => {
  it('are named by copyright lines, addresses and titles', () => {
    expect([
      readCopyright('© 2012 The Guardian'),
      readCopyright('Copyright 2014 The Associated Press. All rights reserved.'),
      readCopyright('© Getty Images'),
      readCopyright('© Copyright 2010-2014, Ada Moor, Max Ferry, and contributors. Last updated on Monday.'),
    ]).toEqual(['The Guardian', 'Associated Press', null, null])
    expect([
      publisherOfHost('Dawn.com'),
      publisherOfHost('https://www.bbc.co.uk/news/1'),
      publisherOfHost('example.org'),
      publisherOfHost('word'),
    ]).toEqual(['Dawn', 'BBC News', 'example.org', null])
    expect(readTitleTail('Army denies report | The Guardian')).toEqual({
      headline: 'Army denies report',
      publisher: 'The Guardian',
    })
    expect(readTitleTail('Army denies report - again')).toBeNull()
  })
})

describe('languages', () => {
  it.each([
    ['The army said that it was not there and had not been.', 'en'],
    ['Die Armee sagte, dass sie nicht da war und auch nicht da gewesen sei.', 'de'],
    ['L’armée a dit que ce n’est pas elle qui est dans la ville.', 'fr'],
    ['Армия заявила, что она не была в городе и не будет.', 'ru'],
    ['Армія заявила, що вона не була у місті та не буде.', 'uk'],
    ['قال الجيش إن القوات لم تكن في المدينة', 'ar'],
    ['军方表示没有进入城市', 'zh'],
    ['軍は市内にはいなかったと述べた', 'ja'],
    ['Lorem ipsum dolor sit amet', null],
    ['123', null],
  ])('%s', (text, tag) => {
    expect(detectLanguage(text)).toBe(tag)
  })
})
