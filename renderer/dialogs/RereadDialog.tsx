/**
 * Reads the kept bytes of an article in another way: another format, encoding, or other
 * columns of its table. The result is a new revision; passages come along. What was
 * read from the same file can be read anew with it.
 */
import { type FormEvent, useEffect, useId, useState } from 'react'
import type { Input } from '../../app/contract.ts'
import { toWireError } from '../../app/errors.ts'
import type { ArticleId } from '../../app/ids.ts'
import type { FieldMapping, SourceFile } from '../../app/model.ts'
import type { ImportFormat } from '../../app/results.ts'
import { type RecordField, recordFields } from '../../app/vocabulary.ts'
import { reporting } from '../commands/commands.ts'
import { counted } from '../frame/counted.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { ChoiceField, Field, TextField } from '../ui/Field.tsx'
import { useParts } from '../workspace/context.ts'
import { FormFoot } from './FormFoot.tsx'
import { useClose } from './useClose.ts'

type Props = { readonly articleId: ArticleId; readonly articleIds: readonly ArticleId[] }

export function RereadDialog({ articleId, articleIds }: Props) {
  const parts = useParts()
  const close = useClose()
  const [known, setKnown] = useState<{ source: SourceFile; formats: readonly ImportFormat[] } | null>(null)
  useEffect(() => {
    void reporting(parts, async () => {
      const [{ source }, formats] = await Promise.all([
        parts.client.call('article.get', { id: articleId }),
        parts.client.call('import.formats', {}),
      ])
      setKnown({ source, formats })
    })
  }, [parts, articleId])
  return known === null ? (
    <Dialog title="Read the file in another way" onClose={close}>
      <p role="status">Looking at the file …</p>
    </Dialog>
  ) : (
    <RereadForm articleId={articleId} articleIds={articleIds} {...known} />
  )
}

/** Encodings that texts of the last decades are found in, as the WHATWG names them. */
const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-7',
  'iso-8859-15',
  'koi8-r',
  'koi8-u',
  'macintosh',
  'gb18030',
  'gbk',
  'big5',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'euc-kr',
] as const

const fieldLabels: Readonly<Record<RecordField, string>> = {
  headline: 'Headline',
  text: 'Text',
  authors: 'Authors',
  published: 'Published',
  publisher: 'Publisher',
  url: 'Address (URL)',
  language: 'Language',
  summary: 'Summary',
}

type FormProps = Props & { readonly source: SourceFile; readonly formats: readonly ImportFormat[] }

function RereadForm({ articleId, articleIds, source, formats }: FormProps) {
  const { client, workspace } = useParts()
  const close = useClose()
  const formId = useId()
  const [format, setFormat] = useState(source.format)
  const [encoding, setEncoding] = useState(source.encoding)
  const [mapping, setMapping] = useState<FieldMapping>(source.mapping ?? {})
  const [all, setAll] = useState(articleIds.length > 1)
  const [done, setDone] = useState<number | null>(null)
  const [error, setError] = useState<string | null>(null)
  const binary = source.encoding === 'binary'

  const save = (event: FormEvent) => {
    event.preventDefault()
    const how = howOf(source, format, encoding, mapping)
    const ids = all ? articleIds : [articleId]
    setError(null)
    setDone(0)
    const work = async () => {
      let review = 0
      for (const [index, id] of ids.entries()) {
        review += (await client.call('article.reread', { id, ...how })).carried.review
        setDone(index + 1)
      }
      close()
      const rest = review === 0 ? '' : ` ${counted(review, 'passage')} to review.`
      workspace.notify(
        'done',
        `Read ${ids.length === 1 ? 'the file' : counted(ids.length, 'article')} again.${rest}`,
      )
    }
    work().catch((failure: unknown) => {
      setDone(null)
      setError(toWireError(failure).message)
    })
  }
  return (
    <Dialog
      wide
      title="Read the file in another way"
      description="The bytes of the file are kept, so it can be read again. The text becomes a new revision, and passages come along."
      onClose={close}
      foot={
        <FormFoot
          error={error}
          why={done === null ? null : `Reading, ${done} done`}
          formId={formId}
          word="Read again"
        />
      }
    >
      <form id={formId} className="stack" onSubmit={save}>
        <p>
          <b dir="auto">{source.name}</b>
          {source.encodingSure ? '' : ` – its encoding, ${source.encoding}, is a guess.`}
        </p>
        <div className="field-row">
          <Field label="Format">
            {(ties) => (
              <select
                {...ties}
                data-autofocus={binary ? '' : undefined}
                className="input"
                value={format}
                onChange={(event) => setFormat(event.currentTarget.value)}
              >
                {formats.map(({ id, label }) => (
                  <option key={id} value={id}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {binary ? null : (
            <Field label="Encoding">
              {(ties) => (
                <select
                  {...ties}
                  data-autofocus=""
                  className="input"
                  value={encoding}
                  onChange={(event) => setEncoding(event.currentTarget.value)}
                >
                  {[...new Set([source.encoding, ...encodings])].map((name) => (
                    <option key={name}>{name}</option>
                  ))}
                </select>
              )}
            </Field>
          )}
        </div>
        {source.mapping === null ? null : (
          <fieldset className="credits">
            <legend className="field-label">Which column or field is what</legend>
            <div className="field-row">
              {recordFields.map((field) => (
                <TextField
                  key={field}
                  label={fieldLabels[field]}
                  placeholder="not there"
                  dir="auto"
                  value={mapping[field] ?? ''}
                  maxLength={1024}
                  spellCheck={false}
                  onChange={(event) => setMapping({ ...mapping, [field]: event.currentTarget.value })}
                />
              ))}
            </div>
          </fieldset>
        )}
        {articleIds.length > 1 ? (
          <ChoiceField
            label="For"
            value={all ? 'all' : 'one'}
            options={[
              { value: 'all', label: `all ${articleIds.length} articles of this file` },
              { value: 'one', label: 'this article only' },
            ]}
            none="this article only"
            onChange={(value) => setAll(value === 'all')}
          />
        ) : null}
      </form>
    </Dialog>
  )
}

/** Only what differs from how the file was read. */
function howOf(
  source: SourceFile,
  format: string,
  encoding: string,
  mapping: FieldMapping,
): Omit<Input<'article.reread'>, 'id'> {
  const fields = Object.entries(mapping).filter(([, column]) => column.trim() !== '')
  return {
    ...(format === source.format ? {} : { format }),
    ...(source.encoding === 'binary' ? {} : { encoding }),
    ...(source.mapping === null || format !== source.format ? {} : { mapping: Object.fromEntries(fields) }),
  }
}
