/** Node 22 warns that SQLite is experimental; that one warning is not for users of this program. */
export async function loadSqlite(): Promise<typeof import('node:sqlite')> {
	const {emitWarning} = process;
	const quiet: typeof process.emitWarning = (warning: string | Error, ...rest: never[]) => {
		if (!String(warning).startsWith('SQLite is an experimental feature'))
			Reflect.apply(emitWarning, process, [warning, ...rest]);
	};
	process.emitWarning = quiet;
	try {
		return await import('node:sqlite');
	} finally {
		process.emitWarning = emitWarning;
	}
}
