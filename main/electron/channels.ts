/** The channels between the preload script and the main process; all there are. */
export const channels = {
  request: 'gainsay:request',
  message: 'gainsay:message',
  chooseCase: 'gainsay:choose-case',
  saveFile: 'gainsay:save-file',
} as const
