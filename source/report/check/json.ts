import {type Fix, fixedValue} from '../../kinds/problem.ts';
import {jsonText} from '../../text/json.ts';
import {type ReportedFile, type ReportedProblem, reportedProblems, severityCount} from './reported-file.ts';

/**
Returns the report as one JSON object, in pieces: a file may have millions of problems. If a row cannot be read, the object ends
with the error (`errorOf`), so that the output is still valid JSON, and the error is thrown.
*/
export function* jsonReport(
	file: ReportedFile,
	limit: number,
	errorOf: (error: unknown) => unknown,
): Generator<string, void, void> {
	const head = jsonText({
		file: file.path,
		valid: severityCount(file, 'error') === 0,
		records: file.records,
		...(file.groups === undefined ? {} : {[file.kind.groupName]: file.groups}),
		counts: Object.fromEntries(file.counts),
	});
	yield `${head.slice(0, -1)},"problems":[`;
	let separator = '';
	try {
		for (const problem of reportedProblems(file, limit)) {
			yield `${separator}${jsonText(problemJson(problem))}`;
			separator = ',';
		}
	} catch (error) {
		yield `],"error":${jsonText(errorOf(error))}}\n`;
		throw error;
	}

	yield ']}\n';
}

function problemJson({code, severity, row, line, problem}: ReportedProblem) {
	const fixes: readonly Fix[] = 'fixes' in problem ? problem.fixes : [];
	return {
		code,
		severity,
		row,
		line,
		field: problem.field ?? null,
		value: problem.value ?? null,
		message: problem.message,
		related: ('related' in problem ? problem.related : undefined) ?? null,
		fixes: fixes.map(fix => ({title: fix.title, safe: fix.safe, value: fixedValue(fix) ?? null})),
	};
}
