/** Tables for RTF: signs by control word, groups without text, encodings by number. Data for `rtf`. */

/** Control words that stand for a sign. */
export const signWords: Readonly<Record<string, string>> = {
  tab: ' ',
  line: '\n',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  endash: '–',
  emdash: '—',
  bullet: '•',
  enspace: ' ',
  emspace: ' ',
  qmspace: ' ',
  zwj: '\u200d',
  zwnj: '\u200c',
}

/** Groups that hold no text of the document. `info` is opened again for title and author. */
export const skippedGroups: ReadonlySet<string> = new Set(
  'colortbl filetbl listtable list listlevel listoverridetable listoverride revtbl rsidtbl generator info pict object objdata header headerl headerr headerf footer footerl footerr footerf fldinst themedata colorschememapping latentstyles datastore xmlnstbl shpinst nonshppict annotation atnid atnauthor atnref bkmkstart bkmkend listtext pntext pntxta pntxtb xe tc wgrffmtfilter mmathPr template operator creatim revtim printim buptim comment doccomm keywords subject category manager company hlinkbase userprops ftnsep ftnsepc aftnsep aftnsepc'.split(
    ' ',
  ),
)

/** Windows code pages by number. */
export const codePageEncodings: Readonly<Record<number, string>> = {
  437: 'windows-1252',
  850: 'windows-1252',
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1252: 'windows-1252',
  1253: 'windows-1253',
  1254: 'windows-1254',
  1255: 'windows-1255',
  1256: 'windows-1256',
  1257: 'windows-1257',
  1258: 'windows-1258',
  10000: 'macintosh',
  65001: 'utf-8',
}

/** Encodings by the charset number of a font. */
export const charsetEncodings: Readonly<Record<number, string>> = {
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
}
