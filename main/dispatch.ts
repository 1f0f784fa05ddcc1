/**
 * From an envelope to a reply. The only place where what comes from outside is
 * checked; behind it everything is of the form the contract says.
 */
import type { z } from 'zod'
import { contract, type Input, type Method, type Reply, type Result, requestSchema } from '../app/contract.ts'
import { GainsayError, toWireError } from '../app/errors.ts'
import { wellFormed } from '../app/text/wellFormed.ts'
import { describeFault } from '../db/faults.ts'
import type { Context, Handlers } from './handlers.ts'
import { actorHandlers } from './services/actors.ts'
import { annotationHandlers } from './services/annotations.ts'
import { articleHandlers } from './services/articles.ts'
import { caseHandlers } from './services/cases.ts'
import { historyHandlers } from './services/history.ts'
import { importHandlers } from './services/imports.ts'
import { layoutHandlers } from './services/layout.ts'
import { linkHandlers } from './services/links.ts'
import { relatedHandlers } from './services/related.ts'
import { reportHandlers } from './services/reports.ts'
import { reviewHandlers } from './services/review.ts'
import { revisionHandlers } from './services/revisions.ts'
import { settingsHandlers } from './services/settings.ts'
import { threadHandlers } from './services/threads.ts'

const handlers: Handlers<Method> = {
  ...caseHandlers,
  ...articleHandlers,
  ...importHandlers,
  ...revisionHandlers,
  ...relatedHandlers,
  ...reviewHandlers,
  ...annotationHandlers,
  ...linkHandlers,
  ...actorHandlers,
  ...threadHandlers,
  ...historyHandlers,
  ...reportHandlers,
  ...settingsHandlers,
  ...layoutHandlers,
}

/** Answers one request; never rejects. `getContext` is asked once the request is known to be sound. */
export async function dispatch(request: unknown, getContext: () => Context): Promise<Reply> {
  const envelope = requestSchema.safeParse(request)
  if (!envelope.success) {
    const error = new GainsayError(
      'bad-input',
      `The request is not of the right form: ${sentence(envelope.error)}`,
    )
    return { id: idOf(request), ok: false, error: toWireError(error) }
  }
  const { id, method, input } = envelope.data
  try {
    if (!isMethod(method)) throw new GainsayError('bad-input', `There is no method “${method}”.`)
    return { id, ok: true, value: await run(method, input, getContext) }
  } catch (error) {
    const described = describeFault(error, 'The case')
    // The sentence keeps the details to itself, so whoever looks for the fault needs them here.
    if (described === null || described.code === 'internal') console.error(error)
    return { id, ok: false, error: toWireError(described ?? error) }
  }
}

function isMethod(name: string): name is Method {
  return Object.hasOwn(contract, name)
}

function run<M extends Method>(
  method: M,
  given: unknown,
  getContext: () => Context,
): Result<M> | Promise<Result<M>> {
  const checked = contract[method].input.safeParse(given)
  if (!checked.success) {
    throw new GainsayError(
      'bad-input',
      `The input of ${method} is not of the right form: ${sentence(checked.error)}`,
    )
  }
  const input = wellFormed(checked.data) as Input<M> // the output of this method's own schema
  return handlers[method](getContext(), input)
}

function idOf(request: unknown): number | null {
  if (typeof request !== 'object' || request === null || !('id' in request)) return null
  return Number.isSafeInteger(request.id) ? Number(request.id) : null
}

/** The first thing wrong, in words. */
function sentence(error: z.ZodError): string {
  const issue = error.issues[0]
  if (issue === undefined) return 'it cannot be read.'
  const where = issue.path.map(String).join('.')
  return `${where === '' ? '' : `${where}: `}${issue.message}.`
}
