/**
 * A text with a caret that cannot be changed. The reader stays editable in the
 * eyes of the browser, because only then are there a caret, selecting by
 * keyboard and a text cursor for screen readers; everything that would alter the
 * text is refused at three doors: the event, the edit context of an input
 * method, and the transaction.
 */
import { Plugin, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'

const refuse = (_view: EditorView, event: Event) => {
  event.preventDefault()
  return true
}
// Where focus comes by a call, Chromium puts the caret at the start of the text, and ProseMirror puts it
// back only a moment later: too late for a command, or for a paint that asks where the caret is.
const keepCaret = (view: EditorView) => {
  view.focus()
  return false
}
// ProseMirror must not act on the key, yet it goes its way to the browser and the app's commands.
const leaveAlone = () => true

/** `copied` gives the plain text that a copy puts on the clipboard; null leaves the clipboard as it is. */
export function readOnlyPlugin(label: string, language: string | null, copied: () => string | null): Plugin {
  const copy = (_view: EditorView, event: ClipboardEvent) => {
    const text = copied()
    if (text !== null) event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    return true
  }
  return new Plugin({
    filterTransaction: (transaction: Transaction) => !transaction.docChanged,
    view: (view) => ({ destroy: refuseInputMethods(view.dom) }),
    props: {
      attributes: {
        role: 'textbox',
        'aria-label': label,
        'aria-multiline': 'true',
        'aria-readonly': 'true',
        inputmode: 'none',
        spellcheck: 'false',
        autocorrect: 'off',
        autocapitalize: 'off',
        translate: 'no',
        ...(language === null ? {} : { lang: language }),
      },
      handleDOMEvents: {
        focus: keepCaret,
        beforeinput: refuse,
        keypress: refuse,
        paste: refuse,
        cut: copy,
        copy,
        dragstart: refuse,
        dragover: leaveAlone,
        drop: refuse,
        keydown: leaveAlone,
        compositionstart: leaveAlone,
        compositionupdate: leaveAlone,
        compositionend: leaveAlone,
      },
    },
  })
}

type WithEditContext = HTMLElement & { editContext?: EventTarget | null }

// Text composed by an input method cannot be cancelled by an event. With an edit context of its own
// the browser hands it over instead of writing it into the page, and nobody takes it.
function refuseInputMethods(element: HTMLElement): () => void {
  const EditContext = Reflect.get(globalThis, 'EditContext')
  if (typeof EditContext !== 'function') return () => {}
  const target: WithEditContext = element
  target.editContext = Reflect.construct(EditContext, [])
  return () => {
    target.editContext = null
  }
}
