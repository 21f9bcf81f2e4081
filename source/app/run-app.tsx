import {render} from 'ink';
import type {Ending} from '../job/ending.ts';
import {endingLines} from '../report/ending.ts';
import {Session} from '../session/session.ts';
import type {OpenProgress} from '../table/open-index.ts';
import {fixedCopyPath} from '../table/save.ts';
import {percent} from '../text/format.ts';
import {App, type Screen, type ScreenStore} from './app.tsx';
import {columnWidths} from './screens/review/layout.ts';
import {performReview} from './screens/review/perform.ts';
import {review} from './screens/review/reducer.ts';
import type {ReviewStore} from './screens/review/review.tsx';
import {initialState, type ReviewContext, type Size} from './screens/review/state.ts';
import {startJob, type UploadTarget} from './start-job.ts';
import {Store} from './store.ts';
import {painter} from './theme.ts';

export type AppOptions = {
	readonly file: string;
	/** Where to upload to; without it the app checks and fixes only, and says `howToConnect`. */
	readonly upload: UploadTarget | undefined;
	readonly howToConnect: string;
};

export type AppStreams = {
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	readonly stderr: NodeJS.WriteStream;
	readonly env: NodeJS.ProcessEnv;
	readonly signal: AbortSignal;
};

/** Runs the interactive app on a file. Answers the exit code; the terminal is then as it was before. */
export async function runApp({file, upload, howToConnect}: AppOptions, streams: AppStreams): Promise<number> {
	const {stdin, stdout, stderr, env, signal} = streams;
	const session = await openSession(file, stderr, signal);
	const context: ReviewContext = {session, widths: columnWidths(session)};
	const paint = painter(env.NO_COLOR === undefined || env.NO_COLOR === '');
	const done = Promise.withResolvers<void>();
	let last: Ending | undefined;

	const screens: ScreenStore = new Store<Screen, Screen, never>(
		{name: 'review'},
		(_old, next) => [next],
		() => undefined,
	);
	const services = {
		copyExists: () => session.fixedCopyExists(),
		save: (target: 'copy' | 'in-place', replace: boolean) =>
			session.save(target === 'copy' ? {kind: 'copy', path: fixedCopyPath(file), replace} : {kind: 'in-place'}, signal),
		upload() {
			// Two quick presses are one wish.
			if (screens.get().name === 'job') return;
			if (upload === undefined) return store.dispatch({type: 'failed', message: howToConnect});
			const exits = {
				back: () => screens.dispatch({name: 'review'}),
				// Edits that no file holds are asked about on the review screen, from wherever one quits.
				quit() {
					screens.dispatch({name: 'review'});
					store.dispatch({type: 'key', key: 'q'});
				},
				ended(ending: Ending) {
					// What was told on the screen and changed nothing is not told again on leaving.
					if (ending.sent !== null) last = ending;
				},
				crashed: done.reject,
			};
			screens.dispatch({name: 'job', store: startJob(session, upload, exits, signal)});
		},
		quit: done.resolve,
	};
	const store: ReviewStore = new Store(
		initialState(session, sizeOf(stdout)),
		(state, action) => review(state, action, context),
		(effect, dispatch) => performReview(effect, context, services, dispatch),
	);

	if (store.get().notice === undefined && (await session.fixedCopyExists())) {
		const text = `There is a fixed copy beside this file: ${fixedCopyPath(file)}. Open that one to go on with it.`;
		store.dispatch({type: 'changed', notice: {tone: 'info', text}});
	}

	const resize = () => store.dispatch({type: 'resized', size: sizeOf(stdout)});
	stdout.on('resize', resize);
	signal.addEventListener('abort', () => done.resolve(), {once: true});
	// Keys that come before Ink listens must not be echoed.
	stdin.setRawMode(true);
	const ink = render(<App screens={screens} review={store} context={context} paint={paint} />, {
		stdin,
		stdout,
		stderr,
		exitOnCtrlC: false,
		alternateScreen: true,
		incrementalRendering: true,
		interactive: true,
	});
	try {
		await done.promise;
	} finally {
		ink.unmount();
		await ink.waitUntilExit();
		stdout.off('resize', resize);
		stdin.setRawMode(false);
		stdin.pause();
		await session.close();
	}

	if (last !== undefined) stdout.write(endingLines(last));
	return last?.exitCode ?? 0;
}

function sizeOf({columns, rows}: NodeJS.WriteStream): Size {
	return {columns: columns || 80, rows: rows || 24};
}

/** Opens the file, and says how far that is once it takes long enough to be noticed. */
async function openSession(file: string, stderr: NodeJS.WriteStream, signal: AbortSignal): Promise<Session> {
	if (!stderr.isTTY) return Session.open(file, signal);
	const start = performance.now();
	let told = '';
	const tell: OpenProgress = (doing, bytes, total) => {
		const line = `${doing === 'reading' ? 'Reading' : 'Checking'} the file: ${percent(bytes, total)}`;
		if (performance.now() - start < 300 || line === told) return;
		told = line;
		stderr.write(`\r${line} `);
	};
	// The app must find the cursor where a line begins.
	return Session.open(file, signal, tell).finally(() => stderr.write('\r\u001B[K'));
}
