/**
 * `npm run score:related -- DIR`: how well related passages are found, on topics of
 * the ECB+ corpus. Every sentence that mentions an event ranks the event sentences of
 * the other articles of its topic; right are those that mention an event of the same
 * chain. A topic is a case of its own. The last two lines are the figures that count.
 *
 * Where the words leave a choice: a sentence asks once, however many events it
 * mentions, and any of its chains shared is right; singletons are mentions too; a
 * sentence whose chains no other article has asks nothing, since no ranking could
 * answer it; of equal scores the earlier in the topic comes first. Recall at 5 is the
 * share of the right ones among the first five, out of five or of all where fewer.
 * Plain BM25: lower-case words and numbers, no stop list, no stems, k1 1.2, b 0.75,
 * each word of the query once, rarity and usual length over the topic's event sentences.
 */
import { createBm25 } from '../../app/relate/bm25.ts'
import { Collection } from '../../app/relate/collection.ts'
import { createLikeness } from '../../app/relate/likeness.ts'
import { rankPassages } from '../../app/relate/passages.ts'
import { wordsOf } from '../../app/relate/terms.ts'
import { type EventSentence, readTopics, type Topic } from './ecbTopics.ts'

/** Ranks the sentences of the other articles for the one at `index`, best first. */
type Ranker = (index: number) => readonly EventSentence[]

/** Sums over the questions that could be answered; divided by their number they are the figures. */
type Tally = { asked: number; questions: number; reciprocal: number; recall: number }

const depth = 5

function plain(topic: Topic): Ranker {
  const words = topic.sentences.map(({ text }) => wordsOf(text).map((word) => word.text.toLowerCase()))
  const bm25 = createBm25(words)
  return (index) => {
    const scores = bm25.score(words[index] ?? [])
    return topic.sentences
      .map((sentence, place) => ({ sentence, score: scores[place] ?? 0 }))
      .filter(({ sentence }) => sentence.articleId !== topic.sentences[index]?.articleId)
      .sort((a, b) => b.score - a.score)
      .map(({ sentence }) => sentence)
  }
}

function gainsay(topic: Topic): Ranker {
  const collection = new Collection()
  for (const article of topic.articles) collection.put(article)
  const likeness = createLikeness(collection)
  const byPlace = new Map(
    topic.sentences.map((sentence) => [`${sentence.articleId}#${sentence.index}`, sentence]),
  )
  return (index) => {
    const asked = topic.sentences[index]
    if (asked === undefined) return []
    const ranked = rankPassages(
      collection,
      likeness,
      { articleId: asked.articleId, text: asked.text, language: 'en' },
      { most: topic.sentences.length, among: (id, place) => byPlace.has(`${id}#${place}`) },
    ).flatMap((passage) => byPlace.get(`${passage.articleId}#${passage.index}`) ?? [])
    // What shares no word at all comes last, in the order of the topic, as it does for plain BM25.
    const named = new Set(ranked)
    const rest = topic.sentences.filter(
      (sentence) => sentence.articleId !== asked.articleId && !named.has(sentence),
    )
    return [...ranked, ...rest]
  }
}

function tally(topic: Topic, rank: Ranker): Tally {
  const sums: Tally = { asked: topic.sentences.length, questions: 0, reciprocal: 0, recall: 0 }
  topic.sentences.forEach((asked, index) => {
    const isRight = (sentence: EventSentence) => [...sentence.chains].some((chain) => asked.chains.has(chain))
    const ranked = rank(index)
    const right = ranked.filter(isRight).length
    if (right === 0) return
    sums.questions += 1
    sums.reciprocal += 1 / (ranked.findIndex(isRight) + 1)
    sums.recall += ranked.slice(0, depth).filter(isRight).length / Math.min(depth, right)
  })
  return sums
}

function add(tallies: readonly Tally[]): Tally {
  return tallies.reduce((sum, next) => ({
    asked: sum.asked + next.asked,
    questions: sum.questions + next.questions,
    reciprocal: sum.reciprocal + next.reciprocal,
    recall: sum.recall + next.recall,
  }))
}

const percent = (value: number, of: number) => (of === 0 ? '    –' : (value / of).toFixed(3).padStart(5))
const figures = ({ questions, reciprocal, recall }: Tally) =>
  `MRR ${percent(reciprocal, questions)}  recall@${depth} ${percent(recall, questions)}`

function main(folder: string | undefined): void {
  if (folder === undefined) {
    process.stderr.write('Say which folder holds the topics: npm run score:related -- DIR\n')
    process.exitCode = 2
    return
  }
  const topics = readTopics(folder)
  const before = topics.map((topic) => tally(topic, plain(topic)))
  const after = topics.map((topic) => tally(topic, gainsay(topic)))
  const lines = topics.flatMap((topic, index) => {
    const one = before[index]
    const other = after[index]
    return one === undefined || other === undefined
      ? []
      : [
          `topic ${topic.name.padStart(3)}  ${String(one.questions).padStart(4)} sentences  plain ${figures(one)}  Gainsay ${figures(other)}`,
        ]
  })
  const all = [add(before), add(after)] as const
  process.stdout.write(
    `${[...lines, '', `${all[0].questions} of ${all[0].asked} event sentences in ${topics.length} topics ask: the others share no chain with another article`, `plain BM25  ${figures(all[0])}`, `Gainsay     ${figures(all[1])}`].join('\n')}\n`,
  )
}

main(process.argv[2])
