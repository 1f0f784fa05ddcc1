/** The settings of the machine, from the host to the page: theme, size and measure of the text. */
import type { Settings } from '../../app/inputForms.ts'
import { reporting } from '../commands/commands.ts'
import type { Parts } from '../workspace/context.ts'

export function followSettings(parts: Parts): void {
  const { client, settings } = parts
  const systemDark = window.matchMedia('(prefers-color-scheme: dark)')
  const show = () => apply(settings.get(), systemDark.matches)
  settings.subscribe(show)
  systemDark.addEventListener('change', show)
  show()
  client.onEvent((message) => {
    if (message.event === 'settings') settings.set(message.value)
  })
  void reporting(parts, async () => settings.set(await client.call('settings.get', {})))
}

function apply({ theme, textSize, measure }: Settings, systemDark: boolean): void {
  const { dataset, style } = document.documentElement
  dataset.theme = theme === 'system' ? (systemDark ? 'dark' : 'light') : theme
  style.setProperty('--text-size', `${textSize}px`)
  style.setProperty('--measure', `${measure}ch`)
}
