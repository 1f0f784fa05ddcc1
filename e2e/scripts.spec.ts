/** Texts of other scripts: selected by whole characters, quoted as they stand. */
import { type App, expect, test } from './harness/app.ts'
import { dialogOf } from './pages/dialogs.ts'
import { frameOf } from './pages/frame.ts'
import { marginOf } from './pages/margin.ts'
import { readerOf } from './pages/reader.ts'

async function paste({ page }: App, text: string): Promise<void> {
  const dialog = dialogOf(page, 'Import pasted text')
  await page.keyboard.press('Control+Shift+v')
  await dialog.field('Text').fill(text)
  await page.keyboard.press('Control+Enter')
  await expect(readerOf(page).text).toBeVisible()
  await frameOf(page).expectHolds({ articles: 1 })
  await page.keyboard.press('F7')
  await page.keyboard.press('Control+Home')
}

const arabic = `نفي رسمي للاتهامات

إسلام آباد (رويترز) - قال متحدث باسم الجيش الباكستاني يوم الخميس إن بلاده لا تربطها أي صلة بشبكة حقاني.

وأضاف المتحدث أن القوات الباكستانية تبذل كل ما في وسعها لوقف المتسللين عبر الحدود مع أفغانستان.
`

test('an Arabic article reads right to left, and its words are selected and quoted as they stand', async ({
  app,
}) => {
  const { page } = app
  const [reader, margin] = [readerOf(page), marginOf(page)]
  await paste(app, arabic)
  const paragraph = reader.text.getByText('قال متحدث باسم الجيش')
  await expect(paragraph).toHaveCSS('direction', 'rtl')
  await page.keyboard.press('s')
  await expect.poll(reader.selected).toContain('لا تربطها أي صلة بشبكة حقاني.')
  await margin.tagByKey('d')
  await margin.backToText()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await expect.poll(reader.selected).toBe('أفغانستان.')
  await margin.tagByKey('e')
  await margin.backToText()
  await reader.expectPassages('event', ['أفغانستان.'])
  await reader.expectPassages('denial', [
    'إسلام آباد (رويترز) - قال متحدث باسم الجيش الباكستاني يوم الخميس إن بلاده لا تربطها أي صلة بشبكة حقاني.',
  ])
  await expect(margin.card(/أفغانستان/)).toBeVisible()
})

const family = '👨‍👩‍👧‍👦'
const chinese = `外交部回应袭击事件

${family}🇨🇳外交部发言人星期二在北京表示，中方对此事一无所知。发言人还说：“希望有关各方保持克制。”

👍🏽é 记者继续提问。
`

test('Chinese and emoji are selected by whole characters and quoted as they stand', async ({ app }) => {
  const { page } = app
  const [reader, margin] = [readerOf(page), marginOf(page)]
  await paste(app, chinese)
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(reader.selected).toBe(family)
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(reader.selected).toBe(`${family}🇨🇳`)
  await page.keyboard.press('Shift+ArrowRight')
  await margin.tagByKey('e')
  await margin.backToText()
  await reader.expectPassages('event', [`${family}🇨🇳外`])

  await reader.selectByFinding('一无所知')
  await page.keyboard.press('s')
  await expect.poll(reader.selected).toBe(`${family}🇨🇳外交部发言人星期二在北京表示，中方对此事一无所知。`)
  await margin.tagByKey('d')
  await margin.backToText()
  await page.keyboard.press('Control+ArrowDown')
  await reader.selectByFinding('记者继续提问')
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(reader.selected).toBe('👍🏽é')
  await margin.tagByKey('c')
  await margin.backToText()
  await reader.expectPassages('claim', ['👍🏽é'])
})
