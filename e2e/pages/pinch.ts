/** Two fingers on the screen. */
import type { Locator, Page } from 'playwright/test'

/** Puts two fingers into the middle of the element and spreads them to so many times their distance. */
export async function pinch(page: Page, on: Locator, times: number): Promise<void> {
  const box = await on.boundingBox()
  if (box === null) throw new Error('What is to be pinched is not on the screen.')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const fingers = (apart: number) => [
    { x: x - apart, y, id: 0 },
    { x: x + apart, y, id: 1 },
  ]
  const session = await page.context().newCDPSession(page)
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: ReturnType<typeof fingers>) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints })
  const from = 40
  await send('touchStart', fingers(from))
  for (let step = 1; step <= 4; step += 1)
    await send('touchMove', fingers(from * (1 + ((times - 1) * step) / 4)))
  await send('touchEnd', [])
  await session.detach()
}
