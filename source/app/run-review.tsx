import {render} from 'ink';
import type {Ending} from '../job/ending.ts';
import {endingLines} from '../report/ending.ts';
import type {Session} from '../session/session.ts';
import type {Encoding} from '../table/encoding.ts';
import {fixedCopyPath} from '../table/save.ts';
import {App, type Screen, type ScreenStore} from './app.tsx';
import {checkInBackground} from './check-in-background.ts';
import {columnWidths} from './screens/review/layout.ts';
import {performReview} from './screens/review/perform.ts';
import {review} from './screens/review/reducer.ts';
import type {ReviewStore} from './screens/review/review.tsx';
import {initialState, type ReviewContext, type Size} from './screens/review/state.ts';
import {startJob, type UploadTarget} from './start-job.ts';
import {Store} from './store.ts';
import {painter} from './theme.ts';

export type AppStreams = {
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	readonly stderr: NodeJS.WriteStream;
	readonly env: NodeJS.ProcessEnv;
	readonly signal: AbortSignal;
};

/** How a review ended: for good, or to open the file anew in another encoding. */
export type ReviewEnd =
	| {readonly kind: 'ended'; readonly exitCode: number}
	| {readonly kind: 'reopen'; readonly encoding: Encoding};

export type ReviewOptions = {
	readonly upload: UploadTarget | undefined;
	readonly howToConnect: string;
};

/**
Runs the screens on a session of which the rows are not checked yet: the first ones are shown at once. The session is
closed at the end, and the terminal is as it was before.
*/
export async function runReview(
	session: Session,
	{upload, howToConnect}: ReviewOptions,
	streams: AppStreams,
): Promise<ReviewEnd> {
	const {stdin, stdout, stderr, env, signal} = streams;
	const file = session.path;
	const check = await checkInBackground(session, signal).catch(async error => {
		await session.close();
		throw error;
	});
	const context: ReviewContext = {session, widths: columnWidths(session)};
	const paint = painter(env.NO_COLOR === undefined || env.NO_COLOR === '');
	const done = Promise.withResolvers<Encoding | undefined>();
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
		reopen: (encoding: Encoding) => done.resolve(encoding),
		quit: () => done.resolve(undefined),
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

	check.onPart(part => store.dispatch({type: 'checked', part}));
	check.whole.catch(done.reject);
	const resize = () => store.dispatch({type: 'resized', size: sizeOf(stdout)});
	stdout.on('resize', resize);
	signal.addEventListener('abort', () => done.resolve(undefined), {once: true});
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
		const encoding = await done.promise;
		if (encoding !== undefined) return {kind: 'reopen', encoding};
	} finally {
		ink.unmount();
		await ink.waitUntilExit();
		stdout.off('resize', resize);
		stdin.setRawMode(false);
		stdin.pause();
		await check.stop();
		await session.close();
	}

	if (last !== undefined) stdout.write(endingLines(last));
	return {kind: 'ended', exitCode: last?.exitCode ?? 0};
}

function sizeOf({columns, rows}: NodeJS.WriteStream): Size {
	return {columns: columns || 80, rows: rows || 24};
}
