/** Month and weekday names, lower case, as newspapers print them. Data for `dates`. */

/** Names and abbreviations of the twelve months, by language, in calendar order. */
export const monthNames: readonly (readonly string[])[] = [
  'january jan januar jänner janvier janv enero ene janeiro gennaio gen января янв январь يناير كانون-الثاني januari stycznia ocak siječnja січня ianuarie',
  'february feb februar février févr fév febrero fevereiro fev febbraio febb февраля фев февр февраль فبراير شباط februari lutego şubat лютого februarie',
  'march mar märz mrz mars marzo março марта мар март مارس آذار maart marca mart березня martie',
  'april apr avril avr abril abr aprile апреля апр апрель أبريل ابريل إبريل نيسان kwietnia nisan квітня aprilie',
  'may mai mayo maio mag maggio мая май مايو أيار mei maja mayıs травня',
  'june jun juni juin junio junho giugno giu июня июн июнь يونيو حزيران czerwca haziran червня iunie',
  'july jul juli juillet juil julio julho luglio lug июля июл июль يوليو تموز lipca temmuz липня iulie',
  'august aug août aout agosto ago августа авг август أغسطس اغسطس آب augustus augusti sierpnia ağustos серпня',
  'september sept sep septembre septiembre setiembre setembro set settembre сентября сен сент сентябрь سبتمبر أيلول września eylül вересня septembrie',
  'october oct oktober okt octobre octubre outubro out ottobre ott октября окт октябрь أكتوبر اكتوبر października ekim жовтня octombrie',
  'november nov novembre noviembre novembro ноября ноя нояб ноябрь نوفمبر listopada kasım листопада noiembrie',
  'december dec dezember dez décembre déc diciembre dic dezembro dicembre декабря дек декабрь ديسمبر desember grudnia aralık грудня decembrie',
].map((names) => names.split(' ').map((name) => name.replace('-', ' ')))

/** Weekday names and abbreviations. */
export const weekdayNames: ReadonlySet<string> = new Set(
  `monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
  montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
  lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo
  segunda-feira terça-feira quarta-feira quinta-feira sexta-feira lunedì martedì mercoledì giovedì venerdì sabato domenica
  понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс
  maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
  الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت الأحد الاحد`.split(/\s+/u),
)

/** Words that may stand beside a date on a date line without being anything else. */
export const dateCompanions: ReadonlySet<string> = new Set(
  `published updated update last modified posted on at first created edited issued date dated time printed online
  publié mis mise jour à le la les dernière modification veröffentlicht aktualisiert stand datum am um uhr vom den zuletzt
  publicado actualizado atualizado fecha el a las às em hace il alle ore pubblicato aggiornato geplaatst gepubliceerd om
  опубликовано обновлено дата в г год года размещено نشر نشرت تحديث آخر تم في بتاريخ م ص هـ الموافق
  发布 发表于 更新 时间 日期 z am pm noon midnight hours hrs h ist gmt utc est edt et cst cdt ct mst mdt pst pdt pt bst cet cest msk pkt jst
  ago years year months month days day minutes minute min mins hour read hr of the de del do da di th st nd rd`.split(
    /\s+/u,
  ),
)
