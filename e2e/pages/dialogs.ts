/** The dialogs; each is found by its name, a picker by its field. */
import { expect, type Page } from 'playwright/test'

export function dialogOf(page: Page, name?: string | RegExp) {
  const dialog = page.getByRole('dialog', name === undefined ? {} : { name })
  return {
    dialog,
    button: (label: string | RegExp) => dialog.getByRole('button', { name: label }),
    field: (label: string) => dialog.getByLabel(label, { exact: true }),
    async close() {
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
    },
  }
}

/** A searchable list in a dialog: the palette, the link dialog, the article picker. */
export function pickerOf(page: Page, name?: string | RegExp) {
  const { dialog, close } = dialogOf(page, name)
  const field = dialog.getByRole('combobox')
  const options = dialog.getByRole('option')
  return {
    dialog,
    field,
    options,
    option: (words: string | RegExp) => dialog.getByRole('option', { name: words }),
    active: dialog.getByRole('option', { selected: true }),
    close,

    /** Types, waits until the option is the active one, and takes it with Enter. */
    async pickByKey(query: string, option: string | RegExp) {
      await expect(field).toBeFocused()
      await page.keyboard.insertText(query)
      await expect(dialog.getByRole('option', { selected: true })).toHaveText(option)
      await page.keyboard.press('Enter')
    },
  }
}
