import {folders} from '../profiles/folders.ts';
import {openState} from '../profiles/state/state.ts';
import type {Reading} from '../session/open-table.ts';
import {type ConnectionOptions, openConnection} from './connection.ts';
import {UsageError} from './failure.ts';
import {type CommandIo, isInteractive} from './io.ts';
import {loadApp} from './load-app.ts';
import {readSource} from './read-source.ts';

export type ReviewOptions = ConnectionOptions &
	Reading & {
		/** A file, or the name of a profile. */
		readonly source?: string | undefined;
		readonly waitMs: number;
		readonly state?: string | undefined;
	};

const howToConnect = 'No catalog is named. Start with --url and --integration to upload, or try "secoda-upload demo".';

/** `secoda-upload <file>`: the review screen; with --url and --integration it uploads too. */
export async function reviewCommand(options: ReviewOptions, io: CommandIo): Promise<number> {
	if (options.source === undefined) {
		throw new UsageError(
			'No file is named.',
			'Name a CSV file ("secoda-upload warehouse.csv"), or try everything on a sandbox with "secoda-upload demo".',
		);
	}

	if (!isInteractive(io)) {
		throw new UsageError(
			'The review screen needs a terminal on standard input and output.',
			`Without one, use "secoda-upload upload ${options.source} --url … --integration …".`,
		);
	}

	const {file, profile} = await readSource(options.source, io.env);
	const runApp = await loadApp(io.env);
	const unconnected = options.url === undefined && options.integration === undefined && profile === undefined;
	if (unconnected) return runApp({file, reading: options, upload: undefined, howToConnect}, io);
	const connection = await openConnection({...options, profile}, io);
	const state = await openState(options.state ?? folders(io.env).state);
	try {
		return await runApp(
			{file, reading: options, upload: {...connection, state, waitMs: options.waitMs}, howToConnect},
			io,
		);
	} finally {
		state.close();
	}
}
