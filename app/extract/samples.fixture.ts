/**
 * Invented articles of many kinds with the clutter of pages around them, and what a
 * reader finds in them. In `text`, lines that are furniture begin with `~` and a
 * letter for the reason; the sign and the letter are not part of the text.
 */
import type { Metadata } from '../model.ts'
import type { FurnitureReason } from '../vocabulary.ts'

/** The letters for the reasons in `text`; `?` stands for any reason. */
export const reasonLetters = {
  h: 'head',
  m: 'menu',
  s: 'share',
  r: 'related',
  c: 'comments',
  b: 'sidebar',
  p: 'repeated',
  d: 'debris',
  n: 'notice',
} as const satisfies Record<string, FurnitureReason>

/** One invented article. */
export type Sample = { name: string; metadata: Partial<Metadata>; text: string; onlySpaced?: true }

export const englishSamples: readonly Sample[] = [
  {
    name: 'an agency story with country, date and agency in its dateline',
    metadata: {
      headline: 'Rebels deny shelling northern town',
      publisher: 'Associated Press',
      authors: ['Amina Okoro', 'Jean-Paul Mbeki'],
      dateline: 'GOMA, Congo',
      datelineDate: 'Nov. 3, 2013',
      published: '2013-11-04',
      credits: [{ role: 'reporting', name: 'Pierre Lusala' }],
    },
    text: `~mHome
~mWorld
~mAfrica
~hRebels deny shelling northern town
~hBy Amina Okoro and Jean-Paul Mbeki, Associated Press
~hPublished: Nov. 4, 2013 at 9:15 a.m. EST
~sShare on Facebook
~sTweet
GOMA, Congo, Nov. 3, 2013 (AP) — Rebel leaders on Sunday denied that their forces had shelled a market town in the north of the province, where at least nine people died.
“We were not there,” said a rebel spokesman.
The army said it had evidence to the contrary, and that it would show it to the United Nations.
~nADVERTISEMENT
“Let them show it.”
Residents reached by telephone said that both sides had fired. The town has changed hands four times since the spring.
Associated Press writer Pierre Lusala contributed to this report from Kinshasa.
~rMore from Africa
~rPresident opens new port
~rTwo held after bank robbery
~rFootball: final moved to Sunday
~n© 2013 The Associated Press. All rights reserved.`,
  },
  {
    name: 'a Pakistani daily with a colon dateline and a print note',
    metadata: {
      headline: 'Minister rejects report on drone bases',
      publisher: 'Dawn',
      authors: ['Saleem Shah'],
      dateline: 'ISLAMABAD',
      published: '2012-05-31',
    },
    text: `~hMinister rejects report on drone bases
~hSaleem Shah
~hMay 31, 2012
ISLAMABAD: The information minister on Wednesday rejected a newspaper report that drones were still being flown from bases in the country, and called it a fabrication.
Talking to reporters outside the parliament, she said that no such permission existed. “There are no bases and there is no agreement,” she said.
The report had quoted two unnamed officials as saying that the flights had never stopped. The newspaper said that it stood by its account.
~rAlso read: Senate panel summons defence secretary
Opposition members walked out of the house in protest when the speaker refused to allow a debate on the report.
~hPublished in Dawn, May 31st, 2012
~cComments (14)
~cUsman
~cMay 31, 2012 10:15am
~cThis is what every government has said for the last ten years, and nobody believes it any more.
~cRecommend 0`,
  },
  {
    name: 'a web story with update, correction at the bottom and a name without “By”',
    metadata: {
      headline: 'Mayor says bridge was inspected',
      publisher: null,
      authors: ['Dana Whitfield'],
      published: '2019-03-02',
      correction: {
        status: 'corrected',
        notice:
          'Correction: An earlier version of this article misstated the year in which the bridge was built. It was 1961, not 1916.',
      },
    },
    text: `~nWe use cookies to give you the best experience. By continuing to use this site you agree to our cookie policy.
~mSkip to main content
~hMayor says bridge was inspected
~hDana Whitfield
~hMarch 2, 2019
~s4 min read
The mayor of the river city said on Friday that the bridge which collapsed last week had passed an inspection only two months ago.
What the inspectors saw
According to the report, which the city published the same day, three of the cables showed rust. It did not recommend closing the bridge.
• The first cable was replaced in 2016.
• The second was to be replaced this year.
• The third had never been touched.
A lawyer for the families of the dead called the report “a confession.”
~hCorrection: An earlier version of this article misstated the year in which the bridge was built. It was 1961, not 1916.
~nSign up for our daily newsletter
~sFollow us on Twitter`,
  },
  {
    name: 'an updated agency story without byline',
    metadata: {
      headline: 'Oil firm says no leak at northern terminal',
      publisher: 'Reuters',
      dateline: 'OSLO',
      datelineDate: 'March 7',
      correction: { status: 'updated', notice: 'Adds quote from regulator, details' },
      credits: [
        { role: 'reporting', name: 'Kari Nordmann' },
        { role: 'editing', name: 'John Q. Smith' },
      ],
    },
    text: `~hUPDATE 2-Oil firm says no leak at northern terminal
~h(Adds quote from regulator, details)
OSLO, March 7 (Reuters) - An oil company said on Tuesday that there had been no leak at its northern terminal, contradicting fishermen who had reported a slick.
"We have flown over the area twice and have seen nothing," the regulator said. "Nothing."
The company declined to comment further. (Reporting by Kari Nordmann; Editing by John Q. Smith)`,
  },
  {
    name: 'an interview in questions and answers',
    metadata: {
      headline: 'Five questions for the man who counted the dead',
      authors: ['Ruth Adler'],
      publisher: null,
    },
    text: `~hFive questions for the man who counted the dead
~hBy Ruth Adler
For thirty years he has gone from village to village with a notebook, and written down the names of those who did not come back.
Q: Why did you begin?
A: Because nobody else did.
Q: Did the government help?
A: No.
Q: Did it hinder you?
A: It did not know what I was doing until the book was published, and then it was too late to stop it.
Q: Would you do it again?
A: Yes.
Q: Why?
A: Because nobody else did.`,
  },
  {
    name: 'a poem, which stays whole',
    // Without the blank line its title cannot be told from a verse.
    onlySpaced: true,
    metadata: { headline: 'The Ferry', headlineProposed: false, language: 'en' },
    text: `~hThe Ferry
The ferry leaves at seven
And I am not on board
The bells ring out eleven
The river has its lord
The ferry leaves at seven
The ferry leaves at seven
And nobody is there`,
  },
  {
    name: 'a transcript, whose speakers are no datelines',
    metadata: { headline: 'Transcript of the debate on the water treaty', dateline: null },
    text: `~hTranscript of the debate on the water treaty
HOLT: Good evening, and welcome to the first debate of the season, in which the two candidates will speak about the treaty.
MARSH: Thank you for having me. I have said from the beginning that the treaty takes our water and gives us nothing.
HOLT: Is that true?
REED: It is not true, and she knows that it is not true. The treaty gives us the dam and half of its power.
MARSH: Wrong.`,
  },
  {
    name: 'an archive export with labelled lines',
    metadata: {
      headline: 'Harbour strike enters third week',
      publisher: 'The Guardian',
      authors: ['Tom Ellery'],
      published: '1998-11-12',
      url: 'https://archive.example.org/1998/harbour',
    },
    text: `~hTitle: Harbour strike enters third week
~hAuthor: Tom Ellery
~hSource: The Guardian
~hDate: 12 November 1998
~hURL: https://archive.example.org/1998/harbour
The strike at the eastern harbour entered its third week on Wednesday, with neither side willing to say when talks might be resumed.
Union leaders denied that they had been offered a new contract. The port authority said that the offer had been made by letter.`,
  },
  {
    name: 'a retracted story',
    metadata: {
      headline: 'Study links tap water to headaches',
      published: '2015-08-20',
      correction: {
        status: 'retracted',
        notice:
          "Editor's note: This story has been retracted because the study on which it was based was withdrawn by its authors.",
      },
    },
    text: `~hRETRACTED: Study links tap water to headaches
~h20/08/2015
~hEditor's note: This story has been retracted because the study on which it was based was withdrawn by its authors.
People who drink more than four glasses of tap water a day are more likely to complain of headaches, according to a study of two thousand adults.
The water company said that it did not believe a word of it, and that its own figures showed the opposite.`,
  },
  {
    name: 'a broadcaster’s page with boxes in the story',
    metadata: {
      headline: 'Envoy accuses neighbour over river raid',
      publisher: 'BBC News',
      authors: ['Asha Rahman'],
      published: '2013-09-17',
    },
    text: `~mBBC News - Envoy accuses neighbour
~h17 September 2013 Last updated at 12:25 GMT
~sEmail Print Share this page 12 Share Facebook Twitter
~hEnvoy accuses neighbour over river raid
~hBy Asha Rahman BBC News, Lakeside
There is evidence that links the men who raided the river post to the government on the other bank, the envoy to the region has said.
The neighbour denies having links with the group. A spokeswoman said that the remarks were "not helpful", and that they would be answered.
~nContinue reading the main story
~rRelated Stories
~rRiver raid: How they did it
~rWho are the river men?
"These are not our people," she told the radio. "We have never had anything to do with them and we never will."
~rMore on This Story
~rRiver raid: How they did it
~bTop Stories
~bPort reopens after storm
~bPoet wins the prize`,
  },
  {
    name: 'a daily with the paper’s name beside the date and an agency’s sign-off',
    metadata: {
      headline: 'Envoy summoned over strikes',
      publisher: 'The Guardian',
      authors: ['Jon Barrow'],
      dateline: 'ISLAMABAD',
      published: '2012-05-31',
    },
    text: `~hEnvoy summoned over strikes
~hJon Barrow in Islamabad
~hThe Guardian, Thursday 31 May 2012 18.03 BST
ISLAMABAD: The government on Thursday summoned the deputy ambassador to protest against the latest strikes, which it called a violation.—AFP
The ministry called them illegal.
~rTags: strikes, ministry
~cRead Comments
~bLatest Stories
~bCartoon of the day
~bThree die in blast`,
  },
]

