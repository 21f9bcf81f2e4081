import {FormatError} from '../session/format-error.ts';
import {openTable, type Reading} from '../session/open-table.ts';
import {Session} from '../session/session.ts';
import {ask} from './ask.tsx';
import {type AppStreams, runReview} from './run-review.tsx';
import type {UploadTarget} from './start-job.ts';

export type AppOptions = {
	readonly file: string;
	readonly reading: Reading;
	/** Where to upload to; without it the app checks and fixes only, and says `howToConnect`. */
	readonly upload: UploadTarget | undefined;
	readonly howToConnect: string;
};

/**
Runs the interactive app on a file. Answers the exit code; the terminal is then as it was before. A file in another
encoding is converted when the person consents, and opened anew.
*/
export async function runApp(options: AppOptions, streams: AppStreams): Promise<number> {
	let {reading} = options;
	for (;;) {
		try {
			const session = new Session(await openTable(options.file, reading, streams.signal));
			const done = await runReview(session, options, streams);
			if (done.kind === 'ended') return done.exitCode;
			reading = {...reading, encoding: done.encoding};
		} catch (error) {
			const encoding = error instanceof FormatError ? error.wrong.encoding : undefined;
			if (!(error instanceof FormatError) || encoding === undefined) throw error;
			const consents = await ask(
				{
					message: error.message,
					question: 'Shall it be read as that? The file itself stays as it is; what is saved and sent is UTF-8.',
					yes: 'read it so',
				},
				streams,
			);
			if (!consents) throw error;
			reading = {...reading, encoding};
		}
	}
}
