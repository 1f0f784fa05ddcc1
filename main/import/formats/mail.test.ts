import { describe, expect, it } from 'vitest'
import { readFile } from '../readFile.ts'
import { bytesOf, prose } from './testFiles.ts'

const lines = (...parts: string[]) => bytesOf(parts.join('\r\n'))
const plain = (subject: string, body: string) => [
  `From: Ada Moor <ada@example.org>`,
  `Subject: ${subject}`,
  'Date: Mon, 2 May 2011 10:00:00 +0200',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  '',
  body,
  '',
]

describe('mail', () => {
  it('becomes an article with subject, sender and date', async () => {
    const { format, articles } = await readFile(lines(...plain('Re: The bridge', prose('bridge'))), 'a.eml')
    expect(format).toBe('eml')
    expect(articles[0]?.metadata).toMatchObject({
      headline: 'The bridge',
      authors: ['Ada Moor'],
      published: '2011-05-02T08:00:00Z',
    })
    expect(articles[0]?.text).toBe(`The bridge\n\n${prose('bridge')}`)
  })

  it('is refused with what is true of it where it goes beyond all mail', async () => {
    const head = 'From: a@example.org\nSubject: x\nDate: Mon, 2 May 2011 10:00:00 +0000\nMIME-Version: 1.0\n'
    const deep = Array.from(
      { length: 60 },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`,
    )
    await expect(readFile(bytesOf(`${head}${deep.join('')}`), 'a.eml')).rejects.toThrow('nested more deeply')
    await expect(
      readFile(bytesOf(`${head}${'X-A: b\n'.repeat(200_000)}\n${prose('bridge')}`), 'a.eml'),
    ).rejects.toThrow('The head of the mail and those of its parts have more than 1 MB together')
    const parts = `--b\nContent-Type: text/plain\nX-A: ${'b'.repeat(200)}\n\nx\n`.repeat(6_000)
    await expect(
      readFile(bytesOf(`${head}Content-Type: multipart/mixed; boundary=b\n\n${parts}--b--\n`), 'a.eml'),
    ).rejects.toThrow('The head of the mail and those of its parts have more than 1 MB together')
  })

  it('gives articles for attachments that some format reads, and passes over pictures', async () => {
    const mail = lines(
      'From: News Desk <desk@example.org>',
      'Subject: Two files',
      'Date: Mon, 2 May 2011 10:00:00 +0000',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b1',
      '',
      '--b1',
      'Content-Type: text/html',
      '',
      `<p>${prose('letter')}</p>`,
      '--b1',
      'Content-Type: text/plain; name=a.txt',
      'Content-Disposition: attachment; filename=a.txt',
      '',
      prose('audit'),
      '--b1',
      'Content-Type: image/png',
      'Content-Disposition: attachment; filename=a.png',
      'Content-Transfer-Encoding: base64',
      '',
      'iVBORw0KGgo=',
      '--b1--',
      '',
    )
    const { articles, refused } = await readFile(mail, 'a.eml')
    expect(articles.map(({ name, text }) => [name, text])).toEqual([
      ['a.eml', `Two files\n\n${prose('letter')}`],
      ['a.txt', prose('audit')],
    ])
    expect(refused).toEqual([])
  })

  it('is told apart in a mailbox, with lines that only look like its openings as they were', async () => {
    const box = lines(
      'From ada@example.org Mon May  2 10:00:00 2011',
      ...plain('One', `${prose('bridge')}\r\n>From the bridge it is far.`),
      'From ada@example.org Tue May  3 10:00:00 2011',
      ...plain('Two', prose('audit')),
    )
    const { format, articles } = await readFile(box, 'box.mbox')
    expect(format).toBe('mbox')
    expect(articles.map(({ metadata }) => metadata.headline)).toEqual(['One', 'Two'])
    expect(articles[0]?.text).toContain('From the bridge it is far.')
    expect(articles[0]?.text).not.toContain('>From')
  })
})

describe('a whole-page archive', () => {
  it('gives its first page and its address, and no frame', async () => {
    const page = `<html><head><title>The bridge report</title></head><body>${['bridge', 'audit', 'letter', 'vote'].map((about) => `<p>${prose(about)}</p>`).join('')}<p>caf=C3=A9</p></body></html>`
    const archive = lines(
      'From: <Saved by Blink>',
      'Snapshot-Content-Location: https://example.org/story',
      'Subject: The bridge report',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="----b"',
      '',
      '------b',
      'Content-Type: text/html',
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Location: https://example.org/story',
      '',
      page,
      '------b',
      'Content-Type: text/html',
      '',
      '<p>frame</p>',
      '------b--',
      '',
    )
    const { format, articles } = await readFile(archive, 'a.mhtml')
    expect(format).toBe('mhtml')
    expect(articles[0]?.metadata).toMatchObject({
      headline: 'The bridge report',
      url: 'https://example.org/story',
    })
    expect(articles[0]?.text).toContain('café')
    expect(articles[0]?.text).not.toContain('frame')
  })
})
