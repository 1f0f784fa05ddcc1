/** Settings for all cases of this machine. */
import type { Handlers } from '../handlers.ts'

export const settingsHandlers: Handlers<'settings.get' | 'settings.set'> = {
  'settings.get': (context) => context.getSettings(),
  'settings.set'(context, patch) {
    const settings = context.setSettings(patch)
    context.publish({ event: 'settings', value: settings })
    return settings
  },
}
