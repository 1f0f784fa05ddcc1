/** How much Gainsay takes in, so that every side of it can say so before work is done. */

/** The largest file that is imported, in bytes. */
export const maxImportBytes = 32 * 1024 * 1024

/** The most lines that hold text which a text file may have. */
export const maxTextLines = 200_000
