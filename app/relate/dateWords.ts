/** Weekdays, and words for the days around today, in the languages newspapers here come in. Data for `dates`. */

const weeks = [
  'monday tuesday wednesday thursday friday saturday sunday',
  'montag dienstag mittwoch donnerstag freitag samstag sonntag',
  'lundi mardi mercredi jeudi vendredi samedi dimanche',
  'lunes martes miércoles jueves viernes sábado domingo',
  'segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo',
  'lunedì martedì mercoledì giovedì venerdì sabato domenica',
  'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
  'понедельник вторник среду четверг пятницу субботу воскресенье',
  'الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد',
]

/** The weekday of each name, lower case, Monday 0. */
export const weekdays: ReadonlyMap<string, number> = new Map(
  weeks.flatMap((names) => names.split(' ').map((name, index) => [name, index] as const)),
)

/** Days from today, by the word for them. */
export const dayWords: ReadonlyMap<string, number> = new Map([
  ['day before yesterday', -2],
  ['yesterday', -1],
  ['today', 0],
  ['tonight', 0],
  ['last night', -1],
  ['tomorrow', 1],
  ['heute', 0],
  ['gestern', -1],
  ['vorgestern', -2],
  ["aujourd'hui", 0],
  ['aujourd’hui', 0],
  ['hier', -1],
  ['hoy', 0],
  ['ayer', -1],
  ['hoje', 0],
  ['ontem', -1],
  ['oggi', 0],
  ['ieri', -1],
  ['vandaag', 0],
  ['gisteren', -1],
  ['сегодня', 0],
  ['вчера', -1],
])
