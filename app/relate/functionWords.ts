/**
 * Words that tie sentences together and say nothing of what they tell. The short
 * lists that tell languages apart serve here too; English, and the verbs of saying
 * of the larger languages, are added. Data for `terms`.
 */
import { stopWords } from '../extract/stopWords.ts'

const more: Readonly<Record<string, string>> = {
  en: `a about above after again against all also am an and any are around as at be because been before being below between both but by can could did do does
  doing down during each even few for from further had has have having he her here hers him himself his how however i if in into is it its itself just may me might
  more most must my no nor not now of off on once one's only onto or other our ours out over own per same shall she should since so some such than that the their
  theirs them themselves then there these they this those though through thus to too toward towards under until up upon us very via was we were what when where
  which while who whom whose why will with within without would yet you your yours say says said saying tell tells told according mr mrs ms`,
  de: 'sagte sagten gesagt sagt hatte hatten habe haben wurde wurden war waren sein seine seiner seinen ihr ihre ihrer ihren diese dieser dieses einer eines einem einen zum zur vor durch gegen unter doch nur so wenn oder aber man soll sollen kann können',
  fr: 'a ont était être avoir dit déclaré affirmé ses leurs ces cet elle elles ils nous vous je on y si même comme entre sans sous après avant aussi très tout tous toute fait faire l d qu n s c j',
  es: 'dijo dicho declaró afirmó señaló era ser estar había han hay ya si cuando donde quien quienes esta este estas estos ese esa sin hasta tras ante bajo le les nos me te mi tu muy todo todos',
  pt: 'disse afirmou era ser estar havia já se quando onde quem esta este isso essa sem até após ante sob lhe nos me te muito todo todos',
  it: 'ha detto dichiarato affirmato era essere aveva già quando dove chi questo questi quella quelle senza fino dopo prima sotto gli ci mi ti molto tutto tutti l d un',
  nl: 'zei zegt gezegd was waren had hadden wordt werd werden hij zij ze haar hun deze dit ook nog wel geen kan kunnen zal zullen na tot',
  ru: 'сказал сказала заявил заявила сообщил сообщила сообщает который которая которые которого был была было были быть есть этот эта эти этого того тот той их его ее её ему им ей не ни же бы ли уже еще ещё также после',
  ar: 'قال قالت وقال وقالت أنه أنها إنه إنها التي الذي الذين هو هي هم كانت يكون وفي ومن وأن',
}

/** The function words of each language, lower case. */
export const functionWords: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...new Set([...Object.keys(stopWords), ...Object.keys(more)])].map((tag) => [
    tag,
    new Set(`${stopWords[tag] ?? ''} ${more[tag] ?? ''}`.split(/\s+/u).filter((word) => word !== '')),
  ]),
)
