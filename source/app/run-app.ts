import {endingLines} from '../report/ending.ts';
import {visible} from '../text/visible.ts';
import {homeFlow} from './flows/home.ts';
import {openFile} from './flows/open-file.ts';
import type {ReviewOptions} from './flows/review/options.ts';
import {mountInk} from './mount.tsx';
import type {AppServices, OpenTarget, PathServices} from './services.ts';
import {AppClosed, type AppStreams, Stage} from './stage.ts';

type Notes = Pick<ReviewOptions, 'onUploadEnd' | 'onSave' | 'onEditsKept'>;

/** What the app begins with. */
type Beginning =
	| {readonly kind: 'file'; readonly opened: OpenTarget; readonly paths: PathServices}
	/** `first` is the profile that is opened at once. */
	| {readonly kind: 'home'; readonly first?: string; readonly services: AppServices};

/** Runs the interactive app and returns the exit code; the terminal is then as it was before. */
export async function runApp(beginning: Beginning, streams: AppStreams): Promise<number> {
	const stage = new Stage(streams, mountInk);
	let exitCode = 0;
	// What was done can be read on the terminal after the screens are gone; what was done twice is printed once.
	const done = new Map<string, string>();
	const note = (what: string, text: string) => {
		done.delete(what);
		done.set(what, text);
	};
	const notes: Notes = {
		onSave: (path, text) => note(`save ${path}`, `${visible(text)}\n`),
		onEditsKept(opening, text) {
			if (text === undefined) done.delete(`edits ${opening}`);
			else note(`edits ${opening}`, `${visible(text)}\n`);
		},
		onUploadEnd(ending, {isRun}) {
			if (!isRun) return;
			note(`upload ${ending.link ?? ''}`, endingLines(ending));
			// Home shows and remembers each run: only one that ends while the app is left decides the exit code.
			const isTold = beginning.kind === 'home' && !stage.hasQuit;
			if (!isTold && (ending.sent !== null || stage.hasQuit)) exitCode = ending.exitCode;
		},
	};
	try {
		await begin(beginning, stage, notes);
	} catch (error) {
		if (!(error instanceof AppClosed)) throw error;
	} finally {
		await stage.close();
		for (const text of done.values()) streams.stdout.write(streams.withoutSecrets(text));
	}

	return exitCode;
}

function begin(beginning: Beginning, stage: Stage, notes: Notes): Promise<void> {
	switch (beginning.kind) {
		case 'home':
			return homeFlow(stage, beginning.services, notes, beginning.first);
		case 'file': {
			const {opened, paths} = beginning;
			return openFile({target: opened, paths, firstScreen: 'rows', ...notes}, stage);
		}
	}
}