export const otherSamples: readonly Sample[] = [
  {
    name: 'a German agency story',
    metadata: {
      headline: 'Minister weist Vorwürfe zurück',
      publisher: 'dpa',
      authors: ['Sabine Köhler'],
      dateline: 'Berlin',
      published: '2014-03-05',
      language: 'de',
    },
    text: `~mPolitik
~hMinister weist Vorwürfe zurück
~hVon Sabine Köhler
~hMittwoch, 5. März 2014, 14:32 Uhr
Berlin (dpa) - Der Minister hat die Vorwürfe der Opposition zurückgewiesen, er habe den Bundestag über den Einsatz der Soldaten falsch unterrichtet.
«Das ist frei erfunden», sagte er am Mittwoch vor Journalisten in Berlin. Die Opposition will nun einen Ausschuss einsetzen und die Akten sehen.
~rLesen Sie auch: Was über den Einsatz bekannt ist
~cKommentare (12)`,
  },
  {
    name: 'a French story',
    metadata: {
      headline: 'Le gouvernement dément toute négociation',
      publisher: 'AFP',
      dateline: 'PARIS',
      published: '2016-02-14',
      language: 'fr',
    },
    text: `~hLe gouvernement dément toute négociation
~hPublié le 14 février 2016 à 18h05
PARIS (AFP) - Le gouvernement a démenti dimanche avoir mené des négociations secrètes avec les ravisseurs des trois journalistes enlevés dans le nord du pays.
« Il n'y a pas eu de contact », a déclaré le porte-parole du ministère. Les familles, elles, affirment que des messages ont été échangés par un intermédiaire.
~sPartager sur Facebook`,
  },
  {
    name: 'a Spanish story',
    metadata: {
      headline: 'El presidente niega haber recibido dinero',
      publisher: 'EFE',
      authors: ['Lucía Fernández'],
      dateline: 'Bogotá',
      datelineDate: '3 jun',
      published: '2017-06-03',
      language: 'es',
    },
    text: `~hEl presidente niega haber recibido dinero
~hPor Lucía Fernández
~h3 de junio de 2017
Bogotá, 3 jun (EFE).- El presidente negó este sábado que su campaña hubiera recibido dinero de la empresa constructora, como afirma un antiguo directivo de la firma.
"No hubo ni un peso", dijo en una rueda de prensa. La fiscalía anunció que llamará a declarar a los dos contables de la campaña.`,
  },
  {
    name: 'a Russian story',
    metadata: {
      headline: 'Министерство опровергло сообщения о потерях',
      publisher: 'TASS',
      dateline: 'МОСКВА',
      datelineDate: '15 сентября',
      published: '2018-09-15',
      language: 'ru',
      authors: ['Иван Петров'],
    },
    text: `~hМинистерство опровергло сообщения о потерях
~h15 сентября 2018, 12:40
~hАвтор: Иван Петров
МОСКВА, 15 сентября. /ТАСС/. Министерство обороны опровергло сообщения западных газет о том, что в ходе учений погибли военнослужащие.
«Это не соответствует действительности», — заявил представитель ведомства.
По его словам, учения прошли в полном соответствии с планом, и все их участники вернулись в места постоянной дислокации.
~rЧитайте также: Учения на Дальнем Востоке завершились`,
  },
  {
    name: 'an Arabic story',
    metadata: {
      headline: 'الحكومة تنفي التفاوض مع المتمردين',
      publisher: 'Reuters',
      dateline: 'الخرطوم',
      published: '2019-05-12',
      language: 'ar',
    },
    text: `~hالحكومة تنفي التفاوض مع المتمردين
~h12 مايو 2019
الخرطوم (رويترز) - نفت الحكومة يوم الأحد أن تكون قد أجرت أي مفاوضات سرية مع المتمردين في غرب البلاد خلال الأسابيع الماضية.
وقال المتحدث باسم الحكومة للصحفيين إن هذه التقارير لا أساس لها من الصحة، وإن الجيش سيواصل عملياته في المنطقة.`,
  },
  {
    name: 'a Chinese story',
    metadata: {
      headline: '外交部否认有关报道',
      publisher: 'Xinhua',
      dateline: '北京',
      datelineDate: '9月15日',
      published: '2011-09-15',
      language: 'zh',
    },
    text: `~h外交部否认有关报道
~h2011年09月15日 16:20
新华社北京9月15日电 外交部发言人星期四在例行记者会上否认了有关中国公司向利比亚出售武器的报道，并表示中方一贯严格遵守联合国决议。
发言人说，有关部门已经展开调查，将在查明情况后作出说明。她表示，中方希望媒体不要传播没有根据的消息。`,
  },
]
