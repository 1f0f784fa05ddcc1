/**
 * Every action a person can take, once: its name, its keys and where they hold.
 * The renderer binds ids to what they do; the palette, the key help and the
 * native menu are drawn from this table, so no action is without a name or a key.
 *
 * Keys: `Mod` is Ctrl, on macOS ⌘. A key without a modifier holds only outside
 * fields that take text. `where` says which part of the screen must have focus.
 */

/** Where a command's keys hold. */
export type CommandScope =
  /** everywhere */
  | 'anywhere'
  /** while an article is open, in the read or compare view */
  | 'article'

/** The menu a command stands in. */
export const menus = ['Case', 'Edit', 'Article', 'Passage', 'View', 'Help'] as const
export type Menu = (typeof menus)[number]

export type CommandEntry = {
  readonly title: string
  /** First is the one shown; more are alternatives. Empty only where the palette and menu are enough. */
  readonly keys: readonly string[]
  readonly menu: Menu
  readonly scope: CommandScope
}

export const commandTable = {
  'case.open': { title: 'Open a case …', keys: ['Mod-o'], menu: 'Case', scope: 'anywhere' },
  'case.create': { title: 'New case …', keys: ['Mod-Alt-n'], menu: 'Case', scope: 'anywhere' },
  'article.import': { title: 'Import files …', keys: ['Mod-i'], menu: 'Case', scope: 'anywhere' },
  'article.importFolder': {
    title: 'Import a folder …',
    keys: ['Mod-Shift-i', 'Mod-Alt-f'],
    menu: 'Case',
    scope: 'anywhere',
  },
  'article.paste': { title: 'Import pasted text …', keys: ['Mod-Shift-v'], menu: 'Case', scope: 'anywhere' },
  'report.html': { title: 'Save report as HTML …', keys: ['Mod-e'], menu: 'Case', scope: 'anywhere' },
  'report.markdown': {
    title: 'Save report as Markdown …',
    keys: ['Mod-Shift-e'],
    menu: 'Case',
    scope: 'anywhere',
  },
  'report.print': { title: 'Print report …', keys: ['Mod-p'], menu: 'Case', scope: 'anywhere' },
  'export.csv': {
    title: 'Save this view’s table as CSV …',
    keys: ['Mod-Alt-c'],
    menu: 'Case',
    scope: 'anywhere',
  },
  'export.svg': { title: 'Save this picture as SVG …', keys: ['Mod-Alt-v'], menu: 'Case', scope: 'anywhere' },
  'export.png': { title: 'Save this picture as PNG …', keys: ['Mod-Alt-i'], menu: 'Case', scope: 'anywhere' },
  'export.print': { title: 'Print this view …', keys: ['Mod-Shift-p'], menu: 'Case', scope: 'anywhere' },
  'case.check': { title: 'Check the case', keys: ['Mod-Shift-k'], menu: 'Case', scope: 'anywhere' },

  'history.undo': { title: 'Undo', keys: ['Mod-z'], menu: 'Edit', scope: 'anywhere' },
  'history.redo': { title: 'Redo', keys: ['Mod-Shift-z', 'Mod-y'], menu: 'Edit', scope: 'anywhere' },
  'history.show': { title: 'Show history', keys: ['Mod-h'], menu: 'Edit', scope: 'anywhere' },
  'find.article': { title: 'Find in article', keys: ['Mod-f'], menu: 'Edit', scope: 'article' },
  'find.case': { title: 'Search all articles', keys: ['Mod-Shift-f', '/'], menu: 'Edit', scope: 'anywhere' },

  'article.next': { title: 'Next article', keys: [']'], menu: 'Article', scope: 'anywhere' },
  'article.previous': { title: 'Previous article', keys: ['['], menu: 'Article', scope: 'anywhere' },
  'article.metadata': { title: 'Correct metadata …', keys: ['M'], menu: 'Article', scope: 'article' },
  'article.correct': {
    title: 'Correct the text',
    keys: ['F2', 'Mod-Shift-x'],
    menu: 'Article',
    scope: 'article',
  },
  'article.revisions': { title: 'Revisions …', keys: ['V'], menu: 'Article', scope: 'article' },
  'article.compareRevisions': {
    title: 'Compare two revisions',
    keys: ['Shift-V'],
    menu: 'Article',
    scope: 'article',
  },
  'article.sharing': {
    title: 'Articles with the same text …',
    keys: ['P'],
    menu: 'Article',
    scope: 'article',
  },
  'article.reread': { title: 'Read the file in another way …', keys: [], menu: 'Article', scope: 'article' },
  'article.furniture': {
    title: 'Fold away or restore this block',
    keys: ['B'],
    menu: 'Article',
    scope: 'article',
  },
  'article.showFurniture': {
    title: 'Show or hide folded furniture',
    keys: ['Shift-B'],
    menu: 'Article',
    scope: 'article',
  },
  'article.related': { title: 'Related articles …', keys: ['Shift-T'], menu: 'Article', scope: 'article' },
  'article.source': {
    title: 'Save the imported file …',
    keys: ['Mod-Shift-s'],
    menu: 'Article',
    scope: 'article',
  },
  'article.remove': {
    title: 'Remove article',
    keys: ['Mod-Shift-Backspace'],
    menu: 'Article',
    scope: 'article',
  },

  'tag.claim': { title: 'Tag as claim', keys: ['C'], menu: 'Passage', scope: 'article' },
  'tag.denial': { title: 'Tag as denial', keys: ['D'], menu: 'Passage', scope: 'article' },
  'tag.event': { title: 'Tag as event', keys: ['E'], menu: 'Passage', scope: 'article' },
  'selection.sentence': {
    title: 'Grow selection to the sentence',
    keys: ['S'],
    menu: 'Passage',
    scope: 'article',
  },
  'annotation.addSegment': {
    title: 'Add selection to the passage',
    keys: ['A'],
    menu: 'Passage',
    scope: 'article',
  },
  'annotation.removeSegment': {
    title: 'Take selection out of the passage',
    keys: ['Shift-A'],
    menu: 'Passage',
    scope: 'article',
  },
  'annotation.next': { title: 'Next passage', keys: ['J'], menu: 'Passage', scope: 'article' },
  'annotation.previous': { title: 'Previous passage', keys: ['K'], menu: 'Passage', scope: 'article' },
  'annotation.edit': { title: 'Edit passage', keys: ['Enter'], menu: 'Passage', scope: 'article' },
  'annotation.link': { title: 'Link passage …', keys: ['L'], menu: 'Passage', scope: 'article' },
  'annotation.linkPair': {
    title: 'Link the related passages …',
    keys: ['Shift-L'],
    menu: 'Passage',
    scope: 'article',
  },
  'annotation.alike': {
    title: 'Find what says the same …',
    keys: ['Shift-S'],
    menu: 'Passage',
    scope: 'article',
  },
  'annotation.partner': { title: 'Go to linked passage', keys: ['G'], menu: 'Passage', scope: 'article' },
  'annotation.remove': { title: 'Remove passage', keys: ['X', 'Delete'], menu: 'Passage', scope: 'article' },

  'review.show': { title: 'Review passages …', keys: ['R'], menu: 'Passage', scope: 'anywhere' },

  palette: { title: 'Do anything …', keys: ['Mod-k'], menu: 'View', scope: 'anywhere' },
  'view.read': { title: 'Read', keys: ['Alt-1'], menu: 'View', scope: 'anywhere' },
  'view.compare': { title: 'Compare', keys: ['Alt-2'], menu: 'View', scope: 'anywhere' },
  'view.report': { title: 'Report', keys: ['Alt-3'], menu: 'View', scope: 'anywhere' },
  'view.ledger': { title: 'Ledger', keys: ['Alt-4'], menu: 'View', scope: 'anywhere' },
  'view.timeline': { title: 'Timeline', keys: ['Alt-5'], menu: 'View', scope: 'anywhere' },
  'view.graph': { title: 'Graph', keys: ['Alt-6'], menu: 'View', scope: 'anywhere' },
  'view.openItems': { title: 'Open items', keys: ['Alt-7'], menu: 'View', scope: 'anywhere' },
  'view.actors': { title: 'Actors', keys: ['Alt-8'], menu: 'View', scope: 'anywhere' },
  'view.back': { title: 'Back', keys: ['Backspace', 'Alt-Backspace'], menu: 'View', scope: 'anywhere' },
  'compare.add': { title: 'Add an article to compare …', keys: ['Shift-C'], menu: 'View', scope: 'anywhere' },
  'compare.remove': { title: 'Close this column', keys: ['Shift-W'], menu: 'View', scope: 'anywhere' },
  'compare.next': { title: 'Next column', keys: ['Alt-PageDown'], menu: 'View', scope: 'anywhere' },
  'compare.previous': { title: 'Previous column', keys: ['Alt-PageUp'], menu: 'View', scope: 'anywhere' },
  'compare.moveLeft': {
    title: 'Move this column to the left',
    keys: ['Alt-Shift-PageUp'],
    menu: 'View',
    scope: 'anywhere',
  },
  'compare.moveRight': {
    title: 'Move this column to the right',
    keys: ['Alt-Shift-PageDown'],
    menu: 'View',
    scope: 'anywhere',
  },
  'compare.threadsAbove': {
    title: 'Go to the threads further up',
    keys: [','],
    menu: 'View',
    scope: 'anywhere',
  },
  'compare.threadsBelow': {
    title: 'Go to the threads further down',
    keys: ['.'],
    menu: 'View',
    scope: 'anywhere',
  },
  'compare.thread': {
    title: 'Compare the articles of this thread',
    keys: ['Shift-G'],
    menu: 'View',
    scope: 'anywhere',
  },
  'report.thread': {
    title: 'Report on this thread',
    keys: ['Shift-R'],
    menu: 'View',
    scope: 'anywhere',
  },
  'compare.related': {
    title: 'Shade what two columns both say',
    keys: ['T'],
    menu: 'View',
    scope: 'anywhere',
  },
  'compare.only': {
    title: 'List what only one of two columns says',
    keys: ['O'],
    menu: 'View',
    scope: 'anywhere',
  },
  'compare.nextRelated': {
    title: 'Next related passages, or change',
    keys: ['N'],
    menu: 'View',
    scope: 'anywhere',
  },
  'compare.previousRelated': {
    title: 'Previous related passages, or change',
    keys: ['Shift-N'],
    menu: 'View',
    scope: 'anywhere',
  },
  'focus.library': { title: 'Go to the articles', keys: ['F6'], menu: 'View', scope: 'anywhere' },
  'focus.reader': { title: 'Go to the text', keys: ['F7'], menu: 'View', scope: 'anywhere' },
  'focus.margin': { title: 'Go to the margin', keys: ['F8'], menu: 'View', scope: 'anywhere' },
  'focus.imports': { title: 'Go to the import list', keys: ['F9'], menu: 'View', scope: 'anywhere' },
  'text.larger': { title: 'Larger text', keys: ['Mod-Shift-.'], menu: 'View', scope: 'anywhere' },
  'text.smaller': { title: 'Smaller text', keys: ['Mod-Shift-,'], menu: 'View', scope: 'anywhere' },
  'theme.toggle': { title: 'Switch light and dark', keys: ['Mod-Shift-l'], menu: 'View', scope: 'anywhere' },

  'help.keys': { title: 'Show all keys', keys: ['?', 'F1'], menu: 'Help', scope: 'anywhere' },
} as const satisfies Record<string, CommandEntry>

/** The name of a command. */
export type CommandId = keyof typeof commandTable
