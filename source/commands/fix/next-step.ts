import {type ReportedFile, severityCount} from '../../report/check/reported-file.ts';
import {type CommandSubject, commandOn, fixCommandOn, uploadCommandOn} from '../next-command.ts';
import {stdinSource} from '../standard-input.ts';
import type {FixOptions} from './changes.ts';
import type {DestinationOptions} from './destination.ts';
import type {FixOutput} from './write-result.ts';

export type FixNextOptions = Pick<FixOptions, 'fix'> &
	Pick<DestinationOptions, 'dryRun' | 'inPlace'> & {
		/** True if --yes is given. */
		readonly yes: boolean;
	};

/** How many problems per code are searched for a fix. */
const maxInspected = 100;

/** Returns the next command after a fix; `undefined` after a stream, or after a dry run with changes. */
export function nextAfterFix(
	{file, written, hasChanges}: {readonly file: ReportedFile; readonly written: FixOutput; readonly hasChanges: boolean},
	subject: CommandSubject,
	options: FixNextOptions,
): string | undefined {
	switch (written.kind) {
		case 'streamed':
			return undefined;
		case 'saved':
			return checkOrUpload(file, {...subject, source: written.saved.path});
		case 'nothing': {
			if (hasChanges || subject.source === stdinSource) return undefined;
			const codes = codesWithFixes(file).filter(code => !options.fix.includes(code));
			if (codes.length === 0) return checkOrUpload(file, subject);
			const words = [
				...codes.map(code => `--fix ${code}`),
				...(options.dryRun ? ['--dry-run'] : []),
				...(options.inPlace ? ['--in-place'] : []),
				...(options.yes ? ['--yes'] : []),
			];
			return [fixCommandOn([subject.source], subject), ...words].join(' ');
		}
	}
}

function checkOrUpload(file: ReportedFile, subject: CommandSubject): string {
	return severityCount(file, 'error') === 0 ? uploadCommandOn(subject) : commandOn([], subject);
}

function codesWithFixes(file: ReportedFile): readonly string[] {
	return [...file.counts.keys()].filter(code => file.first(code, maxInspected).some(({fixes}) => fixes.length > 0));
}
