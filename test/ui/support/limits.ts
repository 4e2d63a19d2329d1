/** Upper limits: nothing is slower for them, and a busy machine needs several times what a quiet one does. */

/** for something on a page to show, in milliseconds */
export const WAIT_MS = 30_000;

/** for VS Code to load, and to know the extension, in milliseconds */
export const START_LIMIT_MS = 60_000;
