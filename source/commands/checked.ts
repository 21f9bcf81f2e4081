import {defaultKind} from '../kinds/index.ts';
import {asNumber, type RowNumbers} from '../records/row-numbers.ts';
import {savedRowNumbers} from '../records/save/saved-row-numbers.ts';
import {type IgnoredProblem, type ReportedFile, reportedField} from '../report/check/reported-file.ts';
import type {FormatError} from '../session/format-error.ts';
import type {Session} from '../session/session.ts';

/** Returns a session for the reports; ignored problems are neither counted nor listed. */
export function checkedFile(session: Session, ignored: readonly IgnoredProblem[] = []): ReportedFile {
	const {findings} = session;
	const ignoredFields = (code: string) => {
		const named = new Set(
			ignored.filter(other => other.code === code && other.field !== undefined).map(({field}) => field),
		);
		const others = session.kind.fields.filter(field => named.has(reportedField(session.kind, field)));
		return new Set([...named, ...others]);
	};
	const isIgnored = (code: string) => ignored.some(other => other.code === code && other.field === undefined);
	const counts = new Map<string, number>();
	const softened = new Map<string, number>();
	for (const [code, count] of session.counts) {
		if (isIgnored(code)) continue;
		let left = count;
		let soft = session.softened.get(code) ?? 0;
		for (const field of ignoredFields(code)) {
			if (field === undefined) continue;
			const other = findings.countIn(code, field);
			left -= other.count;
			soft -= other.softened;
		}

		if (left > 0) counts.set(code, left);
		if (soft > 0) softened.set(code, soft);
	}

	return {
		path: session.path,
		kind: session.kind,
		isRecognized: true,
		records: session.canCheckRows ? session.recordCount : null,
		groups: session.canCheckRows ? session.groups : null,
		entities: session.entities,
		counts,
		softened,
		wholeFile: session.fileProblems.filter(({code}) => !isIgnored(code)),
		likelyCause: session.likelyCause,
		first: (code, most) =>
			isIgnored(code)
				? []
				: findings.first(code, most, ignoredFields(code)).flatMap(finding => session.describe(finding) ?? []),
		rows: () => findings.rows(),
		problemsAt: row =>
			session.problemsAt(row).filter(({code, field}) => !isIgnored(code) && !ignoredFields(code).has(field)),
		numbers: session.records.numbers,
	};
}

/** Returns a saved session for the reports, with the path of the new file. Its rows are numbered as in that file from now on. */
export function savedFile(session: Session, path: string): ReportedFile {
	const {records} = session;
	records.numberAs(savedRowNumbers(records));
	return {...checkedFile(session), path};
}

/** The numbers of a file without rows. */
const noRows: RowNumbers = {of: asNumber, inFile: asNumber, lineOf: () => 1, rowFrom: () => undefined};

/** Returns a file of an unknown format for the reports. */
export function unreadableFile({path, code, hint, wrong: {message}}: FormatError): ReportedFile {
	return {
		path,
		kind: defaultKind,
		isRecognized: false,
		records: code === 'empty-file' ? 0 : null,
		groups: code === 'empty-file' ? 0 : null,
		counts: new Map([[code, 1]]),
		softened: new Map(),
		wholeFile: [{code, severity: 'error', message, next: hint}],
		likelyCause: undefined,
		first: () => [],
		rows: () => [],
		problemsAt: () => [],
		numbers: noRows,
	};
}
