/** How much Gainsay takes in, so that every side of it can say so before work is done. */

/** The largest text file that is imported, in bytes. */
export const maxImportBytes = 32 * 1024 * 1024

/** The largest file of any format that is imported (PDF, Word, archives, mailboxes), in bytes; larger ones need not be sent. */
export const maxFileBytes = 100 * 1024 * 1024

/** The most lines that hold text which a text file may have. */
export const maxTextLines = 200_000

/** The most text a revision may have, in UTF-16 code units. */
export const maxRevisionLength = 64 * 1024 * 1024
