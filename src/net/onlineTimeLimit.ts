/** What a task of a worker that asks the network wants as its time limit, in milliseconds. */
export const ONLINE_TIME_LIMIT = 60_000;
