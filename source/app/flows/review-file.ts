import {dirname} from 'node:path';
import {errorLine, UserError} from '../../errors/user-error.ts';
import type {Ending} from '../../job/ending.ts';
import {fixedCopyPath, type Saved, type SaveTarget} from '../../records/save/save.ts';
import type {Encoding} from '../../records/source/encoding.ts';
import {OwnCopies} from '../../records/source/own-copies.ts';
import type {Session} from '../../session/session.ts';
import {plural} from '../../text/format.ts';
import {checkInBackground} from '../check-in-background.ts';
import type {ReviewStore} from '../screen.ts';
import {errorText} from '../screens/review/error-text.ts';
import {columnWidths} from '../screens/review/layout.ts';
import {performReview} from '../screens/review/perform.ts';
import {reviewReadable} from '../screens/review/reduce-readable.ts';
import {savedText} from '../screens/review/saved-text.ts';
import {
	canKeepEdits,
	type EditsLeft,
	initialState,
	type Leaving,
	type ReviewContext,
	withEncoding,
} from '../screens/review/state.ts';
import type {Opened, PathServices} from '../services.ts';
import {SourceWatch} from '../source-watch.ts';
import type {Stage} from '../stage.ts';
import {startJob, type UploadTarget, uploadOf} from '../start-job.ts';
import {Store} from '../store.ts';
import {saveAs} from './save-as.ts';
import {beginJournal, faultNotice, type UnsavedEdits} from './unsaved-edits.ts';

/** How a review ended: for good, or to open the file again in another encoding. */
export type ReviewEnd = {readonly kind: 'closed'} | {readonly kind: 'reopen'; readonly encoding: Encoding};

export type ReviewOptions = {
	readonly opened: Opened;
	/** Goes on to the preview when the file has no errors, and from there back to where it was opened. */
	readonly straightToPreview: boolean;
	readonly paths: PathServices;
	readonly edits: UnsavedEdits;
	/** An upload has ended, also one that was given up at its preview: that is no run. */
	ended(ending: Ending, how: {readonly isRun: boolean}): void;
	/** The edits were saved to a file, or a save ended after the app was left: that, in words. */
	saved(path: string, text: string): void;
	/** What is to be said of edits of an opening (a file in an encoding) that the journal keeps; nothing when it keeps none. */
	kept(opening: string, text: string | undefined): void;
};

/** Where one comes back to from an upload, and whether edits are in no file then. */
type Back = {readonly to: string; go(): void; unsaved(): boolean};

