import {endingLines} from '../report/ending.ts';
import {visible} from '../text/visible.ts';
import {createHomeContext} from './flows/home/home-context.ts';
import {showFile} from './flows/home/open.ts';
import {homeFlow} from './flows/home.ts';
import {openFile} from './flows/open-file.ts';
import type {ReviewOptions, UploadConnection} from './flows/review/options.ts';
import {mountInk} from './mount.tsx';
import type {AppServices} from './services/app-services.ts';
import type {PathServices} from './services/files.ts';
import type {OpenTarget} from './services/open-target.ts';
import {AppClosed, type AppStreams, Stage} from './stage.ts';

type Notes = Pick<ReviewOptions, 'onUploadEnd' | 'onSave' | 'onEditsKept'>;

/** The first screen of the app. */
type AppStart =
	| {readonly kind: 'file'; readonly opened: OpenTarget; readonly services: AppServices}
	/** A file whose target cannot be chosen. */
	| {
			readonly kind: 'file-alone';
			readonly opened: OpenTarget;
			readonly paths: PathServices;
			readonly connection: UploadConnection;
	  }
	/** `first` is a profile to open immediately. */
	| {readonly kind: 'home'; readonly first?: string; readonly services: AppServices};

/** Runs the interactive app, restores the terminal, and returns the exit code. */
export async function runApp(start: AppStart, streams: AppStreams): Promise<number> {
	const stage = new Stage(streams, mountInk);
	let exitCode = 0;
	// Printed after the screens are gone, so that the user can read what was done; each subject once.
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
			// Home shows every run, so only a run that ends while the app quits decides the exit code.
			const isShown = start.kind === 'home' && !stage.hasQuit;
			if (!isShown && (ending.sent !== null || stage.hasQuit)) exitCode = ending.exitCode;
		},
	};
	try {
		await showFirstScreen(start, stage, notes);
	} catch (error) {
		if (!(error instanceof AppClosed)) throw error;
	} finally {
		await stage.close();
		for (const text of done.values()) streams.stdout.write(streams.withoutSecrets(text));
	}

	return exitCode;
}

function showFirstScreen(start: AppStart, stage: Stage, notes: Notes): Promise<void> {
	switch (start.kind) {
		case 'home':
			return homeFlow(stage, start.services, notes, start.first);
		case 'file':
			return showFile(createHomeContext(stage, start.services, notes), start.opened, {firstScreen: 'rows'});
		case 'file-alone': {
			const {opened: target, paths, connection} = start;
			return openFile({target, connection, paths, firstScreen: 'rows', ...notes}, stage);
		}
	}
}
