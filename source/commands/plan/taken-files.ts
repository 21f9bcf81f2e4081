import type {SkippedPart} from '../../report/plan/reported-plan.ts';
import {sourceName} from '../../report/source-name.ts';
import {Bundle} from '../../session/bundle.ts';
import {BundleSource} from '../../session/bundle-source.ts';
import {openFitting} from '../../session/open-fitting.ts';
import {skipErrors} from '../../session/skip-errors.ts';
import {inUploadOrder} from '../../session/upload-order.ts';
import {emptySnapshotLike} from '../../snapshot/empty-snapshot.ts';
import type {TemporaryStore} from '../../snapshot/temporary-store.ts';
import {composeFixOf} from '../compose-fix.ts';
import {openTargetSources} from '../input-files.ts';
import type {CommandIo} from '../io.ts';
import {runAndClose} from '../run-and-close.ts';
import type {UploadTarget} from '../target.ts';
import {applySafeFixes, openTarget, sendableSource} from '../upload-bundle.ts';

type TakenSnapshot = Awaited<ReturnType<BundleSource['take']>>;

/** Takes the files of a target, as they would be sent. @throws UserError if they have errors */
export async function takeFiles(target: UploadTarget, store: TemporaryStore, io: CommandIo) {
	const bundle = await openTarget(target, io);
	return runAndClose(bundle, async () => {
		const source = sendableSource(bundle, io);
		const taken = await take(bundle, store, io);
		const composeFix = composeFixOf(bundle, target);
		return {name: nameOf(bundle.sessions), taken, composeFix, warnings: source.warnings, notSent: source.notSent};
	});
}

/** The files that others are compared with, and what is skipped in them. */
type TakenOthers = {readonly name: string; readonly taken: TakenSnapshot; readonly skipped: readonly SkippedPart[]};

/**
Takes the files of a target as an upload would have left the catalog: without the rows that have errors, and empty if nothing can be sent.
`file` is the snapshot that they are compared with. @throws UserError for files that cannot be read
*/
export async function takeOthers(
	target: UploadTarget,
	file: TakenSnapshot,
	store: TemporaryStore,
	io: CommandIo,
): Promise<TakenOthers> {
	const {sessions, unfit, close} = await openFitting(openTargetSources(target, io), target.reading, io.signal);
	return runAndClose({close}, async () => {
		const skipped: SkippedPart[] = unfit.map(({path, problem}) => ({file: sourceName(path), rows: 0, problem}));
		const [first, ...others] = sessions;
		if (first === undefined) return {name: nameOf(unfit), taken: emptySnapshotLike(file), skipped};
		const bundle = new Bundle(...inUploadOrder([first, ...others]));
		bundle.readContents();
		await bundle.check(io.signal);
		if (target.safeFixes) applySafeFixes(bundle);
		const {recordCount} = bundle;
		const rows = skipErrors(bundle);
		const name = nameOf(bundle.sessions);
		const problem = bundle.fileProblems.find(({severity}) => severity === 'error');
		if (rows > 0) skipped.push({file: name, rows});
		// A file of another kind is refused by its snapshot.
		if (problem === undefined || bundle.first.kind.name !== file.snapshot.kind)
			return {name, taken: await take(bundle, store, io), skipped};
		// If rows had errors, the problem can be that none is left.
		if (rows === 0) skipped.push({file: name, rows: recordCount, problem: problem.message});
		return {name, taken: emptySnapshotLike(file), skipped};
	});
}
/** Takes open files. A private copy is removed with them, so it is written again. */
async function take(bundle: Bundle, store: TemporaryStore, {signal}: CommandIo): Promise<TakenSnapshot> {
	const paths = bundle.sessions.map(({records}) => (records.file.isCopy ? '' : records.file.realPath));
	return new BundleSource(bundle).take(store.partsOf(paths), signal, () => undefined);
}

function nameOf(files: ReadonlyArray<{readonly path: string}>): string {
	return files.map(({path}) => sourceName(path)).join(' and ');
}
