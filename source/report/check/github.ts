import {count} from '../../text/format.ts';
import {withoutHashCommands} from '../../text/log-lines.ts';
import {visible} from '../../text/visible.ts';
import {firstReported, type ReportedFile, type ReportedProblem} from './reported-file.ts';

/** GitHub shows ten annotations per step and drops the rest [docs.github.com: workflow commands, limits]. */
const maxAnnotations = 10;

/** Returns the report as GitHub workflow commands: one annotation per file and code, errors first, at its first problem. */
export function githubReport(files: readonly ReportedFile[]): string {
	const found = files.flatMap(file =>
		[...file.counts].map(([code, number]) => ({file, code, number, severity: file.kind.codes.get(code)?.severity})),
	);
	const errors = found.filter(({severity}) => severity === 'error');
	const warnings = found.filter(({severity}) => severity === 'warning');
	return [...errors, ...warnings]
		.slice(0, maxAnnotations)
		.flatMap(({file, code, number}) =>
			firstReported(file, code, 1).map(problem => annotation(file.path, number, problem)),
		)
		.join('');
}

function annotation(path: string, number: number, {code, severity, row, line, problem}: ReportedProblem): string {
	const title = `${code} (${count(number)})`;
	const where = row === null ? '' : `Row ${row}: `;
	const more = number > 1 ? ` And ${count(number - 1)} more like this.` : '';
	const message = `${where}${problem.message}${more}`;
	return `::${severity} file=${property(path)},line=${line ?? 1},title=${property(title)}::${data(message)}\n`;
}

/** Escapes a text for the message of a workflow command: one printable line. */
function data(text: string): string {
	return withoutHashCommands(visible(text)).replaceAll('%', '%25');
}

function property(text: string): string {
	return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
