/** `gainsay annotate`, `link`, `undo` and `redo`: each one command of the contract. */
import type { FieldsInput } from '../../app/inputForms.ts'
import type { Range } from '../../app/model.ts'
import { quoteOf } from '../../app/report/words.ts'
import type { Credibility, Kind, Relation, Reliability } from '../../app/vocabulary.ts'
import { checkQuote, locateQuote } from './locateQuote.ts'
import { findAnnotationIds, findArticleId } from './lookUp.ts'
import { type Outcome, oneLine } from './output.ts'
import type { Session } from './session.ts'

/** The options of `annotate` besides the common ones; fields as the contract takes them. */
export type AnnotateOptions = {
  readonly kind: Kind
  readonly quote?: string
  readonly segment?: readonly Range[]
  readonly speaker?: string
  readonly attribution?: NonNullable<FieldsInput['attribution']>
  readonly certainty?: NonNullable<FieldsInput['certainty']>
  readonly about?: string
  readonly said?: string
  readonly stance?: NonNullable<FieldsInput['stance']>
  readonly title?: string
  readonly when?: string
  readonly where?: string
  readonly participant?: string[]
  readonly note?: string
  readonly label?: string[]
  readonly reliability?: Reliability
  readonly credibility?: Credibility
}

/** Tags a passage, found by its words or given by its segments. */
export async function annotate({ call }: Session, given: string, options: AnnotateOptions): Promise<Outcome> {
  const content = await call('article.get', { id: await findArticleId(call, given) })
  const segments = [...(options.segment ?? [])]
  if (segments.length === 0) segments.push(locateQuote(content, options.quote ?? ''))
  else if (options.quote !== undefined) checkQuote(content, segments, options.quote)
  const { note, label, reliability, credibility } = options
  const fields = fieldsOf(options)
  const annotation = await call('annotation.create', {
    articleId: content.article.id,
    kind: options.kind,
    segments,
    ...(Object.keys(fields).length === 0 ? {} : { fields }),
    ...(note === undefined ? {} : { note }),
    ...(label === undefined ? {} : { labels: label }),
    ...(reliability === undefined ? {} : { reliability }),
    ...(credibility === undefined ? {} : { credibility }),
  })
  const words = quoteOf(annotation)
  const near = options.segment === undefined && words !== options.quote
  const places = annotation.segments.map(({ start, end }) => `${start}:${end}`).join(' ')
  return {
    json: annotation,
    lines: [
      `Tagged ${annotation.id} as ${annotation.kind} at ${places}: “${oneLine(words)}”`,
      ...(near ? ['These are the words nearest to the quote given, which does not stand in the text.'] : []),
    ],
  }
}

/** Only the fields that were given: leaving one out and leaving it empty are not the same. */
function fieldsOf(options: AnnotateOptions): FieldsInput {
  const { speaker, attribution, certainty, about, said, stance, title, when, where, participant } = options
  return {
    ...(speaker === undefined ? {} : { speaker }),
    ...(attribution === undefined ? {} : { attribution }),
    ...(certainty === undefined ? {} : { certainty }),
    ...(about === undefined ? {} : { about }),
    ...(said === undefined ? {} : { said }),
    ...(stance === undefined ? {} : { stance }),
    ...(title === undefined ? {} : { title }),
    ...(when === undefined ? {} : { when }),
    ...(where === undefined ? {} : { where }),
    ...(participant === undefined ? {} : { participants: participant }),
  }
}

/** Links two annotations. */
export async function link(
  { call }: Session,
  from: string,
  relation: Relation,
  to: string,
  note: string | undefined,
): Promise<Outcome> {
  const [fromId, toId] = await findAnnotationIds(call, [from, to])
  // Two ids were asked for; the look-up throws rather than give fewer.
  if (fromId === undefined || toId === undefined) throw new Error('The look-up lost an id.')
  const made = await call('link.create', { fromId, relation, toId, ...(note === undefined ? {} : { note }) })
  return { json: made, lines: [`Linked ${made.id}: ${made.fromId} ${made.relation} ${made.toId}`] }
}

/** Takes the last step back, or makes the last undone one again. */
export async function stepThrough(
  { call }: Session,
  method: 'history.undo' | 'history.redo',
): Promise<Outcome> {
  const committed = await call(method, {})
  const { undo, redo } = committed.history
  return {
    json: committed,
    lines: [
      `${method === 'history.undo' ? 'Undone' : 'Done again'}: ${oneLine(committed.label)}`,
      `Next undo: ${undo === null ? 'nothing' : oneLine(undo)}. Next redo: ${redo === null ? 'nothing' : oneLine(redo)}.`,
    ],
  }
}