/**
Runs the screens on a session of which the rows are not checked yet: the first ones are shown at once. The session is
closed at the end. @throws Left
*/
export async function reviewFile(session: Session, options: ReviewOptions, stage: Stage): Promise<ReviewEnd> {
	const {opened, straightToPreview, edits} = options;
	const {journal} = edits;
	const {signal} = stage;
	const file = session.path;
	const check = await checkInBackground(session, signal).catch(async error => {
		journal.release();
		await session.close();
		throw error;
	});
	const {encoding} = opened.reading;
	const convertedFrom = encoding === 'utf-8' ? undefined : encoding;
	const {isTemporary = false} = opened;
	const context: ReviewContext = {session, widths: columnWidths(session), convertedFrom, isTemporary};
	const copies = new OwnCopies();
	const done = Promise.withResolvers<ReviewEnd>();
	const left = new AbortController();
	const jobs: Array<Promise<void>> = [];
	let isGivenUp = false;
	const unsaved = () => session.records.overlay.atStake > 0;
	const toFile: Back = {to: 'to the file', go: showReview, unsaved};
	const services = {
		lookUpCopy: () => copies.lookUp(fixedCopyPath(file)),
		save: (target: 'copy' | 'in-place', replace: boolean) =>
			saveTo(target === 'copy' ? {kind: 'copy', path: fixedCopyPath(file), replace} : {kind: 'in-place'}, signal),
		saveAs: () => saveAs({session, paths: options.paths, copies, save: saveTo}, stage).finally(showReview),
		upload() {
			// Two quick presses are one wish.
			if (stage.screen.get().name !== 'review') return;
			if (opened.upload !== undefined) return showUpload(opened.upload);
			if (opened.connect === undefined) return store.dispatch({type: 'failed', message: opened.howToConnect});
			opened.connect().then(way => (way === undefined ? showReview() : showUpload(way)), notConnected);
		},
		leave(leaving: Leaving, edits: EditsLeft) {
			isGivenUp = edits === 'discard';
			switch (leaving.kind) {
				case 'program':
					return stage.leave();
				case 'file':
					return done.resolve({kind: 'closed'});
				case 'reopen':
					return done.resolve(leaving);
			}
		},
	};
	const store: ReviewStore = new Store(
		initialState(session, stage.size.get()),
		(state, action) => reviewReadable(state, action, context),
		(effect, dispatch) => performReview(effect, context, services, dispatch),
	);
	// An edit shows its own notice first.
	journal.onFault(problem => {
		const seen = {type: 'journal-seen', isUnprotected: problem !== undefined, notice: faultNotice(problem)} as const;
		queueMicrotask(() => store.dispatch(seen));
	});
	const watch = new SourceWatch(
		session.records.file,
		{onLook: isLost => store.dispatch({type: 'file-seen', isLost}), onCrash: done.reject},
		left.signal,
	);
	const unwatch = store.subscribe(watch.look);
	const unsubscribe = stage.size.subscribe(() => store.dispatch({type: 'resized', size: stage.size.get()}));
	try {
		await tellOfCopy();
		greet(opened.greeting);
		const notice = withEncoding(store.get().notice, context);
		if (notice !== undefined) store.dispatch({type: 'changed', notice});
		showReview();
		check.onPart(part => store.dispatch({type: 'checked', part}));
		check.whole.then(wholeSeen).catch(checkFailed);
		return await stage.until(done.promise);
	} finally {
		unsubscribe();
		unwatch();
		await check.stop();
		// An upload that is left is told so and comes to its end: what it has sent is to be in the history.
		left.abort();
		await Promise.all([...jobs, watch.ended()]);
		// Unless they were discarded, edits that are in no file are offered again.
		if (isGivenUp) journal.end();
		else journal.release();
		noteEdits();
		await session.close();
	}

	/** Lets a save end before the file is closed; what it says is then read on the terminal. */
	function toItsEnd(saving: Promise<Saved>): Promise<Saved> {
		jobs.push(
			saving.then(
				() => undefined,
				error => {
					if (stage.isLeft && error instanceof UserError) options.saved(file, errorLine(error));
				},
			),
		);
		return saving;
	}

	/** Notes, for the terminal after the screens, what becomes of edits that are in no file. */
	function noteEdits(): void {
		const rows = isGivenUp ? 0 : session.records.overlay.atStake;
		const edits = `Unsaved edits in ${plural(rows, 'row')} of ${file}`;
		const kept = canKeepEdits(store.get(), context)
			? `${edits} are kept. Open the file again to restore them.`
			: undefined;
		options.kept(`${session.records.file.realPath} ${encoding ?? 'utf-8'}`, rows === 0 ? undefined : kept);
	}

	/** Shows a text where nothing more important is shown. */
	function greet(text: string | undefined): void {
		if (text !== undefined && store.get().notice === undefined)
			store.dispatch({type: 'changed', notice: {tone: 'info', text}});
	}

	async function saveTo(target: SaveTarget, signal: AbortSignal): Promise<Saved> {
		const saved = await toItsEnd(session.save(target, signal));
		if (target.kind === 'copy') await copies.saved(saved.path);
		else recordContent();
		// What was saved beside a temporary file is removed with it.
		const isRemoved = isTemporary && dirname(saved.path) === dirname(file);
		if (!isRemoved) options.saved(saved.path, savedText(saved, convertedFrom));
		return saved;
	}

	function checkFailed(error: unknown): void {
		if (error instanceof UserError)
			store.dispatch({type: 'check-failed', message: errorText(error, store.get(), context)});
		else done.reject(error);
	}

	/** Records in the background what the file holds; until then, one of which the time has changed counts as changed. */
	function recordContent(): void {
		const ended = session.records.file.recordContent(left.signal).catch(error => {
			if (!(error instanceof UserError) && !left.signal.aborted) done.reject(error);
		});
		jobs.push(ended);
	}

	function showUpload(upload: UploadTarget): void {
		showJob(upload, toFile);
	}

	function notConnected(error: unknown): void {
		if (!(error instanceof UserError)) {
			done.reject(error);
		} else {
			showReview();
			store.dispatch({type: 'failed', message: errorLine(error)});
		}
	}

	function showReview(): void {
		stage.show({name: 'review', store, context});
	}

	function showJob(upload: UploadTarget, back: Back): void {
		const exits = {
			back: back.go,
			// Edits that no file holds are asked about on the review screen, from wherever one quits.
			quit() {
				showReview();
				store.dispatch({type: 'leave'});
			},
			ended(ending: Ending, wasToBeSent: boolean) {
				// Going back from a preview runs nothing.
				options.ended(ending, {isRun: wasToBeSent || ending.outcome !== 'cancelled'});
			},
			crashed: done.reject,
		};
		const {store: job, done: ended} = startJob(uploadOf(session, upload), {
			exits,
			clock: stage.clock,
			signal: AbortSignal.any([signal, left.signal]),
		});
		jobs.push(ended);
		stage.show({name: 'job', store: job, unsaved: back.unsaved, backTo: back.to});
	}

	async function tellOfCopy(): Promise<void> {
		if (await session.fixedCopyExists())
			greet(`There is a fixed copy beside this file: ${fixedCopyPath(file)}. Open that one to continue with it.`);
	}

	/** Every row was looked at: what a profile asks for can be done, then what was edited before. */
	function wholeSeen(): void {
		recordContent();
		let fixed = '';
		if (opened.safeFixes && session.readable) {
			const step = session.fixAll('safe');
			if (step !== undefined) {
				session.records.overlay.markRemade();
				const rows = plural(step.changes.length, 'row');
				fixed = `Safe fixes in ${rows}, as the profile says; u undoes them. `;
				store.dispatch({type: 'changed', notice: {tone: 'info', text: fixed.trim()}});
			}
		}

		const restored = beginJournal(session, edits);
		if (restored !== undefined) store.dispatch({type: 'changed', notice: restored});

		if (!straightToPreview) return;
		if (!session.valid) {
			const text = `${fixed}The file has errors. This is the first; Tab goes to the next one. When none is left, p shows the preview.`;
			store.dispatch({type: 'first-problem', text});
		} else if (opened.upload !== undefined) {
			// Restored edits are not saved yet: going back shows them.
			const home = {to: 'home', go: () => done.resolve({kind: 'closed'}), unsaved};
			showJob(opened.upload, unsaved() ? toFile : home);
		}
	}
}
