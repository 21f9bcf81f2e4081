import {UserError} from '../errors/user-error.ts';
import {textReport} from '../report/check/text.ts';
import {Bundle} from '../session/bundle.ts';
import {BundleSource} from '../session/bundle-source.ts';
import {fixRepeatedly} from '../session/fix-repeatedly.ts';
import {checkedFile} from './checked.ts';
import {openTargetSources} from './input-files.ts';
import {type CommandIo, note} from './io.ts';
import {messages} from './messages.ts';
import type {UploadTarget} from './target.ts';

/** Opens the files of a target as they are sent: with safe fixes, if the settings ask for them. @throws UserError */
export async function openTarget(target: UploadTarget, io: CommandIo): Promise<Bundle> {
	const bundle = await Bundle.open(openTargetSources(target, io), io.signal, {
		...target.reading,
		purpose: 'upload',
	});
	const rows = target.safeFixes ? applySafeFixes(bundle) : 0;
	if (rows > 0) note(io, messages.safeFixesApplied(rows));
	return bundle;
}

/** Applies all safe fixes. Returns the number of changed rows. */
export function applySafeFixes({sessions}: Bundle): number {
	const steps = sessions.flatMap(session => (session.canCheckRows ? [...fixRepeatedly(session, 'safe')] : []));
	return steps.reduce((sum, {changes}) => sum + changes.length, 0);
}

/** Returns open files as the source of a snapshot. @throws UserError if they have errors, which are listed */
export function sendableSource(bundle: Bundle, {stderr}: CommandIo): BundleSource {
	const source = new BundleSource(bundle);
	const {problem} = source;
	if (problem === undefined) return source;
	stderr.write(textReport(bundle.sessions.map(session => checkedFile(session))));
	throw new UserError('file-has-errors', problem.message, problem.next);
}
