import type {CodeInfo} from '../../kinds/codes.ts';
import {plural} from '../../text/format.ts';
import {withoutHashCommands} from '../../text/log-lines.ts';
import {visible} from '../../text/visible.ts';
import {firstReported, type ReportedFile, type ReportedProblem, severityCount} from './reported-file.ts';
import {problemLine} from './text.ts';

/**
Returns the report as JUnit XML: a suite for each file with one test per code, which fails if it found errors; `limit` problems of each
(0 = all).
*/
export function junitReport(files: readonly ReportedFile[], limit: number): string {
	const tests = sum(files.map(file => rulesOf(file).length));
	const failures = sum(files.map(failuresOf));
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<testsuites tests="${tests}" failures="${failures}" errors="0">`,
		...files.flatMap(file => testSuite(file, limit)),
		'</testsuites>',
		'',
	].join('\n');
}

type Rule = readonly [code: string, info: CodeInfo];

function rulesOf({kind}: ReportedFile): readonly Rule[] {
	return [...kind.codes].filter(([, {severity}]) => severity !== 'info');
}

function failuresOf(file: ReportedFile): number {
	return rulesOf(file).filter(([code, {severity}]) => severity === 'error' && hasErrors(file, code)).length;
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}

function testSuite(file: ReportedFile, limit: number): readonly string[] {
	const rules = rulesOf(file);
	return [
		`<testsuite name="${xml(file.path)}" tests="${rules.length}" failures="${failuresOf(file)}" errors="0" skipped="0">`,
		'<properties>',
		`<property name="records" value="${file.records ?? ''}"/>`,
		`<property name="errors" value="${severityCount(file, 'error')}"/>`,
		`<property name="warnings" value="${severityCount(file, 'warning')}"/>`,
		'</properties>',
		...rules.map(rule => testCase(file, rule, limit)),
		'</testsuite>',
	];
}

function testCase(file: ReportedFile, [code, {severity, title}]: Rule, limit: number): string {
	const count = file.counts.get(code) ?? 0;
	const start = `<testcase classname="${xml(file.path)}" name="${code}"`;
	if (count === 0) return `${start}/>`;
	const problems = firstReported(file, code, limit === 0 ? Number.POSITIVE_INFINITY : limit);
	const lines = problems.map(line);
	if (count > problems.length) lines.push(`... and ${count - problems.length} more`);
	const text = lines.map(xml).join('\n');
	const summary = xml(`${plural(count, 'row')}: ${title}`);
	return severity === 'error' && hasErrors(file, code)
		? `${start}><failure type="${code}" message="${summary}">${text}</failure></testcase>`
		: `${start}><system-out>${text}</system-out></testcase>`;
}

/** True if problems with the code of an error are errors, and not only warnings. */
function hasErrors({counts, softened}: ReportedFile, code: string): boolean {
	return (counts.get(code) ?? 0) > (softened.get(code) ?? 0);
}

function line({row, line, problem}: ReportedProblem): string {
	if (row === null) return problem.message;
	return `row ${row}, line ${line}: ${'fixes' in problem ? problemLine(problem) : problem.message}`;
}

/** Escapes one line of text for XML. Control characters, most of which XML 1.0 excludes, become visible signs. */
function xml(text: string): string {
	const escaped = visible(text)
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
	// A CI log must not read a line of the report as a command; an XML parser reads the same text.
	return withoutHashCommands(escaped, '&#35;').replace(/^(\s*):(?=:)/, '$1&#58;');
}
