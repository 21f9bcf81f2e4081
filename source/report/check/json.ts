import type {FileKind} from '../../kinds/file-kind.ts';
import {type Fix, fixedValue} from '../../kinds/problem.ts';
import {jsonText} from '../../text/json.ts';
import {mappingJson} from './mapping-report.ts';
import {
	type ReportedFile,
	type ReportedProblem,
	reportedField,
	reportedProblems,
	severityCount,
} from './reported-file.ts';

/**
Returns the report as one JSON object, in pieces: a file may have millions of problems. That of several files has an object for each. If
a row cannot be read, the object ends with the error (`errorOf`), so that the output is still valid JSON, and the error is thrown.
*/
export function* jsonReport(
	files: readonly ReportedFile[],
	limit: number,
	errorOf: (error: unknown) => unknown,
): Generator<string, void, void> {
	const [only] = files;
	let end = '}\n';
	try {
		if (only !== undefined && files.length === 1) {
			yield* fileReport(only, limit);
		} else {
			end = ']}\n';
			yield `{"valid":${files.every(isValid)},"files":[`;
			for (const [at, file] of files.entries()) {
				if (at > 0) yield ',';
				yield* fileReport(file, limit);
				yield '}';
			}
		}
	} catch (error) {
		// A file whose problems are incomplete is closed; the error belongs to the whole report.
		yield `${files.length === 1 ? '' : '}]'},"error":${jsonText(errorOf(error))}}\n`;
		throw error;
	}

	yield end;
}

function isValid(file: ReportedFile): boolean {
	return severityCount(file, 'error') === 0;
}

/** Returns the object of a file without its closing brace. */
function* fileReport(file: ReportedFile, limit: number): Generator<string, void, void> {
	const {groupName} = file.kind;
	const head = jsonText({
		file: file.path,
		kind: file.isRecognized ? file.kind.name : null,
		valid: isValid(file),
		records: file.records,
		...(file.groups === undefined || groupName === undefined ? {} : {[groupName]: file.groups}),
		...(file.entities === undefined ? {} : {entities: Object.fromEntries(file.entities)}),
		counts: Object.fromEntries(file.counts),
		...(file.mapping === undefined ? {} : {mapping: mappingJson(file.mapping)}),
	});
	yield `${head.slice(0, -1)},"problems":[`;
	let separator = '';
	try {
		for (const problem of reportedProblems(file, limit)) {
			yield `${separator}${jsonText(problemJson(file.kind, problem))}`;
			separator = ',';
		}
	} catch (error) {
		yield ']';
		throw error;
	}

	yield ']';
}

function problemJson(kind: FileKind, {code, severity, row, related, line, problem}: ReportedProblem) {
	const fixes: readonly Fix[] = 'fixes' in problem ? problem.fixes : [];
	return {
		code,
		severity,
		row,
		line,
		field: reportedField(kind, problem.field) ?? null,
		value: problem.value ?? null,
		message: problem.message,
		related,
		fixes: fixes.map(fix => ({title: fix.title, safe: fix.safe, value: fixedValue(fix) ?? null})),
	};
}
