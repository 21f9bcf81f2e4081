import {type ReportedFile, severityCount} from '../../report/check/reported-file.ts';
import {type CommandSubject, commandOn, fixCommandOn, uploadCommandOn} from '../next-command.ts';
import {stdinSource} from '../standard-input.ts';
import type {FixOptions} from './changes.ts';
import type {DestinationOptions} from './destination.ts';
import type {FixResult} from './report.ts';

export type FixNextOptions = Pick<FixOptions, 'fix'> &
	Pick<DestinationOptions, 'dryRun' | 'inPlace'> & {
		/** True if --yes is given. */
		readonly yes: boolean;
	};

/** How many problems per code are searched for a fix. */
const maxInspected = 100;

/** Returns the next command after a fix; `undefined` after a stream, or after a dry run with changes. */
export function nextAfterFix(
	fixed: ReadonlyArray<Pick<FixResult, 'source' | 'file' | 'written' | 'changes'>>,
	subject: CommandSubject,
	options: FixNextOptions,
): string | undefined {
	const files = fixed.map(({file}) => file);
	if (fixed.some(({written}) => written.kind === 'streamed')) return undefined;
	if (fixed.some(({written}) => written.kind === 'saved')) {
		const [source = subject.source, other] = fixed.map(savedPath);
		return checkOrUpload(files, {...subject, source, options: {...subject.options, other}});
	}

	if (subject.source === stdinSource || fixed.some(({changes}) => changes.length > 0)) return undefined;
	const codes = [...new Set(files.flatMap(codesWithFixes))].filter(code => !options.fix.includes(code));
	if (codes.length === 0) return checkOrUpload(files, subject);
	const words = [
		...codes.map(code => `--fix ${code}`),
		...(options.dryRun ? ['--dry-run'] : []),
		...(options.inPlace ? ['--in-place'] : []),
		...(options.yes ? ['--yes'] : []),
	];
	return [
		fixCommandOn(
			fixed.map(({source}) => source),
			subject,
		),
		...words,
	].join(' ');
}

function savedPath({source, written}: Pick<FixResult, 'source' | 'written'>): string {
	return written.kind === 'saved' ? written.saved.path : source;
}

function checkOrUpload(files: readonly ReportedFile[], subject: CommandSubject): string {
	const isValid = files.every(file => severityCount(file, 'error') === 0);
	return isValid ? uploadCommandOn(subject) : commandOn([], subject);
}

function codesWithFixes(file: ReportedFile): readonly string[] {
	return [...file.counts.keys()].filter(code => file.first(code, maxInspected).some(({fixes}) => fixes.length > 0));
}
