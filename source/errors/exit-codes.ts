/** The exit codes of the program; signals have their own (128 + number). */
export const exitCodes = {
	done: 0,
	fileHasErrors: 1,
	wrongUsage: 2,
	unreadableFile: 3,
	token: 4,
	temporary: 5,
	unknown: 6,
	safetyStop: 7,
	syncFailed: 8,
	notSeen: 9,
	/** A plan has changes. */
	changes: 10,
	inUse: 11,
	/** A bug of the program itself (EX_SOFTWARE of sysexits.h), so that no script takes it for errors in the file. */
	bug: 70,
	/** Everything was done, but its result could not be written to standard output (EX_IOERR of sysexits.h). */
	output: 74,
	interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
